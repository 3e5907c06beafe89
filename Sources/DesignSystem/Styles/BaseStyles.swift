extension Styles {
    /// The ground, type, links, focus.
    ///
    /// The line height of headings is 1.3 at least, because Vietnamese stacks marks (Ề, Ữ, Ậ). System type only, with
    /// Inter first where a person has it; nothing is fetched.
    static let base = #"""
        *,::before,::after{box-sizing:border-box}
        html{color-scheme:light;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--eggshell);color:var(--ink);
        font:400 1.0625rem/1.55 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;
        --target:2.75rem;--gap:1.5rem;
        display:flex;flex-direction:column;min-height:100vh;overflow-wrap:break-word}
        body.desk{font-size:1rem;--target:2rem;--gap:1rem}
        h1,h2,h3{margin:0;line-height:1.3;font-weight:700;text-wrap:balance}
        h1{font-size:var(--t4);letter-spacing:-.012em}
        h2{font-size:var(--t3);letter-spacing:-.006em}
        h3{font-size:var(--t2)}
        .desk h1{font-size:1.5rem}
        .desk h2{font-size:1.125rem}
        .desk h3{font-size:1rem}
        p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0}
        fieldset{border:0;min-width:0}
        legend{padding:0}
        p{max-width:70ch;text-wrap:pretty}
        ul,ol{list-style:none}
        table{border-collapse:collapse;width:100%}
        th{text-align:left;font-weight:600}
        svg{display:block}
        [hidden]{display:none!important}
        img,figure>svg{max-width:100%;height:auto}
        small{font-size:var(--t0)}
        code,kbd{font:.9em/1.4 ui-monospace,"SF Mono",Consolas,"Noto Sans Mono",monospace}
        kbd{border:1px solid var(--edge);border-bottom-width:2px;border-radius:4px;padding:0 .35em;background:var(--paper)}
        mark{background:var(--gold-wash);color:inherit;padding:0 .1em;border-radius:2px}
        *{text-decoration-thickness:1px;text-underline-offset:.2em}
        a,.as-link{color:var(--river)}
        a:hover,.as-link:hover{color:var(--river-deep);text-decoration-thickness:2px}
        button,input,select,textarea{font:inherit;color:inherit;letter-spacing:inherit}
        button{cursor:pointer}
        :focus{outline:0}
        :focus-visible{outline:3px solid var(--gold);outline-offset:2px;box-shadow:0 0 0 2px var(--ink);border-radius:3px}
        main:focus-visible{outline:0;box-shadow:none}
        .icon{width:1.25em;height:1.25em;flex:none;fill:none;stroke:currentColor;stroke-width:1.75;
        stroke-linecap:round;stroke-linejoin:round}
        .unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);
        white-space:nowrap;border:0}
        .note,.effect,.facts dt,.filters-name,.stat-words,.pager-note,.account-post,.qr figcaption,.crumbs a,.foot{
        color:var(--soft);font-size:var(--t0)}
        .strip-link,.brand,.strip-end,.problem,.with-unit,.with-reveal,.files li,.clock-state,.nav a,.search-go,.tabs a,
        .fold>summary,.pager,.pager-link,.back{display:flex;align-items:center;gap:var(--s2)}
        .card,.choice,.files,.timeline>li,.clock,.tiles a,.stats li,.pane,.table,.empty{border-radius:8px}
        .card,.files,.clock,.tiles a,.stats li,.pane,.qr-code{background:var(--paper);border:1px solid var(--hair)}
        .count{font-variant-numeric:tabular-nums;font-weight:600}
        .as-link{background:0;border:0;padding:0;text-align:left}
        .as-link,.strip-link,.fold>summary>span,summary>.step-title{text-decoration:underline}
        .skip{position:absolute;left:var(--s4);top:-6rem;z-index:9;background:var(--paper);
        padding:var(--s3) var(--s4)}
        .skip:focus{top:var(--s2)}
        summary{cursor:pointer;list-style:none}
        summary::-webkit-details-marker{display:none}

        """#
}
