import Foundation

/// Where a time is told: a fixed offset from UTC or a named zone of the IANA database (DMN 1.5, 10.3.2.3.4).
package enum FEELZone: Hashable, Sendable {
    case offset(seconds: Int32)
    case named(Name)

    /// A zone that the machine's zone table knows.
    package final class Name: Hashable, Sendable {
        package let identifier: String
        private let zone: TimeZone

        init?(_ identifier: String) {
            guard identifier.contains("/") || identifier == "UTC" || identifier == "GMT",
                let zone = TimeZone(identifier: identifier)
            else { return nil }
            self.identifier = identifier
            self.zone = zone
        }

        package static func == (a: Name, b: Name) -> Bool { a.identifier == b.identifier }
        package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

        /// The offset in force when clocks of the zone show that many seconds since 1970-01-01T00:00:00.
        fileprivate func offset(atLocal seconds: Int) -> Int {
            let first = offset(atUniversal: seconds)
            return offset(atUniversal: seconds - first)
        }

        private func offset(atUniversal seconds: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
    }

    static let universal = FEELZone.offset(seconds: 0)

    /// Seconds ahead of UTC at a local date and time.
    func offset(atLocal seconds: Int) -> Int {
        switch self {
        case .offset(let seconds): Int(seconds)
        case .named(let name): name.offset(atLocal: seconds)
        }
    }

    /// `Z`, `+07:00`, `-05:30:10` or `@Asia/Ho_Chi_Minh`; nil otherwise. Offsets reach up to 18 hours.
    init?(_ text: Substring) {
        if text == "Z" || text == "z" {
            self = .universal
        } else if text.hasPrefix("@") {
            guard let name = Name(String(text.dropFirst())) else { return nil }
            self = .named(name)
        } else {
            var reader = DigitReader(text)
            guard let sign = reader.take(["+", "-"]), let hours = reader.number(digits: 2), reader.take([":"]) != nil,
                let minutes = reader.number(digits: 2), minutes < 60
            else { return nil }
            var seconds = hours * 3_600 + minutes * 60
            if reader.take([":"]) != nil {
                guard let rest = reader.number(digits: 2), rest < 60 else { return nil }
                seconds += rest
            }
            guard reader.isAtEnd, seconds <= 18 * 3_600 else { return nil }
            self = .offset(seconds: Int32(sign == "-" ? -seconds : seconds))
        }
    }
}

extension FEELZone: CustomStringConvertible {
    package var description: String {
        switch self {
        case .offset(0): return "Z"
        case .offset(let seconds):
            let size = Int(abs(seconds))
            let text = "\(seconds < 0 ? "-" : "+")\(padded(size / 3_600, 2)):\(padded(size / 60 % 60, 2))"
            return size % 60 == 0 ? text : text + ":" + padded(size % 60, 2)
        case .named(let name): return "@" + name.identifier
        }
    }
}
