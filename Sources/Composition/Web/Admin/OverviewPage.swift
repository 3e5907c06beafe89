import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The first page of administration: what is set, what is still missing, and where to go.
struct OverviewPage {
    let reach: Reach
    let state: SetupState

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        frame.page(.administration, in: nil, for: visitor) {
            if let top = reach.agencies.first {
                p(.class("lead")) {
                    Phrase(vi: "Bạn quản trị ", en: "You look after ")
                    strong { vietnamese(top.name) }
                    if reach.agencies.count > 1 {
                        Phrase(
                            vi: " và \(reach.agencies.count - 1) đơn vị bên dưới",
                            en: " and \(reach.agencies.count - 1) units below")
                    }
                    "."
                }
            }
            if state.stuckJobs > 0 {
                Banner(
                    .warning,
                    Phrase(vi: "\(state.stuckJobs) việc bị kẹt", en: "\(state.stuckJobs) jobs are stuck")
                ) {
                    p { a(Phrase(vi: "Xem danh sách việc", en: "See the jobs"), .href(AdminPaths.jobs())) }
                }
            }
            if state.missing == 0 {
                Disclosure(Phrase(vi: "Mọi bước đã xong: xem lại từng bước", en: "Every step is done: look at them")) {
                    steps
                }
            } else {
                Card(heading, accented: true) {
                    p(
                        Phrase(
                            vi: "Còn \(state.missing) bước trước khi mọi việc chạy đủ.",
                            en: "\(state.missing) steps are left until everything runs."))
                    steps
                }
            }
            h2(Phrase(vi: "Các mục quản trị", en: "Sections"))
            LinkList(
                frame.sections.filter { visitor.may($0.permission) }
                    .map { LinkList.Entry($0.title, $0.path, note: $0.note) })
        }
    }

    private var heading: Phrase {
        Phrase(vi: "Để bắt đầu tiếp nhận hồ sơ", en: "On the way to taking dossiers")
    }

    private var steps: DataTable {
        DataTable(
            heading,
            columns: [
                .init(Phrase(vi: "Bước", en: "Step")), .init(Phrase(vi: "Tình trạng", en: "State")),
                .init(Phrase(vi: "Chi tiết", en: "Details")),
            ],
            rows: state.steps.map { step in
                DataTable.Row(tone: step.isDone ? nil : .waiting) {
                    a(step.title, .href(step.href))
                    step.isDone
                        ? Tag(Phrase(vi: "Đã có", en: "Done"), .good)
                        : Tag(Phrase(vi: "Còn thiếu", en: "Missing"), .waiting)
                    Markup.phrase(step.note)
                }
            }, isWalkable: true)
    }
}
