import Kernel

extension DefinitionReading {
    /// Branches, timers, stops of the clock and numbers: what cannot happen, and what would never end.
    func checkCourse(_ definition: ServiceDefinition) {
        let steps = definition.steps
        if let first = steps.first, first.parallel != nil {
            report(
                place("steps.\(first.key).parallel"),
                Phrase(
                    vi: "bước đầu tiên “\(first.key)” có “parallel”: hồ sơ chưa tiếp nhận sẽ tự chuyển bước",
                    en: "the first step “\(first.key)” has “parallel”: a case would go on without being received"),
                kind: .stuck,
                proposal: Phrase(
                    vi: "tiếp nhận ở bước đầu, lấy ý kiến ở bước sau",
                    en: "receive in the first step, ask in a later one"))
        }
        for step in steps {
            if let branches = step.parallel {
                checkJoin(step, branches)
                for branch in branches { checkCase(branch, of: step, definition) }
            } else {
                let keys = [("join", step.join != nil), ("to", step.to != nil), ("clock", step.clock != nil)]
                for (key, isThere) in keys where isThere {
                    reportUnused(
                        "steps.\(step.key).\(key)",
                        Phrase(
                            vi: "“\(key)” chỉ có nghĩa ở bước có “parallel”",
                            en: "“\(key)” means something only in a step with “parallel”"))
                }
            }
            for timer in step.timers ?? [] { check(timer, of: step) }
            for act in step.acts {
                checkClock(act, of: step, steps)
                checkDoer(act, of: step)
            }
            let follow = step.follow ?? []
            if Set(follow).count < follow.count {
                reportUnused(
                    "steps.\(step.key).follow",
                    Phrase(
                        vi: "bước “\(step.key)” ghi một người theo dõi hai lần",
                        en: "the step “\(step.key)” names a follower twice"))
            }
            for role in follow where role == step.role {
                reportUnused(
                    "steps.\(step.key).follow",
                    Phrase(
                        vi: "“\(role)” đã xử lý bước “\(step.key)”, không cần theo dõi nữa",
                        en: "“\(role)” works the step “\(step.key)” and need not follow it"))
            }
        }
    }

    /// What people are not offered must be done by a timer of the step.
    private func checkDoer(_ act: Act, of step: Step) {
        guard act.by == .timer, !(step.timers ?? []).contains(where: { $0.act == act.key }) else { return }
        report(
            place("steps.\(step.key).\(act.key).by"),
            Phrase(
                vi: "không hẹn giờ nào của bước “\(step.key)” thực hiện “\(act.key)”",
                en: "no timer of the step “\(step.key)” does “\(act.key)”"), kind: .timer,
            proposal: Phrase(
                vi: "thêm timers: {tên: {after: 3 days, act: \(act.key)}}, hoặc bỏ “by”",
                en: "add timers: {name: {after: 3 days, act: \(act.key)}}, or leave “by” out"))
    }

    private func checkJoin(_ step: Step, _ branches: [StepBranch]) {
        let path = "steps.\(step.key)"
        if branches.isEmpty {
            report(
                place(path),
                Phrase(
                    vi: "bước “\(step.key)” có “parallel” mà không có nhánh nào",
                    en: "the step “\(step.key)” has “parallel” and no branch"), kind: .stuck)
        }
        if case .atLeast(let count) = step.join ?? .all, count > branches.count {
            report(
                place("\(path).join"),
                Phrase(
                    vi: "bước “\(step.key)” chờ \(count) trả lời mà chỉ có \(branches.count) nhánh",
                    en: "the step “\(step.key)” waits for \(count) answers and has \(branches.count) branches"),
                kind: .never,
                proposal: Phrase(vi: "viết join: all, hoặc số nhỏ hơn", en: "write join: all, or a smaller number"))
        }
        if step.to == nil {
            report(
                place(path),
                Phrase(
                    vi: "bước “\(step.key)” không nói đủ trả lời rồi thì đến bước nào",
                    en: "the step “\(step.key)” does not say where the case goes when the branches have answered"),
                kind: .stuck, proposal: Phrase(vi: "thêm “to: tên_bước”", en: "add “to: name_of_a_step”"))
        }
    }

