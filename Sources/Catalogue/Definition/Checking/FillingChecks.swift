import Kernel

extension DefinitionReading {
    /// `REGISTER.COLUMN` of `filled_from`.
    func registerSource(_ node: SourceNode?) -> RegisterSource? {
        guard let node, let text = text(node) else { return nil }
        if let source = RegisterSource(text) { return source }
        report(
            node.place,
            Phrase(
                vi: "“\(text)” không phải là cột của một sổ", en: "“\(text)” is no column of a register"),
            proposal: Phrase(
                vi: "ten_so.ten_cot, như giay_phep.result_number", en: "register.column, as in permits.result_number"))
        return nil
    }

    /// What is filled in from nowhere, what is locked although nothing fills it in, and what is asked several times.
    func checkFilling(_ definition: ServiceDefinition) {
        let own = RegisterSources([definition])
        for (path, field, about) in definition.singleQuestions {
            if field.locked != nil, field.locked != "false", field.filledFrom == nil,
                about == nil || field.partyLine == nil
            {
                report(
                    place("form.\(path).locked"),
                    Phrase(
                        vi: "câu hỏi “\(field.key)” không bao giờ khóa: không có gì điền sẵn vào đây",
                        en: "the question “\(field.key)” is never locked: nothing fills it in"), kind: .filling,
                    weight: .warning,
                    proposal: Phrase(
                        vi: "thêm filled_from: ten_so.ten_cot, hoặc bỏ “locked”",
                        en: "add filled_from: register.column, or leave “locked” out"))
            }
            if let misfit = own.misfit(of: field) { report(place("form.\(path).filled_from"), misfit) }
        }
        for page in definition.form { refuseFilling(page.fields, at: "form.\(page.key)", isRepeated: false) }
    }

    private func report(_ place: SourcePlace, _ misfit: RegisterSources.Misfit) {
        report(place, misfit.message, kind: .filling, weight: .warning, proposal: misfit.proposal)
    }

    /// Which entry of a list would be meant?
    private func refuseFilling(_ fields: [FormField], at path: String, isRepeated: Bool) {
        for field in fields {
            let path = "\(path).\(field.key)"
            refuseFilling(field.fields, at: path, isRepeated: isRepeated || field.kind.isGroup)
            for (key, isThere) in [("filled_from", field.filledFrom != nil), ("locked", field.locked != nil)]
            where isRepeated && isThere {
                report(
                    place("\(path).\(key)"),
                    Phrase(
                        vi: "câu hỏi được hỏi nhiều lần không có khóa “\(key)”",
                        en: "a question that is asked several times has no key “\(key)”"),
                    proposal: Phrase(vi: "bỏ khóa này", en: "leave the key out"))
            }
        }
    }
}
