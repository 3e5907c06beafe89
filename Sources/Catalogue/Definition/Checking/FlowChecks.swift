import Kernel
import Rules

/// The ways that a case can take through the steps, by the acts whose guards may hold.
struct StepFlow {
    let steps: [Step]
    private let acts: [String: [Act]]

    init(_ steps: [Step], mayHold: (Act) -> Bool) {
        self.steps = steps
        acts = Dictionary(
            steps.map { ($0.key, $0.acts.filter(mayHold)) }, uniquingKeysWith: { first, _ in first })
    }

    func acts(of step: String) -> [Act] { acts[step] ?? [] }

    /// The steps that a case may come to from there, that one included; `stops` are not left again.
    func reached(from first: String, stoppingAt stops: (Step) -> Bool = { _ in false }) -> Set<String> {
        var reached: Set<String> = [first]
        var waiting = [first]
        while let key = waiting.popLast() {
            guard let step = steps.first(where: { $0.key == key }), !stops(step) else { continue }
            for to in acts(of: key).map(\.to) + [step.to] {
                if let to, reached.insert(to).inserted { waiting.append(to) }
            }
        }
        return reached
    }

    /// A step in which the matter is settled although no step on the way there is one of these.
    func settled(without passes: (Step) -> Bool) -> Step? {
        guard let first = steps.first else { return nil }
        let reached = reached(from: first.key, stoppingAt: passes)
        return steps.first { step in
            reached.contains(step.key) && !passes(step) && acts(of: step.key).contains { $0.kind == .finish }
        }
    }
}

extension DefinitionReading {
    /// Steps that guards cut off, steps that a case may not leave, roles that nobody fills, papers nobody looks at.
    func checkFlow(_ definition: ServiceDefinition, _ outlook: OwnersOutlook) {
        let steps = definition.steps
        guard let first = steps.first else { return }
        let whole = StepFlow(steps) { _ in true }
        func flow(_ outlook: Outlook) -> StepFlow {
            StepFlow(steps) { act in
                act.when.flatMap { Premise($0) }.map { outlook.view(of: $0).outcomes.contains(.holds) } ?? true
            }
        }
        // Steps for owners whom the service does not take may come with a shared template.
        checkCutOff(whole, flow(outlook.anybody), from: first.key)
        let flow = flow(outlook.own)
        for step in steps { checkStuck(step, outlook) }
        checkRoles(flow)
        checkPapers(definition, flow)
        checkReception(definition, first)
        checkSupplements(definition)
        checkMandates(definition)
        checkRefunds(definition)
    }

