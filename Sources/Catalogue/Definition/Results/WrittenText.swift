/// A text with its values in their places, line by line.
package struct WrittenText: Sendable, Equatable {
    /// A piece of a line; a value that nobody knows leaves its place blank.
    package enum Run: Sendable, Equatable {
        case words(String)
        case value(String)
        case blank
    }

    package struct Line: Sendable, Equatable {
        package enum Kind: Sendable, Equatable { case paragraph, heading, centred }

        package let kind: Kind
        package let runs: [Run]

        /// The line as plain text, with `blank` where a value is missing.
        package func text(blank: String) -> String {
            runs.map { $0.text ?? blank }.joined()
        }
    }

    /// Lines without anything on them are left out.
    package private(set) var lines: [Line] = []

    /// A value as it is written, and whether a part that asks for it is there; `words` is nil where nothing is known.
    struct Value {
        let words: String?
        let holds: Bool
    }

    init(_ text: TemplateText, value: (_ name: String) -> Value) {
        var current: [Run] = []
        func end() {
            if let line = Self.line(current) { lines.append(line) }
            current = []
        }
        func write(_ pieces: [TemplateText.Piece]) {
            for piece in pieces {
                switch piece {
                case .words("\n"): end()
                case .words(let words): current.append(.words(words))
                case .value(let name):
                    // What somebody typed stays on its line.
                    let words = value(name).words?.split(whereSeparator: \.isNewline).joined(separator: " ")
                    current.append(words.map { .value($0) } ?? .blank)
                case .section(let name, let isInverted, let inner):
                    if value(name).holds != isInverted { write(inner) }
                }
            }
        }
        write(text.pieces)
        end()
    }

    private static func line(_ runs: [Run]) -> Line? {
        guard runs.contains(where: { $0.text?.trimmingWhiteSpace.isEmpty != true }) else { return nil }
        guard case .words(let first) = runs[0] else { return Line(kind: .paragraph, runs: runs) }
        for (sign, kind) in [("# ", Line.Kind.heading), ("= ", .centred)] where first.hasPrefix(sign) {
            return Line(kind: kind, runs: [.words(String(first.dropFirst(2)))] + runs.dropFirst())
        }
        return Line(kind: .paragraph, runs: runs)
    }
}

extension WrittenText.Run {
    /// Nil where a value is missing.
    package var text: String? {
        switch self {
        case .words(let words), .value(let words): words
        case .blank: nil
        }
    }
}
