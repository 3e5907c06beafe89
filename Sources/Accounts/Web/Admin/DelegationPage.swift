import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The form that lets somebody else act in a post while its holder is away.
struct DelegationPage {
    let file: OfficialFile
    let place: OfficialFile.Place
    let colleagues: [(account: Account.ID, name: String)]
    var account = ""
    var from: String
    var until = ""
    var reason = ""
    var problems: [FieldProblem] = []

    init(file: OfficialFile, place: OfficialFile.Place, colleagues: [(account: Account.ID, name: String)]) {
        self.file = file
        self.place = place
        self.colleagues = colleagues
        from = file.day.phrase.vi
    }

    mutating func read(_ form: FormValues) {
        account = form["account"]
        from = form["from"]
        until = form["until"]
        reason = form["reason"]
    }

    /// Whole days as moments: from the beginning of the first to the end of the last; nil, with problems, when something
    /// cannot be read.
    mutating func typed() -> (account: Account.ID, from: Instant, until: Instant)? {
        problems = []
        let chosen = Account.ID(account).flatMap { id in colleagues.first { $0.account == id }?.account }
        if chosen == nil {
            problems.append(
                FieldProblem("account", Phrase(vi: "Chọn người được ủy quyền.", en: "Choose who acts in the post.")))
        }
        let first = Day(typed: from)
        if first == nil { problems.append(FieldProblem("from", .dayNotUnderstood(from))) }
        let last = Day(typed: until)
        if last == nil { problems.append(FieldProblem("until", .dayNotUnderstood(until))) }
        if reason.isEmpty { problems.append(FieldProblem("reason", .reasonMissing)) }
        guard problems.isEmpty, let chosen, let first, let last else { return nil }
        return (
            account: chosen, from: Instant(first, minute: 0), until: Instant(last.adding(days: 1), minute: 0)
        )
    }

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        frame.task(
            Phrase(vi: "Ủy quyền khi vắng mặt", en: "Delegate while away"), about: file, for: visitor,
            problems: problems,
            caption: Phrase(
                vi: "\(file.account.name) · \(place.post.title) – \(place.agency.name)",
                en: "\(file.account.name) · \(place.post.role.phrase.en) – \(place.agency.phrase.en)"),
            lead: Phrase(
                vi: "Người được ủy quyền làm việc bằng tên của mình và không ủy quyền lại được.",
                en: "The delegate acts in their own name and cannot pass it on.")
        ) {
            if colleagues.isEmpty {
                EmptyState(
                    Phrase(vi: "Chưa có đồng nghiệp nào trong cơ quan", en: "There is no colleague in the agency yet")
                ) {
                    p { a(Phrase(vi: "Thêm cán bộ", en: "Add an official"), .href(OfficialPaths.new())) }
                }
            } else {
                form(OfficialPaths.official(file.account.id))
            }
        }
    }

    private func form(_ path: String) -> Markup {
        postForm(to: OfficialPaths.delegations(file.account.id, place.post.id), guarded: true) {
            Field(
                "account", Phrase(vi: "Người được ủy quyền", en: "Who acts in the post"),
                .select(account, colleagues.map { Choice($0.account.description, Phrase(same: $0.name)) }),
                problem: problems["account"])
            Field("from", Phrase(vi: "Từ ngày", en: "From"), .date(from), problem: problems["from"])
            Field(
                "until", Phrase(vi: "Đến hết ngày", en: "To the end of"), .date(until),
                problem: problems["until"])
            Field(
                "reason", Phrase(vi: "Lý do", en: "Reason"), .text(reason),
                help: Phrase(vi: "Ví dụ: nghỉ phép, đi công tác.", en: "For example: on leave, travelling."),
                problem: problems["reason"])
            ButtonRow {
                Button(Phrase(vi: "Ủy quyền", en: "Delegate"))
                ButtonLink(.cancel, path, .plain)
            }
        }
    }
}
