import Kernel
import Rules

extension DefinitionReading {
    /// Conditions that never hold, and those that always do although somebody wrote them down.
    func checkConditions(_ definition: ServiceDefinition, _ form: FormOutlook, _ outlook: OwnersOutlook) {
        for condition in form.conditions {
            switch condition.role {
            case .shown:
                judge(condition.premise, given: condition.around, condition.part, at: condition.path, outlook)
            case .required, .locked:
                judge(
                    condition.premise, given: condition.around, condition.part, at: condition.path, outlook,
                    never: .warning)
            case .check: judgeCheck(outlook.view(of: condition.premise, given: condition.around), condition)
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
            if let when { judge(when, part, at: "papers.\(paper.key).when", outlook) }
            guard !["true", "false"].contains(paper.required), let required = Premise(paper.required) else { continue }
            judge(
                required, given: [when].compactMap { $0 }, part, at: "papers.\(paper.key).required", outlook,
                never: .warning)
        }
        for fee in definition.fees { checkFee(fee, outlook) }
        checkCases(definition.limit, at: "limit", outlook)
        for step in definition.steps {
            if let limit = step.limit { checkCases(limit, at: "steps.\(step.key).limit", outlook) }
            for act in step.acts {
                guard let when = act.when.flatMap({ Premise($0) }) else { continue }
                let part = Phrase(vi: "hành động “\(act.key)”", en: "the act “\(act.key)”")
                judge(when, part, at: "steps.\(step.key).\(act.key).when", outlook)
            }
            checkJoin(step, outlook)
            for branch in step.parallel ?? [] {
                if let limit = branch.limit {
                    checkCases(limit, at: "steps.\(step.key).parallel.\(branch.key).limit", outlook)
                }
                guard let when = branch.when.flatMap({ Premise($0) }) else { continue }
                let part = Phrase(vi: "nhánh “\(branch.key)”", en: "the branch “\(branch.key)”")
                judge(when, part, at: "steps.\(step.key).parallel.\(branch.key).when", outlook)
            }
        }
    }

    private func checkFee(_ fee: FeeRule, _ outlook: OwnersOutlook) {
        let part = Phrase(vi: "khoản thu “\(fee.key)”", en: "the fee “\(fee.key)”")
        let when = fee.when.flatMap { Premise($0) }
        if let when { judge(when, part, at: "fees.\(fee.key).when", outlook) }
        var before: [Premise] = []
        for reduction in fee.reductions ?? [] {
            guard let holds = Premise(reduction.when) else { continue }
            let part = Phrase(vi: "miễn, giảm “\(reduction.key)”", en: "the reduction “\(reduction.key)”")
            let path = "fees.\(fee.key).reductions.\(reduction.key).when"
            judge(holds, given: [when].compactMap { $0 } + before, part, at: path, outlook)
            judgeTurn(part, given: [when].compactMap { $0 }, before, at: path, outlook)
            before.append(holds.notHolding)
        }
        for (condition, around) in Premise(fee.amount)?.branches ?? [] {
            judge(condition, given: [when].compactMap { $0 } + around, part, at: "fees.\(fee.key).amount", outlook)
        }
    }

    /// Of several cases the first that holds counts, so that none before it holds where it is asked.
    private func checkCases(_ limit: LimitRule, at path: String, _ outlook: OwnersOutlook) {
        var before: [Premise] = []
        for (index, one) in limit.cases.enumerated() {
            guard let when = Premise(one.when) else { continue }
            let part = Phrase(vi: "trường hợp thứ \(index + 1) của thời hạn", en: "case \(index + 1) of the limit")
            judge(when, given: before, part, at: "\(path).cases.\(index)", outlook)
            judgeTurn(part, given: [], before, at: "\(path).cases.\(index)", outlook)
            before.append(when.notHolding)
        }
    }

    /// A case to which it never comes, because one of those before it always holds.
    private func judgeTurn(
        _ part: Phrase, given around: [Premise], _ before: [Premise], at path: String, _ outlook: OwnersOutlook
    ) {
        guard !before.isEmpty, let all = Premise("true"), !isWrong(path),
            outlook.anybody.view(of: all, given: around + before).outcomes.isEmpty,
            !outlook.anybody.view(of: all, given: around).outcomes.isEmpty
        else { return }
        report(
            place(path),
            Phrase(
                vi: "\(part.vi) không bao giờ được dùng: luôn có trường hợp trước nó đúng",
                en: "\(part.en) is never used: one before it always holds"),
            kind: .never, weight: isOwn(path) ? .error : .warning,
            proposal: Phrase(
                vi: "bỏ trường hợp này, hoặc sửa điều kiện của các trường hợp trước",
                en: "leave it out, or mend the conditions before it"))
    }

    private func judge(
        _ condition: Premise, given around: [Premise] = [], _ part: Phrase, at path: String, _ outlook: OwnersOutlook,
        never: DefinitionProblem.Weight = .error
    ) {
        let view = outlook.view(of: condition, given: around)
        // Conditions around it that exclude each other have a finding of their own.
        guard !view.outcomes.isEmpty, !isWrong(path) else { return }
        if !view.outcomes.contains(.holds) {
            if outlook.anybody.view(of: condition, given: around).outcomes.contains(.holds) {
                return judgeOwners(condition, part, at: path)
            }
            let service = serviceOfPart(path)
            report(
                place(path),
                Phrase(
                    vi: "\(part.vi): điều kiện “\(condition.text)” không bao giờ đúng\(service?.vi ?? "")",
                    en: "\(part.en): the condition “\(condition.text)” never holds\(service?.en ?? "")"), kind: .never,
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

    /// What holds for owners alone that the service does not take: its own sentence has no effect, a shared part serves
    /// others too.
    private func judgeOwners(_ condition: Premise, _ part: Phrase, at path: String) {
        guard isOwn(path) else { return }
        report(
            place(path),
            Phrase(
                vi: "\(part.vi): điều kiện “\(condition.text)” không đúng với đối tượng nào trong “owners”",
                en: "\(part.en): the condition “\(condition.text)” holds for none of the “owners” of this service"),
            kind: .never, weight: .warning,
            proposal: Phrase(
                vi: "thêm đối tượng ấy vào “owners”, hoặc bỏ phần này",
                en: "add that owner to “owners”, or leave this part out"))
    }

    /// For which service a shared part is at fault; nil for what the file says itself.
    private func serviceOfPart(_ path: String) -> Phrase? {
        let file = place("").file
        guard !isOwn(path), file.hasSuffix(".yaml") else { return nil }
        let name = file.dropLast(".yaml".count)
        return Phrase(vi: " (trong dịch vụ “\(name)”)", en: " (in the service “\(name)”)")
    }

    /// What cannot be read is not judged as well.
    func isWrong(_ path: String) -> Bool {
        let place = place(path)
        return problems.contains {
            [.rule, .early].contains($0.kind) && $0.file == place.file && $0.line == place.line
        }
    }

    private func judgeCheck(_ view: Outlook.View, _ condition: FormOutlook.Condition) {
        guard !isWrong(condition.path) else { return }
        if view.outcomes == .fails {
            let service = serviceOfPart(condition.path)
            report(
                place(condition.path),
                Phrase(
                    vi:
                        "\(condition.part.vi): kiểm tra “\(condition.premise.text)” từ chối mọi câu trả lời\(service?.vi ?? "")",
                    en:
                        "\(condition.part.en): the check “\(condition.premise.text)” refuses every answer\(service?.en ?? "")"
                ),
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
