/// A regular expression as XPath writes it (XPath and XQuery Functions 3.1, 5.6.1), turned into steps for a matcher that
/// goes back without recursion and counts its work.
struct Pattern: Sendable {
    enum Step: Sendable {
        case one(ScalarClass)
        case lineStart
        case lineEnd
        case textStart
        case textEnd
        /// Goes on at the first place and comes back to the second.
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        /// Fails when nothing was read since the place was saved.
        case progress(Int)
        case backreference(Int)
    }

    private(set) var steps: [Step] = []
    /// Groups in parentheses; group 0 is the whole match.
    private(set) var groups = 0
    private(set) var slots = 2
    let ignoresCase: Bool
    /// With the flag `q` neither the pattern nor the replacement has special characters.
    let isLiteral: Bool
    static let sizeLimit = 5_000

    /// Nil when the text is no pattern or a flag is unknown.
    init?(_ text: String, flags: String) {
        guard flags.allSatisfy({ "smixq".contains($0) }) else { return nil }
        ignoresCase = flags.contains("i")
        isLiteral = flags.contains("q")
        if isLiteral {
            for scalar in text.unicodeScalars { steps.append(.one(.range(scalar.value...scalar.value))) }
            return
        }
        var parser = PatternParser(
            text, isMultiline: flags.contains("m"), dotAll: flags.contains("s"), extended: flags.contains("x"))
        guard let node = parser.pattern() else { return nil }
        groups = parser.groups
        slots = 2 * (groups + 1)
        guard emit(node) else { return nil }
    }

    private mutating func emit(_ node: PatternNode) -> Bool {
        guard steps.count < Self.sizeLimit else { return false }
        switch node {
        case .one(let scalars): steps.append(.one(scalars))
        case .lineStart: steps.append(.lineStart)
        case .lineEnd: steps.append(.lineEnd)
        case .textStart: steps.append(.textStart)
        case .textEnd: steps.append(.textEnd)
        case .backreference(let group): steps.append(.backreference(group))
        case .sequence(let nodes): return nodes.allSatisfy { emit($0) }
        case .group(let index, let inner):
            guard let index else { return emit(inner) }
            steps.append(.save(2 * index))
            guard emit(inner) else { return false }
            steps.append(.save(2 * index + 1))
        case .choice(let nodes): return emitChoice(nodes[...])
        case .repeated(let inner, let least, let most, let isGreedy):
            for _ in 0..<least where !emit(inner) { return false }
            guard let most else { return emitLoop(inner, isGreedy) }
            var exits: [Int] = []
            for _ in least..<max(least, most) {
                exits.append(steps.count)
                steps.append(.jump(0))
                guard emit(inner) else { return false }
            }
            for exit in exits { steps[exit] = isGreedy ? .split(exit + 1, steps.count) : .split(steps.count, exit + 1) }
        }
        return true
    }

    private mutating func emitChoice(_ nodes: ArraySlice<PatternNode>) -> Bool {
        var exits: [Int] = []
        for node in nodes.dropLast() {
            let fork = steps.count
            steps.append(.jump(0))
            guard emit(node) else { return false }
            exits.append(steps.count)
            steps.append(.jump(0))
            steps[fork] = .split(fork + 1, steps.count)
        }
        if let last = nodes.last { guard emit(last) else { return false } }
        for exit in exits { steps[exit] = .jump(steps.count) }
        return true
    }

    private mutating func emitLoop(_ inner: PatternNode, _ isGreedy: Bool) -> Bool {
        let fork = steps.count
        let slot = slots
        slots += 1
        steps.append(.jump(0))
        steps.append(.save(slot))
        guard emit(inner) else { return false }
        steps.append(.progress(slot))
        steps.append(.jump(fork))
        steps[fork] = isGreedy ? .split(fork + 1, steps.count) : .split(steps.count, fork + 1)
        return true
    }
}

/// A part of a pattern.
indirect enum PatternNode: Sendable {
    case one(ScalarClass)
    case lineStart, lineEnd, textStart, textEnd
    case sequence([PatternNode])
    case choice([PatternNode])
    case group(Int?, PatternNode)
    case repeated(PatternNode, least: Int, most: Int?, isGreedy: Bool)
    case backreference(Int)
}
