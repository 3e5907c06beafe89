/// Where the parts of a block in braces are written.
struct FlowSpans {
    /// One part: its key, and its value when it has one.
    struct Part {
        let key: Range<Int>
        let value: Range<Int>?

        var whole: Range<Int> { key.lowerBound..<(value?.upperBound ?? key.upperBound) }
    }

    private(set) var parts: [Part] = []
    /// Behind the closing brace.
    private(set) var end: Int

    /// Reads from an opening brace or bracket; nil when it is not closed.
    init?(_ scalars: [Unicode.Scalar], at start: Int) {
        guard scalars.indices.contains(start), scalars[start] == "{" || scalars[start] == "[" else { return nil }
        end = start + 1
        var at = start + 1
        while at < scalars.count {
            at = Self.passing(scalars, from: at)
            guard at < scalars.count else { return nil }
            if scalars[at] == "}" || scalars[at] == "]" {
                end = at + 1
                return
            }
            if scalars[at] == "," {
                at += 1
                continue
            }
            guard let key = Self.piece(scalars, from: at, isKey: true) else { return nil }
            at = Self.passing(scalars, from: key)
            guard at < scalars.count, scalars[at] == ":" else {
                parts.append(Part(key: Self.start(of: key, after: parts, scalars, start)..<key, value: nil))
                continue
            }
            let begin = Self.start(of: key, after: parts, scalars, start)
            let behind = Self.passing(scalars, from: at + 1)
            if behind < scalars.count, [",", "}", "]"].contains(scalars[behind]) {
                parts.append(Part(key: begin..<key, value: (at + 1)..<(at + 1)))
                at = behind
                continue
            }
            guard let done = Self.piece(scalars, from: behind, isKey: false) else { return nil }
            parts.append(Part(key: begin..<key, value: behind..<done))
            at = done
        }
        return nil
    }

    /// Where the piece begins that ends at `end`.
    private static func start(of end: Int, after parts: [Part], _ scalars: [Unicode.Scalar], _ open: Int) -> Int {
        var at = (parts.last?.whole.upperBound ?? open + 1)
        while at < end {
            at = passing(scalars, from: at)
            if at < end, scalars[at] == "," { at += 1 } else { break }
        }
        return at
    }

    /// Past blanks, line ends and comments.
    private static func passing(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var at = start
        while at < scalars.count {
            switch scalars[at] {
            case " ", "\t", "\n", "\r": at += 1
            case "#" where at == 0 || [" ", "\t", "\n"].contains(scalars[at - 1]):
                while at < scalars.count, scalars[at] != "\n" { at += 1 }
            default: return at
            }
        }
        return at
    }

    /// Behind a quoted text, a block in braces, or a plain text.
    static func piece(_ scalars: [Unicode.Scalar], from start: Int, isKey: Bool) -> Int? {
        guard start < scalars.count else { return nil }
        switch scalars[start] {
        case "{", "[": return FlowSpans(scalars, at: start)?.end
        case "\"", "'": return quoted(scalars, from: start)
        default:
            var at = start
            while at < scalars.count {
                let sign = scalars[at]
                let next = at + 1 < scalars.count ? scalars[at + 1] : "\n"
                if [",", "{", "}", "[", "]"].contains(sign) { break }
                if sign == ":", [" ", "\t", "\n", "\r", ",", "}", "]"].contains(next) { break }
                if sign == "#", at > start, [" ", "\t", "\n"].contains(scalars[at - 1]) { break }
                at += 1
            }
            while at > start, [" ", "\t", "\n", "\r"].contains(scalars[at - 1]) { at -= 1 }
            return at
        }
    }

    /// Behind a text in quotation marks.
    static func quoted(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let mark = scalars[start]
        var at = start + 1
        while at < scalars.count {
            if scalars[at] == "\\", mark == "\"" {
                at += 2
                continue
            }
            if scalars[at] == mark {
                guard mark == "'", at + 1 < scalars.count, scalars[at + 1] == "'" else { return at + 1 }
                at += 1
            }
            at += 1
        }
        return nil
    }
}
