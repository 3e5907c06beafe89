/// The plate of a vehicle (biển số xe), as the vehicle's registration names it.
///
/// Two digits of the place of registration (11 to 99), a series of one or two letters, before 2023 perhaps with a digit,
/// and five digits, on older plates four. Plates of the army and of foreign bodies follow other rules and are not read.
package struct VehiclePlate: Hashable, Sendable {
    /// `30A-123.45`, `29X1-4567`.
    package let text: String

    private static let letters: Set<Character> = Set("ABCDEFGHKLMNPRSTUVXYZĐ")

    /// Reads a plate however its parts are divided: `30a 12345`, `30A-123.45`; nil too where it may be one of two.
    package init?(_ typed: String) {
        let readings = Self.readings(typed)
        guard readings.count == 1 else { return nil }
        self = readings[0]
    }

    /// The plates that may be meant: none where it is no plate; two where nothing tells the series from the number, as in
    /// `29X14567`, which is a motorcycle's `29X1-4567` or a car's `29X-145.67`.
    package static func readings(_ typed: String) -> [VehiclePlate] {
        let parts = typed.uppercased().split { $0.isWhitespace || $0 == "-" || $0 == "." }
        let bare = parts.joined()
        let place = bare.prefix(2)
        guard let number = Int(place), (11...99).contains(number), place.allSatisfy(isDigit) else { return [] }
        let series = bare.dropFirst(2).prefix { letters.contains($0) }
        let digits = bare.dropFirst(2 + series.count)
        guard (1...2).contains(series.count), (4...6).contains(digits.count), digits.allSatisfy(isDigit) else {
            return []
        }
        return seriesDigits(digits, letters: series.count, beforeDivider: run(parts, after: 2 + series.count)).map {
            let running = digits.dropFirst($0)
            let written = running.count == 5 ? "\(running.prefix(3)).\(running.suffix(2))" : String(running)
            return VehiclePlate(text: "\(place)\(series)\(digits.prefix($0))-\(written)")
        }
    }

    private init(text: String) { self.text = text }

    /// How many of the digits may belong to the series: none or one. The divider that was typed decides.
    private static func seriesDigits(_ digits: Substring, letters: Int, beforeDivider run: Int) -> [Int] {
        switch (digits.count, run) {
        case (4, 1): []
        case (4, _): [0]
        // Six digits are a digit of the series and five of the number.
        case (6, _): [1]
        case (_, 1): [1]
        // A number of four has no dot behind its third digit, and no series the digit 0.
        case (_, 0), (_, 3): [0]
        default: letters == 2 || digits.first == "0" ? [0] : [0, 1]
        }
    }

    /// The digits that were typed behind the series before anything divides them.
    private static func run(_ parts: [Substring], after count: Int) -> Int {
        var ends = 0
        for part in parts {
            ends += part.count
            if ends >= count { return ends - count }
        }
        return 0
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
