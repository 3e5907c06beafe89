import Kernel
import Rules

extension DefinitionReading {
    /// Conditions that never hold, and those that always do although somebody wrote them down.
    func checkConditions(_ definition: ServiceDefinition, _ form: FormOutlook, _ outlook: Outlook) {
        for condition in form.conditions {
            let view = outlook.view(of: condition.premise, given: condition.around)
            switch condition.role {
            case .shown: judge(view, condition.premise, condition.part, at: condition.path)
            case .required, .locked: judge(view, condition.premise, condition.part, at: condition.path, never: .warning)
            case .check: judgeCheck(view, condition)
            }
        }
        for option in form.options
        where option.checks.contains(where: { check in
            outlook.view(of: check, given: option.around).outcomes == .fails
        }) {
            report(
                place(option.path),
                Phrase(
                    vi: "lựa chọn “\(option.value)” luôn bị điều kiện kiểm tra từ chối",
                    en: "the option “\(option.value)” is always refused by a check"), kind: .unused, weight: .warning,
                proposal: Phrase(
                    vi: "bỏ lựa chọn này, hoặc sửa điều kiện", en: "leave the option out, or mend the check"))
        }
        for paper in definition.papers {
            let part = Phrase(vi: "giấy tờ “\(paper.key)”", en: "the paper “\(paper.key)”")
            let when = paper.when.flatMap { Premise($0) }
            if let when { judge(outlook.view(of: when), when, part, at: "papers.\(paper.key).when") }
            guard !["true", "false"].contains(paper.required), let required = Premise(paper.required) else { continue }
            let view = outlook.view(of: required, given: [when].compactMap { $0 })
            judge(view, required, part, at: "papers.\(paper.key).required", never: .warning)
        }
        for fee in definition.fees { checkFee(fee, outlook) }
        checkCases(definition.limit, at: "limit", outlook)
        for step in definition.steps {
            if let limit = step.limit { checkCases(limit, at: "steps.\(step.key).limit", outlook) }
            for act in step.acts {
                guard let when = act.when.flatMap({ Premise($0) }) else { continue }
                let part = Phrase(vi: "hành động “\(act.key)”", en: "the act “\(act.key)”")
                judge(outlook.view(of: when), when, part, at: "steps.\(step.key).\(act.key).when")
            }
            for branch in step.parallel ?? [] {
                if let limit = branch.limit {
                    checkCases(limit, at: "steps.\(step.key).parallel.\(branch.key).limit", outlook)
                }
                guard let when = branch.when.flatMap({ Premise($0) }) else { continue }
                let part = Phrase(vi: "nhánh “\(branch.key)”", en: "the branch “\(branch.key)”")
                judge(outlook.view(of: when), when, part, at: "steps.\(step.key).parallel.\(branch.key).when")
            }
        }
    }

    private func checkFee(_ fee: FeeRule, _ outlook: Outlook) {
        let part = Phrase(vi: "khoản thu “\(fee.key)”", en: "the fee “\(fee.key)”")
        let when = fee.when.flatMap { Premise($0) }
        if let when { judge(outlook.view(of: when), when, part, at: "fees.\(fee.key).when") }
        var before: [Premise] = []
        for reduction in fee.reductions ?? [] {
            guard let holds = Premise(reduction.when) else { continue }
            let part = Phrase(vi: "miễn, giảm “\(reduction.key)”", en: "the reduction “\(reduction.key)”")
            let view = outlook.view(of: holds, given: [when].compactMap { $0 } + before)
            judge(view, holds, part, at: "fees.\(fee.key).reductions.\(reduction.key).when")
            before.append(holds.notHolding)
        }
        for (condition, around) in Premise(fee.amount)?.branches ?? [] {
            let view = outlook.view(of: condition, given: [when].compactMap { $0 } + around)
            judge(view, condition, part, at: "fees.\(fee.key).amount")
        }
    }

    /// Of several cases the first that holds counts, so that none before it holds where it is asked.
    private func checkCases(_ limit: LimitRule, at path: String, _ outlook: Outlook) {
        var before: [Premise] = []
        for (index, one) in limit.cases.enumerated() {
            guard let when = Premise(one.when) else { continue }
            let part = Phrase(vi: "trường hợp thứ \(index + 1) của thời hạn", en: "case \(index + 1) of the limit")
            judge(outlook.view(of: when, given: before), when, part, at: "\(path).cases.\(index)")
            before.append(when.notHolding)
        }
    }

    private func judge(
        _ view: Outlook.View, _ condition: Premise, _ part: Phrase, at path: String,
        never: DefinitionProblem.Weight = .error
    ) {
        // Conditions around it that exclude each other have a finding of their own.
        guard !view.outcomes.isEmpty, !isWrong(path) else { return }
        if !view.outcomes.contains(.holds) {
            report(
                place(path),
                Phrase(
                    vi: "\(part.vi): điều kiện “\(condition.text)” không bao giờ đúng",
                    en: "\(part.en): the condition “\(condition.text)” never holds"), kind: .never,
                // A shared part serves other definitions too.
                weight: isOwn(path) ? never : .warning,
                proposal: Phrase(
                    vi: "sửa điều kiện, hoặc bỏ phần này nếu không cần",
                    en: "mend the condition, or leave this part out"))
        } else if view.outcomes == .holds, isOwn(path) {
            report(
                place(path),
                Phrase(
                    vi: "\(part.vi): điều kiện “\(condition.text)” luôn luôn đúng",
                    en: "\(part.en): the condition “\(condition.text)” always holds"), kind: .always,
                weight: .warning,
                proposal: Phrase(
                    vi: "bỏ điều kiện, hoặc sửa lại cho đúng ý", en: "leave the condition out, or write what was meant")
            )
        }
    }

    /// What cannot be read is not judged as well.
    private func isWrong(_ path: String) -> Bool {
        let place = place(path)
        return problems.contains {
            [.rule, .early].contains($0.kind) && $0.file == place.file && $0.line == place.line
        }
    }

    private func judgeCheck(_ view: Outlook.View, _ condition: FormOutlook.Condition) {
        guard !isWrong(condition.path) else { return }
        if view.outcomes == .fails {
            report(
                place(condition.path),
                Phrase(
                    vi: "\(condition.part.vi): kiểm tra “\(condition.premise.text)” từ chối mọi câu trả lời",
                    en: "\(condition.part.en): the check “\(condition.premise.text)” refuses every answer"),
                kind: .never, weight: isOwn(condition.path) ? .error : .warning,
                proposal: Phrase(vi: "sửa điều kiện kiểm tra", en: "mend the check"))
        } else if !view.outcomes.isEmpty, !view.outcomes.contains(.fails), isOwn(condition.path) {
            report(
                place(condition.path),
                Phrase(
                    vi: "\(condition.part.vi): kiểm tra “\(condition.premise.text)” không từ chối câu trả lời nào",
                    en: "\(condition.part.en): the check “\(condition.premise.text)” refuses no answer"),
                kind: .always, weight: .warning,
                proposal: Phrase(vi: "bỏ kiểm tra, hoặc sửa lại cho đúng ý", en: "leave the check out, or mend it"))
        }
    }
}
