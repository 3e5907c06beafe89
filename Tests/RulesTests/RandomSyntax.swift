@testable import Rules

/// Writes random expressions from a seed.
struct RandomSyntax {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let known = {
        var names = Compiler.knownWords
        names.insert(["full name"])
        return names
    }()

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func chance(_ one: Int) -> Bool { below(one) == 0 }
    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    private static let names = [
        "a", "b", "full name", "d", "count", "substring", "item", "partial", "today", "sort", "string join",
    ]

    mutating func syntax(depth: Int) -> Syntax { Syntax(form(depth), 0, 0) }

    private mutating func form(_ depth: Int) -> Syntax.Form {
        if depth <= 1 { return leaf() }
        let under = depth - 1
        switch below(22) {
        case 0: return .path(syntax(depth: under), pick(["a", "year", "full name", "time offset"]))
        case 1: return .filter(syntax(depth: under), syntax(depth: under))
        case 2: return .call(Syntax(.name(pick(Self.names)), 0, 0), items(under))
        case 3:
            return .callNamed(
                syntax(depth: under), [Syntax.Entry(name: pick(["a", "start position"]), value: syntax(depth: under))])
        case 4: return .negative(syntax(depth: under))
        case 5, 6, 7, 8: return .binary(pick(Syntax.Operator.allCases), syntax(depth: under), syntax(depth: under))
        case 9: return .all(items(under, least: 2))
        case 10: return .any(items(under, least: 2))
        case 11: return .between(syntax(depth: under), syntax(depth: under), syntax(depth: under))
        case 12: return .within(syntax(depth: under), items(under, least: 1))
        case 13:
            return .instance(
                syntax(depth: under),
                pick([.number, .list(.string), .context(["a": .date]), .function([.any], .months)]))
        case 14: return .choice(syntax(depth: under), syntax(depth: under), syntax(depth: under))
        case 15: return .loop(turns(under), syntax(depth: under))
        case 16:
            return chance(2) ? .some(turns(under), syntax(depth: under)) : .every(turns(under), syntax(depth: under))
        case 17: return .list(items(under))
        case 18: return .context((0..<below(3)).map { Syntax.Entry(name: "k\($0)", value: syntax(depth: under)) })
        case 19:
            return .function(
                [.init(name: "x", type: pick([.any, .number])), .init(name: "full name", type: .any)],
                syntax(depth: under))
        case 20:
            return .range(syntax(depth: under), syntax(depth: under), includesStart: chance(2), includesEnd: chance(2))
        default: return .comparison(pick([.less, .greaterOrEqual, .unequal, .equal]), syntax(depth: under))
        }
    }

    private mutating func leaf() -> Syntax.Form {
        switch below(7) {
        case 0: .null
        case 1: .boolean(chance(2))
        case 2: .number(FEELNumber(pick(["0", "1", "-2", "2.5", "1000000", "3e30"])) ?? .zero)
        case 3: .string(pick(["", "x", "đường \"1\"", "a\\b\n", "2026-04-22", "(a+)+"]))
        case 4: .at(pick(["2026-04-22", "P1D", "P2M", "10:00:00", "2026-04-22T10:00:00+07:00"]))
        default: .name(pick(Self.names))
        }
    }

    private mutating func items(_ depth: Int, least: Int = 0) -> [Syntax] {
        (0..<(least + below(3))).map { _ in syntax(depth: depth) }
    }

    private mutating func turns(_ depth: Int) -> [Syntax.Iteration] {
        (0...below(2)).map { index in
            Syntax.Iteration(
                name: "i\(index)", domain: syntax(depth: depth), until: chance(3) ? syntax(depth: depth) : nil)
        }
    }

    private static let scraps = [
        "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "not", "between", "(",
        ")", "[",
        "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "<", "<=", "=", "!=", ">", "@", "\"", "\"x\"",
        "1", "2.5", "1e9",
        "null", "true", "a", "b", "full name", "?", "date", "time", "sum", "function", "external", "instance of",
        "list<", "number",
        "context<", "item", "partial", "//", "/*", "*/", "\\", "đ", "🐎", "\u{0}", "\u{301}", "999999999999999999999",
        "->",
    ]

    mutating func scrap() -> String { pick(Self.scraps) }

    /// The text with a piece put in, cut out or doubled.
    mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let place = below(scalars.count + 1)
        switch below(3) {
        case 0: scalars.insert(contentsOf: scrap().unicodeScalars, at: place)
        case 1: scalars.removeSubrange(place..<min(scalars.count, place + below(5)))
        default: scalars.insert(contentsOf: scalars[place..<min(scalars.count, place + below(20))], at: place)
        }
        return String(scalars)
    }
}
