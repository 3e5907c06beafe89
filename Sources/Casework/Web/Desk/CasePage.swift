import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What an official had typed when a page comes back.
struct TypedAct: Sendable {
    var act = ""
    var note = ""
    var way: String?
    /// To whom the next step goes, as `Handing` writes it, by act.
    var handing: [String: String] = [:]
    /// Whom it was to be given to, the unit it was to go to, and why.
    var to = ""
    var unit = ""
    var unitNote = ""
    /// The branch that was answered or asked for, with what was typed there.
    var branch = ""
    var verdict: String?
    var place: String?
    var branchText = ""
    /// Notes about papers, by the field's name.
    var paperNotes: [String: String] = [:]
}

/// A case at the desk: answers, papers and acts beside each other; below them what happened and the papers to print.
struct CasePage {
    let opened: OpenedCase
    var typed = TypedAct()
    var problems: [FieldProblem] = []
    /// Why the last act was not carried out.
    var refusal: CaseRefusal?
    /// The entry of the history that has just been made.
    var done: Int?
    var panels: [Markup] = []

    private var file: CaseFile { opened.file }
    private var dossier: Dossier { opened.dossier }
    private var isAsked: Bool { opened.standing == .asked }

    var page: Page {
        Page(
            Phrase(same: dossier.code), side: .desk, breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox())]
        ) {
            ErrorSummary(problems)
            said
            unreceived
            PageTitle(
                Phrase(same: dossier.code),
                lead: Phrase(
                    vi: "\(opened.service.definition.title.vi) · \(file.parties.owner.name)",
                    en: "\(opened.service.definition.title.en) · \(file.parties.owner.name)"))
            facts
            CasePanes([
                .init("answers", Phrase(vi: "Tờ khai", en: "Answers")) {
                    CaseAnswers(opened: opened, showsFees: panels.isEmpty && !isAsked).content
                },
                .init("papers", Phrase(vi: "Giấy tờ", en: "Papers")) {
                    CasePapers(opened: opened, typed: typed, problems: problems).content
                    for panel in panels { panel }
                    if !isAsked { CaseSheets(opened: opened) }
                },
                .init("acts", Phrase(vi: "Xử lý", en: "Acts")) {
                    CaseActs(opened: opened, typed: typed, problems: problems).content
                },
            ])
            if !isAsked { CaseHistory(opened: opened) }
        }
    }

    @MarkupBuilder private var said: [Markup] {
        if let refusal {
            RefusalBanner(
                refusal: refusal, note: isNoteShown ? "" : typed.note + (isBranchShown ? "" : typed.branchText))
        }
        if let done, let record = file.history.first(where: { $0.number == done }) {
            Banner(
                .success,
                Phrase(
                    vi: "Đã ghi: \(file.historyTitles[done]?.vi ?? record.event.summary.vi)",
                    en: "Recorded: \(file.historyTitles[done]?.en ?? record.event.summary.en)")
            ) {
                p {
                    Phrase(vi: "Trạng thái: ", en: "State: ")
                    dossier.stateName
                    ". "
                    a(Phrase(vi: "Về hộp việc", en: "Back to the inbox"), .href(DeskPaths.inbox()))
                }
            }
        }
    }

    /// What holds the reception back; the panel of payments stands on the same page.
    @MarkupBuilder private var unreceived: [Markup] {
        let owed = file.feesBeforeReception.reduce(Money.zero) { $0 + $1.amount }
        if opened.standing == .acts, owed > .zero {
            Banner(.warning, Phrase(vi: "Hồ sơ chưa được tiếp nhận", en: "The dossier is not received yet")) {
                p(
                    Phrase(
                        vi:
                            "Còn \(owed.phrase.vi) phí, lệ phí phải thu trước khi tiếp nhận. Thời hạn chưa bắt đầu tính.",
                        en: "\(owed.phrase.en) of fees are to be taken before it is received. The limit has not begun.")
                )
            }
        }
    }

    /// Whether the form of acts still stands on the page, with the note in it.
    private var isNoteShown: Bool { opened.standing == .acts && !file.possibleActs.isEmpty }

    /// Whether the branch whose answer was typed still stands on the page.
    private var isBranchShown: Bool { dossier.branches.contains { $0.key == typed.branch && !$0.isAnswered } }

    /// The state in one line: official state, step, who has it, how it came.
    private var facts: Markup {
        p(.class("note")) {
            Tag(dossier.stateName, DeskWording.tone(dossier.official))
            " "
            for (number, fact) in brief.enumerated() {
                if number > 0 { " · " }
                fact
            }
        }
    }

    private var brief: [Phrase] {
        var facts: [Phrase] = []
        if dossier.isOpen, let step = file.step {
            facts.append(Phrase(vi: "Bước: \(step.title.vi)", en: "Step: \(step.title.en)"))
        }
        if isAsked {
            facts.append(
                Phrase(vi: "Hồ sơ của \(opened.agency.name.vi)", en: "A dossier of \(opened.agency.name.en)"))
        }
        if let origin = file.origin {
            let agency = opened.seats[origin.agency]
            facts.append(
                Phrase(
                    vi: "Hồ sơ gốc \(origin.code)\(agency.map { " của \($0.vi)" } ?? "")",
                    en: "Origin \(origin.code)\(agency.map { " of \($0.en)" } ?? "")"))
        }
        if let unit = opened.staff.unit(dossier.unit) { facts.append(unit.name) }
        if let assignee = dossier.assignee {
            let name = opened.name(of: assignee)
            facts.append(Phrase(vi: "Giao cho \(name.vi)", en: "Given to \(name.en)"))
        }
        facts.append(
            Phrase(
                vi: "Nộp \(dossier.channel.name.vi.lowercased()) lúc \(dossier.filedAt.phrase.vi)",
                en: "Filed \(dossier.channel.name.en.lowercased()) at \(dossier.filedAt.phrase.en)"))
        return facts
    }
}

/// Why an act was not carried out; after a conflict who did what meanwhile, and what had been typed when there is no
/// field left for it.
struct RefusalBanner: Component {
    let refusal: CaseRefusal
    var note = ""

    var markup: Markup {
        Banner(.danger, title) {
            p(refusal.words)
            if !note.isEmpty {
                p(Phrase(vi: "Bạn đã nhập:", en: "You had typed:"))
                Inset { p(note) }
            }
        }.markup
    }

    private var title: Phrase {
        if case .changed = refusal {
            return Phrase(vi: "Có người vừa xử lý hồ sơ này trước bạn", en: "Somebody acted on this dossier before you")
        }
        return Phrase(vi: "Chưa thực hiện được", en: "Not carried out")
    }
}
