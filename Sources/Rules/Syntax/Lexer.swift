/// Cuts the text of an expression into tokens (DMN 1.5, 10.3.1.2, rules 25 to 38 and 62 to 64).
///
/// Names that consist of several words are put together by the parser, which knows them.
struct Lexer {
    private let scalars: [Unicode.Scalar]
    private var at = 0

    /// All tokens, the last of kind `end`; or the first thing that cannot be read.
    ///
    /// - Parameter origin: what the places are counted from, when the text is one of several.
    static func tokens(of source: String, limits: RuleLimits = .standard, origin: Int = 0)
        -> Result<[Token], SyntaxFault>
    {
        var lexer = Lexer(scalars: Array(source.unicodeScalars))
        guard lexer.scalars.count <= limits.sourceLength else {
            return .failure(SyntaxFault(.tooLong(limits.sourceLength), origin, origin))
        }
        let tokens = lexer.read()
        guard origin > 0 else { return tokens }
        return tokens.map { $0.map { $0.moved(by: origin) } }.mapError {
            SyntaxFault($0.reason, $0.start + origin, $0.end + origin)
        }
    }

    private mutating func read() -> Result<[Token], SyntaxFault> {
        var tokens: [Token] = []
        tokens.reserveCapacity(scalars.count / 3 + 2)
        while true {
            let before = at
            if let fault = skipSpace() { return .failure(fault) }
            let spaced = at > before
            guard at < scalars.count else {
                tokens.append(Token(kind: .end, text: "", start: at, end: at, spaced: spaced))
                return .success(tokens)
            }
            let start = at
            let scalar = scalars[at]
            if Self.startsName(scalar) {
                at += 1
                while at < scalars.count, Self.continuesName(scalars[at]) { at += 1 }
                tokens.append(token(.word, from: start, spaced))
            } else if scalar.isDigit || scalar == "." && peek(1)?.isDigit == true {
                readNumber()
                tokens.append(token(.number, from: start, spaced))
            } else if scalar == "\"" {
                switch readString() {
                case .success(let text):
                    tokens.append(Token(kind: .string, text: text, start: start, end: at, spaced: spaced))
                case .failure(let fault): return .failure(fault)
                }
            } else {
                at += isPair(scalar, peek(1)) ? 2 : 1
                tokens.append(token(.symbol, from: start, spaced))
            }
        }
    }

    private func isPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar?) -> Bool {
        switch (first, second) {
        case (".", "."), ("*", "*"), ("<", "="), (">", "="), ("!", "="), ("-", ">"): true
        default: false
        }
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        at + distance < scalars.count ? scalars[at + distance] : nil
    }

    private func token(_ kind: Token.Kind, from start: Int, _ spaced: Bool) -> Token {
        Token(kind: kind, text: String(scalars: scalars[start..<at]), start: start, end: at, spaced: spaced)
    }

    private mutating func skipSpace() -> SyntaxFault? {
        while at < scalars.count {
            if scalars[at].isSpace || scalars[at] == "\u{FEFF}" {
                at += 1
            } else if scalars[at] == "/", peek(1) == "/" {
                while at < scalars.count, scalars[at] != "\n" { at += 1 }
            } else if scalars[at] == "/", peek(1) == "*" {
                let start = at
                at += 2
                while at < scalars.count, !(scalars[at] == "*" && peek(1) == "/") { at += 1 }
                guard at < scalars.count else { return SyntaxFault(.openComment, start, scalars.count) }
                at += 2
            } else {
                break
            }
        }
        return nil
    }

    private mutating func readNumber() {
        while let next = peek(0), next.isDigit { at += 1 }
        if peek(0) == ".", peek(1)?.isDigit == true {
            at += 1
            while let next = peek(0), next.isDigit { at += 1 }
        }
        if peek(0) == "e" || peek(0) == "E" {
            let signed = peek(1) == "+" || peek(1) == "-"
            if peek(signed ? 2 : 1)?.isDigit == true {
                at += signed ? 2 : 1
                while let next = peek(0), next.isDigit { at += 1 }
            }
        }
    }

    private mutating func readString() -> Result<String, SyntaxFault> {
        let start = at
        at += 1
        while let scalar = peek(0), scalar != "\"", scalar != "\\" { at += 1 }
        if peek(0) == "\"" {
            at += 1
            return .success(String(scalars: scalars[start + 1..<at - 1]))
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start + 1..<at])
        while let scalar = peek(0), scalar != "\"" {
            guard scalar == "\\" else {
                text.append(scalar)
                at += 1
                continue
            }
            switch peek(1) {
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "t": text.append("\t")
            case "b": text.append("\u{8}")
            case "f": text.append("\u{C}")
            case "\"", "'", "\\", "/":
                if let next = peek(1) { text.append(next) }
            case "u", "U":
                guard let scalar = readCode(digits: peek(1) == "u" ? 4 : 6) else { fallthrough }
                text.append(scalar)
                continue
            default:
                text.append("\\")
                at += 1
                continue
            }
            at += 2
        }
        guard peek(0) != nil else { return .failure(SyntaxFault(.openString, start, scalars.count)) }
        at += 1
        return .success(String(text))
    }

    /// `\u0041`, `\U01F40E`, or the two halves of a surrogate pair.
    private mutating func readCode(digits: Int) -> Unicode.Scalar? {
        guard let value = hexadecimal(at + 2, digits) else { return nil }
        if digits == 4, (0xD800..<0xDC00).contains(value), peek(6) == "\\", peek(7) == "u",
            let second = hexadecimal(at + 8, 4), (0xDC00..<0xE000).contains(second)
        {
            at += 12
            return Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (second - 0xDC00))
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        at += 2 + digits
        return scalar
    }

    private func hexadecimal(_ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= scalars.count else { return nil }
        var value: UInt32 = 0
        for scalar in scalars[start..<start + count] {
            guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Letters of every script, `_` and `?`, which stands for the tested value (rule 29).
    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3F: true
        case 0..<0xC0, 0xD7, 0xF7: false
        case 0x2010...0x206F, 0x3000...0x3004, 0xFE00...0xFE0F: false
        default: !scalar.isSpace
        }
    }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || scalar.value == 0xB7 || scalar != "?" && startsName(scalar)
            || (0x203F...0x2040).contains(scalar.value)
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// White space; of ASCII told without the tables of Unicode.
    var isSpace: Bool { isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace }
}

extension String {
    /// Written at once, as UTF-8: put together scalar by scalar it would take a third of the time of reading a rule.
    init(scalars: ArraySlice<Unicode.Scalar>) {
        let isPlain = scalars.allSatisfy(\.isASCII)
        self.init(unsafeUninitializedCapacity: isPlain ? scalars.count : scalars.count * 4) { buffer in
            var count = 0
            for scalar in scalars {
                for unit in scalar.utf8 {
                    buffer[count] = unit
                    count += 1
                }
            }
            return count
        }
    }
}
