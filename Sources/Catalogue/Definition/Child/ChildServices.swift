import Kernel
import Rules

/// The definitions of a folder against each other: whether every case that one hands to another agency finds there what the
/// service asks for.
struct ChildServices {
    private let definitions: [String: ServiceDefinition]
    /// Those that cannot be read too: what is wrong with them is told there.
    private let names: Set<String>

    init(_ checks: [DefinitionCheck]) {
        definitions = Dictionary(
            checks.compactMap(\.definition).map { ($0.service, $0) }, uniquingKeysWith: { first, _ in first })
        names = Set(
            checks.filter(\.isDefinition).map { check in
                String((check.file.split(separator: "/").last ?? "").dropLast(".yaml".count))
            })
    }

    /// Of definitions without their files.
    init(_ definitions: [ServiceDefinition]) {
        self.definitions = Dictionary(definitions.map { ($0.service, $0) }, uniquingKeysWith: { first, _ in first })
        names = Set(self.definitions.keys)
    }

    /// What was found before with what is found now.
    func judged(_ check: DefinitionCheck) -> DefinitionCheck {
        guard let definition = check.definition else { return check }
        return check.adding(problems(of: definition, at: check.place))
    }

    /// What is wrong with the branches of one of them that open cases elsewhere.
    func problems(
        of definition: ServiceDefinition, at place: ((_ path: String) -> SourcePlace)? = nil,
        where isMeant: (StepBranch) -> Bool = { _ in true }
    ) -> [DefinitionProblem] {
        let whole = SourcePlace(file: "\(definition.service).yaml", line: 1)
        var found: [DefinitionProblem] = []
        for step in definition.steps {
            for branch in step.parallel ?? [] where branch.isCase && isMeant(branch) {
                let path = "steps.\(step.key).parallel.\(branch.key)"
                judge(branch, of: definition) { below, message, kind, proposal, weight in
                    found.append(
                        DefinitionProblem(
                            place?(below.isEmpty ? path : "\(path).\(below)") ?? whole, message, kind: kind,
                            weight: weight, proposal: proposal))
                }
            }
        }
        return found
    }

    /// Takes what is found below a branch.
    private struct Report {
        let take: (String, Phrase, FindingKind, Phrase?, DefinitionProblem.Weight) -> Void

        func callAsFunction(
            _ below: String, _ message: Phrase, _ kind: FindingKind, _ proposal: Phrase?,
            weight: DefinitionProblem.Weight = .error
        ) {
            take(below, message, kind, proposal, weight)
        }
    }

