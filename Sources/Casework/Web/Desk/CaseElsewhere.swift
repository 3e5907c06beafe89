import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The case of its own that another agency works for a branch: its code, state and date, and the form with which the watcher
/// of the step chooses the agency. What that agency writes for itself is not here.
struct CaseElsewhere: Component {
    let opened: OpenedCase
    let branch: CaseBranch

    private var child: ChildCase? {
        opened.file.children.last {
            $0.dossier.origin?.branch == branch.key && $0.dossier.origin?.round == branch.round
        }
    }

    var markup: Markup {
        Markup {
            if let seat = opened.seat(branch.agency, nil) {
                p(.class("note")) {
                    seat
                    if let due = branch.due {
                        Phrase(vi: ", trước \(due.phrase.vi)", en: ", by \(due.phrase.en)")
                    }
                }
                state
            } else {
                p(
                    Phrase(
                        vi: "Chọn cơ quan nhận hồ sơ con; ở đó hồ sơ được giải quyết theo quy trình riêng.",
                        en: "Choose the agency that gets the child case; it works it by steps of its own."),
                    .class("note"))
            }
        }
    }

    @MarkupBuilder private var state: [Markup] {
        if let child {
            p {
                Phrase(vi: "Hồ sơ con \(child.dossier.code) ", en: "Child case \(child.dossier.code) ")
                Tag(child.dossier.stateName, DeskWording.tone(child.dossier.official))
            }
            // Where it is the limit that was set here, it stands above already.
            if let due = child.dossier.clock?.due, child.dossier.isOpen, due != branch.due {
                p(Phrase(vi: "Hẹn xong \(due.phrase.vi)", en: "Promised for \(due.phrase.en)"), .class("note"))
            }
            if child.awaits {
                p(
                    Phrase(
                        vi: "Cơ quan ấy đang chờ người nộp bổ sung.",
                        en: "That agency waits for the applicant's supplements."), .class("note"))
            }
        } else {
            p(
                Phrase(
                    vi: "Hồ sơ đang được chuyển; sẽ có mã khi cơ quan ấy nhận.",
                    en: "The case is on its way; it gets its code when that agency has it."), .class("note"))
        }
    }

    func form(_ places: [(id: String, name: Phrase)], _ typed: TypedAct, _ problem: Phrase?) -> Markup {
        let name = CaseBranches.place(branch.key)
        guard !places.isEmpty else {
            return p(
                Phrase(
                    vi: "Chưa cơ quan nào tiếp nhận dịch vụ này; hãy báo quản trị viên.",
                    en: "No agency takes this service yet; tell an administrator."))
        }
        return Disclosure(
            branch.agency == nil
                ? Phrase(vi: "Chuyển hồ sơ", en: "Hand it over")
                : Phrase(vi: "Chuyển cơ quan khác", en: "Hand it to another agency"),
            open: branch.agency == nil || problem != nil
        ) {
            postForm(to: DeskPaths.branchAsking(opened.id, branch.key), guarded: true) {
                hiddenField(CaseActs.seen, String(opened.dossier.version))
                Field(
                    name, Phrase(vi: "Cơ quan nhận hồ sơ con", en: "Agency that gets the child case"),
                    .select(
                        typed.branch == branch.key ? typed.place : branch.agency, places.map { Choice($0.id, $0.name) },
                        empty: Phrase(vi: "Chọn cơ quan", en: "Choose")), problem: problem)
                Button(
                    Phrase(vi: "Chuyển hồ sơ", en: "Hand it over"), .secondary,
                    effect: Phrase(
                        vi: "Cơ quan ấy nhận các câu trả lời và giấy tờ cần cho phần việc của mình",
                        en: "That agency gets the answers and papers that its part needs"))
            }
        }.markup
    }
}
