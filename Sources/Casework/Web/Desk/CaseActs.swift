import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// What can be done with a case: its clock, who has it, the acts of the present step with their effects.
struct CaseActs {
    static let seen = "seen"
    static let act = "act"
    static let note = "note"
    static let way = "way"

    let opened: OpenedCase
    let typed: TypedAct
    let problems: [FieldProblem]

    private var file: CaseFile { opened.file }
    private var dossier: Dossier { opened.dossier }

    @MarkupBuilder var content: [Markup] {
        if opened.standing != .asked {
            CaseClockBlock(
                clock: dossier.clock, official: dossier.official, calendar: opened.calendar, now: opened.now)
        }
        if let due = file.stepDueAt { step(due) }
        CaseTold(opened: opened).content
        CaseBranches(opened: opened, typed: typed, problems: problems).content
        if dossier.isOpen {
            if dossier.openRequest != nil { waiting }
            switch opened.standing {
            case .acts: acts
            case .ended: Markup.empty
            case .otherRole, .otherUnit, .otherOfficial, .asked: if let why { p(why, .class("note")) }
            }
            CaseDirecting(opened: opened, problems: problems, typed: typed).content
            if opened.official.role == "one_stop", opened.mayWithdraw, opened.standing != .asked {
                p {
                    a(
                        Phrase(vi: "Người nộp rút hồ sơ", en: "The applicant withdraws it"),
                        .href(DeskPaths.withdrawal(opened.id)))
                }
            }
        }
    }

    /// The limit of the present step, which is the agency's own and no promise.
    private func step(_ due: Instant) -> Markup {
        p {
            if due < opened.now {
                Tag(DeskWording.stepLate(due, at: opened.now, in: opened.calendar), .bad)
                " "
            }
            span(
                Phrase(vi: "Hạn của bước này: \(due.phrase.vi)", en: "This step should end by \(due.phrase.en)"),
                .class("note"))
        }
    }

    private var waiting: Markup {
        Banner(.info, Phrase(vi: "Đang chờ người nộp bổ sung", en: "The applicant's supplements are awaited")) {
            if opened.official.role == "one_stop", opened.standing != .asked {
                p {
                    a(
                        Phrase(
                            vi: "Người nộp mang bổ sung đến quầy", en: "The applicant has brought them to the counter"),
                        .href(DeskPaths.handedSupplement(opened.id)))
                }
            } else {
                p(
                    Phrase(
                        vi: "Bộ phận một cửa nhận nếu người nộp mang đến quầy.",
                        en: "The one-stop desk takes what is brought to the counter."))
            }
        }.markup
    }

    // MARK: acts

    @MarkupBuilder private var acts: [Markup] {
        let possible = file.possibleActs
        let direct = possible.filter { $0.kind != .supplement }
        let first = direct.first { $0.kind != .refuse && !$0.isBack }?.key
        if !direct.isEmpty {
            postForm(to: DeskPaths.act(opened.id), guarded: true) {
                hiddenField(Self.seen, String(dossier.version))
                Field(
                    Self.note, Phrase(vi: "Nội dung, lý do", en: "Note or reason"), .longText(typed.note, rows: 3),
                    help: noteHelp(direct), optional: !direct.allSatisfy(needsNote), problem: problems[Self.note])
                for act in direct {
                    fields(of: act)
                    Button(
                        act.title, ActWords(act: act, file: file).kind(isFirst: act.key == first), name: Self.act,
                        value: act.key, effect: ActWords(act: act, file: file).effect)
                }
            }
        }
        for act in possible where act.kind == .supplement { supplement(act) }
    }

    private func needsNote(_ act: Act) -> Bool { act.needsNote || act.kind == .refuse }

    private func noteHelp(_ acts: [Act]) -> Phrase? {
        let needing = acts.filter(needsNote)
        guard !needing.isEmpty, needing.count < acts.count else { return nil }
        let vi = needing.map { "“\($0.title.vi)”" }.joined(separator: ", ")
        let en = needing.map { "“\($0.title.en)”" }.joined(separator: ", ")
        return Phrase(vi: "Bắt buộc khi \(vi)", en: "Required for \(en)")
    }

    /// What else an act needs to be told: to whom, by which way.
    @MarkupBuilder private func fields(of act: Act) -> [Markup] {
        if let step = file.outcome(of: act).step, act.kind != .refuse, act.kind != .give, step.key != dossier.step {
            let choices = Handing.choices(opened, role: step.role)
            if !choices.isEmpty {
                let name = Handing.field(act.key)
                Field(
                    name, Phrase(vi: "\(act.title.vi): giao cho", en: "\(act.title.en): given to"),
                    .select(
                        typed.handing[act.key] ?? before(act, step), choices,
                        empty: Phrase(
                            vi: "Ai thuộc vai trò cũng nhận được", en: "Whoever of the role takes it")),
                    optional: true, problem: problems[name])
            }
        }
        if act.kind == .give {
            Field(
                Self.way, Phrase(vi: "Trả kết quả bằng cách nào?", en: "How is the result handed over?"),
                .choice(
                    typed.way ?? file.parties.delivery?.way ?? opened.service.definition.result.ways.first,
                    opened.service.definition.result.ways.map { Choice($0, Delivery.name(of: $0)) }),
                problem: problems[Self.way])
        }
    }

