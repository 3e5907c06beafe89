extension Scripts {
    /// Suggestions while one types: `data-suggest="/path"` asks `/path?q=` for JSON `[{title, href, note}]`.
    static let suggest = #"""
        all('[data-suggest]', i => {
        let wait, ask, at = -1, rows = [];
        const list = make('ul', {className: 'suggestions', id: i.id + '-list', hidden: true});
        list.setAttribute('role', 'listbox');
        list.setAttribute('aria-label', (i.labels[0] || i).textContent);
        const box = make('div', {className: 'combo'}); i.replaceWith(box); box.append(i, list);
        for (const [k, v] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id],
        ['aria-expanded', 'false']]) i.setAttribute(k, v);
        const show = on => { list.hidden = !on; i.setAttribute('aria-expanded', on); if (!on) pick(-1); };
        const pick = n => {
        at = n;
        rows.forEach((r, k) => r.setAttribute('aria-selected', k === n));
        n < 0 ? i.removeAttribute('aria-activedescendant') : i.setAttribute('aria-activedescendant', rows[n].id);
        };
        const fill = found => {
        rows = found.map((s, k) => {
        const r = make('li', {id: list.id + k}, s.title);
        if (s.note) r.append(make('span', {className: 'note', textContent: s.note}));
        r.setAttribute('role', 'option');
        r.onmousedown = e => { e.preventDefault(); s.href ? location.assign(s.href) : choose(s); };
        r.go = r.onmousedown;
        return r; });
        list.replaceChildren(...rows); show(rows.length > 0 && document.activeElement === i); };
        const choose = s => { i.value = s.title; show(false); i.dispatchEvent(new Event('change', {bubbles: true})); };
        i.addEventListener('input', () => {
        clearTimeout(wait);
        const q = i.value.trim();
        if (q.length < 2) return show(false);
        wait = setTimeout(() => {
        ask && ask.abort(); ask = new AbortController();
        fetch(i.dataset.suggest + '?q=' + encodeURIComponent(q), {signal: ask.signal})
        .then(r => r.ok ? r.json() : []).then(fill).catch(() => {});
        }, 120);
        });
        i.addEventListener('keydown', e => {
        if (list.hidden) return;
        if (e.key === 'ArrowDown') { e.preventDefault(); pick((at + 1) % rows.length); }
        else if (e.key === 'ArrowUp') { e.preventDefault(); pick((at < 1 ? rows.length : at) - 1); }
        else if (e.key === 'Enter' && at >= 0) rows[at].go(e);
        else if (e.key === 'Escape') { e.stopPropagation(); show(false); }
        });
        i.addEventListener('blur', () => show(false));
        });

        """#
}
