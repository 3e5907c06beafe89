extension Styles {
    /// Official papers: NĐ 30/2020/NĐ-CP, Phụ lục I; sizes are multiples of `--pt`, which is smaller on A5.
    static let paper = #"""
        .sheet{--pt:1pt;background:#fff;color:#000;margin-inline:auto;width:100%;max-width:210mm;
        font:calc(13*var(--pt))/1.35 "Times New Roman","Liberation Serif",Tinos,"Noto Serif",serif;
        padding:1.25rem;border:1px solid var(--hair);box-shadow:0 8px 24px -16px #0006}
        .sheet-a5{--pt:.8pt;max-width:148mm}
        .sheet p{max-width:none;text-wrap:wrap}
        .sheet-top{display:grid;gap:calc(8*var(--pt)) calc(6*var(--pt));text-align:center}
        .sheet-parent,.sheet-issuer,.sheet-country,.sheet-signer,.sheet-title{text-transform:uppercase}
        .sheet-parent,.sheet-issuer,.sheet-country{font-size:calc(12*var(--pt))}
        .sheet-issuer,.sheet-country,.sheet-motto,.sheet-signer,.sheet-name,.sheet-about{font-weight:700}
        .sheet-issuer::after,.sheet-motto::after,.sheet-about::after{content:"";display:block;width:40%;
        margin:calc(2*var(--pt)) auto 0;border-top:.75pt solid}
        .sheet-motto{width:max-content;max-width:100%;margin-inline:auto}
        .sheet-motto::after{width:100%}
        .sheet-number,.sheet-place{margin-top:calc(6*var(--pt))}
        .sheet-place{font-style:italic}
        .sheet-title{font-size:calc(14*var(--pt));text-align:center;margin-top:calc(16*var(--pt));letter-spacing:0}
        .sheet-about{text-align:center}
        .sheet-about::after{width:30%}
        .sheet-body{margin-top:calc(10*var(--pt));text-align:justify}
        .sheet-body>*+*{margin-top:calc(5*var(--pt))}
        .sheet-line{display:flex;align-items:baseline;gap:.4em;text-align:start}
        .sheet-line>:first-child{flex:none;max-width:60%}
        .sheet-value{flex:1;border-bottom:1px dotted;min-width:0}
        .sheet-table{font-size:calc(12*var(--pt))}
        .sheet-table th,.sheet-table td{border:.75pt solid;padding:calc(2*var(--pt)) calc(4*var(--pt));
        text-align:start;vertical-align:top}
        .sheet-table th{text-align:center;font-weight:700}
        .sheet-bottom{display:flex;justify-content:space-between;gap:calc(8*var(--pt));
        margin-top:calc(14*var(--pt));break-inside:avoid}
        .sheet-recipients{flex:1;font-size:calc(11*var(--pt))}
        .sheet-recipients p{font-weight:700;font-style:italic;font-size:calc(12*var(--pt))}
        .sheet-recipients li::before{content:"- "}
        .sheet-signature{flex:1;text-align:center}
        .sheet-note{font-style:italic}
        .sheet-name{margin-top:calc(48*var(--pt));min-height:1.3em}
        .sheet .qr{align-items:center}
        .sheet .qr-code{border:0;padding:0}
        .sheet .qr-code>*{width:24mm;height:24mm}
        @media (min-width:40rem){
        .sheet-top{grid-template-columns:minmax(0,2fr) minmax(0,3fr)}
        .sheet-a4{padding:20mm 15mm 20mm 30mm;min-height:297mm}
        .sheet-a5{padding:10mm 10mm 10mm 15mm;min-height:210mm}
        }

        """#
}
