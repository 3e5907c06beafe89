"""Files as people send them: a PDF, a photograph from a telephone, a file of a wrong kind."""
import base64

# A picture of 12 megapixels that hardly compresses, as a telephone makes of a worn paper in bad light.
PHOTOGRAPH = """async () => {
    const canvas = new OffscreenCanvas(4000, 3000), context = canvas.getContext('2d');
    const image = context.createImageData(4000, 250), words = new Uint32Array(16384);
    for (let top = 0; top < 3000; top += 250) {
        const target = new Uint32Array(image.data.buffer);
        for (let at = 0; at < target.length; at += words.length) {
            crypto.getRandomValues(words);
            for (let k = 0; k < words.length && at + k < target.length; k++)
                target[at + k] = 0xff808080 | (words[k] & 0x7f7f7f);
        }
        context.putImageData(image, 0, top);
    }
    const blob = await canvas.convertToBlob({type: 'image/jpeg', quality: 0.94});
    return await new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1]);
        reader.readAsDataURL(blob);
    });
}"""

made = {}


def photograph(browser):
    """A JPEG of about 10 MB, made once."""
    if "photograph" not in made:
        page = browser.new_page()
        page.goto("about:blank")
        made["photograph"] = base64.b64decode(page.evaluate(PHOTOGRAPH))
        page.close()
        assert 8_000_000 < len(made["photograph"]) < 14_000_000, f"{len(made['photograph'])} bytes"
    return {"name": "anh chụp giấy tờ.jpg", "mimeType": "image/jpeg", "buffer": made["photograph"]}


def pdf(name="giay-to-mau.pdf", text="Ban sao (mau)"):
    """A small PDF of one page."""
    stream = f"BT /F1 24 Tf 60 760 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return {"name": name, "mimeType": "application/pdf", "buffer": out}


def wrong_kind():
    """A program in the clothes of a PDF."""
    return {"name": "giay-to.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00" + bytes(4000)}
