extension Styles {
    /// What is denser and quicker at the desk.
    static let desk = #"""
        .desk .table th,.desk .table td{padding-block:var(--s2)}
        .desk .summary>div{padding-block:var(--s2)}
        .table tbody tr:hover{background:var(--eggshell)}
        [data-walk] tbody tr:focus-within{background:var(--gold-wash)}
        .desk-side>*+*{margin-top:var(--s4)}
        .desk .foot{display:flex;flex-wrap:wrap;gap:0 var(--s5);align-items:center;padding-block:var(--s2)}
        .desk .foot>*{margin:0}
        .desk .foot .keys[open]{flex:1 0 100%}
        .row-bad{--line:var(--lacquer)}
        .row-waiting{--line:var(--gold)}
        .row-good{--line:var(--jade)}
        .row-info{--line:var(--river)}
        .pane{padding:var(--s4);min-width:0}
        .viewer{display:none}
        .keys summary{text-decoration:underline;display:inline-block;padding:var(--s1) 0}
        .keys dl,.key-box dl{display:grid;gap:var(--s2) var(--s5);
        grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));padding:var(--s3) 0}
        .keys dl>div,.key-box dl>div{display:flex;gap:var(--s3);align-items:center}
        .keys dt,.key-box dt{min-width:3.5rem}
        .key-box{border:1px solid var(--hair);border-top:3px solid var(--gold);border-radius:8px;padding:var(--s5);
        width:min(34rem,calc(100vw - 2rem));color:var(--ink)}
        .key-box::backdrop{background:#1a1d2180}
        @media (min-width:56rem){
        .viewer{display:block}
        .viewer iframe{display:block;width:100%;height:70vh;border:1px solid var(--hair)}
        .desk-side .filters ul{flex-direction:column;gap:0}
        .desk-side .filters a{border-color:transparent;background:none}
        .desk-side .filters a:hover{background:var(--linen)}
        .desk-side .filters [aria-current]{background:var(--ink);color:var(--paper)}
        }

        """#
}
