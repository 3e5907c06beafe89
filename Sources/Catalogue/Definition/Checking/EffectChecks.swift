import Kernel

extension DefinitionReading {
    /// Changes for a shared part where none is used.
    func checkUse(_ values: [String: SourceNode]) {
        guard let with = values["with"], values["use"] == nil else { return }
        report(
            with.place,
            Phrase(
                vi: "“with” đổi phần dùng chung, mà ở đây không dùng phần nào",
                en: "“with” changes a shared part, and none is used here"),
            kind: .unused,
            proposal: Phrase(vi: "thêm “use”, hoặc bỏ “with”", en: "add “use”, or leave out “with”"))
    }

    /// Bounds that a kind of question does not have.
    func checkEffect(of values: [String: SourceNode], _ kind: FieldKind) {
        checkUse(values)
        var useful: Set<String> = []
        switch kind {
        case .text, .longText, .money, .group, .table: useful = ["minimum", "maximum"]
        case .number: useful = ["minimum", "maximum", "whole"]
        case .file: useful = ["maximum"]
        default: break
        }
        for key in ["minimum", "maximum", "whole"] where !useful.contains(key) {
            // A shared part may be made another kind of question by whoever uses it.
            guard let node = values[key], values["kind"].map({ $0.place.file == node.place.file }) ?? true else {
                continue
            }
            report(
                node.place,
                Phrase(
                    vi: "“\(key)” không có tác dụng với câu hỏi kind: \(kind.rawValue)",
                    en: "“\(key)” has no effect on a question of kind: \(kind.rawValue)"), kind: .unused,
                weight: .warning,
                proposal: Phrase(
                    vi: "bỏ khóa này, hoặc viết điều kiện trong “checks”",
                    en: "leave the key out, or write a rule under “checks”"))
        }
    }

    /// A fee that is due before the end says what becomes of it when there is no result.
    func checkRefunds(_ definition: ServiceDefinition) {
        for fee in definition.fees where fee.due == .reception && fee.refund == nil {
            report(
                place("fees.\(fee.key)"),
                Phrase(
                    vi: "khoản thu “\(fee.key)” nộp trước mà không nói có hoàn trả khi hồ sơ bị từ chối hoặc rút",
                    en:
                        "the fee “\(fee.key)” is paid beforehand, and nothing is said of giving it back when the case is refused or withdrawn"
                ), kind: .refund,
                proposal: Phrase(
                    vi: "thêm “refund: full” (hoàn trả) hoặc “refund: none” (không hoàn trả)",
                    en: "add “refund: full” (given back) or “refund: none” (kept)"))
        }
    }
}
