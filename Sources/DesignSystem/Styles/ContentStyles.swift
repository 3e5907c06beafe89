extension Styles {
    /// Tags, notices, facts, the timeline, the clock, codes.
    static let content = #"""
        .tag,.due{display:inline-flex;align-items:center;gap:.35em;font-size:var(--t0);font-weight:600;line-height:1.4;
        padding:.1em .6em;border:1px solid;border-radius:1em;width:max-content;
        max-width:100%;vertical-align:baseline}
        .tag-quiet{color:var(--soft);background:var(--linen);border-color:var(--linen)}
        .tag-info{color:var(--river);background:var(--river-wash);border-color:var(--river-wash)}
        .tag-waiting{color:var(--amber);background:var(--amber-wash);border-color:var(--amber-wash)}
        .tag-good{color:var(--jade);background:var(--jade-wash);border-color:var(--jade-wash)}
        .tag-bad{color:var(--lacquer);background:var(--lacquer-wash);border-color:var(--lacquer-wash)}
        .due{border-color:transparent;padding-inline:0;font-variant-numeric:tabular-nums}
        .due .icon{width:1.15em;height:1.15em;stroke-width:2.25}
        .due-late{background:var(--lacquer);color:var(--paper);padding-inline:.6em}
        .due-today{background:var(--amber-wash);color:var(--amber);padding-inline:.6em}
        .due-soon{color:var(--amber)}
        .due-fine{color:var(--ink);font-weight:400}
        .due-stopped{color:var(--soft);font-weight:400}
        .due-done{color:var(--jade)}
        .banner{display:flex;gap:var(--s3);padding:var(--s4);border-radius:8px;border-left:5px solid}
        .banner .icon{margin-top:.15em}
        .banner-words{color:var(--ink);min-width:0}
        .banner-words>*+*,.banner-words li+li{margin-top:var(--s1)}
        .banner-title{font-weight:700}
        .banner-info{background:var(--river-wash);color:var(--river)}
        .banner-success{background:var(--jade-wash);color:var(--jade)}
        .banner-warning{background:var(--amber-wash);color:var(--amber)}
        .banner-danger{background:var(--lacquer-wash);color:var(--lacquer)}
        .facts{display:grid;gap:var(--s4);grid-template-columns:minmax(0,1fr)}
        .facts dd{font-weight:600;font-size:var(--t2);line-height:1.4}
        .timeline>li{position:relative;display:flow-root;padding:0 0 var(--s5) 2.25rem}
        .timeline>li:last-child{padding-bottom:0}
        .timeline>li::before{content:"";position:absolute;left:.1875rem;top:.25rem;width:1.125rem;
        height:1.125rem;border-radius:50%;border:2px solid var(--edge);background:var(--paper);z-index:1}
        .timeline>li:not(:last-child)::after{content:"";position:absolute;left:.6875rem;top:1.25rem;
        bottom:-.35rem;border-left:2px solid var(--hair)}
        .timeline>.step-done::before{background:var(--jade);border-color:var(--jade)}
        .timeline>.step-done:not(:last-child)::after{border-color:var(--jade)}
        .timeline>.step-present::before{background:var(--gold);border:2px solid var(--ink);
        box-shadow:0 0 0 4px var(--gold-wash)}
        .step-head,.timeline>li>details>summary{display:flex;flex-wrap:wrap;gap:0 var(--s4);justify-content:space-between}
        .timeline>li>details>summary{align-items:center;min-height:var(--target);
        margin-block:calc((1.55em - var(--target))/2)}
        .step-title{font-weight:600}
        .step-present .step-title{font-size:var(--t2);font-weight:700}
        .step-ahead .step-title{font-weight:400;color:var(--soft)}
        .step-when{color:var(--soft);font-variant-numeric:tabular-nums}
        .step-body{padding-top:var(--s2)}
        .step-body>*+*{margin-top:var(--s2)}
        .empty{display:flex;flex-direction:column;align-items:center;gap:var(--s3);text-align:center;
        padding:var(--s7) var(--s4);border:1px dashed var(--edge);color:var(--soft)}
        .mark-quiet{width:3rem;height:3rem;color:var(--edge)}
        .empty-title{font-size:var(--t2);font-weight:600;color:var(--ink)}
        .fold>summary{min-height:var(--target);color:var(--river)}
        .fold>summary::before{content:"";width:.5em;height:.5em;flex:none;margin:0 .25em;border:solid currentColor;
        border-width:2px 2px 0 0;transform:rotate(45deg)}
        .fold[open]>summary::before{transform:translateY(-.15em) rotate(135deg)}
        .fold-body{border-left:4px solid var(--hair);padding:var(--s1) 0 var(--s1) var(--s4);
        margin-bottom:var(--s3)}
        .fold-large{border-top:1px solid var(--hair)}
        .fold-large+.fold-large{margin-top:0}
        .fold-large:last-of-type{border-bottom:1px solid var(--hair)}
        .fold-large>summary{color:var(--ink);padding:var(--s3) 0}
        .fold-large>summary h2{font-size:var(--t2)}
        .fold-large>summary:hover h2{text-decoration:underline}
        .fold-large .fold-body{border:0;padding:0 0 var(--s4)}
        .clock{border-left:5px solid var(--jade);padding:var(--s3) var(--s4)}
        .is-stopped{border-left-color:var(--amber)}
        .clock-state{font-size:var(--t0);font-weight:600;
        color:var(--jade)}
        .is-stopped .clock-state{color:var(--amber)}
        .clock-due{font-weight:700;font-size:var(--t2);font-variant-numeric:tabular-nums}
        .derivation li{display:grid;gap:0 var(--s4);padding:var(--s2) 0;border-top:1px solid var(--hair)}
        .derivation-when{font-variant-numeric:tabular-nums;color:var(--soft)}
        .big-code-label{color:var(--soft)}
        .big-code{container-type:inline-size}
        .big-code-value{font-size:1.5rem;font-size:clamp(1.25rem,7.8cqi,2.25rem);font-weight:700;line-height:1.3;
        font-variant-numeric:tabular-nums slashed-zero;letter-spacing:.01em;max-width:none;overflow-wrap:anywhere}
        .big-code .as-link{min-height:var(--target)}
        .qr{display:flex;flex-direction:column;align-items:flex-start;gap:var(--s2)}
        .qr-code{padding:var(--s3)}
        .qr-code>*{width:9rem;height:9rem}
        .qr figcaption{max-width:16rem}
        .progress progress{width:100%;height:.75rem;accent-color:var(--jade)}
        .whereabouts{color:var(--soft)}
        main .whereabouts:has(+.title),main .whereabouts:has(+.form){margin-bottom:calc(var(--s4)*-1)}
        main .back+*{margin-top:var(--s2)}
        .whereabouts strong{color:var(--ink)}
        .back{display:inline-flex;gap:var(--s1);min-height:var(--target);color:var(--ink);
        margin-left:-.35em}
        @media (min-width:40rem){
        .tag,.due{max-width:14rem}
        .facts{grid-template-columns:repeat(2,minmax(0,1fr))}
        .derivation li{grid-template-columns:9rem 1fr}
        }
        @media (min-width:56rem){
        .facts{grid-template-columns:repeat(4,minmax(0,1fr));gap:0}
        .facts>div+div{border-left:1px solid var(--hair);padding-inline:var(--s4)}
        .facts>div:first-child{padding-right:var(--s4)}
        }

        """#
}
