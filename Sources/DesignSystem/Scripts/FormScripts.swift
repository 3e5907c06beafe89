extension Scripts {
    /// Focus on problems, leaving unsaved answers, showing a password, copying a code, menus that close.
    static let forms = #"""
        const all = (q, f) => document.querySelectorAll(q).forEach(f);
        const make = (name, props, ...kids) => {
        const e = Object.assign(document.createElement(name), props); e.append(...kids); return e; };
        all('[data-focus]', e => e.focus());
        all('form[data-guard]', f => {
        let dirty = false;
        f.addEventListener('input', () => dirty = true);
        f.addEventListener('submit', () => dirty = false);
        addEventListener('beforeunload', e => { if (dirty) { e.preventDefault(); e.returnValue = f.dataset.guard; } });
        });
        // A form is sent once, however often its button is pressed.
        all('form[method=post]', f => f.addEventListener('submit', e => {
        if (f.dataset.sent) e.preventDefault(); else { f.dataset.sent = 1; setTimeout(() => delete f.dataset.sent, 4000); }
        }));
        all('input[data-show]', i => {
        const b = make('button', {type: 'button', className: 'as-link', textContent: i.dataset.show});
        b.setAttribute('aria-controls', i.id);
        b.onclick = () => {
        const seen = i.type === 'text'; i.type = seen ? 'password' : 'text';
        b.textContent = seen ? i.dataset.show : i.dataset.hide; };
        const box = make('div', {className: 'with-reveal'});
        i.replaceWith(box); box.append(i, b);
        i.form && i.form.addEventListener('submit', () => i.type = 'password');
        });
        if (navigator.clipboard) all('[data-copy]', e => {
        const text = e.textContent.trim();
        const b = make('button', {type: 'button', className: 'as-link', textContent: e.dataset.copy});
        b.setAttribute('aria-live', 'polite');
        b.onclick = () => navigator.clipboard.writeText(text).then(() => b.textContent = e.dataset.copied);
        e.after(b);
        });
        all('[data-print]', b => { b.hidden = false; b.onclick = () => print(); });
        document.addEventListener('click', e => all('details[data-pop][open],.menu[open]', d => {
        if (!d.contains(e.target)) d.open = false; }));
        document.addEventListener('keydown', e => { if (e.key === 'Escape')
        all('details[data-pop][open],.menu[open]', d => { d.open = false; d.firstElementChild.focus(); }); });
        // A link to a folded piece opens it.
        const unfold = () => {
        const t = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        const d = t && t.closest('details'); if (d) d.open = true; };
        addEventListener('hashchange', unfold); unfold();
        // A long text is shown at the lines that were sought.
        all('textarea[data-line]', t => {
        t.focus({preventScroll: true}); t.setSelectionRange(+t.dataset.from, +t.dataset.from);
        t.scrollTop = (t.dataset.line - 2) * parseFloat(getComputedStyle(t).lineHeight); });
        addEventListener('beforeprint', () => all('.fold:not([open])', d => { d.open = true; d.dataset.was = ''; }));
        addEventListener('afterprint', () => all('.fold[data-was]', d => { d.open = false; delete d.dataset.was; }));

        """#
}
