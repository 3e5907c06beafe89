import Kernel
import Rules

extension DefinitionReading {
    /// Placeholders that nobody declares, variables that nobody uses, and manners of writing that do not fit.
    func checkTexts(_ definition: ServiceDefinition) {
        if let template = definition.result.template {
            let texts = [("text", template.text), ("about", template.about ?? "")].map { key, text in
                (path: "result.template.\(key)", text: TemplateText(text))
            }
            checkNames(texts, template.variables, at: "result.template", TextFact.ofResults, of: definition)
        }
        for message in definition.messages ?? [] {
            let path = "messages.\(message.key)"
            let (vi, en) = (TemplateText(message.text.vi), TemplateText(message.text.en))
            let texts = [(path: "\(path).text.vi", text: vi), (path: "\(path).text.en", text: en)]
            checkNames(texts, message.variables, at: path, TextFact.ofMessages, of: definition)
            let names = [vi, en].map { Set($0.marks.map(\.name)) }
            for name in names[0].symmetricDifference(names[1]).sorted() {
                report(
                    place("\(path).text"),
                    Phrase(
                        vi: "“{{\(name)}}” chỉ có trong một ngôn ngữ",
                        en: "“{{\(name)}}” stands in one language only"), kind: .language, weight: .warning)
            }
        }
    }

    private func checkNames(
        _ texts: [(path: String, text: TemplateText)], _ variables: [TextVariable], at path: String,
        _ facts: [TextFact], of definition: ServiceDefinition
    ) {
        let declared = variables.map(\.key)
        let known = declared + facts.map(\.rawValue)
        for (path, text) in texts {
            for fault in text.faults {
                report(
                    place(path).inText(line: fault.line, column: fault.column), fault.message, kind: .text,
                    proposal: fault.proposal)
            }
            for mark in text.marks where !known.contains(mark.name) {
                report(
                    place(path).inText(line: mark.line, column: mark.column),
                    Phrase(
                        vi: "không biến nào tên là “\(mark.name)”", en: "no variable is called “\(mark.name)”"),
                    kind: .text,
                    proposal: NearestWord.to(mark.name, among: known).map {
                        Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                    }
                        ?? Phrase(
                            vi: "khai báo dưới “variables”; có sẵn: \(facts.map(\.rawValue).joined(separator: ", "))",
                            en:
                                "declare it under “variables”; known are: \(facts.map(\.rawValue).joined(separator: ", "))"
                        ))
            }
        }
        let used = Set(texts.flatMap { $0.text.marks.map(\.name) })
        let compiler =
            variables.contains { $0.written != nil && $0.gives == nil } ? DefinitionCompiler(definition) : nil
        for variable in variables {
            let place = place("\(path).variables.\(variable.key)")
            if !used.contains(variable.key) {
                report(
                    place,
                    Phrase(
                        vi: "văn bản không dùng biến “\(variable.key)”",
                        en: "the text does not use the variable “\(variable.key)”"), kind: .unused, weight: .warning,
                    proposal: Phrase(
                        vi: "bỏ biến này, hoặc viết {{\(variable.key)}} trong văn bản",
                        en: "leave it out, or write {{\(variable.key)}} in the text"))
            }
            guard let written = variable.written else { continue }
            if let compiler {
                let question = definition.form.question(at: variable.rule)
                let kind = CompiledVariable.kind(of: variable, question, compiler)
                if variable.gives == nil, !written.fits(kind) {
                    report(
                        self.place("\(path).variables.\(variable.key).written"),
                        Phrase(
                            vi: "“written: \(written.rawValue)” không hợp với giá trị của quy tắc: \(kind.title.vi)",
                            en: "“written: \(written.rawValue)” does not fit what the rule gives: \(kind.title.en)"),
                        kind: .text,
                        proposal: written == .long
                            ? Phrase(
                                vi: "nếu quy tắc cho một ngày, ghi “gives: date”",
                                en: "when the rule gives a day, write “gives: date”")
                            : Phrase(
                                vi: "nếu quy tắc cho một số, ghi “gives: number” hoặc “gives: money”",
                                en: "when the rule gives a number, write “gives: number” or “gives: money”"))
                }
            }
            if let gives = variable.gives, !written.fits(gives) {
                report(
                    self.place("\(path).variables.\(variable.key).written"),
                    Phrase(
                        vi: "“written: \(written.rawValue)” không hợp với “gives: \(gives.rawValue)”",
                        en: "“written: \(written.rawValue)” does not fit “gives: \(gives.rawValue)”"), kind: .text,
                    proposal: written == .long
                        ? Phrase(vi: "long dùng cho ngày (gives: date)", en: "long is for dates (gives: date)")
                        : Phrase(
                            vi: "words dùng cho tiền và số (gives: money, number)",
                            en: "words is for amounts and numbers (gives: money, number)"))
            }
        }
    }

