extension Styles {
    /// What is denser and quicker at the desk.
    static let desk = #"""
        .desk .table th,.desk .table td{padding-block:var(--s2)}
        .table tbody tr:hover>*{background:var(--eggshell)}
        .table tbody tr:focus-within>*{background:var(--gold-wash)}
        .row-bad>:first-child{box-shadow:inset 4px 0 var(--lacquer)}
        .row-waiting>:first-child{box-shadow:inset 4px 0 var(--gold)}
        .row-good>:first-child{box-shadow:inset 4px 0 var(--jade)}
        .row-info>:first-child{box-shadow:inset 4px 0 var(--river)}
        .pane{background:var(--paper);border:1px solid var(--hair);border-radius:8px;padding:var(--s4);min-width:0}
        .keys summary{text-decoration:underline;display:inline-block;padding:var(--s1) 0}
        .keys dl,.key-box dl{display:grid;gap:var(--s2) var(--s5);
        grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));padding:var(--s3) 0}
        .keys dl>div,.key-box dl>div{display:flex;gap:var(--s3);align-items:center}
        .keys dt,.key-box dt{min-width:3.5rem}
        .key-box{border:1px solid var(--hair);border-top:3px solid var(--gold);border-radius:8px;padding:var(--s5);
        width:min(34rem,calc(100vw - 2rem));color:var(--ink)}
        .key-box::backdrop{background:#1a1d2180}
        @media (min-width:56rem){
        .desk-side{display:flex;flex-direction:column;gap:var(--s5)}
        .desk .filters ul{flex-direction:column;gap:0}
        .desk .filters a{border-color:transparent;background:none}
        .desk .filters a:hover{background:var(--linen)}
        .desk .filters [aria-current]{background:var(--ink);color:var(--paper)}
        }

        """#
}
