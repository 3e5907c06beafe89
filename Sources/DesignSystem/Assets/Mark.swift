import Markup

/// The mark of the project: a door that stands a little open, with a line of gold light in it (một cửa, one door).
enum Mark {
    /// In the strip: the frame in white, the light in gold.
    static let inline = Markup.trusted(
        """
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path class="mark-frame" d="M6 28V4h20v24"/>\
        <path class="mark-leaf" d="M6 28V4l11 3v24z"/><path class="mark-light" d="M20.5 9v19"/></svg>
        """)

    /// Where there is nothing yet: the door in outline.
    static let outline = Markup.trusted(
        """
        <svg class="mark mark-quiet" viewBox="0 0 32 32" aria-hidden="true"><path class="mark-frame" \
        d="M6 28V4h20v24"/><path class="mark-leaf" d="M6 28V4l11 3v24z"/><path class="mark-light" d="M20.5 9v19"/></svg>
        """)

    /// The icon of a browser's tab and of an installed portal.
    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" \
        fill="\(Tokens.lacquer.hex)"/><path d="M17 51V13h30v38" fill="none" stroke="#fff" stroke-width="4" \
        stroke-linejoin="round" stroke-linecap="round"/><path d="M17 51V13l16 4.5v38z" fill="#fff"/>\
        <path d="M39.5 21v30" stroke="\(Tokens.gold.hex)" stroke-width="4" stroke-linecap="round"/></svg>
        """
}
