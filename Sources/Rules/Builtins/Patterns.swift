// Functions on strings with patterns (DMN 1.5, table 58; patterns as in XPath 3.1).
extension Builtin {
    static let patterns: [Builtin] = [
        Builtin("split(string: string, delimiter: string) -> list<string>") { a, frame in
            guard let text = a[0].string, let pattern = Pattern(a[1].string ?? "", flags: "") else { return .null }
            let matcher = PatternMatcher(pattern, text, frame)
            guard let pieces = matcher.pieces() else { return .null }
            return frame.list(pieces.map { .string($0) })
        },
        Builtin("matches(input: string, pattern: string, flags?: string) -> boolean") { a, frame in
            guard let pattern = Pattern(a[1].string ?? "", flags: a.count > 2 ? a[2].string ?? "" : "") else {
                return .null
            }
            return FEELValue(PatternMatcher(pattern, a[0].string ?? "", frame).hasMatch())
        },
        Builtin("replace(input: string, pattern: string, replacement: string, flags?: string) -> string") { a, frame in
            guard let pattern = Pattern(a[1].string ?? "", flags: a.count > 3 ? a[3].string ?? "" : "") else {
                return .null
            }
            let matcher = PatternMatcher(pattern, a[0].string ?? "", frame)
            return matcher.replaced(with: a[2].string ?? "").map { frame.string($0) } ?? .null
        },
    ]
}
