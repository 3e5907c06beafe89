import Catalogue
import DesignSystem
import Kernel
import Site
import Wording

// What a form sent, as changes of the draft: only keys that say something else than before.
extension PartForm {
    /// A key with what it shall say; nil takes it out.
    typealias Change = (key: String, value: YAMLValue?)

    func changes(_ form: FormValues) -> Result<[Change], Unread> {
        var changes: [Change] = []
        var problems: [FieldProblem] = []
        for key in kind.keys {
            switch read(key, form) {
            case .failure(let unread): problems += unread.problems
            case .success(.same): continue
            case .success(.gone): if said(key.key) != nil { changes.append((key.key, nil)) }
            case .success(.says(let new)): if said(key.key) != new { changes.append((key.key, new)) }
            case .success(.several(let several)): changes += several
            }
        }
        problems += together(form)
        if kind == .act, form.contains("clock"), form["clock"] != "stop" {
            // A clock that is not stopped has no reason.
            changes.removeAll { $0.key == "reason" }
            if value["reason"] != nil { changes.append(("reason", nil)) }
        }
        return problems.isEmpty ? .success(branchChanges(changes, form)) : .failure(Unread(problems: problems))
    }

    /// What is wrong between two answers.
    private func together(_ form: FormValues) -> [FieldProblem] {
        if kind == .act, form["clock"] == "stop", form.contains("reason.vi"), form["reason.vi"].isEmpty {
            return [
                FieldProblem(
                    "reason.vi",
                    Phrase(
                        vi: "Hãy ghi lý do dừng đồng hồ: người nộp đọc được.",
                        en: "Write why the clock stops: the applicant reads it."))
            ]
        }
        if kind == .reduction, form.contains("percent"), form["percent"].isEmpty == form["amount"].isEmpty {
            return [
                FieldProblem(
                    "percent",
                    Phrase(
                        vi: "Hãy điền phần trăm được giảm, hoặc số tiền phải nộp: một trong hai.",
                        en: "Fill in the per cent or the amount due instead: one of the two."))
            ]
        }
        if kind == .branch { return branchTogether(form) }
        if kind == .paper, form["reuse.as"].isEmpty, !form["reuse.within.value"].isEmpty {
            return [
                FieldProblem(
                    "reuse.as",
                    Phrase(
                        vi: "Hãy đặt tên loại giấy, hoặc xóa số ở dưới.",
                        en: "Name the kind of paper, or empty the number below."))
            ]
        }
        if kind == .timer, form.contains("note.vi"), form["note.vi"].isEmpty {
            let act = step?["acts"]?.entries?.first { "act:\($0.key)" == form["deed"] }?.value
            guard let act, act["kind"]?.text == "refuse" || act["back"]?.text == "true" else { return [] }
            return [
                FieldProblem(
                    "note.vi",
                    Phrase(
                        vi: "Hãy ghi nội dung: từ chối hay trả lại thì phải nêu lý do.",
                        en: "Write the note: refusing and sending back need a reason."))
            ]
        }
        return []
    }

    /// What could not be read of a form.
    struct Unread: Error { let problems: [FieldProblem] }

    /// What a form says of one key.
    private enum Reading {
        /// It was not asked, or answered as before.
        case same
        case gone
        case says(YAMLValue)
        /// It stands for several keys.
        case several([Change])
    }