    private func checkCutOff(_ whole: StepFlow, _ flow: StepFlow, from first: String) {
        let (planned, reached) = (whole.reached(from: first), flow.reached(from: first))
        for step in flow.steps where planned.contains(step.key) && !reached.contains(step.key) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi: "chỉ những hành động không bao giờ làm được mới dẫn đến bước “\(step.key)”",
                    en: "only acts that are never possible lead to the step “\(step.key)”"), kind: .unreachable,
                proposal: Phrase(
                    vi: "sửa điều kiện “when” của hành động dẫn đến bước này",
                    en: "mend the “when” of the act that leads here"))
        }
        func ends(_ flow: StepFlow, _ key: String) -> Bool {
            flow.reached(from: key).contains { flow.acts(of: $0).contains { $0.kind == .give || $0.kind == .refuse } }
        }
        for step in flow.steps where reached.contains(step.key) && ends(whole, step.key) && !ends(flow, step.key) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi:
                        "từ bước “\(step.key)” hồ sơ không kết thúc được: lối ra nào cũng có điều kiện không bao giờ đúng",
                    en: "from the step “\(step.key)” no case ends: every way out has a guard that never holds"),
                kind: .stuck,
                proposal: Phrase(vi: "sửa điều kiện “when” của các hành động", en: "mend the “when” of its acts"))
        }
    }

    /// Where every act has a guard, one of them must hold in every case.
    private func checkStuck(_ step: Step, _ outlook: OwnersOutlook) {
        let guards = step.acts.compactMap { $0.when.flatMap { Premise($0) } }
        guard step.parallel == nil, guards.count == step.acts.count, let any = Premise.any(guards) else { return }
        let view = outlook.view(of: any)
        guard view.isExact, view.outcomes.contains(.holds), view.outcomes != .holds else { return }
        report(
            place("steps.\(step.key)"),
            Phrase(
                vi: "có trường hợp không hành động nào của bước “\(step.key)” làm được",
                en: "in some cases no act of the step “\(step.key)” is possible"), kind: .stuck, weight: .warning,
            proposal: Phrase(
                vi: "thêm một hành động không có “when”", en: "add an act without “when”"))
    }

    private func checkRoles(_ flow: StepFlow) {
        guard flow.steps.allSatisfy({ !$0.role.isEmpty }) else { return }
        let receiving = flow.steps.filter { $0.acts.contains { $0.kind == .receive } }
        if let step = receiving.first, !receiving.contains(where: { $0.role == "one_stop" }) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi: "không bước nào của bộ phận một cửa tiếp nhận hồ sơ",
                    en: "no step of the one-stop desk receives the dossier"), kind: .role, weight: .warning,
                proposal: Phrase(
                    vi: "ghi role: one_stop ở bước tiếp nhận", en: "write role: one_stop where it is received"))
        }
        if let step = flow.settled(without: { ["leader", "head"].contains($0.role) }) {
            report(
                place("steps.\(step.key)"),
                Phrase(
                    vi: "kết quả có ở bước “\(step.key)” mà chưa qua người có thẩm quyền ký",
                    en: "in the step “\(step.key)” the result exists although nobody who may sign has seen the case"),
                kind: .role, weight: .warning,
                proposal: Phrase(
                    vi: "thêm trước đó một bước role: leader hoặc role: head",
                    en: "put a step with role: leader or role: head before it"))
        }
    }

    /// Papers are looked at where the one-stop desk or a specialist may send the case back for them or refuse it.
    private func checkPapers(_ definition: ServiceDefinition, _ flow: StepFlow) {
        guard let paper = definition.papers.first(where: { !$0.isForm }) else { return }
        // What is not filed online lies before the desk, which does not enter it without its papers.
        let desk = definition.takes(.online) ? nil : definition.steps.first?.key
        let unseen = flow.settled { step in
            ["one_stop", "specialist"].contains(step.role)
                && (step.key == desk
                    || flow.acts(of: step.key).contains { $0.kind == .supplement || $0.kind == .refuse })
        }
        guard let unseen else { return }
        report(
            place("papers.\(paper.key)"),
            Phrase(
                vi: "không ai kiểm tra giấy tờ trước khi có kết quả ở bước “\(unseen.key)”",
                en: "nobody checks the papers before the result exists in the step “\(unseen.key)”"), kind: .papers,
            proposal: Phrase(
                vi: "cho bộ phận một cửa hoặc chuyên viên một hành động kind: supplement hoặc kind: refuse",
                en: "give the one-stop desk or a specialist an act with kind: supplement or kind: refuse"))
    }

    /// What comes to the desk is received as it is entered: no other act of the reception is ever possible there, but
    /// where a fee is to be paid before.
    private func checkReception(_ definition: ServiceDefinition, _ first: Step) {
        guard !definition.takes(.online), !definition.fees.contains(where: { $0.due == .reception }) else { return }
        for act in first.acts where act.kind != .receive && isOwn("steps.\(first.key).\(act.key)") {
            report(
                place("steps.\(first.key).\(act.key)"),
                Phrase(
                    vi:
                        "hành động “\(act.key)” không bao giờ làm được: hồ sơ nộp tại quầy được tiếp nhận ngay khi nhập",
                    en: "the act “\(act.key)” is never possible: what is filed at the desk is received as it is entered"
                ),
                kind: .never, weight: .warning,
                proposal: Phrase(
                    vi: "bỏ hành động này, hoặc cho nộp trực tuyến (“channels”)",
                    en: "leave the act out, or let it be filed online (“channels”)"))
        }
    }

    /// A paper of those who act by authorisation, where nobody may.
    private func checkMandates(_ definition: ServiceDefinition) {
        guard !definition.owners.contains(where: \.mayBeAuthorised) else { return }
        for paper in definition.papers where paper.isMandate == true {
            report(
                place("papers.\(paper.key)"),
                Phrase(
                    vi: "giấy tờ “\(paper.key)” chỉ dùng khi ủy quyền, mà không ai được ủy quyền nộp dịch vụ này",
                    en: "the paper “\(paper.key)” is for those who are authorised, and nobody files this service so"),
                kind: .unused, weight: .warning,
                proposal: Phrase(
                    vi: "bỏ giấy tờ này, hoặc thêm “other” hay “organisation” vào “owners”",
                    en: "leave the paper out, or add “other” or “organisation” to “owners”"))
        }
    }

    private func checkSupplements(_ definition: ServiceDefinition) {
        guard places["supplement"] != nil, definition.supplement.times > 0,
            !definition.steps.contains(where: { $0.acts.contains { $0.kind == .supplement } })
        else { return }
        report(
            place("supplement"),
            Phrase(
                vi: "có quy định bổ sung hồ sơ mà không bước nào yêu cầu bổ sung",
                en: "supplements are provided for, and no step asks for any"), kind: .unused, weight: .warning,
            proposal: Phrase(
                vi: "bỏ khóa “supplement”, hoặc thêm hành động kind: supplement",
                en: "leave out the key “supplement”, or add an act with kind: supplement"))
    }
}