    /// Going back, the case goes to whoever had it in that step.
    private func before(_ act: Act, _ step: Step) -> String? {
        act.isBack ? file.lastWorker(of: step.key).map { "person:\($0)" } : nil
    }

    @MarkupBuilder private func supplement(_ act: Act) -> [Markup] {
        if file.supplementsLeft > 0 {
            div(.class("act")) {
                ButtonLink(act.title, DeskPaths.supplement(opened.id, act.key), .secondary)
                p(ActWords(act: act, file: file).effect, .class("effect"))
            }
        } else {
            p(
                Phrase(
                    vi: "Đã yêu cầu bổ sung \(dossier.supplements) lần; pháp luật không cho phép yêu cầu thêm.",
                    en: "Supplements were requested \(dossier.supplements) time(s); the law allows no more."),
                .class("note"))
        }
    }

    // MARK: why not

    private var why: Phrase? {
        switch opened.standing {
        case .acts, .ended: return nil
        case .asked:
            return Phrase(
                vi: "Bạn được hỏi ý kiến nên đọc được hồ sơ này cho đến khi trả lời; mọi lần đọc đều được ghi lại.",
                en: "You are asked for an answer and may read this dossier until you give it; every look is recorded.")
        case .otherRole(let role):
            let mine = DeskWording.role(opened.official.role)
            let theirs = DeskWording.role(role)
            let step = file.step?.title ?? DeskWording.step
            return Phrase(
                vi: "Bước “\(step.vi)” do \(theirs.vi) thực hiện; bạn đang xem với vai trò \(mine.vi).",
                en: "“\(step.en)” is done by \(theirs.en); you look at it as \(mine.en).")
        case .otherUnit(let unit):
            let name = opened.staff.unit(unit)?.name ?? Phrase(vi: "đơn vị khác", en: "another unit")
            return Phrase(
                vi: "Hồ sơ đang ở \(name.vi) nên bạn chỉ xem được.",
                en: "The dossier is at \(name.en); you may read it.")
        case .otherOfficial(let account):
            let name = opened.name(of: account)
            return Phrase(
                vi: "Hồ sơ đã giao cho \(name.vi) nên bạn chỉ xem được.",
                en: "The dossier was given to \(name.en); you may read it.")
        }
    }
}

/// The clock of a case with its derivation; before reception there is none.
struct CaseClockBlock: Component {
    let clock: CaseClock?
    let official: OfficialState
    let calendar: WorkingCalendar
    let now: Instant

    var markup: Markup {
        guard let clock else {
            return p(
                Phrase(
                    vi: "Chưa tiếp nhận nên thời hạn chưa tính.", en: "Not received yet: the limit has not begun."),
                .class("note"))
        }
        if clock.endedAt != nil { return over(clock) }
        return ClockBlock(
            isRunning: !clock.isStopped, due: due(clock), standing: standing(clock),
            reason: reason(clock)
        ) {
            derivation(clock)
        }.markup
    }

    /// A clock that has ended neither runs nor stands still: what counts is whether it was in time.
    private func over(_ clock: CaseClock) -> Markup {
        Markup {
            p {
                Phrase(vi: "Hẹn trả: ", en: "Promised: ")
                due(clock)
            }
            if let outcome = DeskWording.outcome(clock, official, in: calendar) { p { outcome } }
            if let ended = clock.endedAt {
                p(Phrase(vi: "Kết thúc lúc \(ended.phrase.vi)", en: "Ended at \(ended.phrase.en)"), .class("note"))
            }
            derivation(clock)
        }
    }

    private func derivation(_ clock: CaseClock) -> Disclosure {
        Disclosure(Phrase(vi: "Cách tính", en: "How it was counted")) {
            Prose { ol { for sentence in clock.deadline.derivation.phrases { li(sentence) } } }
        }
    }

    private func due(_ clock: CaseClock) -> Phrase {
        if clock.due == nil, clock.endedAt != nil { return Phrase(vi: "không còn", en: "none any more") }
        return clock.due?.phrase
            ?? (official == .supplementRequested
                ? Phrase(vi: "Tính lại khi nhận bổ sung", en: "Counted again when the supplement comes")
                : Phrase(vi: "Tính lại khi đồng hồ chạy tiếp", en: "Counted again when the clock goes on"))
    }

    private func standing(_ clock: CaseClock) -> DeadlineTag? {
        clock.due.map { DeskWording.due($0, at: now, in: calendar) }
    }

    private func reason(_ clock: CaseClock) -> Phrase? {
        guard let since = clock.deadline.stoppedSince else { return nil }
        let why = clock.stops.last?.reason ?? Phrase(vi: "đang dừng", en: "stopped")
        return Phrase(vi: "Dừng từ \(since.phrase.vi): \(why.vi)", en: "Stopped since \(since.phrase.en): \(why.en)")
    }
}
