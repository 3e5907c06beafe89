extension Scripts {
    /// How much of an upload has been sent. The answer takes the page's place; when the way is cut, a file is too large
    /// or the site has a fault, the page stays as it is with words beside the files, and the button works again.
    static let upload = #"""
        all('form[data-upload]', f => f.addEventListener('submit', e => {
        if (e.defaultPrevented || ![...f.querySelectorAll('input[type=file]')].some(i => i.files.length)) return;
        e.preventDefault();
        f.querySelectorAll('[data-failed]').forEach(p => p.remove());
        const data = new FormData(f), by = e.submitter;
        if (by && by.name) data.append(by.name, by.value);
        const words = make('p', {}), bar = make('progress', {max: 100});
        const box = make('div', {className: 'progress'}, words, bar);
        words.setAttribute('role', 'status');
        words.textContent = f.dataset.upload + '…';
        bar.setAttribute('aria-label', f.dataset.upload);
        f.append(box);
        const x = new XMLHttpRequest();
        x.open('POST', by && by.hasAttribute('formaction') ? by.formAction : f.action);
        x.setRequestHeader('Accept', 'text/html');
        let told = 0;
        x.upload.onprogress = p => {
        if (!p.lengthComputable) return;
        const part = Math.floor(p.loaded * 100 / p.total); bar.value = part;
        if (part - told >= 20 || part === 100) { told = part; words.textContent = f.dataset.upload + ': ' + part + ' %'; }
        };
        const stay = said => {
        const p = make('p', {className: 'problem', textContent: said});
        const i = [...f.querySelectorAll('input[type=file]')].find(i => i.files.length);
        p.setAttribute('role', 'alert'); p.dataset.failed = ''; box.remove(); delete f.dataset.sent;
        (i || f.lastElementChild).before(p); (i || f).focus();
        // The answers are not saved: leaving asks first, as before.
        f.dispatchEvent(new Event('input'));
        };
        x.onload = () => {
        if (x.status === 413 || x.status >= 500) return stay(x.status === 413 ? f.dataset.large : f.dataset.cut);
        history.pushState(null, '', x.responseURL || location.href);
        document.open(); document.write(x.responseText); document.close();
        };
        x.onerror = x.onabort = () => stay(f.dataset.cut);
        x.send(data);
        }));

        """#
}