    private func check(_ timer: StepTimer, of step: Step) {
        let path = "steps.\(step.key).timers.\(timer.key)"
        let effects = (timer.remind == true ? 1 : 0) + (timer.tell == nil ? 0 : 1) + (timer.act == nil ? 0 : 1)
        if effects != 1 {
            report(
                place(path),
                Phrase(
                    vi: "hẹn giờ “\(timer.key)” phải làm đúng một việc",
                    en: "the timer “\(timer.key)” must do one thing"), kind: .timer,
                proposal: Phrase(
                    vi: "viết remind: true, tell: head hoặc act: tên_hành_động",
                    en: "write remind: true, tell: head or act: name_of_an_act"))
        }
        if timer.waiting == true, !step.acts.contains(where: { $0.kind == .supplement }) {
            report(
                place(path),
                Phrase(
                    vi: "hẹn giờ “\(timer.key)” chờ bổ sung mà bước này không yêu cầu bổ sung",
                    en: "the timer “\(timer.key)” waits for supplements, and this step asks for none"), kind: .timer)
        }
        guard let key = timer.act else { return }
        guard let act = step.acts.first(where: { $0.key == key }) else {
            report(
                place("\(path).act"),
                Phrase(
                    vi: "bước “\(step.key)” không có hành động “\(key)”",
                    en: "the step “\(step.key)” has no act “\(key)”"), kind: .timer,
                proposal: NearestWord.to(key, among: step.acts.map(\.key)).map {
                    Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                })
            return
        }
        if ![.move, .refuse].contains(act.kind) || act.needsResult {
            report(
                place("\(path).act"),
                Phrase(
                    vi: "hệ thống không tự làm được “\(key)”: việc này cần một người",
                    en: "“\(key)” cannot be done by the system: it needs a person"), kind: .timer,
                proposal: Phrase(
                    vi: "chọn hành động chuyển bước hoặc kind: refuse", en: "choose an act that moves, or kind: refuse")
            )
        } else if timer.waiting == true, act.kind != .refuse {
            report(
                place("\(path).act"),
                Phrase(
                    vi: "khi đang chờ bổ sung, hệ thống chỉ có thể kết thúc hồ sơ",
                    en: "while supplements are awaited, a case can only be ended"), kind: .timer)
        }
        if act.needsNote || act.kind == .refuse, timer.note == nil {
            report(
                place(path),
                Phrase(
                    vi: "hành động “\(key)” cần nội dung, hãy ghi ở “note”",
                    en: "the act “\(key)” needs a note; write it under “note”"), kind: .timer)
        }
    }

    private func checkClock(_ act: Act, of step: Step, _ steps: [Step]) {
        let path = "steps.\(step.key).\(act.key)"
        if act.number != nil, act.kind != .finish {
            reportUnused(
                "\(path).number",
                Phrase(
                    vi: "chỉ hành động kind: finish lấy số kết quả",
                    en: "only an act with kind: finish numbers a result"))
        }
        guard let clock = act.clock else {
            if act.reason != nil {
                reportUnused(
                    path,
                    Phrase(
                        vi: "“reason” chỉ đi cùng clock: stop", en: "“reason” goes with clock: stop only"))
            }
            return
        }
        if act.kind != .move {
            reportUnused(
                "\(path).clock",
                Phrase(
                    vi: "chỉ hành động chuyển bước làm đồng hồ dừng hoặc chạy lại",
                    en: "only an act that moves stops the clock or lets it go on"))
        }
        guard clock == .stop else { return }
        if act.reason == nil {
            report(
                place("\(path).clock"),
                Phrase(
                    vi: "“\(act.key)” dừng đồng hồ mà không nói vì sao",
                    en: "“\(act.key)” stops the clock without a reason"),
                proposal: Phrase(
                    vi: "thêm reason: chờ kiểm tra thực địa | waiting for the site visit",
                    en: "add reason: chờ kiểm tra thực địa | waiting for the site visit"))
        }
        // A step that does not exist is told of on its own.
        guard let to = act.to, steps.contains(where: { $0.key == to }) else { return }
        let after = StepFlow(steps) { _ in true }.reached(from: to)
        let later = steps.filter { after.contains($0.key) }
        guard !later.contains(where: { $0.clock == .resume || $0.acts.contains { $0.clock == .resume } }) else {
            return
        }
        let proposal = Phrase(
            vi: "thêm clock: resume ở một hành động sau đó", en: "add clock: resume to a later act")
        if later.contains(where: { $0.acts.contains { $0.kind == .finish } }) {
            report(
                place("\(path).clock"),
                Phrase(
                    vi: "sau “\(act.key)” đồng hồ đứng yên cho đến khi có kết quả: hồ sơ không bao giờ quá hạn",
                    en: "after “\(act.key)” the clock stands still until the result exists: the case is never overdue"),
                kind: .stuck, weight: .warning, proposal: proposal)
        } else {
            report(
                place("\(path).clock"),
                Phrase(
                    vi: "sau “\(act.key)” không hành động nào cho đồng hồ chạy lại",
                    en: "after “\(act.key)” no act lets the clock go on"), kind: .stuck, proposal: proposal)
        }
    }

    private func reportUnused(_ path: String, _ message: Phrase) {
        report(
            place(path), message, kind: .unused,
            proposal: Phrase(vi: "bỏ khóa này", en: "leave the key out"))
    }
}
