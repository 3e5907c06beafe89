extension Scripts {
    /// How much of an upload has been sent. The answer takes the page's place; when the way is cut, the answers are
    /// still in the form and the button works again.
    static let upload = #"""
        all('form[data-upload]', f => f.addEventListener('submit', e => {
        if (e.defaultPrevented || ![...f.querySelectorAll('input[type=file]')].some(i => i.files.length)) return;
        e.preventDefault();
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
        x.onload = () => {
        history.pushState(null, '', x.responseURL || location.href);
        document.open(); document.write(x.responseText); document.close();
        };
        x.onerror = x.onabort = () => { box.remove(); delete f.dataset.sent; f.submit(); };
        x.send(data);
        }));

        """#
}
