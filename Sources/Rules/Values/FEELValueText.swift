// Values as text, as the function `string` gives it (DMN 1.5, table 57).
extension FEELValue {
    /// A string as it is; lists and contexts as they are written in FEEL, with quotes around the strings inside.
    package var text: String {
        if case .string(let value) = self { return value }
        var out = ""
        write(into: &out)
        return out
    }

    private func write(into out: inout String) {
        switch self {
        case .null: out += "null"
        case .boolean(let value): out += value ? "true" : "false"
        case .number(let value): out += value.description
        case .string(let value): FEELValue.quote(value, into: &out)
        case .date(let value): out += value.description
        case .time(let value): out += value.description
        case .dateTime(let value): out += value.description
        case .duration(let value): out += value.description
        case .months(let value): out += value.description
        case .list(let list):
            out += "["
            for (index, item) in list.items.enumerated() {
                if index > 0 { out += ", " }
                item.write(into: &out)
            }
            out += "]"
        case .context(let context):
            out += "{"
            for (index, key) in context.keys.enumerated() {
                if index > 0 { out += ", " }
                if FEELValue.isPlainName(key) { out += key } else { FEELValue.quote(key, into: &out) }
                out += ": "
                context.values[index].write(into: &out)
            }
            out += "}"
        case .range(let range): range.write(into: &out) { $0.write(into: &$1) }
        case .function: out += "function"
        }
    }

    /// Whether a key can stand without quotes: words with single spaces between them.
    static func isPlainName(_ key: String) -> Bool {
        guard case .success(let tokens) = Lexer.tokens(of: key), tokens.count > 1 else { return false }
        return tokens.dropLast().allSatisfy { $0.kind == .word }
    }

    static func quote(_ text: String, into out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}

extension FEELRange {
    fileprivate func write(into out: inout String, _ write: (FEELValue, inout String) -> Void) {
        if form != .interval || start.isNull || end.isNull {
            out +=
                form == .unequal
                ? "!= "
                : form == .equal ? "= " : start.isNull ? (includesEnd ? "<= " : "< ") : includesStart ? ">= " : "> "
            write(start.isNull ? end : start, &out)
            return
        }
        out += includesStart ? "[" : "("
        write(start, &out)
        out += ".."
        write(end, &out)
        out += includesEnd ? "]" : ")"
    }
}
