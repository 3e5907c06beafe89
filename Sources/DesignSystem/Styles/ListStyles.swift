extension Styles {
    /// Tables, summary lists, tiles, search, tabs, filters, the pager.
    static let lists = #"""
        .table{background:var(--paper);font-variant-numeric:tabular-nums}
        .table caption{text-align:left;font-weight:600;padding:0 0 var(--s2)}
        .table th,.table td{vertical-align:top;padding:var(--s3)}
        .table td.action{text-align:right}
        .table .buttons{flex-direction:row;flex-wrap:wrap;justify-content:flex-start}
        .table td .buttons .as-link{min-height:1.5rem}
        .table a,.links a,.crumbs a,.file-words a,.facts a{padding-block:.5rem}
        .row-code{white-space:nowrap;font-weight:700;font-variant-numeric:tabular-nums}
        .row-name{display:block;font-weight:400}
        .summary{border-top:1px solid var(--hair)}
        .summary>div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 var(--s4);padding:var(--s3) 0;
        border-bottom:1px solid var(--hair)}
        .summary dt{color:var(--soft);grid-column:1}
        .summary .answer{grid-column:1;overflow-wrap:anywhere}
        .summary .answer .note{display:block}
        .summary .change{grid-column:2;grid-row:1}
        .summary .change a{display:inline-flex;align-items:center;min-height:var(--target);
        margin-block:calc((1.55em - var(--target))/2);padding-left:var(--s3)}
        .search{max-width:46rem}
        .split .search{max-width:none}
        .search-row{display:flex;position:relative;margin-top:var(--s2)}
        .search-in{flex:1;min-width:0;min-height:3.5rem;padding:var(--s2) var(--s4);font-size:1.1875rem;
        border:2px solid var(--ink);border-right:0;border-radius:10px 0 0 10px;background:var(--paper);
        appearance:none}
        .search-in:focus-visible{border-radius:10px 0 0 10px;position:relative;z-index:1}
        .search-go{min-width:3.5rem;justify-content:center;
        padding:0 var(--s4);border:2px solid var(--ink);border-radius:0 10px 10px 0;background:var(--ink);
        color:var(--paper);font-weight:600}
        .search-go:hover{background:var(--soft)}
        .search-small{flex:1 1 16rem;min-width:0;max-width:26rem;order:9}
        .search-small .search-row{margin:0}
        .search-small .search-in{min-height:var(--target);font-size:1rem;padding:var(--s1) var(--s3);
        border:1px solid var(--edge);border-right:0;border-radius:6px 0 0 6px;color:var(--ink)}
        .search-small .search-in::placeholder{color:var(--soft);opacity:1}
        .search-small .search-go{min-width:var(--target);padding:0 var(--s2);border:1px solid var(--edge);
        border-radius:0 6px 6px 0;background:var(--linen);color:var(--ink)}
        .combo{flex:1;min-width:0;position:relative}
        .combo .search-in{width:100%}
        .suggestions{position:absolute;z-index:7;left:0;right:0;top:calc(100% + 4px);background:var(--paper);
        border:1px solid var(--edge);border-radius:8px;box-shadow:0 12px 24px -8px #0004;overflow:hidden;
        color:var(--ink)}
        .suggestions li{padding:var(--s2) var(--s4);cursor:pointer}
        .suggestions li+li{border-top:1px solid var(--hair)}
        .suggestions .note{display:block}
        .suggestions [aria-selected=true],.suggestions li:hover{background:var(--linen);
        box-shadow:inset 4px 0 var(--lacquer)}
        .tiles{display:grid;gap:var(--s3);grid-template-columns:repeat(auto-fill,minmax(min(8.5rem,100%),1fr))}
        .tiles a{display:flex;flex-direction:column;gap:var(--s1);height:100%;padding:var(--s4);color:var(--ink);text-decoration:none}
        .tiles a:hover{border-color:var(--ink)}
        .tiles a:hover .tile-title{text-decoration:underline}
        .tiles .icon{width:1.75rem;height:1.75rem;color:var(--lacquer);stroke-width:1.5;margin-bottom:var(--s1)}
        .tile-title{font-weight:600;line-height:1.4}
        .links li{padding:.8rem 0;border-top:1px solid var(--hair)}
        .links li:last-child{border-bottom:1px solid var(--hair)}
        .links a{font-weight:600}
        @media (min-width:48rem){.links-2{display:grid;grid-template-columns:1fr 1fr;column-gap:var(--s5)}
        .links-2 li:last-child{border-bottom:0}}
        .stats{display:grid;gap:var(--s3);grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr))}
        .stats li,.stats a{display:flex;flex-direction:column}
        .stats li{padding:var(--s3) var(--s4)}
        .stats a{color:inherit;margin:calc(var(--s3)*-1) calc(var(--s4)*-1);padding:var(--s3) var(--s4)}
        .stat-value{font-size:1.75rem;font-weight:700;line-height:1.25;font-variant-numeric:tabular-nums}
        .stat-bad .stat-value{color:var(--lacquer)}
        .stat-waiting .stat-value{color:var(--amber)}
        .stat-good .stat-value{color:var(--jade)}
        .stat-info .stat-value{color:var(--river)}
        .tabs{border-bottom:1px solid var(--hair)}
        .tabs ul{display:flex;flex-wrap:wrap;gap:0 var(--s5)}
        .tabs a{min-height:var(--target);color:var(--soft);
        text-decoration:none;border-bottom:3px solid transparent;margin-bottom:-1px}
        .tabs a:hover{color:var(--ink);border-color:var(--edge)}
        .tabs [aria-current]{color:var(--ink);font-weight:700;border-color:var(--lacquer)}
        .filters-name{font-weight:600}
        .filters ul{display:flex;flex-wrap:wrap;gap:var(--s2);margin-top:var(--s1)}
        .filters a{display:flex;justify-content:space-between;gap:var(--s3);align-items:center;
        min-height:var(--target);padding:var(--s1) var(--s3);color:var(--ink);text-decoration:none;
        border:1px solid var(--hair);border-radius:6px;background:var(--paper)}
        .filters a:hover{border-color:var(--ink)}
        .filters [aria-current]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
        .pager{flex-wrap:wrap;gap:var(--s2) var(--s5)}
        .pager-link{gap:var(--s1);min-height:var(--target)}
        .pager-next{margin-left:auto}
        @media (max-width:39.99rem){
        .filters ul{flex-wrap:nowrap;overflow-x:auto;padding:3px 3px var(--s2);margin-inline:-3px}
        .filters a{white-space:nowrap}
        .pager-note{order:1;width:100%}
        .search-word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .table,.table caption,.table tbody,.table tr,.table th,.table td{display:block}
        .table{background:none}
        .table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .table tbody{display:flex;flex-direction:column;gap:var(--s3)}
        .table tbody tr{background:var(--paper);border:1px solid var(--hair);border-left:4px solid
        var(--line,var(--hair));border-radius:8px;padding:var(--s2) var(--s4)}
        .table tbody th,.table td{padding:var(--s1) 0}
        .table td{display:flow-root;padding-left:7.25rem;min-height:2.25rem}
        .table td::before{content:attr(data-label);float:left;margin-left:-7.25rem;width:6.75rem;color:var(--soft);
        font-size:var(--t0);line-height:1.75}
        .table td.action{padding-left:0;text-align:left}
        .table td.action::before{content:none}
        .table td:empty{display:none}
        }
        @media (min-width:40rem){
        .table{border:1px solid var(--hair);border-collapse:separate;border-spacing:0}
        .table thead th{font-size:var(--t0);color:var(--soft);background:var(--linen);padding-block:var(--s2);
        vertical-align:bottom}
        .table thead th:first-child{border-top-left-radius:7px}
        .table thead th:last-child{border-top-right-radius:7px}
        .table tbody tr+tr>*{border-top:1px solid var(--hair)}
        .table tbody th{box-shadow:inset 4px 0 var(--line,transparent)}
        .table .number{text-align:right}
        .summary>div{grid-template-columns:38% minmax(0,1fr) auto}
        .summary .answer{grid-column:2}
        .summary .change{grid-column:3}
        .search-small{order:0}
        }

        """#
}
