extension Styles {
    /// Titles and columns.
    static let layout = #"""
        .title{display:flex;flex-direction:column;gap:var(--s2)}
        .title .caption{color:var(--soft)}
        .title-large h1{font-size:var(--t5);letter-spacing:-.02em}
        .lead{font-size:1.1875rem;color:var(--soft);text-wrap:balance}
        .desk .lead{font-size:1rem}
        .narrow{max-width:40rem}
        .narrow>*+*,.stack>*+*,.card>*+*,.pane>*+*,.fold-body>*+*{margin-top:var(--gap)}
        h2+*,h3+*,.stack>h2+*,.pane>h2+*,.card>h2+*{margin-top:var(--s3)}
        .split,.grid,.desk-columns,.panes{display:grid;gap:var(--s5);grid-template-columns:minmax(0,1fr)}
        .card{padding:var(--s4)}
        .card>*+*{margin-top:var(--s4)}
        .accented{border-top:3px solid var(--gold);border-top-left-radius:4px;border-top-right-radius:4px}
        .inset{border-left:4px solid var(--hair);padding:var(--s1) 0 var(--s1) var(--s4)}
        .prose>*+*{margin-top:var(--s3)}
        .prose>*+:is(h2,h3){margin-top:var(--s5)}
        .prose ul,.prose ol{padding-left:1.35em;max-width:70ch}
        .prose ul{list-style:disc}
        .prose ol{list-style:decimal}
        .prose li+li{margin-top:var(--s1)}
        .prose li::marker{color:var(--lacquer)}
        .jump ul{display:flex;flex-wrap:wrap;gap:0 var(--s4)}
        .jump a{display:inline-block;padding:var(--s2) 0}
        @media (min-width:40rem){
        .card{padding:var(--s5)}
        .desk .card{padding:var(--s4)}
        .grid{grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}
        }
        @media (min-width:56rem){
        .split{grid-template-columns:minmax(0,2fr) minmax(16rem,1fr);gap:var(--s7);align-items:start}
        .desk-columns{grid-template-columns:13rem minmax(0,1fr)}
        }
        @media (min-width:75rem){
        .jump{display:none}
        .panes{grid-template-columns:minmax(0,2fr) minmax(18rem,1fr);align-items:start}
        .panes-3{grid-template-columns:minmax(0,1fr) minmax(0,1.15fr) 19rem}
        .pane:last-child{position:sticky;top:var(--s4);align-self:start;max-height:calc(100vh - 2rem);overflow:auto}
        }

        """#
}
