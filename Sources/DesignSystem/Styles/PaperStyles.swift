extension Styles {
    /// Official papers: NĐ 30/2020/NĐ-CP, Phụ lục I; sizes are parts of the body's 13 pt, which is smaller on A5.
    static let paper = #"""
        .sheet{background:#fff;color:#000;margin-inline:auto;width:100%;max-width:210mm;
        font:13pt/1.35 "Times New Roman","Liberation Serif",Tinos,"Noto Serif",serif;
        padding:1.25rem;border:1px solid var(--hair);box-shadow:0 8px 24px -16px #0006}
        .sheet-a5{font-size:10pt;max-width:148mm}
        .sheet p{max-width:none;text-wrap:wrap}
        .sheet .sheet-top p{text-wrap:balance}
        .sheet-top{display:grid;gap:.62em .46em;text-align:center}
        .sheet-parent,.sheet-issuer,.sheet-country,.sheet-signer,.sheet-title{text-transform:uppercase}
        .sheet-parent,.sheet-issuer,.sheet-country{font-size:.92em}
        .sheet-issuer,.sheet-country,.sheet-motto,.sheet-signer,.sheet-name,.sheet-about{font-weight:700}
        .sheet-issuer::after,.sheet-motto::after,.sheet-about::after{content:"";display:block;width:40%;
        margin:.15em auto 0;border-top:.75pt solid}
        .sheet-motto{width:max-content;max-width:100%;margin-inline:auto}
        .sheet-motto::after{width:100%}
        .sheet-number,.sheet-place{margin-top:.46em}
        .whole{white-space:nowrap}
        .sheet-place{font-style:italic}
        .sheet-title{font-size:1.08em;text-align:center;margin-top:1.23em;letter-spacing:0}
        .sheet-about{text-align:center}
        .sheet-about::after{width:30%}
        .sheet-body{margin-top:.77em}
        .sheet-body>*+*{margin-top:.38em}
        .sheet-heading{font-weight:700}
        .sheet-centred{text-align:center}
        .sheet-blank{letter-spacing:.05em;overflow-wrap:anywhere}
        .sheet-struck td{text-decoration:line-through}
        .sheet-struck td:last-child{text-decoration:none;font-style:italic}
        .sheet-book{overflow-wrap:anywhere;min-width:38em}
        .sheet-wide{overflow-x:auto}
        .sheet-line{display:flex;align-items:baseline;gap:.4em;text-align:left}
        .sheet-line>:first-child{flex:none;max-width:60%}
        .sheet-value{flex:1;border-bottom:1px dotted;min-width:0}
        .sheet-table{font-size:.92em}
        .sheet-table th,.sheet-table td{border:.75pt solid;padding:.15em .31em;
        text-align:left;vertical-align:top}
        .sheet-table th{text-align:center;font-weight:700}
        .sheet-bottom{display:flex;justify-content:space-between;gap:.62em;
        margin-top:1.08em;break-inside:avoid}
        .sheet-recipients{flex:1;font-size:.85em}
        .sheet-recipients p{font-weight:700;font-style:italic;font-size:1.09em}
        .sheet-recipients li::before{content:"- "}
        .sheet-signature{flex:1;text-align:center}
        .sheet-note{font-style:italic}
        .sheet-name{margin-top:3.69em;min-height:1.3em}
        .sheet .qr{float:right;width:30mm;margin:0 0 .4em .8em;align-items:center;
        text-align:center;font-size:.77em;line-height:1.2}
        .sheet .qr+*{margin-top:0}
        .sheet-bottom{clear:both}
        .sheet .qr-code{border:0;padding:0}
        .sheet .qr-code>*{width:24mm;height:24mm}
        @media (min-width:40rem){
        .sheet-body{text-align:justify}
        .sheet-top{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}
        .sheet-a4{padding:20mm 15mm 20mm 30mm;min-height:297mm}
        .sheet-a5{padding:10mm 10mm 10mm 15mm;min-height:210mm}
        }

        """#
}
