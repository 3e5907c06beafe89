extension Styles {
    /// The identity strip in lacquer with its line of gold, navigation, breadcrumbs, the foot.
    static let shell = #"""
        .strip{position:relative}
        .lacquer{background:var(--lacquer);color:var(--paper);border-bottom:3px solid var(--gold)}
        .strip-bar{display:flex;flex-wrap:wrap;align-items:center;gap:var(--s2) var(--s4);
        max-width:72rem;margin:auto;padding:var(--s2) var(--s4);min-height:4rem}
        .trial{max-width:none;margin:0;padding:var(--s1) var(--s4);background:var(--amber-wash);color:var(--ink);
        font-size:var(--t0);text-align:center;text-wrap:balance}
        .brand{color:inherit;text-decoration:none;flex:1 1 9rem;
        min-width:0;min-height:var(--target)}
        .brand:hover{color:inherit}
        .brand:hover .brand-name{text-decoration:underline}
        .brand-words{display:flex;flex-direction:column;min-width:0;line-height:1.3}
        .brand-name{font-weight:700}
        .brand-agency{font-size:var(--t0);color:var(--blush)}
        .mark{width:2rem;height:2rem;flex:none;fill:none;stroke:currentColor;stroke-width:2;
        stroke-linecap:round;stroke-linejoin:round}
        .mark-door{fill:var(--gold);stroke:none}
        .strip-end{gap:var(--s4)}
        .strip-link,.strip-link:hover{color:inherit;min-height:var(--target)}
        .wide{display:none}
        .strip .menu>summary{padding:0 var(--s3);border:1px solid var(--blush);border-radius:6px;text-decoration:none;
        font-weight:600}
        .menu>summary::before{content:"";width:1.1em;height:.8em;border:solid;border-width:2px 0;
        background:linear-gradient(currentColor,currentColor) center/100% 2px no-repeat}
        .menu-list{position:absolute;z-index:5;inset:auto 0 auto 0;top:100%;background:var(--paper);color:var(--ink);
        padding:var(--s2) var(--s4) var(--s4);border-bottom:1px solid var(--hair);box-shadow:0 12px 24px -12px #0004}
        .menu-list a,.menu-list .as-link,.account-list a,.account-list .as-link{display:flex;
        justify-content:space-between;align-items:center;gap:var(--s4);min-height:var(--target);color:var(--ink);
        text-decoration:none;width:100%}
        .menu-list li{border-bottom:1px solid var(--hair)}
        .menu-list a:hover,.menu-list .as-link:hover,.account-list a:hover,.account-list .as-link:hover{
        text-decoration:underline;color:var(--ink)}
        .menu-list [aria-current]{font-weight:700;color:var(--lacquer)}
        .menu-person{margin-top:var(--s4);font-weight:700}
        .account{position:relative}
        .account summary{text-decoration:none}
        .account summary::after{content:"";width:.45em;height:.45em;border:solid;border-width:0 2px 2px 0;
        transform:translateY(-.15em) rotate(45deg)}
        .account-name{max-width:17rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .account-list{position:absolute;z-index:6;right:0;top:100%;min-width:15rem;background:var(--paper);
        color:var(--ink);padding:var(--s2) var(--s4);border:1px solid var(--hair);border-radius:8px;
        box-shadow:0 12px 24px -8px #0003}
        .account-post{padding:var(--s2) 0}
        .nav{background:var(--paper);color:var(--ink);border-bottom:1px solid var(--hair)}
        .nav ul{display:flex;flex-wrap:wrap;gap:0 var(--s5);max-width:72rem;margin:auto;padding:0 var(--s4)}
        .nav a{min-height:3rem;color:var(--ink);text-decoration:none;
        border-block:3px solid transparent}
        .nav a:hover{border-bottom-color:var(--edge);color:var(--ink)}
        .nav [aria-current]{border-bottom-color:var(--lacquer);font-weight:700}
        .nav .count,.menu-list .count{background:var(--linen);border-radius:9px;padding:0 .5em;font-size:var(--t0)}
        .crumbs{width:100%;max-width:72rem;margin:0 auto;padding:var(--s4) var(--s4) 0;font-size:var(--t0)}
        .crumbs ol{display:flex;flex-wrap:wrap;gap:0 var(--s2)}
        .crumbs li:not(:last-child)::after{content:"/";color:var(--edge);margin-left:var(--s2)}
        .page{width:100%;max-width:72rem;margin:0 auto;padding:var(--s5) var(--s4) var(--s8);flex:1}
        .page>*+*{margin-top:var(--s5)}
        .plain .page{max-width:34rem}
        .foot{background:var(--linen);border-top:1px solid var(--hair);padding:var(--s5) var(--s4)}
        .foot>*{max-width:70rem;margin-inline:auto}
        .foot>*+*{margin-top:var(--s3)}
        .foot nav ul{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s5)}
        .foot nav a{display:inline-block;padding:.75rem 0;color:var(--ink)}
        @media (min-width:56rem){
        .wide{display:flex}
        .portal .brand,.plain .brand{gap:var(--s3);font-size:var(--t2)}
        .mark{width:2.25rem;height:2.25rem}
        .nav.wide{display:block}
        .menu{display:none}
        .page{padding-top:var(--s6)}
        .desk .page,.desk .strip-bar,.desk .nav ul,.desk .crumbs,.desk .foot>*{max-width:100rem}
        .desk .strip-bar{min-height:3.25rem;padding-block:var(--s1)}
        .desk .nav a{min-height:2.5rem}
        .desk .mark{width:1.75rem;height:1.75rem}
        .desk .page{padding-top:var(--s4)}
        }

        """#
}
