/// Reads the text of a pattern.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var nesting = 0
    private var openGroups: Set<Int> = []
    private let isMultiline: Bool
    private let dotAll: Bool
    private let extended: Bool
    private(set) var groups = 0

    init(_ text: String, isMultiline: Bool, dotAll: Bool, extended: Bool) {
        scalars = extended ? Self.withoutSpace(text) : Array(text.unicodeScalars)
        self.isMultiline = isMultiline
        self.dotAll = dotAll
        self.extended = extended
    }

    /// With the flag `x` white space does not count, except in brackets.
    private static func withoutSpace(_ text: String) -> [Unicode.Scalar] {
        var (kept, depth, isEscaped): ([Unicode.Scalar], Int, Bool) = ([], 0, false)
        for scalar in text.unicodeScalars {
            if depth == 0, ScalarClass.space.contains(scalar) { continue }
            if !isEscaped, scalar == "[" { depth += 1 }
            if !isEscaped, scalar == "]" { depth = max(0, depth - 1) }
            isEscaped = !isEscaped && scalar == "\\"
            kept.append(scalar)
        }
        return kept
    }

    mutating func pattern() -> PatternNode? {
        guard let node = choice(), at == scalars.count else { return nil }
        return node
    }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        at += 1
        return true
    }

    private mutating func choice() -> PatternNode? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting < 50, let first = sequence() else { return nil }
        var nodes = [first]
        while take("|") {
            guard let node = sequence() else { return nil }
            nodes.append(node)
        }
        return nodes.count == 1 ? first : .choice(nodes)
    }

    private mutating func sequence() -> PatternNode? {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let atom = atom(), let node = quantified(atom) else { return nil }
            nodes.append(node)
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func quantified(_ atom: PatternNode) -> PatternNode? {
        let (least, most): (Int, Int?)
        switch next {
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "?": (least, most) = (0, 1)
        case "{":
            at += 1
            guard let from = number() else { return nil }
            var to: Int? = from
            if take(",") { to = number() }
            guard next == "}", to ?? from >= from, from <= 1_000, to ?? 0 <= 1_000 else { return nil }
            (least, most) = (from, to)
        default: return atom
        }
        at += 1
        let isLazy = take("?")
        if let next, ["*", "+", "?", "{"].contains(next) { return nil }
        return .repeated(atom, least: least, most: most, isGreedy: !isLazy)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, scalar.isDigit {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 10_000)
            at += 1
        }
        return value
    }

    private mutating func atom() -> PatternNode? {
        guard let scalar = next else { return nil }
        at += 1
        switch scalar {
        case ".": return .one(dotAll ? .everything : .everythingOnALine)
        case "^": return isMultiline ? .lineStart : .textStart
        case "$": return isMultiline ? .lineEnd : .textEnd
        case "(":
            var index: Int?
            if take("?") {
                guard take(":") else { return nil }
            } else {
                groups += 1
                index = groups
            }
            if let index { openGroups.insert(index) }
            guard let inner = choice(), take(")") else { return nil }
            if let index { openGroups.remove(index) }
            return .group(index, inner)
        case "[": return bracket().map { .one($0) }
        case "\\":
            if let digit = next, digit.isDigit, digit != "0" {
                return backreference()
            }
            return escape().map { .one($0) }
        case "*", "+", "?", "{", "}", "]", ")": return nil
        default: return .one(.range(scalar.value...scalar.value))
        }
    }

    /// As many digits as make the number of a group that is closed already.
    private mutating func backreference() -> PatternNode? {
        var group = 0
        while let digit = next, digit.isDigit, group * 10 + Int(digit.value - 0x30) <= groups {
            group = group * 10 + Int(digit.value - 0x30)
            at += 1
        }
        return group > 0 && !openGroups.contains(group) ? .backreference(group) : nil
    }

    private mutating func escape() -> ScalarClass? {
        guard let scalar = next else { return nil }
        at += 1
        switch scalar {
        case "d": return .digit
        case "D": return .not(.digit)
        case "w": return .word
        case "W": return .not(.word)
        case "s": return .space
        case "S": return .not(.space)
        case "i": return .nameStart
        case "I": return .not(.nameStart)
        case "c": return .name
        case "C": return .not(.name)
        case "n": return .range(10...10)
        case "r": return .range(13...13)
        case "t": return .range(9...9)
        case "p", "P":
            guard take("{") else { return nil }
            var name = ""
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                at += 1
            }
            guard take("}") else { return nil }
            let named: ScalarClass
            if let block = UnicodeBlocks.ranges[name] {
                named = .range(block)
            } else {
                guard ScalarClass.categories.contains(name) else { return nil }
                named = .category(name)
            }
            return scalar == "p" ? named : .not(named)
        case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "$", "-", "[", "]", "^", "/":
            return .range(scalar.value...scalar.value)
        default: return nil
        }
    }

    /// A class in brackets, whose opening one is taken.
    private mutating func bracket() -> ScalarClass? {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting < 50 else { return nil }
        let isNegated = take("^")
        var parts: [ScalarClass] = []
        var subtracted: ScalarClass?
        while let scalar = next, scalar != "]" {
            at += 1
            if scalar == "-", next == "[" {
                at += 1
                guard !parts.isEmpty, let inner = bracket() else { return nil }
                subtracted = inner
                break
            }
            if scalar == "[" { return nil }
            guard let low = scalar == "\\" ? escape() : .range(scalar.value...scalar.value) else { return nil }
            guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]", scalars[at + 1] != "[" else {
                parts.append(low)
                continue
            }
            at += 1
            guard case .range(let first) = low, let end = next else { return nil }
            at += 1
            guard case .range(let last)? = end == "\\" ? escape() : .range(end.value...end.value),
                first.lowerBound <= last.lowerBound
            else { return nil }
            parts.append(.range(first.lowerBound...last.lowerBound))
        }
        guard take("]"), !parts.isEmpty else { return nil }
        let union: ScalarClass = parts.count == 1 ? parts[0] : .union(parts)
        let whole: ScalarClass = isNegated ? .not(union) : union
        return subtracted.map { .minus(whole, $0) } ?? whole
    }
}
