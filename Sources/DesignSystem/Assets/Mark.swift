import Markup

/// The mark of the project: a village gate, its roof turned up at the ends, with one door in gold (một cửa, one door).
enum Mark {
    private static let gate =
        "M2 8.5c.6 1.9 2.2 3 4.5 3h19c2.3 0 3.9-1.1 4.5-3M8 11.5l2-6h12l2 6M7 11.5V28M25 11.5V28M4 28h24"
    private static let door = "M11.5 28v-7.5a4.5 4.5 0 0 1 9 0V28z"

    /// Beside the name of the site; in its colour, the door in gold.
    static let inline = drawing(classes: "mark")

    /// Where there is nothing yet: larger and quiet.
    static let outline = drawing(classes: "mark mark-quiet")

    private static func drawing(classes: String) -> Markup {
        svg(.class(classes), .named("viewBox", "0 0 32 32"), .aria("hidden", "true")) {
            path(.named("d", gate))
            path(.class("mark-door"), .named("d", door))
        }
    }

    /// The icon of a browser's tab and of an installed portal.
    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="9" \
        fill="\(Tokens.lacquer.hex)"/><g transform="translate(8 7.5)"><path d="\(gate)" fill="none" stroke="#fff" \
        stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/><path d="\(door)" \
        fill="\(Tokens.gold.hex)"/></g></svg>
        """
}
