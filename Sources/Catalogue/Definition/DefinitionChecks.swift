import Kernel
import Rules

extension DefinitionReading {
    /// What is wrong with a definition as a whole, although each of its parts reads well.
    func check(_ definition: ServiceDefinition) {
        checkSteps(definition.steps)
        checkCourse(definition)
        for page in definition.form {
            checkPlaces(page.fields, at: "form.\(page.key)")
            if FormNames.taken.contains(page.key) {
                report(
                    place("form.\(page.key)"),
                    Phrase(
                        vi: "trang không được mang tên “\(page.key)”, tên này đã có nghĩa trong điều kiện",
                        en: "a page cannot be called “\(page.key)”; that name has a meaning in rules"))
            }
        }
        checkTexts(definition)
        checkFilling(definition)
        checkRules(definition)
        // What could not be read would be judged wrongly.
        guard !problems.contains(where: { $0.kind == .writing && $0.weight == .error }) else { return }
        let form = FormOutlook(definition)
        let outlook = OwnersOutlook(form)
        checkConditions(definition, form, outlook)
        checkFlow(definition, outlook)
        checkBlanks(definition, form, outlook.own)
    }

    /// Every rule is compiled as it will be when the service runs.
    private func checkRules(_ definition: ServiceDefinition) {
        guard let published = try? PublishedDefinition(definition) else { return }
        do throws(DefinitionProblems) {
            _ = try CompiledService(published) { self.place($0) }
        } catch {
            for problem in error.list { report(problem) }
        }
    }

    private func checkSteps(_ steps: [Step]) {
        guard let first = steps.first else { return }
        let known = steps.map(\.key)
        for step in steps {
            for act in step.acts { checkTarget(act, of: step, known) }
            if let to = step.to { checkKnown(to, at: "steps.\(step.key).to", known) }
            if step.acts.isEmpty, step.parallel == nil {
                report(
                    place("steps.\(step.key)"),
                    Phrase(vi: "bước “\(step.key)” không có lối ra", en: "the step “\(step.key)” has no way out"),
                    kind: .stuck)
            }
            checkWaiting(step)
        }
        // Where a way leads to a step that is misspelt, what lies behind it is not judged.
        let targets = steps.flatMap { $0.acts.map(\.to) + [$0.to] }.compactMap { $0 }
        let isLost = !targets.allSatisfy(known.contains)
        let reached = isLost ? Set(known) : reachable(from: first.key, steps)
        for step in steps where !reached.contains(step.key) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi: "không hành động nào dẫn đến bước “\(step.key)”", en: "no act leads to the step “\(step.key)”"),
                kind: .unreachable)
        }
        let acts = steps.flatMap(\.acts)
        if !acts.contains(where: { $0.kind == .receive }) {
            report(
                place("steps"), Phrase(vi: "không bước nào tiếp nhận hồ sơ", en: "no step receives the dossier"),
                kind: .role,
                proposal: Phrase(vi: "thêm một hành động có kind: receive", en: "add an act with kind: receive"))
        }
        if !acts.contains(where: { $0.kind == .give }) {
            report(
                place("steps"), Phrase(vi: "không bước nào trả kết quả", en: "no step gives the result"), kind: .stuck,
                proposal: Phrase(vi: "thêm một hành động có kind: give", en: "add an act with kind: give"))
            return
        }
        guard !isLost else { return }
        let finishing = steps.filter { step in leadsToEnd(step.key, steps) }.map(\.key)
        for step in steps where !(step.acts.isEmpty && step.parallel == nil) && !finishing.contains(step.key) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi: "từ bước “\(step.key)” không bao giờ đến lúc trả kết quả hoặc từ chối",
                    en: "from the step “\(step.key)” the case never ends"), kind: .stuck)
        }
    }

    /// Whoever waits for a supplement that never comes must be able to end the case (form 05, state 8).
    private func checkWaiting(_ step: Step) {
        guard let asking = step.acts.first(where: { $0.kind == .supplement }),
            !step.acts.contains(where: { $0.kind == .refuse && $0.when == nil })
        else { return }
        report(
            place("steps.\(step.key)"),
            Phrase(
                vi:
                    "bước “\(step.key)” yêu cầu bổ sung (“\(asking.key)”) mà không dừng được hồ sơ khi không ai bổ sung",
                en:
                    "the step “\(step.key)” asks for supplements (“\(asking.key)”) and cannot end the case when none come"
            ), kind: .stuck,
            proposal: Phrase(
                vi: "thêm một hành động có kind: refuse, không có when", en: "add an act with kind: refuse and no when")
        )
    }

    private func checkTarget(_ act: Act, of step: Step, _ known: [String]) {
        let path = "steps.\(step.key).\(act.key)"
        if let to = act.to {
            checkKnown(to, at: "\(path).to", known)
        } else if act.kind == .move || act.kind == .finish || act.kind == .receive {
            report(
                place(path),
                Phrase(
                    vi: "hành động “\(act.key)” không nói sẽ đến bước nào", en: "the act “\(act.key)” leads to no step"),
                proposal: Phrase(vi: "thêm “to: tên_bước”", en: "add “to: name_of_a_step”"))
        }
    }

    private func checkKnown(_ to: String, at path: String, _ known: [String]) {
        guard !known.contains(to) else { return }
        let near = NearestWord.to(to, among: known)
        report(
            place(path), Phrase(vi: "không có bước nào tên là “\(to)”", en: "no step is called “\(to)”"),
            proposal: near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Phrase(
                    vi: "các bước: \(known.joined(separator: ", "))",
                    en: "the steps are: \(known.joined(separator: ", "))"))
    }

    private func reachable(from first: String, _ steps: [Step]) -> Set<String> {
        var reached: Set<String> = [first]
        var waiting = [first]
        while let key = waiting.popLast() {
            let step = steps.first { $0.key == key }
            for to in (step?.acts ?? []).map(\.to) + [step?.to] {
                if let to, reached.insert(to).inserted { waiting.append(to) }
            }
        }
        return reached
    }

    private func leadsToEnd(_ key: String, _ steps: [Step]) -> Bool {
        let reached = reachable(from: key, steps)
        return steps.contains { step in
            reached.contains(step.key) && step.acts.contains { $0.kind == .give || $0.kind == .refuse }
        }
    }

    private func checkPlaces(_ fields: [FormField], at path: String) {
        for (index, field) in fields.enumerated() {
            checkPlaces(field.fields, at: "\(path).\(field.key)")
            guard let around = field.kind.placeAround, !fields[..<index].contains(where: { $0.kind == around }) else {
                continue
            }
            let component = field.kind.isOldPlace ? "old_address" : "address"
            report(
                place("\(path).\(field.key)"),
                Phrase(
                    vi: "“\(field.key)” hỏi \(field.kind.title.vi) mà trước đó chưa hỏi \(around.title.vi)",
                    en: "“\(field.key)” asks for a \(field.kind.title.en) before its \(around.title.en) is asked"),
                proposal: Phrase(
                    vi: "thêm một câu hỏi kind: \(around.rawValue) ngay trước nó, hoặc dùng use: \(component)",
                    en: "add a field of kind: \(around.rawValue) before it, or use: \(component)"))
        }
    }
}
