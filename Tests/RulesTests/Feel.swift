import Kernel
import Testing

@testable import Rules

/// Evaluating an expression in a test, unchecked as a model's would be.
enum Feel {
    /// Wednesday, 22 April 2026, 09:00 in Vietnam.
    static let now = Instant("2026-04-22T09:00:00+07:00") ?? Instant(seconds: 0)

    static func value(_ source: String, _ values: [String: FEELValue] = [:]) -> FEELValue? {
        let names = RuleNames(values.mapValues { _ in .any }, isOpen: true)
        return try? Rule.compile(source, names: names, isChecked: false).get().value(in: RuleScope(values, now: now))
    }

    /// Checks lines of an expression and what it gives, itself written in FEEL.
    static func expect(
        _ table: [(String, String)], _ values: [String: FEELValue] = [:], at location: SourceLocation = #_sourceLocation
    ) {
        for (source, expected) in table {
            let (result, wanted) = (value(source, values), value(expected, values))
            let isSame =
                result?.isNull == true && wanted?.isNull == true
                || result.map { $0.equals(wanted ?? .null) == true } ?? false
            #expect(
                isSame, "\(source) gives \(result?.text ?? "no syntax"), not \(expected)", sourceLocation: location)
        }
    }
}
