extension Styles {
    /// Fields, choices, files, buttons, the error summary.
    static let forms = #"""
        .form>*+*,.fields>*+*{margin-top:var(--s5)}
        .form>[type=hidden]+*{margin-top:0}
        .desk .form>*+*,.desk .fields>*+*{margin-top:var(--s4)}
        .desk .form>[type=hidden]+*{margin-top:0}
        .label{display:block;font-weight:600;line-height:1.35}
        .label-large{font-size:var(--t3)}
        .label-title{font-size:var(--t4);font-weight:700;letter-spacing:-.012em;line-height:1.3}
        .label-title h1{font-size:inherit}
        .group>legend{float:left;width:100%}
        .group>legend+*{clear:both}
        .group>.help{margin:0;padding-top:var(--s1)}
        .desk .card .label-large{font-size:1rem}
        .label-title+.help{padding-top:var(--s2)}
        .optional{font-weight:400;color:var(--soft)}
        .help{color:var(--soft);max-width:62ch;margin-top:var(--s1)}
        .desk .help{font-size:var(--t0)}
        .problem{align-items:flex-start;color:var(--lacquer);font-weight:600;margin-top:var(--s2)}
        .problem+.choice{margin-top:var(--s3)}
        .problem .icon{margin-top:.15em}
        .has-problem{border-left:4px solid var(--lacquer);padding-left:var(--s4)}
        .has-problem .input{border-color:var(--lacquer);border-width:2px}
        .input{display:block;width:100%;min-height:var(--target);padding:var(--s2) var(--s3);margin-top:var(--s2);
        background:var(--paper);border:1px solid var(--edge);border-radius:6px;line-height:1.45}
        .input:hover{border-color:var(--ink)}
        .input:disabled{background:var(--linen);color:var(--soft)}
        .computed{display:block;margin-top:var(--s2);font-weight:600;font-variant-numeric:tabular-nums}
        .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));
        gap:var(--s3) var(--s4);align-items:end}
        .w1{max-width:9rem}
        .w2{max-width:13rem}
        .w3{max-width:20rem}
        textarea.input{resize:vertical}
        textarea.code{white-space:pre;overflow-x:auto}
        textarea.code,pre.code{font:.9rem/1.5 ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace}
        pre.code{white-space:pre-wrap;overflow-wrap:anywhere}
        select.input{max-width:100%;width:auto;min-width:13rem}
        .code-in{font-size:1.5rem;letter-spacing:.2em;font-variant-numeric:tabular-nums}
        .file-in{padding:var(--s3);border-style:dashed}
        .file-in::file-selector-button{font:inherit;font-weight:600;margin-right:var(--s3);
        padding:var(--s1) var(--s3);border:1px solid var(--edge);border-radius:6px;background:var(--linen);
        color:var(--ink)}
        .with-unit,.with-reveal{margin-top:var(--s2)}
        .with-reveal .as-link{min-width:2.75rem;min-height:var(--target)}
        .with-unit .input,.with-reveal .input{margin-top:0}
        .ticked+.ticked,.ticked>.field{margin-top:var(--s3)}
        .ticked:has(>.choice>input:not(:checked))>.field{display:none}
        .unit{color:var(--soft);white-space:nowrap}
        .choices{display:flex;flex-direction:column;gap:var(--s2);padding-top:var(--s3)}
        .desk .choices{gap:0}
        .choices-row{flex-direction:row;flex-wrap:wrap;gap:var(--s3)}
        .choice{position:relative;display:grid;grid-template-columns:auto minmax(0,1fr);align-items:start;
        background:var(--paper);border:1px solid var(--edge);padding-left:var(--s3)}
        .choice:hover{border-color:var(--ink)}
        .choice input{width:1.375rem;height:1.375rem;margin:calc((var(--target) - 1.375rem)/2 + .1rem) 0;
        accent-color:var(--jade)}
        .choice label{padding:calc((var(--target) - 1.45em)/2) var(--s4) calc((var(--target) - 1.45em)/2) var(--s3);
        line-height:1.55;cursor:pointer}
        .choice label::after{content:"";position:absolute;inset:0}
        .choice .help{grid-column:2;padding:0 var(--s4) var(--s3) var(--s3);margin-top:calc(var(--s2)*-1);
        font-size:.95em}
        .choice:has(:checked){border-color:var(--jade);box-shadow:inset 0 0 0 1px var(--jade);
        background:var(--jade-wash)}
        .choice:has(:focus-visible){outline:3px solid var(--gold);outline-offset:2px;box-shadow:0 0 0 2px var(--ink)}
        .choice :focus-visible{outline:0;box-shadow:none}
        .choices-row .choice{min-width:8rem}
        .desk .choice{background:none;border-color:transparent;padding-left:var(--s1)}
        .desk .choice:has(:checked){box-shadow:none}
        .desk .choice input{width:1.125rem;height:1.125rem;margin:calc((var(--target) - 1.125rem)/2) 0}
        .desk .choices-row .choice{min-width:0}
        .files{margin-top:var(--s3)}
        .files li{gap:var(--s3);padding:var(--s2) var(--s3);min-height:var(--target)}
        .files li+li{border-top:1px solid var(--hair)}
        .files .icon{color:var(--edge)}
        .file-words{flex:1;min-width:0;overflow-wrap:anywhere}
        .files .as-link{min-height:var(--target);padding:0 var(--s1)}
        .button{display:inline-flex;align-items:center;justify-content:center;gap:var(--s2);min-height:var(--target);
        padding:var(--s2) var(--s5);border:1px solid var(--edge);border-radius:8px;background:var(--paper);
        color:var(--ink);font-weight:600;line-height:1.3;text-decoration:none;text-align:center}
        .button:hover{background:var(--linen);border-color:var(--ink);color:var(--ink)}
        .primary{background:var(--jade);border-color:var(--jade);color:var(--paper)}
        .primary:hover{background:var(--jade-deep);border-color:var(--jade-deep);color:var(--paper)}
        .danger{border-color:var(--lacquer);color:var(--lacquer)}
        .danger:hover{background:var(--lacquer);border-color:var(--lacquer);color:var(--paper)}
        .button:active{transform:translateY(1px)}
        .button:focus-visible{border-radius:8px}
        .desk .button{padding:var(--s1) var(--s4);border-radius:6px}
        .buttons{display:flex;flex-direction:column;gap:var(--s3) var(--s4);align-items:stretch}
        .buttons .as-link{display:inline-flex;align-items:center;justify-content:center;min-height:var(--target)}
        .effect{margin-top:var(--s1)}
        .act .button{width:100%}
        .problems{background:var(--paper);border:3px solid var(--lacquer);border-radius:8px;
        padding:var(--s4)}
        .problems:focus-visible{box-shadow:none;outline-offset:0;border-radius:8px}
        .problems h2{font-size:var(--t2)}
        .problems ul{margin-top:var(--s2)}
        .problems a{color:var(--lacquer);font-weight:600;display:inline-block;padding:.6rem 0}
        @media (min-width:40rem){
        .buttons{flex-direction:row;flex-wrap:wrap;align-items:center}
        .problems{padding:var(--s5)}
        }

        """#
}
