/// A value of FEEL (DMN 1.5, 10.3.2.3 and table 39). Null is also what an operation gives when it has no meaning.
package enum FEELValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(FEELNumber)
    case string(String)
    case date(FEELDate)
    indirect case time(FEELTime)
    indirect case dateTime(FEELDateTime)
    case duration(FEELDuration)
    case months(FEELMonths)
    case list(FEELList)
    case context(FEELContext)
    case range(FEELRange)
    case function(FEELFunction)

    /// A list of these values.
    package init(_ items: [FEELValue]) { self = .list(FEELList(items)) }

    package var isNull: Bool { if case .null = self { true } else { false } }
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    package var number: FEELNumber? { if case .number(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var date: FEELDate? { if case .date(let value) = self { value } else { nil } }
    package var list: [FEELValue]? { if case .list(let value) = self { value.items } else { nil } }
    package var context: FEELContext? { if case .context(let value) = self { value } else { nil } }

    /// How deep lists, contexts and functions are nested; scalars are 0.
    var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .context(let context): context.depth
        case .function(let function): function.depth
        default: 0
        }
    }

    /// How many values stand inside, counted through every path, so that walking the value costs at most that much.
    var weight: Int {
        switch self {
        case .list(let list): list.weight
        case .context(let context): context.weight
        case .function(let function): function.weight
        default: 1
        }
    }
}

extension FEELValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(FEELNumber(value)) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: FEELValue...) { self.init(elements) }
    package init(dictionaryLiteral elements: (String, FEELValue)...) {
        self = .context(FEELContext(elements.map { (key: $0.0, value: $0.1) }))
    }
}
