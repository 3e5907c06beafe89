// Functions on strings (DMN 1.5, table 58). Positions and lengths count Unicode code points.
extension Builtin {
    static let strings: [Builtin] = [
        Builtin("substring(string: string, start position: number, length?: number) -> string") { a, frame in
            guard let text = a[0].string, let start = a[1].number?.rounded(.down, scale: 0)?.integer, start != 0 else {
                return .null
            }
            let scalars = Array(text.unicodeScalars)
            let first = start > 0 ? start - 1 : scalars.count + start
            guard first >= 0, first <= scalars.count else { return start > 0 ? "" : .null }
            var count = scalars.count - first
            if a.count > 2, let number = a[2].number {
                guard let length = number.rounded(.down, scale: 0)?.integer, length >= 1 else { return .null }
                count = min(count, length)
            }
            return frame.string(String(scalars[first..<(first + count)]))
        },
        Builtin("string length(string: string) -> number") { a, _ in FEELValue(a[0].string?.unicodeScalars.count ?? 0)
        },
        Builtin("upper case(string: string) -> string") { a, frame in frame.string((a[0].string ?? "").uppercased()) },
        Builtin("lower case(string: string) -> string") { a, frame in frame.string((a[0].string ?? "").lowercased()) },
        Builtin("substring before(string: string, match: string) -> string") { a, frame in
            let (text, match) = (Array((a[0].string ?? "").unicodeScalars), Array((a[1].string ?? "").unicodeScalars))
            guard frame.charge(text.count / 16) else { return .null }
            return frame.string(text.firstPlace(of: match).map { String(text[..<$0]) } ?? "")
        },
        Builtin("substring after(string: string, match: string) -> string") { a, frame in
            let (text, match) = (Array((a[0].string ?? "").unicodeScalars), Array((a[1].string ?? "").unicodeScalars))
            guard frame.charge(text.count / 16) else { return .null }
            return frame.string(text.firstPlace(of: match).map { String(text[($0 + match.count)...]) } ?? "")
        },
        Builtin("contains(string: string, match: string) -> boolean") { a, frame in
            let (text, match) = (Array((a[0].string ?? "").unicodeScalars), Array((a[1].string ?? "").unicodeScalars))
            guard frame.charge(text.count / 16) else { return .null }
            return .boolean(text.firstPlace(of: match) != nil)
        },
        Builtin("starts with(string: string, match: string) -> boolean") { a, _ in
            .boolean((a[0].string ?? "").unicodeScalars.starts(with: (a[1].string ?? "").unicodeScalars))
        },
        Builtin("ends with(string: string, match: string) -> boolean") { a, _ in
            .boolean(
                (a[0].string ?? "").unicodeScalars.reversed().starts(
                    with: (a[1].string ?? "").unicodeScalars.reversed()))
        },
        Builtin("string join(list: list<string>, delimiter?: string) -> string") { a, frame in
            let delimiter = a.count > 1 ? a[1].string ?? "" : ""
            let parts = (a[0].list ?? []).compactMap(\.string)
            let length = parts.reduce(delimiter.utf8.count * parts.count) { $0 + $1.utf8.count }
            guard length <= frame.limits.stringLength + delimiter.utf8.count else { return frame.exhaust() }
            return frame.string(parts.joined(separator: delimiter))
        },
    ]
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self = String(view)
    }
}

extension [Unicode.Scalar] {
    /// Where `match` begins for the first time (Knuth, Morris, Pratt); at the start when it is empty.
    fileprivate func firstPlace(of match: [Unicode.Scalar]) -> Int? {
        if match.isEmpty { return 0 }
        var fallback = [0]
        var length = 0
        for index in match.indices.dropFirst() {
            while length > 0, match[index] != match[length] { length = fallback[length - 1] }
            if match[index] == match[length] { length += 1 }
            fallback.append(length)
        }
        length = 0
        for (index, scalar) in enumerated() {
            while length > 0, scalar != match[length] { length = fallback[length - 1] }
            if scalar == match[length] { length += 1 }
            if length == match.count { return index - length + 1 }
        }
        return nil
    }
}
