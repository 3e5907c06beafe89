/// The values every style is made of: colours, steps of space, sizes of type.
///
/// The palette is that of lacquerware: eggshell ground, ink, one deep red, a line of gold; jade for the one act of a
/// page, river for links, amber for waiting. The style sheet's custom properties are written from here.
package enum Tokens {
    /// Text.
    package static let ink = Colour("ink", 0x1A1D21)
    /// Secondary text.
    package static let soft = Colour("soft", 0x474C53)
    /// Cards, fields, tables.
    package static let paper = Colour("paper", 0xFFFFFF)
    /// The ground of every page.
    package static let eggshell = Colour("eggshell", 0xF8F5EF)
    /// A row under the pointer, a quiet button, the foot of the page.
    package static let linen = Colour("linen", 0xEFE9DD)
    /// Hairlines that divide and need not be seen to understand.
    package static let hair = Colour("hair", 0xDED6C6)
    /// The edge of a control, which must be seen.
    package static let edge = Colour("edge", 0x746C60)
    /// Identity strip and national marks; danger and overdue, always with a word.
    package static let lacquer = Colour("lacquer", 0x9E1B25)
    package static let lacquerDeep = Colour("lacquer-deep", 0x7D121B)
    package static let lacquerWash = Colour("lacquer-wash", 0xFBEBE8)
    /// Secondary text on the lacquer strip.
    package static let blush = Colour("blush", 0xF6DDD6)
    /// The one primary action of a page; done, on time.
    package static let jade = Colour("jade", 0x0B5F46)
    package static let jadeDeep = Colour("jade-deep", 0x08483A)
    package static let jadeWash = Colour("jade-wash", 0xE5F1EB)
    /// Links and information.
    package static let river = Colour("river", 0x0B4F9E)
    package static let riverDeep = Colour("river-deep", 0x083A75)
    package static let riverWash = Colour("river-wash", 0xE7EFF9)
    /// Due today, waiting, warnings.
    package static let amber = Colour("amber", 0x7A4F00)
    package static let amberWash = Colour("amber-wash", 0xFFF3D1)
    /// Focus ring (beside an ink edge), the lamp of the present step, the hairline under the strip.
    package static let gold = Colour("gold", 0xF2B705)
    /// Behind a search hit.
    package static let goldWash = Colour("gold-wash", 0xFFE9A6)

    package static let colours = [
        ink, soft, paper, eggshell, linen, hair, edge, lacquer, lacquerDeep, lacquerWash, blush, jade, jadeDeep,
        jadeWash, river, riverDeep, riverWash, amber, amberWash, gold, goldWash,
    ]

    /// Space in steps of 4 px (16 px to the rem).
    static let spaces: [(name: String, value: String)] = [
        ("s1", ".25rem"), ("s2", ".5rem"), ("s3", ".75rem"), ("s4", "1rem"), ("s5", "1.5rem"), ("s6", "2rem"),
        ("s7", "3rem"), ("s8", "4rem"),
    ]

    /// Sizes of type, from the small print of a label to the title of the home page.
    static let sizes: [(name: String, value: String)] = [
        ("t0", ".875rem"), ("t1", "1rem"), ("t2", "1.125rem"), ("t3", "1.375rem"),
        ("t4", "clamp(1.625rem,1.4rem + 1.1vw,2.125rem)"), ("t5", "clamp(1.75rem,1.3rem + 2.2vw,2.75rem)"),
    ]

    /// The colours as custom properties, the first rule of the style sheet.
    static var rule: String { ":root{" + colours.map { "--\($0.name):\($0.hex)" }.joined(separator: ";") + "}" }
}
