/// Finds the matches of a pattern in a text. It keeps its own stack of places to go back to and counts every step, so
/// that no pattern can hang or overflow.
struct PatternMatcher {
    private struct Branch {
        let step: Int
        let place: Int
        let undo: Int
    }

    private let pattern: Pattern
    private let text: [Unicode.Scalar]
    private let frame: Frame

    init(_ pattern: Pattern, _ text: String, _ frame: Frame) {
        self.pattern = pattern
        self.text = Array(text.unicodeScalars)
        self.frame = frame
    }

    /// Whether the pattern matches anywhere; nil when work ran out.
    func hasMatch() -> Bool? {
        let match = search(from: 0)
        return frame.isExhausted ? nil : match != nil
    }

    /// The text between the matches; nil when the pattern matches nothing at all, which divides nothing.
    func pieces() -> [String]? {
        guard let matches = matches() else { return nil }
        var (pieces, last): ([String], Int) = ([], 0)
        for match in matches {
            pieces.append(String(text[last..<match[0]]))
            last = match[1]
        }
        return pieces + [String(text[last...])]
    }

    /// The text with every match replaced; `$1` in the replacement is the first group, `\$` a dollar sign. Nil when the
    /// pattern matches the empty text or the replacement is not well formed.
    func replaced(with replacement: String) -> String? {
        guard let matches = matches() else { return nil }
        let parts = Array(replacement.unicodeScalars)
        var (out, last): ([Unicode.Scalar], Int) = ([], 0)
        for match in matches {
            out += text[last..<match[0]]
            guard append(parts, match, &out), frame.charge(1 + out.count / 1_024) else { return nil }
            guard out.count <= frame.limits.stringLength else { return nil }
            last = match[1]
        }
        return String(out + text[last...])
    }

    private func append(_ replacement: [Unicode.Scalar], _ match: [Int], _ out: inout [Unicode.Scalar]) -> Bool {
        if pattern.isLiteral {
            out += replacement
            return true
        }
        var at = 0
        while at < replacement.count {
            let scalar = replacement[at]
            at += 1
            if scalar == "\\" {
                guard at < replacement.count, replacement[at] == "\\" || replacement[at] == "$" else { return false }
                out.append(replacement[at])
                at += 1
            } else if scalar == "$" {
                guard at < replacement.count, replacement[at].isDigit else { return false }
                var group = 0
                while at < replacement.count, replacement[at].isDigit {
                    let wider = group * 10 + Int(replacement[at].value - 0x30)
                    if wider > pattern.groups, group > 0 { break }
                    group = wider
                    at += 1
                    if group == 0 || group > pattern.groups { break }
                }
                if group <= pattern.groups, match[2 * group] >= 0, match[2 * group + 1] >= match[2 * group] {
                    out += text[match[2 * group]..<match[2 * group + 1]]
                }
            } else {
                out.append(scalar)
            }
        }
        return true
    }

    private func matches() -> [[Int]]? {
        var (found, place): ([[Int]], Int) = ([], 0)
        if match(at: 0, in: []) == nil && frame.isExhausted { return nil }
        if let empty = match(at: 0, in: [])?[1], empty == 0, text.isEmpty { return nil }
        while let match = search(from: place) {
            guard match[1] > match[0] else { return nil }
            found.append(match)
            place = match[1]
        }
        return frame.isExhausted ? nil : found
    }

    private func search(from start: Int) -> [Int]? {
        for place in start...text.count {
            if let match = match(at: place, in: text) { return match }
            if frame.isExhausted { return nil }
        }
        return nil
    }

    /// The places of the match that begins here: start and end of it, then of each group.
    private func match(at start: Int, in text: [Unicode.Scalar]) -> [Int]? {
        var places = [Int](repeating: -1, count: pattern.slots)
        var undone: [(slot: Int, place: Int)] = []
        var branches: [Branch] = []
        var (step, place) = (0, start)
        while true {
            guard frame.charge(1) else { return nil }
            if step == pattern.steps.count {
                places[0] = start
                places[1] = place
                return places
            }
            var holds = true
            switch pattern.steps[step] {
            case .one(let scalars):
                holds = place < text.count && accepts(scalars, text[place])
                place += 1
            case .textStart: holds = place == 0
            case .textEnd: holds = place == text.count
            case .lineStart: holds = place == 0 || text[place - 1] == "\n"
            case .lineEnd: holds = place == text.count || text[place] == "\n"
            case .jump(let target): step = target - 1
            case .split(let first, let second):
                branches.append(Branch(step: second, place: place, undo: undone.count))
                step = first - 1
            case .save(let slot):
                undone.append((slot, places[slot]))
                places[slot] = place
            case .progress(let slot): holds = places[slot] != place
            case .backreference(let group):
                let (from, to) = (places[2 * group], places[2 * group + 1])
                if from >= 0, to >= from {
                    let count = to - from
                    holds =
                        place + count <= text.count
                        && (0..<count).allSatisfy { isSame(text[from + $0], text[place + $0]) }
                    place += count
                }
            }
            step += 1
            if !holds {
                guard let branch = branches.popLast() else { return nil }
                (step, place) = (branch.step, branch.place)
                while undone.count > branch.undo {
                    let last = undone.removeLast()
                    places[last.slot] = last.place
                }
            }
        }
    }

    private func accepts(_ scalars: ScalarClass, _ scalar: Unicode.Scalar) -> Bool {
        pattern.ignoresCase ? scalars.containsIgnoringCase(scalar) : scalars.contains(scalar)
    }

    private func isSame(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        a == b || pattern.ignoresCase && a.properties.lowercaseMapping == b.properties.lowercaseMapping
    }
}
