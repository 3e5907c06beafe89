/// A type of FEEL (DMN 1.5, 10.3.2.9), as rules declare what they may read.
package indirect enum FEELType: Hashable, Sendable {
    /// Nothing is known; everything is allowed.
    case any
    case null
    case boolean
    case number
    case string
    /// A string that is one of these codes.
    case choice([String])
    case date
    case time
    case dateTime
    case duration
    case months
    case list(FEELType)
    /// Entries by name; without any, the entries are unknown.
    case context([String: FEELType])
    case range(FEELType)
    case function([FEELType], FEELType)
    /// A type of which only some values are allowed. Rules read their names without it; it counts where a value must be
    /// of the type.
    case limited(FEELType, AllowedValues)

    /// The types of one word or several, as the standard writes them.
    static let spelled: [(words: [String], type: FEELType)] = [
        (["years", "and", "months", "duration"], .months), (["days", "and", "time", "duration"], .duration),
        (["date", "and", "time"], .dateTime), (["dateTime"], .dateTime), (["date"], .date), (["time"], .time),
        (["dayTimeDuration"], .duration), (["yearMonthDuration"], .months),
        (["number"], .number), (["string"], .string), (["boolean"], .boolean), (["Any"], .any), (["Null"], .null),
    ]

    /// Whether a value belongs to the type (table 54); null belongs to `Any` and `Null` alone.
    func contains(_ value: FEELValue) -> Bool {
        switch (self, value) {
        case (.any, _): true
        case (.null, .null), (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
            (.time, .time), (.dateTime, .dateTime), (.duration, .duration), (.months, .months):
            true
        case (.choice(let codes), .string(let code)): codes.contains(code)
        case (.list(let item), .list(let list)): item == .any || list.items.allSatisfy { item.admits($0) }
        case (.context(let entries), .context(let context)):
            entries.allSatisfy { name, type in context[name].map { type.admits($0) } ?? false }
        case (.range(let item), .range(let range)): item.admits(range.start) && item.admits(range.end)
        case (.function(let parameters, let result), .function(let function)):
            function.conforms(to: parameters, result)
        case (.limited(let base, let allowed), _): base.contains(value) && allowed.admits(value)
        default: false
        }
    }

    /// Like `contains`, but an absent value is never against the type.
    func admits(_ value: FEELValue) -> Bool { value.isNull || contains(value) }

    /// Whether a place of that type may hold values of this one (table 55).
    func conforms(to other: FEELType) -> Bool {
        switch (self, other) {
        case (_, .any), (.null, _): true
        case (.limited(let mine, let allowed), .limited(let its, let wanted)):
            allowed == wanted && mine.conforms(to: its)
        case (.limited(let mine, _), _): mine.conforms(to: other)
        case (.choice(let mine), .choice(let its)): mine.allSatisfy(its.contains)
        case (.choice, .string): true
        case (.list(let mine), .list(let its)), (.range(let mine), .range(let its)): mine.conforms(to: its)
        case (.context(let mine), .context(let its)):
            its.allSatisfy { name, type in mine[name].map { $0.conforms(to: type) } ?? false }
        case (.function(let mine, let result), .function(let its, let itsResult)):
            mine.count == its.count && zip(its, mine).allSatisfy { $0.conforms(to: $1) }
                && result.conforms(to: itsResult)
        default: self == other
        }
    }
}

extension FEELFunction {
    func conforms(to wanted: [FEELType], _ wantedResult: FEELType) -> Bool {
        if case .builtin(_, let overloads) = body {
            return overloads.contains { $0.parameters.count == wanted.count } || wanted.isEmpty
        }
        return wanted.count == parameters.count
            && zip(wanted, parameters).allSatisfy { $0.conforms(to: $1.type) }
            && (result == .any || result.conforms(to: wantedResult))
    }
}