    private func read(_ key: PartKey, _ form: FormValues) -> Result<Reading, Unread> {
        func missing(_ field: String) -> Result<Reading, Unread> {
            .failure(
                Unread(problems: [
                    FieldProblem(field, Phrase(vi: "Hãy điền: \(key.title.vi)", en: "Fill in: \(key.title.en)"))
                ]))
        }
        let old = said(key.key)
        switch key.kind {
        case .wording:
            guard form.contains("\(key.key).vi") else { return .success(.same) }
            let (vi, en) = (form["\(key.key).vi"], form["\(key.key).en"])
            if vi.isEmpty, en.isEmpty { return key.isOptional ? .success(.gone) : missing("\(key.key).vi") }
            let before = old.flatMap(Phrase.init(written:))
            if before?.vi == vi, before?.en == en { return .success(.same) }
            // What is the same in both languages stands in one box alone.
            if before?.vi == vi, before?.en == vi, en.isEmpty { return .success(.same) }
            if vi.isEmpty { return missing("\(key.key).vi") }
            // What is not translated yet is kept; the check asks for it before the draft is handed over.
            return .success(.says(DraftFromProcedure.wording(untranslated: vi, en)))
        case .options:
            guard form.byName.keys.contains(where: { $0.hasPrefix("options.") }) else { return .success(.same) }
            let half = form.byName.keys.sorted().filter { name in
                name.hasPrefix("options.") && name.hasSuffix(".vi") && form[name].isEmpty
                    && !form[name.dropLast(2) + "en"].isEmpty
            }
            if !half.isEmpty {
                let words = Phrase(vi: "Hãy điền lựa chọn bằng tiếng Việt.", en: "Fill in the option in Vietnamese.")
                return .failure(Unread(problems: half.map { FieldProblem($0, words) }))
            }
            // What is no block of options cannot be shown: it is not emptied either.
            return .success(options(form, old).map(Reading.says) ?? (old?.entries == nil ? .same : .gone))
        case .limit, .limitByCase:
            guard form.contains("\(key.key).value") else { return .success(.same) }
            let number = form["\(key.key).value"]
            if number.isEmpty { return key.isOptional ? .success(.gone) : missing("\(key.key).value") }
            guard let count = Int(number), (0...9999).contains(count) else {
                return .failure(Unread(problems: [Self.noNumber("\(key.key).value", number)]))
            }
            let unit = form["\(key.key).unit"]
            let text = YAMLValue.text("\(count) \(unit.isEmpty ? "working_days" : unit)")
            guard case .limitByCase = key.kind else { return .success(.says(text)) }
            return withCases(key, form, usual: text).map(Reading.says)
        case .checks:
            guard let read = readChecks(key, form) else { return .success(.same) }
            return read.map { $0.map(Reading.says) ?? .gone }
        case .long:
            guard form.contains(key.key) else { return .success(.same) }
            let text = Self.lines(form[key.key])
            if text.isEmpty { return key.isOptional ? .success(.gone) : missing(key.key) }
            return .success(old?.text.map(Self.lines) == text ? .same : .says(.text(text)))
        case .longWording:
            guard form.contains("\(key.key).vi") else { return .success(.same) }
            let (vi, en) = (Self.lines(form["\(key.key).vi"]), Self.lines(form["\(key.key).en"]))
            if vi.isEmpty { return missing("\(key.key).vi") }
            let before = old.flatMap(Phrase.init(written:)).map { Phrase(vi: Self.lines($0.vi), en: Self.lines($0.en)) }
            if before?.vi == vi, before?.en == en || (en.isEmpty && before?.en == vi) { return .success(.same) }
            return .success(.says(Self.longPhrase(vi, en)))
        case .lines:
            guard form.contains(key.key) else { return .success(.same) }
            let items = form[key.key].split(whereSeparator: \.isNewline).map { DraftFromProcedure.line(String($0)) }
                .filter { !$0.isEmpty }
            if items.isEmpty { return key.isOptional ? .success(.gone) : missing(key.key) }
            let before = old.map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
            return .success(before == items ? .same : .says(.list(items.map { .text($0) })))
        case .source, .service:
            guard form.contains("\(key.key).rule") else { return .success(.same) }
            return readSources(key.key, "\(key.key).rule", form).flatMap { text in
                if !text.isEmpty { return .success(.says(.text(text))) }
                return key.isOptional
                    ? .success(.gone) : missing(choosable(key.key).isEmpty ? "\(key.key).rule" : key.key)
            }
        case .age:
            guard form.contains("\(key.key).value") else { return .success(.same) }
            let number = form["\(key.key).value"]
            if number.isEmpty { return .success(.gone) }
            guard let count = Int(number), (1...1000).contains(count) else {
                return .failure(Unread(problems: [Self.noNumber("\(key.key).value", number)]))
            }
            let unit = form["\(key.key).unit"]
            return .success(.says(.text("\(count) \(unit.isEmpty ? "months" : unit)")))
        case .assignment:
            guard form.contains(key.key) else { return .success(.same) }
            return readAssignment(key, form).map { $0.map(Reading.says) ?? .gone }
        case .handed:
            guard let read = readHanded(key, form) else { return .success(.same) }
            return read.map { $0.map(Reading.says) ?? .gone }
        case .group:
            guard form.contains(key.key) else { return .success(.same) }
            let text = form[key.key]
            if text.isEmpty { return .success(.gone) }
            return .success(
                old?.text == text ? .same : .says(.text(KeyName.of(text, taken: [String](), usual: "nhom"))))
        case .paperKind:
            guard form.contains(key.key) else { return .success(.same) }
            let text = form[key.key]
            if text.isEmpty { return .success(.gone) }
            if text == old?.text || DefinitionLibrary.isName(text) { return .success(.says(.text(text))) }
            let proposal = KeyName.of(text, taken: [String](), usual: "giay")
            return .failure(
                Unread(problems: [
                    FieldProblem(
                        key.key,
                        Phrase(
                            vi:
                                "“\(text)” không dùng làm tên được: chữ thường không dấu, chữ số và dấu gạch dưới, như \(proposal).",
                            en:
                                "“\(text)” cannot be a name: lower-case letters, digits and underscores, such as \(proposal)."
                        ))
                ]))
        case .required:
            guard form.contains(key.key) else { return .success(.same) }
            switch form[key.key] {
            // What was confirmed as always needed stays so.
            case "true": return .success(old == nil || old?.text == "true" ? .same : .gone)
            case "false": return .success(.says(.text("false")))
            default:
                let rule = form["\(key.key).rule"]
                if !rule.isEmpty { return .success(.says(.text(rule))) }
                return .failure(
                    Unread(problems: [
                        FieldProblem(
                            "\(key.key).rule",
                            Phrase(
                                vi: "Hãy viết điều kiện, hoặc chọn luôn bắt buộc hay không.",
                                en: "Write the rule, or choose always or never."))
                    ]))
            }
        case .choices:
            // Boxes that are not ticked send nothing; the form says that it asked.
            guard form.contains("asked") else { return .success(.same) }
            let words = form.all(key.key)
            if words.isEmpty { return key.isOptional ? .success(.gone) : missing(key.key) }
            let before = old.map { $0.items?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
            return .success(Set(before) == Set(words) ? .same : .says(.list(words.map { .text($0) })))
        case .flag(let usual):
            guard form.contains(key.key) else { return .success(.same) }
            let isOn = form[key.key] == "yes"
            if (old?.text).map({ $0 == "true" }) ?? usual == isOn { return .success(.same) }
            return .success(.says(.text(isOn ? "true" : "false")))
        case .day:
            guard let day = Day(typed: form[key.key]) else {
                return .failure(
                    Unread(problems: [
                        FieldProblem(
                            key.key, Phrase(vi: "Hãy viết ngày như 24/04/2026.", en: "Write a day as 24/04/2026."))
                    ]))
            }
            return .success(.says(.text(day.description)))
        case .choice(let choices):
            guard form.contains(key.key) else { return .success(.same) }
            let word = form[key.key]
            if word.isEmpty || (old == nil && key.isOptional && word == choices[0].value) {
                return .success(old == nil ? .same : .gone)
            }
            return .success(.says(.text(word)))
        case .place: return place(key, form)
        case .join: return join(key, form)
        case .deed:
            // Of radios none may be pressed.
            guard form.contains(key.key) else {
                return form.contains("after.value") ? missing(key.key) : .success(.same)
            }
            return .success(.several(TimerDeeds.changes(form[key.key], from: value)))
        case .words, .rule, .number, .stepName, .paperName:
            guard form.contains(key.key) else { return .success(.same) }
            let text = form[key.key].replacing("\r\n", with: "\n")
            if text.isEmpty { return key.isOptional ? .success(.gone) : missing(key.key) }
            if case .number = key.kind, Int(text) == nil {
                return .failure(Unread(problems: [Self.noNumber(key.key, text)]))
            }
            return .success(.says(.text(key.key == "amount" ? AmountText.rule(text) : text)))
        }
    }

    private static func noNumber(_ field: String, _ text: String) -> FieldProblem {
        FieldProblem(
            field,
            Phrase(
                vi: "“\(text)” không phải số nguyên; hãy viết như 15.",
                en: "“\(text)” is no whole number; write one such as 15."))
    }

    private func place(_ key: PartKey, _ form: FormValues) -> Result<Reading, Unread> {
        guard form.contains(key.key) else { return .success(.same) }
        switch form[key.key] {
        case StepBranch.chosen: return .success(.says(.text(StepBranch.chosen)))
        case "code":
            let code = form["\(key.key).code"]
            if StepBranch.isAgencyCode(code) { return .success(.says(.text(code))) }
            return .failure(
                Unread(problems: [
                    FieldProblem(
                        "\(key.key).code",
                        Phrase(
                            vi: "Hãy điền mã như H99.41.05, hoặc chọn cách hỏi khác ở trên.",
                            en: "Fill in a code such as H99.41.05, or choose another way above."))
                ]))
        default: return .success(.gone)
        }
    }

    private func join(_ key: PartKey, _ form: FormValues) -> Result<Reading, Unread> {
        guard form.contains(key.key) else { return .success(.same) }
        switch form[key.key] {
        case "any": return .success(.says(.text("any")))
        case "count":
            let branches = value["parallel"]?.keys.count ?? 0
            if let count = Int(form["\(key.key).count"]), (1...max(1, branches)).contains(count) {
                return .success(.says(.text(String(count))))
            }
            return .failure(
                Unread(problems: [
                    FieldProblem(
                        "\(key.key).count",
                        Phrase(
                            vi: "Hãy điền một số từ 1 đến \(branches): bước này có \(branches) nhánh.",
                            en: "Fill in a number from 1 to \(branches): the step has \(branches) branches."))
                ]))
        // What holds anyhow is not written, unless it was.
        default: return .success(said(key.key) == nil ? .same : .says(.text("all")))
        }
    }

    private func options(_ form: FormValues, _ old: YAMLValue?) -> YAMLValue? {
        var entries: [YAMLValue.Entry] = []
        for name in (old?.keys ?? []) + ["+1", "+2", "+3"] {
            let (vi, en) = (form["options.\(name).vi"], form["options.\(name).en"])
            let before = old?[name]
            let shown = before.flatMap(Self.label)
            if vi.isEmpty, en.isEmpty {
                // Gone is only what was there to be emptied; what the boxes could not show stays as it is.
                if let before, shown == nil || !form.contains("options.\(name).vi") {
                    entries.append(.init(name, before))
                }
                continue
            }
            let taken = entries.map(\.key) + (old?.keys ?? [])
            let key = name.hasPrefix("+") ? KeyName.of(en.isEmpty ? vi : en, taken: taken, usual: "chon") : name
            // An option that nobody translated yet keeps what is there; the check asks for the other half.
            let words = en.isEmpty ? YAMLValue.text(vi) : DraftFromProcedure.wording(vi, en)
            if let before, shown?.vi == vi, shown?.en == en {
                entries.append(.init(key, before))
            } else if let before, before["label"] != nil || before["when"] != nil {
                // The rule under which it is offered stands beside its label.
                entries.append(.init(key, before.setting(["label"], words)))
            } else {
                entries.append(.init(key, words))
            }
        }
        return entries.isEmpty ? nil : .map(entries)
    }
}
