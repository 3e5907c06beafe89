import Kernel

/// Something in an expression that cannot be right, before it has its line and column.
struct Finding: Hashable {
    let start: Int
    let end: Int
    let message: Phrase
    let proposal: String?

    init(at syntax: Syntax, _ message: Phrase, proposal: String? = nil) {
        start = syntax.start
        end = syntax.end
        self.message = message
        self.proposal = proposal
    }
}

// What the compiler finds wrong, in words.
extension Compiler {
    func unknownName(_ name: String, at syntax: Syntax) -> Finding {
        let known = locals.map(\.name) + names.types.keys
        let proposal = Spelling.nearest(to: name, among: known)
        return Finding(
            at: syntax, Phrase(vi: "Không có tên “\(name)”.", en: "There is no name “\(name)”.").asking(proposal),
            proposal: proposal)
    }

    func unknownFunction(_ name: String, at syntax: Syntax) -> Finding {
        let proposal = Spelling.nearest(to: name, among: Array(Builtin.table.keys) + names.types.keys)
        return Finding(
            at: syntax, Phrase(vi: "Không có hàm “\(name)”.", en: "There is no function “\(name)”.").asking(proposal),
            proposal: proposal)
    }

    func unknownEntry(_ member: String, among known: [String], at syntax: Syntax) -> Finding {
        let nearest = Spelling.nearest(to: member, among: known)
        var proposal: String?
        if let nearest, case .path(let base, _) = syntax.form { proposal = "\(SyntaxPrinter.text(base)).\(nearest)" }
        return Finding(
            at: syntax,
            Phrase(vi: "Không có mục “\(member)” ở đây.", en: "There is no entry “\(member)” here.").asking(nearest),
            proposal: proposal)
    }

    func noEntries(_ type: FEELType, at syntax: Syntax) -> Finding {
        Finding(
            at: syntax,
            Phrase(
                vi: "Sau dấu chấm không có gì: phía trước là \(type.phrase.vi).",
                en: "Nothing can stand behind the dot: before it is \(type.phrase.en)."))
    }

    func externalFunction(at syntax: Syntax) -> Finding {
        Finding(
            at: syntax,
            Phrase(
                vi: "Hàm viết bằng ngôn ngữ khác không được chạy ở đây.",
                en: "A function in another language is not run here."))
    }

    func repeated(_ name: String, at syntax: Syntax) -> Finding {
        Finding(at: syntax, Phrase(vi: "Mục “\(name)” bị lặp lại.", en: "The entry “\(name)” occurs twice."))
    }

    func wrongType(_ type: FEELType, wanted: FEELType, at syntax: Syntax) -> Finding {
        Finding(
            at: syntax,
            type.misfit(with: wanted)
                ?? Phrase(
                    vi: "Ở đây cần \(wanted.phrase.vi), nhưng đây là \(type.phrase.vi).",
                    en: "This must be \(wanted.phrase.en), but it is \(type.phrase.en)."))
    }

    func cannotCalculate(_ sign: String, _ a: FEELType, _ b: FEELType?, at syntax: Syntax) -> Finding {
        guard let b else {
            return Finding(
                at: syntax,
                Phrase(
                    vi: "Không thể lấy số đối của \(a.phrase.vi).",
                    en: "The minus sign cannot stand before \(a.phrase.en)."))
        }
        return Finding(
            at: syntax,
            Phrase(
                vi: "Phép tính “\(sign)” không dùng được giữa \(a.phrase.vi) và \(b.phrase.vi).",
                en: "“\(sign)” cannot be used between \(a.phrase.en) and \(b.phrase.en)."))
    }

    func wrongCount(_ name: String, _ overloads: [Builtin], at syntax: Syntax) -> Finding {
        let forms = overloads.map(\.usage).joined(separator: ", ")
        return Finding(
            at: syntax,
            Phrase(
                vi: "Hàm “\(name)” không nhận số tham số này; cách dùng: \(forms).",
                en: "The function “\(name)” does not take that many arguments; use: \(forms)."))
    }

    func wrongParameters(_ name: String, _ overloads: [Builtin], at syntax: Syntax) -> Finding {
        let forms = overloads.map(\.usage).joined(separator: ", ")
        return Finding(
            at: syntax,
            Phrase(
                vi: "Hàm “\(name)” không có các tham số này; cách dùng: \(forms).",
                en: "The function “\(name)” has no such parameters; use: \(forms)."))
    }

    func wrongArgument(_ name: String, _ parameter: String, _ type: FEELType, _ wanted: FEELType, at syntax: Syntax)
        -> Finding
    {
        Finding(
            at: syntax,
            Phrase(
                vi:
                    "Tham số “\(parameter)” của hàm “\(name)” phải là \(wanted.phrase.vi), không phải \(type.phrase.vi).",
                en: "The argument “\(parameter)” of “\(name)” must be \(wanted.phrase.en), not \(type.phrase.en)."))
    }
}

extension Phrase {
    /// With the question whether the proposal was meant.
    fileprivate func asking(_ proposal: String?) -> Phrase {
        guard let proposal else { return self }
        return Phrase(vi: vi + " Có phải ý bạn là “\(proposal)”?", en: en + " Did you mean “\(proposal)”?")
    }
}
