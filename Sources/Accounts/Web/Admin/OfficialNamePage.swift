import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The form that corrects an official's name.
struct OfficialNamePage {
    let file: OfficialFile
    var name: String
    var problems: [FieldProblem] = []
    var isChanged = false

    init(file: OfficialFile) {
        self.file = file
        name = file.account.name
    }

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        frame.task(Phrase(vi: "Sửa tên", en: "Correct the name"), about: file, for: visitor, problems: problems) {
            if isChanged { Banner(.warning, .changedMeanwhile) }
            postForm(to: OfficialPaths.name(file.account.id), guarded: true) {
                hiddenField("version", String(file.account.version))
                Field(
                    "name", Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), .text(name),
                    help: Phrase(
                        vi: "Như trong quyết định bổ nhiệm. Việc đã làm trước đây vẫn ghi tên cũ.",
                        en: "As in the appointment. What was done before keeps the old name."),
                    problem: problems["name"])
                ButtonRow {
                    Button(.save)
                    ButtonLink(.cancel, OfficialPaths.official(file.account.id), .plain)
                }
            }
        }
    }
}
