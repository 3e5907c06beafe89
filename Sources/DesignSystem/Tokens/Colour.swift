/// A colour of the palette, written `#RRGGBB` in sRGB.
package struct Colour: Sendable, Hashable {
    package let name: String
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    init(_ name: String, _ rgb: UInt32) {
        self.name = name
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    package var hex: String { "#" + [red, green, blue].map(Self.digits).joined() }

    private static func digits(_ value: UInt8) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return text.count == 1 ? "0" + text : text
    }

    /// Relative luminance, 0 for black and 1 for white (WCAG 2.2, "relative luminance").
    package var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast against another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    package func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The channel's light: the sRGB transfer curve undone (IEC 61966-2-1).
    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.040_45 ? value / 12.92 : power((value + 0.055) / 1.055)
    }

    /// x to the power 2.4 as x² times the fifth root of x², by Newton's iteration; no mathematics library is needed.
    private static func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
