import Catalogue
import DesignSystem
package import Kernel
package import Markup
import Wording
import WorkingTime

/// What the desk sees of a played case and may do with it: the step, the clock, acts with their effects, branches,
/// timers. Each button plays one thing.
package struct PlayedDesk: Component {
    /// The name under which a button sends what it plays.
    package static let move = "move"

    private let played: PlayedCase
    private let action: String
    private let carried: [(name: String, value: String)]
    private let now: Instant
    private let place: @Sendable (_ code: String) -> Phrase

    /// - Parameter place: what the agency or unit of a code is called.
    package init(
        _ played: PlayedCase, to action: String, carrying carried: [(name: String, value: String)], now: Instant,
        place: @escaping @Sendable (_ code: String) -> Phrase
    ) {
        self.played = played
        self.action = action
        self.carried = carried
        self.now = now
        self.place = place
    }

    private var file: CaseFile { played.file }
    private var dossier: Dossier { played.dossier }

    package var markup: Markup {
        Markup {
            if let step = file.step, dossier.isOpen {
                Card(step.title, accented: true) {
                    SummaryList(rows(step))
                    CaseClockBlock(
                        clock: dossier.clock, official: dossier.official, calendar: played.calendar, now: now)
                }
                postForm(to: action) {
                    for one in carried { hiddenField(one.name, one.value) }
                    waiting
                    branches
                    acts(step)
                    timers
                }
            } else {
                Banner(.info, Phrase(vi: "Hồ sơ đã kết thúc", en: "The case has ended")) { p(dossier.official.name) }
            }
        }
    }

    private func rows(_ step: Step) -> [SummaryList.Row] {
        [
            SummaryList.Row(Phrase(vi: "Ai làm", en: "Who works it"), DeskWording.role(step.role)),
            SummaryList.Row(Phrase(vi: "Người nộp thấy", en: "The applicant sees"), dossier.official.name),
        ]
            + (file.stepDueAt.map { [SummaryList.Row(Phrase(vi: "Hạn của bước", en: "Limit of the step"), $0.phrase)] }
                ?? [])
    }

    private func button(_ title: Phrase, _ kind: ButtonKind, _ move: PlayedMove, effect: Phrase? = nil) -> Button {
        Button(title, kind, name: Self.move, value: move.description, effect: effect)
    }

    @MarkupBuilder private var waiting: [Markup] {
        if dossier.openRequest != nil {
            Card(Phrase(vi: "Đang chờ người nộp bổ sung", en: "The applicant's supplements are awaited")) {
                button(
                    Phrase(vi: "Người nộp bổ sung xong", en: "The applicant sends them"), .primary, .supplemented)
            }
        }
    }

    // MARK: acts

    @MarkupBuilder private func acts(_ step: Step) -> [Markup] {
        let possible = file.possibleActs
        let first = possible.first { $0.kind != .refuse && $0.kind != .supplement && !$0.isBack }?.key
        if !possible.isEmpty {
            Card(Phrase(vi: "Việc làm được ở bước này", en: "What can be done in this step")) {
                for act in possible {
                    if act.kind == .supplement, file.supplementsLeft == 0 {
                        p(
                            Phrase(
                                vi: "“\(act.title.vi)”: đã yêu cầu đủ số lần cho phép",
                                en: "“\(act.title.en)”: asked for as often as is allowed"), .class("note"))
                    } else {
                        let words = ActWords(act: act, file: file)
                        button(act.title, words.kind(isFirst: act.key == first), .act(act.key), effect: effect(words))
                    }
                }
            }
        }
        let absent = step.acts.filter { act in act.by == nil && !possible.contains { $0.key == act.key } }
        if !absent.isEmpty, dossier.openRequest == nil {
            p(
                Phrase(
                    vi:
                        "Không có ở hồ sơ này, theo điều kiện: \(absent.map { "“\($0.title.vi)”" }.joined(separator: ", "))",
                    en:
                        "Not there in this case, by its rule: \(absent.map { "“\($0.title.en)”" }.joined(separator: ", "))"
                ), .class("note"))
        }
    }

    /// What an act does, with what it needs first.
    private func effect(_ words: ActWords) -> Phrase {
        var needs: [Phrase] = []
        if words.act.needsNote || words.act.kind == .refuse {
            needs.append(Phrase(vi: "phải ghi ý kiến", en: "a note is needed"))
        }
        if words.act.needsResult { needs.append(Phrase(vi: "phải có tệp kết quả", en: "the result is needed")) }
        if words.act.kind == .receive, played.service.fees(for: played.facts).contains(where: isEarly) {
            needs.append(Phrase(vi: "phải nộp phí trước khi tiếp nhận", en: "a fee is to be paid before reception"))
        }
        guard !needs.isEmpty else { return words.effect }
        return Phrase(
            vi: "\(words.effect.vi) Cần trước: \(needs.map(\.vi).joined(separator: ", ")).",
            en: "\(words.effect.en) First: \(needs.map(\.en).joined(separator: ", ")).")
    }

    private func isEarly(_ fee: FeeDue) -> Bool {
        played.service.definition.fees.contains { $0.key == fee.key && $0.due == .reception }
    }

    // MARK: branches and timers

    @MarkupBuilder private var branches: [Markup] {
        let branches = file.branches
        if !branches.isEmpty {
            Card(Phrase(vi: "Việc song song", en: "Beside each other")) {
                p(Self.join(file.step?.join ?? .all), .class("note"))
                for (state, rule) in branches { branch(state, rule) }
            }
        }
    }

    private static func join(_ rule: JoinRule) -> Phrase {
        switch rule {
        case .all: Phrase(vi: "Đủ cả thì hồ sơ tự chuyển bước.", en: "With the last one the case goes on by itself.")
        case .any:
            Phrase(vi: "Có một trả lời thì hồ sơ tự chuyển bước.", en: "With the first one the case goes on by itself.")
        case .atLeast(let count):
            Phrase(
                vi: "Đủ \(count) trả lời thì hồ sơ tự chuyển bước.", en: "With \(count) the case goes on by itself.")
        }
    }

    private func branch(_ state: CaseBranch, _ rule: StepBranch) -> Markup {
        let role = DeskWording.role(state.role)
        let seat: Phrase =
            switch rule.at {
            case nil: Phrase(vi: "tại cơ quan giải quyết", en: "at the case's agency")
            case StepBranch.chosen: Phrase(vi: "nơi mà cán bộ chọn", en: "where the official chooses")
            case .some(let code): place(code)
            }
        return div(.class("act")) {
            p {
                strong(rule.title)
                " "
                if state.isAnswered { Tag(Phrase(vi: "Đã trả lời", en: "Answered"), .good) }
            }
            p(Phrase(vi: "\(role.vi), \(seat.vi)", en: "\(role.en), \(seat.en)"), .class("note"))
            if let due = state.due {
                p(
                    Phrase(vi: "Trả lời trước \(due.phrase.vi)", en: "To be answered by \(due.phrase.en)"),
                    .class("note"))
            }
            if !state.isAnswered {
                button(
                    Phrase(vi: "Trả lời: \(rule.title.vi)", en: "Answer: \(rule.title.en)"), .secondary,
                    .answered(state.key))
            }
        }
    }

    @MarkupBuilder private var timers: [Markup] {
        if !played.timers.isEmpty {
            Card(Phrase(vi: "Hẹn giờ", en: "Timers")) {
                for timer in played.timers {
                    let (after, does) = (timer.after.words, PlayedTimer(timer, played.act(of: timer)).does)
                    button(
                        Phrase(vi: "Coi như đã qua \(after.vi)", en: "As if \(after.en) had passed"), .secondary,
                        .timer(timer.key), effect: Phrase(vi: "Khi đó: \(does.vi).", en: "Then: \(does.en)."))
                }
            }
        }
    }
}
