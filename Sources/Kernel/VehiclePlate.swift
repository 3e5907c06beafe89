/// The plate of a vehicle (biển số xe), as the vehicle's registration names it.
///
/// Two digits of the place of registration (11 to 99), a series of one or two letters, before 2023 perhaps with a digit,
/// and five digits, on older plates four. Plates of the army and of foreign bodies follow other rules and are not read.
package struct VehiclePlate: Hashable, Sendable {
    /// `30A-123.45`, `29X1-4567`.
    package let text: String

    private static let letters: Set<Character> = Set("ABCDEFGHKLMNPRSTUVXYZĐ")

    /// Reads a plate however its parts are divided: `30a 12345`, `30A-123.45`.
    package init?(_ typed: String) {
        let bare = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
        let place = bare.prefix(2)
        guard let number = Int(place), (11...99).contains(number), place.allSatisfy(Self.isDigit) else { return nil }
        let series = bare.dropFirst(2).prefix { Self.letters.contains($0) }
        let digits = bare.dropFirst(2 + series.count)
        guard (1...2).contains(series.count), (4...6).contains(digits.count), digits.allSatisfy(Self.isDigit) else {
            return nil
        }
        // Six digits are a digit of the series and five of the number; five after two letters are the number.
        let inSeries = digits.count == 6 ? digits.prefix(1) : ""
        let running = digits.dropFirst(inSeries.count)
        let written = running.count == 5 ? "\(running.prefix(3)).\(running.suffix(2))" : String(running)
        text = "\(place)\(series)\(inSeries)-\(written)"
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
