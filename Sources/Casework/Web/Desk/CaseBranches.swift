import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What is worked beside each other in a case: who is asked what until when, what has been answered, the form for
/// whoever is to answer, and the one with which the watcher of the step asks. Below it, what was answered in earlier steps.
struct CaseBranches {
    static let round = "round"
    static let question = "question"
    static func verdict(_ branch: String) -> String { "verdict.\(branch)" }
    static func answer(_ branch: String) -> String { "answer.\(branch)" }
    static func place(_ branch: String) -> String { "place.\(branch)" }
    static func anchor(_ branch: String) -> String { "nhanh-\(branch)" }

    let opened: OpenedCase
    let typed: TypedAct
    let problems: [FieldProblem]

    private var file: CaseFile { opened.file }
    private var dossier: Dossier { opened.dossier }

    @MarkupBuilder var content: [Markup] {
        let branches = file.branches
        if !branches.isEmpty {
            Card(Phrase(vi: "Việc song song", en: "Beside each other"), id: "song-song") {
                if opened.standing != .asked {
                    p(progress(branches.map(\.state)), .class("note"))
                    if dossier.openRequest != nil {
                        p(
                            Phrase(
                                vi: "Hồ sơ chỉ chuyển bước khi đã nhận bổ sung của người nộp.",
                                en: "The case goes on when the applicant's supplements have come."), .class("note"))
                    }
                }
                for (state, rule) in branches { self.branch(state, rule) }
            }
        }
        let earlier = file.opinions.filter { opinion in
            !branches.contains { $0.state.key == opinion.branch && $0.state.answeredAt == opinion.answeredAt }
        }
        if !earlier.isEmpty {
            Card(Phrase(vi: "Ý kiến đã có", en: "Opinions given"), id: "y-kien") {
                for opinion in earlier { given(opinion, title: opinion.title) }
            }
        }
    }

    private func progress(_ branches: [CaseBranch]) -> Phrase {
        let done = branches.count(where: \.isAnswered)
        let rule: Phrase =
            switch file.step?.join ?? .all {
            case .all where branches.count == 1:
                Phrase(vi: "có trả lời thì hồ sơ tự chuyển bước", en: "with the answer the case goes on by itself")
            case .all: Phrase(vi: "đủ cả thì hồ sơ tự chuyển bước", en: "with the last one the case goes on by itself")
            case .any:
                Phrase(
                    vi: "có một trả lời thì hồ sơ tự chuyển bước", en: "with the first one the case goes on by itself")
            case .atLeast(let count):
                Phrase(
                    vi: "đủ \(count) trả lời thì hồ sơ tự chuyển bước", en: "with \(count) the case goes on by itself")
            }
        return Phrase(
            vi: "Đã có \(done) trên \(branches.count) trả lời; \(rule.vi).",
            en: "\(done) of \(branches.count) have answered; \(rule.en).")
    }

    // MARK: one branch

    private func branch(_ state: CaseBranch, _ rule: StepBranch) -> Markup {
        div(.id(Self.anchor(state.key)), .class("act")) {
            if state.isAnswered, let opinion = file.opinions.last(where: { $0.branch == state.key }) {
                given(opinion, title: rule.title)
            } else {
                p {
                    strong(rule.title)
                    " "
                    standing(state)
                }
                if state.isCase {
                    CaseElsewhere(opened: opened, branch: state)
                } else {
                    p(holder(state), .class("note"))
                }
                if let asked = file.question(of: state), let text = asked.text {
                    p(Phrase(vi: "\(asked.by ?? ""): \(text)", en: "\(asked.by ?? ""): \(text)"))
                }
                if opened.official.mayAnswer(state, of: dossier) { answer(state, rule) }
                if let places = opened.askable[state.key] {
                    if state.isCase {
                        CaseElsewhere(opened: opened, branch: state).form(
                            places, typed, problems[Self.place(state.key)])
                    } else {
                        ask(state, places)
                    }
                }
            }
        }
    }

    private func standing(_ state: CaseBranch) -> Markup {
        guard state.agency != nil else {
            let words =
                state.isCase
                ? Phrase(vi: "Chưa chuyển", en: "Not handed over yet")
                : Phrase(vi: "Chưa hỏi", en: "Nobody asked yet")
            return Tag(words, .waiting).markup
        }
        if let due = state.due, due < opened.now {
            return Tag(DeskWording.stepLate(due, at: opened.now, in: opened.calendar), .bad).markup
        }
        return Tag(
            state.isCase
                ? Phrase(vi: "Đang ở cơ quan khác", en: "With another agency")
                : Phrase(vi: "Đang chờ trả lời", en: "Answer awaited"), .quiet
        ).markup
    }

    private func holder(_ state: CaseBranch) -> Phrase {
        let role = DeskWording.role(state.role)
        guard let seat = opened.seat(state.agency, state.unit) else { return role }
        let until = state.due.map { Phrase(vi: ", trước \($0.phrase.vi)", en: ", by \($0.phrase.en)") }
        return Phrase(
            vi: "\(role.vi), \(seat.vi)\(until?.vi ?? "")", en: "\(role.en), \(seat.en)\(until?.en ?? "")")
    }

