extension Styles {
    /// Print, less motion, more contrast, forced colours.
    static let print = #"""
        @page{size:A4;margin:20mm 15mm 20mm 20mm}
        @page a4{size:A4;margin:0}
        @page a5{size:A5;margin:0}
        @media print{
        body{background:#fff;font-size:11pt;display:block}
        .skip,.strip-end,.menu,.nav.wide,.search,.crumbs,.jump,.foot,.buttons,.pager,.tabs,.filters,.back,.change,.unprinted,
        .big-code .as-link{display:none}
        .timeline>li::before,.tag,.due{print-color-adjust:exact}
        .lacquer{background:none;color:#000;border-bottom:1.5pt solid #000}
        .brand-agency{color:#000}
        .page{padding:12pt 0;max-width:none}
        .card,.clock,.facts>div,.table tr,.summary>div{break-inside:avoid}
        .card{border-color:#999;padding:10pt}
        a{color:inherit;text-decoration:none}
        .fold:not([open])>*{display:block}
        .fold::details-content{content-visibility:visible;block-size:auto}
        .fold>summary::before{display:none}
        .trial{background:none;padding-top:4mm}
        body:has(.sheet-a4){page:a4}
        body:has(.sheet-a5){page:a5}
        .paper .lacquer,.paper .banner{display:none}
        .paper .page{padding:0}
        .sheet{box-shadow:none;border:0;max-width:none;margin:0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
        .sheet-line,.sheet-table tr{break-inside:avoid}
        .sheet-top{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}
        .sheet-a4{padding:20mm 15mm 20mm 30mm;width:210mm;min-height:0}
        .sheet-a5{padding:10mm 10mm 10mm 15mm;width:148mm;min-height:0}
        }
        @media (prefers-reduced-motion:no-preference){
        .button,.tiles a,.input,.choice{transition:background-color .12s,border-color .12s}
        }
        @media (prefers-contrast:more){
        :root{--hair:var(--ink);--edge:var(--ink);--soft:var(--ink);--blush:var(--paper)}
        }
        @media (forced-colors:active){
        .tag,.due,.banner,.button,.choice,.timeline>li::before{border:1px solid}
        .nav a,.tabs a{border-color:Canvas}
        .nav [aria-current],.tabs [aria-current],.filters [aria-current]{border-color:Highlight}
        :focus-visible{outline-color:Highlight}
        .timeline>.step-done::before,.timeline>.step-present::before{background:Highlight;forced-color-adjust:none}
        .qr-code{forced-color-adjust:none}
        }

        """#
}