    private func judge(
        _ branch: StepBranch, of parent: ServiceDefinition,
        _ take: @escaping (String, Phrase, FindingKind, Phrase?, DefinitionProblem.Weight) -> Void
    ) {
        let report = Report(take: take)
        guard let name = branch.service else { return }
        guard let child = definitions[name] else {
            guard !names.contains(name) else { return }
            let near = NearestWord.to(name, among: names.sorted())
            return report(
                "service",
                Phrase(vi: "không có dịch vụ nào tên là “\(name)”", en: "no service is called “\(name)”"), .writing,
                near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") })
        }
        if comesBack(from: child, to: parent.service) {
            report(
                "service",
                Phrase(
                    vi: "“\(name)” lại mở hồ sơ con theo chính dịch vụ này",
                    en: "“\(name)” opens a child case under this very service"), .stuck,
                Phrase(vi: "bỏ một trong hai nhánh", en: "leave one of the two branches out"))
        }
        if !child.fees.isEmpty {
            report(
                "service",
                Phrase(
                    vi: "“\(name)” thu phí, mà người nộp chỉ nộp tiền ở hồ sơ gốc",
                    en: "“\(name)” has fees, and the applicant pays for the origin only"), .child,
                Phrase(vi: "ghi khoản thu ở dịch vụ gốc", en: "write the fees into this service"))
        }
        let strangers = parent.owners.filter { !child.owners.contains($0) }.map(\.rawValue)
        if !strangers.isEmpty {
            report(
                "service",
                Phrase(
                    vi: "“\(name)” không nhận hồ sơ của: \(strangers.joined(separator: ", "))",
                    en: "“\(name)” takes no cases of: \(strangers.joined(separator: ", "))"), .child,
                Phrase(vi: "thêm vào owners ở đó, hoặc bỏ ở đây", en: "add them to its owners, or leave them out here"))
        }
        judgeAnswers(branch, parent, child, report)
        judgePapers(branch, parent, child, report)
    }

    private func comesBack(from child: ServiceDefinition, to origin: String) -> Bool {
        var (reached, waiting): (Set<String>, [String]) = ([], [child.service])
        while let name = waiting.popLast() {
            guard name != origin else { return true }
            guard reached.insert(name).inserted, let definition = definitions[name] else { continue }
            waiting += definition.steps.flatMap { $0.parallel ?? [] }.compactMap(\.service)
        }
        return false
    }

    private func judgeAnswers(
        _ branch: StepBranch, _ parent: ServiceDefinition, _ child: ServiceDefinition, _ report: Report
    ) {
        let compiler = DefinitionCompiler(parent)
        let bounds = HandedBounds(parent)
        func judge(
            _ rule: String, at below: String, as name: String, _ field: FormField,
            _ proposal: Phrase = Phrase(
                vi: "đổi quy tắc trong with, hoặc mở rộng câu hỏi ở dịch vụ kia",
                en: "change the rule under with, or widen the question of that service")
        ) {
            guard let misfit = bounds.misfit(of: rule, for: field) else { return }
            let message =
                misfit.isAlways
                ? Phrase(
                    vi: "“\(child.service)” không nhận câu trả lời này cho “\(name)”, chỉ nhận \(misfit.bounds.vi)",
                    en: "“\(child.service)” does not take this answer to “\(name)”, only \(misfit.bounds.en)")
                : Phrase(
                    vi:
                        "có câu trả lời mà “\(child.service)” không nhận cho “\(name)”: ở đó chỉ nhận \(misfit.bounds.vi)",
                    en:
                        "some answers here are not taken by “\(child.service)” for “\(name)”: it takes only \(misfit.bounds.en)"
                )
            report(below, message, .child, proposal, weight: misfit.isAlways ? .error : .warning)
        }
        for answer in branch.with ?? [] {
            let parts = answer.key.split(separator: ".").map(String.init)
            let page = child.form.first { $0.key == parts.first }
            guard let field = page?.fields.first(where: { $0.key == parts.last }), field.isHandedOver else {
                let all = child.form.flatMap { page in page.fields.map { "\(page.key).\($0.key)" } }
                report(
                    "with.\(answer.key)",
                    Phrase(
                        vi: "“\(child.service)” không hỏi “\(answer.key)”",
                        en: "“\(child.service)” does not ask “\(answer.key)”"), .writing,
                    NearestWord.to(answer.key, among: all).map {
                        Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                    })
                continue
            }
            if let problem = compiler.problem(of: answer.rule, FormNames.type(of: field)) {
                report("with.\(answer.key)", problem.message, .rule, nil)
            } else {
                judge(answer.rule, at: "with.\(answer.key)", as: answer.key, field)
            }
        }
        let handed = Set((branch.with ?? []).map(\.key))
        // Of the same name by chance is harmless where the case there does without the answer.
        for page in child.form where page.when == nil {
            for field in page.fields
            where field.when == nil && field.required == "true" && field.isHandedOver
                && !handed.contains("\(page.key).\(field.key)")
            {
                let here = parent.form.first { $0.key == page.key }?.fields.first { $0.key == field.key }
                guard here?.answerKind == field.kind else { continue }
                let name = "\(page.key).\(field.key)"
                judge(
                    name, at: "", as: name, field,
                    Phrase(
                        vi: "thêm vào with: \(name): quy tắc, hoặc đổi tên câu hỏi cùng tên",
                        en: "add to with: \(name): RULE, or rename the question of the same name"))
            }
        }
        for page in child.form where page.when == nil {
            let here = parent.form.first { $0.key == page.key }
            for field in page.fields where field.when == nil && field.required == "true" && field.value == nil {
                let name = "\(page.key).\(field.key)"
                let isSame = here?.fields.contains { $0.key == field.key && $0.answerKind == field.kind } ?? false
                guard !handed.contains(name), !isSame || !field.isHandedOver else { continue }
                report(
                    "",
                    Phrase(
                        vi: "“\(child.service)” cần câu trả lời “\(name)” mà không ai chuyển sang",
                        en: "“\(child.service)” needs the answer “\(name)”, and nothing hands it over"), .child,
                    Phrase(vi: "thêm vào with: \(name): quy tắc", en: "add to with: \(name): RULE"))
            }
        }
    }

    private func judgePapers(
        _ branch: StepBranch, _ parent: ServiceDefinition, _ child: ServiceDefinition, _ report: Report
    ) {
        for paper in branch.papers ?? [] where child.paper(paper.key) == nil {
            report(
                "papers.\(paper.key)",
                Phrase(
                    vi: "“\(child.service)” không có giấy tờ “\(paper.key)”",
                    en: "“\(child.service)” has no paper “\(paper.key)”"), .writing,
                NearestWord.to(paper.key, among: child.papers.map(\.key)).map {
                    Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                })
        }
        let handed = Set((branch.papers ?? []).map(\.key) + parent.papers.map(\.key))
        for paper in child.papers
        where paper.when == nil && paper.required == "true" && paper.oneOf == nil && paper.isMandate != true
            && !paper.isForm && !paper.isShown && !handed.contains(paper.key)
        {
            report(
                "",
                Phrase(
                    vi: "“\(child.service)” cần giấy tờ “\(paper.key)” mà không ai chuyển sang",
                    en: "“\(child.service)” needs the paper “\(paper.key)”, and nothing hands it over"), .child,
                Phrase(
                    vi: "thêm vào papers: \(paper.key): tên giấy tờ ở đây hoặc result",
                    en: "add to papers: \(paper.key): the name of a paper here, or result"))
        }
    }
}

extension ServiceDefinition {
    /// Whether some branch is a case of its own at another agency.
    var hasCases: Bool { steps.contains { ($0.parallel ?? []).contains(where: \.isCase) } }

    /// The services of those cases.
    package var cases: [String] {
        steps.flatMap { $0.parallel ?? [] }.filter(\.isCase).compactMap(\.service)
    }
}
