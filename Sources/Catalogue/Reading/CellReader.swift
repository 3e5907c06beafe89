import Kernel

/// Reads the cells of one record and keeps the account of those it could not take.
struct CellReader {
    let line: Int
    var code: String?
    var accounts: [CellAccount] = []

    init(line: Int) { self.line = line }

    mutating func account(_ reason: CellReason, _ cell: String, said: String, taken: String? = nil) {
        accounts.append(
            CellAccount(
                line: line, code: code, cell: cell, said: SourceText.short(said), reason: reason,
                taken: taken.map(SourceText.short)))
    }

    /// A text or nothing; a number is taken as its digits, with an account.
    mutating func text(_ value: JSON?, _ cell: String) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let text): return text.isEmpty ? nil : text
        case .number:
            let digits = value?.canonical ?? ""
            account(.wrongType, cell, said: digits, taken: digits)
            return digits
        case .some(let other):
            account(.wrongType, cell, said: other.canonical)
            return nil
        }
    }

    /// A list; nothing and other kinds of value give an empty one.
    mutating func list(_ value: JSON?, _ cell: String) -> [JSON] {
        switch value {
        case .array(let items): return items
        case nil, .null: return []
        case .some(let other):
            account(.wrongType, cell, said: other.canonical)
            return []
        }
    }

    mutating func object(_ value: JSON?, _ cell: String) -> [String: JSON]? {
        switch value {
        case .object(let members): return members
        case nil, .null: return nil
        case .some(let other):
            account(.wrongType, cell, said: other.canonical)
            return nil
        }
    }

    mutating func integer(_ value: JSON?, _ cell: String) -> Int? {
        switch value {
        case nil, .null: return nil
        case .number:
            if let number = value?.integer { return number }
        case .string(let text):
            if let number = Int(text) {
                account(.wrongType, cell, said: text, taken: text)
                return number
            }
        default: break
        }
        account(.wrongType, cell, said: value?.canonical ?? "")
        return nil
    }

    /// Accounts for members that are not part of the known shape.
    mutating func known(_ members: [String: JSON], _ names: Set<String>, _ path: String) {
        for name in members.keys.sorted() where !names.contains(name) {
            account(.unknownCell, path.isEmpty ? name : "\(path).\(name)", said: members[name]?.canonical ?? "")
        }
    }
}
