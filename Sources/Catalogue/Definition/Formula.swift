import Foundation
import Kernel

/// A compiled expression of a definition.
struct Formula: Sendable {
    let text: String
    private let constant: JSON?

    /// Whether it is always true, so that nothing need be computed.
    var isAlwaysTrue: Bool { constant == .bool(true) }

    init(_ text: String) {
        self.text = text
        constant = try? JSON(parsing: text)
    }

    func value(in sight: Sight) -> JSON { constant ?? .null }
    func isTrue(in sight: Sight) -> Bool { value(in: sight) == .bool(true) }
}

/// What one evaluation sees.
struct Sight {
    var facts: CaseFacts
    var this: JSON = .null
    var value: JSON = .null
}
