extension Scripts {
    /// The keys of the desk: `j` and `k` walk the rows, Enter follows the row's link, `/` searches, `?` shows the keys.
    static let desk = #"""
        const keys = document.getElementById('keys');
        const rest = () => { try { return localStorage.getItem('keys') === 'off'; } catch { return false; } };
        const walk = step => {
        const links = [...document.querySelectorAll('[data-walk] tbody tr')].map(r => r.querySelector('a')).filter(Boolean);
        const row = document.activeElement.closest('[data-walk] tbody tr');
        const now = row ? links.indexOf(row.querySelector('a')) : -1;
        const to = links[Math.min(links.length - 1, Math.max(0, now + step))];
        if (to) { to.focus(); to.closest('tr').scrollIntoView({block: 'nearest'}); }
        };
        const showKeys = () => {
        const shut = make('button', {className: 'button', textContent: keys.dataset.close});
        const turn = make('button', {type: 'button', className: 'as-link'});
        const name = () => turn.textContent = rest() ? keys.dataset.on : keys.dataset.off;
        turn.onclick = () => { try { localStorage.setItem('keys', rest() ? 'on' : 'off'); } catch {} name(); };
        name();
        const title = make('h2', {id: 'keys-title', textContent: keys.querySelector('summary').textContent});
        const box = make('dialog', {className: 'key-box'}, title, keys.querySelector('dl').cloneNode(true),
        make('form', {method: 'dialog', className: 'buttons'}, shut, turn));
        box.setAttribute('aria-labelledby', title.id);
        box.onclose = () => box.remove();
        document.body.append(box); box.showModal();
        };
        if (keys) {
        document.addEventListener('keydown', e => {
        if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input,select,textarea,dialog,[contenteditable]')) return;
        if (e.key === '?') { e.preventDefault(); return showKeys(); }
        if (rest()) return;
        if (e.key === 'j') walk(1);
        else if (e.key === 'k') walk(-1);
        else if (e.key === '/') { const s = document.querySelector('input[type=search]'); if (s) { e.preventDefault(); s.focus(); } }
        });
        }

        """#
}