    /// Values that may be missing where the text needs them.
    func checkBlanks(_ definition: ServiceDefinition, _ form: FormOutlook, _ outlook: Outlook) {
        func isBlank(_ mark: TemplateText.Mark, _ variables: [TextVariable]) -> Bool {
            guard let rule = variables.first(where: { $0.key == mark.name })?.rule,
                form.expected[rule] != nil, !mark.around.contains(where: { $0.name == mark.name && !$0.isInverted })
            else { return false }
            let around = mark.around.compactMap { section -> Premise? in
                guard let variable = variables.first(where: { $0.key == section.name }) else { return nil }
                let isYesNo = definition.form.question(at: variable.rule)?.answerKind == .yesNo
                let holds =
                    form.expected[variable.rule] != nil && !isYesNo
                    ? Premise.answered(variable.rule) : Premise(variable.rule)
                return section.isInverted ? holds?.notHolding : holds
            }
            let view = outlook.view(of: .answered(rule), given: around)
            return view.isExact && view.outcomes.contains(.fails)
        }
        func tell(_ text: String, at path: String, _ variables: [TextVariable], isNumbered: Bool) {
            var told: Set<String> = []
            for mark in TemplateText(text).marks where !mark.isSection {
                let isMissing = mark.name == TextFact.resultNumber.rawValue && !isNumbered
                guard isMissing || isBlank(mark, variables), told.insert(mark.name).inserted else { continue }
                report(
                    place(path).inText(line: mark.line, column: mark.column),
                    isMissing
                        ? Phrase(vi: "ở đây kết quả chưa có số", en: "the result has no number here")
                        : Phrase(
                            vi: "biến “\(mark.name)” có thể trống", en: "the variable “\(mark.name)” may be blank"),
                    kind: .blank, weight: .warning,
                    proposal: isMissing
                        ? Phrase(
                            vi: "thêm “number” vào hành động hoàn thành, hoặc bỏ chỗ này",
                            en: "add “number” to the act that finishes, or leave this out")
                        : Phrase(
                            vi: "đặt phần này giữa {{#\(mark.name)}} và {{/\(mark.name)}}",
                            en: "put this between {{#\(mark.name)}} and {{/\(mark.name)}}"))
            }
        }
        let numbers = definition.steps.contains { $0.acts.contains { $0.kind == .finish && $0.number != nil } }
        if let template = definition.result.template {
            tell(template.text, at: "result.template.text", template.variables, isNumbered: numbers)
            tell(template.about ?? "", at: "result.template.about", template.variables, isNumbered: numbers)
        }
        for message in definition.messages ?? [] {
            let isNumbered = numbers && [.finished, .given].contains(message.event)
            tell(message.text.vi, at: "messages.\(message.key).text.vi", message.variables, isNumbered: isNumbered)
        }
    }
}

extension TextVariable.Manner {
    fileprivate func fits(_ kind: FieldKind) -> Bool {
        switch self {
        case .long: kind == .date
        case .words: kind == .money || kind == .number
        }
    }
}

extension SourcePlace {
    /// A place within a text that begins here; one that stands below its mark begins on the next line.
    fileprivate func inText(line: Int, column: Int) -> SourcePlace {
        isBlock
            ? SourcePlace(file: file, line: self.line + line, column: self.column)
            : inside(line: line, column: column)
    }
}