    private func given(_ opinion: Opinion, title: Phrase) -> Markup {
        let seat = opened.seat(opinion.agency, opinion.unit)
        let who = [opinion.by, seat?.vi].compactMap(\.self).joined(separator: ", ")
        let english = [opinion.by, seat?.en].compactMap(\.self).joined(separator: ", ")
        return Markup {
            p {
                strong(title)
                " "
                if opinion.isCase {
                    Tag((opinion.verdict ?? .agree).outcome, opinion.verdict.map(DeskWording.tone) ?? .quiet)
                } else if let verdict = opinion.verdict {
                    Tag(verdict.name, DeskWording.tone(verdict))
                } else {
                    Tag(Phrase(vi: "Đã trả lời", en: "Answered"), .good)
                }
            }
            if let text = opinion.text { Inset { p(text) } }
            if let changed = file.answersChangedAt, let answered = opinion.answeredAt, answered < changed {
                p(
                    Phrase(
                        vi: "Trả lời này có trước khi người nộp đổi tờ khai (\(changed.phrase.vi)).",
                        en: "Given before the applicant changed the answers (\(changed.phrase.en))."))
            }
            p(
                Phrase(
                    vi: "\(who), \(opinion.answeredAt?.phrase.vi ?? "")",
                    en: "\(english), \(opinion.answeredAt?.phrase.en ?? "")"), .class("note"))
        }
    }

    // MARK: forms

    private func answer(_ state: CaseBranch, _ rule: StepBranch) -> Markup {
        postForm(to: DeskPaths.branchAnswer(opened.id, state.key), guarded: true) {
            hiddenField(Self.round, String(state.round))
            if rule.asksOpinion {
                Field(
                    Self.verdict(state.key), Phrase(vi: "Ý kiến", en: "Opinion"),
                    .choice(
                        typed.branch == state.key ? typed.verdict : nil,
                        OpinionVerdict.allCases.map { Choice($0.rawValue, $0.name) }),
                    problem: problems[Self.verdict(state.key)])
            }
            Field(
                Self.answer(state.key), Phrase(vi: "Nội dung", en: "Note"),
                .longText(typed.branch == state.key ? typed.branchText : "", rows: 3),
                help: rule.asksOpinion
                    ? Phrase(
                        vi: "Bắt buộc khi có ý kiến thêm hoặc không đồng ý", en: "Required unless you simply agree")
                    : nil,
                optional: rule.asksOpinion, problem: problems[Self.answer(state.key)])
            Button(
                Phrase(vi: "Gửi trả lời", en: "Send the answer"), .primary,
                effect: Phrase(
                    vi: "Câu trả lời vào hồ sơ cùng tên bạn, không sửa được nữa",
                    en: "The answer enters the dossier with your name and cannot be changed"))
        }
    }

    private func ask(_ state: CaseBranch, _ places: [(id: String, name: Phrase)]) -> Markup {
        let name = Self.place(state.key)
        let isFirst = state.agency == nil
        return Disclosure(
            isFirst
                ? Phrase(vi: "Gửi lấy ý kiến", en: "Ask for it") : Phrase(vi: "Hỏi nơi khác", en: "Ask somebody else"),
            open: isFirst || problems[name] != nil
        ) {
            postForm(to: DeskPaths.branchAsking(opened.id, state.key), guarded: true) {
                hiddenField(CaseActs.seen, String(dossier.version))
                Field(
                    name, Phrase(vi: "Cơ quan, đơn vị được hỏi", en: "Agency or unit"),
                    .select(
                        typed.branch == state.key ? typed.place : state.unit ?? state.agency,
                        places.map { Choice($0.id, $0.name) },
                        empty: Phrase(vi: "Chọn nơi được hỏi", en: "Choose")), problem: problems[name])
                Field(
                    Self.question, Phrase(vi: "Nội dung hỏi", en: "Question"),
                    .longText(typed.branch == state.key ? typed.branchText : "", rows: 2), optional: true)
                Button(
                    Phrase(vi: "Gửi", en: "Send"), .secondary,
                    effect: Phrase(
                        vi: "Nơi được hỏi đọc được hồ sơ này cho đến khi trả lời",
                        en: "Whoever is asked may read this dossier until they answer"))
            }
        }.markup
    }
}

/// What a timer told somebody of, until they say that they know.
struct CaseTold {
    let opened: OpenedCase

    @MarkupBuilder var content: [Markup] {
        for fired in opened.dossier.fired where opened.official.isTold(fired, of: opened.dossier) {
            Banner(.warning, Phrase(vi: "Hồ sơ ở bước này đã lâu", en: "This case has been in its step for long")) {
                p(
                    Phrase(
                        vi: "Hệ thống báo theo quy định của dịch vụ; hãy đôn đốc hoặc giao lại nếu cần.",
                        en: "The service has you told of it; see to it, or give the case to somebody else."))
                postForm(to: DeskPaths.timerSeen(opened.id, fired.key)) {
                    Button(Phrase(vi: "Tôi đã biết", en: "I know"), .secondary)
                }
            }
        }
    }
}
