import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The form that gives an official another post.
struct NewPostPage {
    let file: OfficialFile
    let form: OfficialForm
    var problems: [FieldProblem] = []

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        frame.task(Phrase(vi: "Thêm vị trí", en: "Add a post"), about: file, for: visitor, problems: problems) {
            postForm(to: OfficialPaths.posts(file.account.id), guarded: true) {
                PostFields(form: form, reach: file.reach, today: file.day, problems: problems).markup
                ButtonRow {
                    Button(Phrase(vi: "Bổ nhiệm", en: "Appoint"))
                    ButtonLink(.cancel, OfficialPaths.official(file.account.id), .plain)
                }
            }
        }
    }
}

/// Asks from which day a post, or every post in reach, is held no more.
struct EndPage {
    let file: OfficialFile
    /// The post; nil when the official leaves altogether.
    let place: OfficialFile.Place?
    var from: String
    var problems: [FieldProblem] = []

    init(file: OfficialFile, place: OfficialFile.Place?) {
        self.file = file
        self.place = place
        from = file.day.phrase.vi
    }

    private var title: Phrase {
        place == nil
            ? Phrase(vi: "Cho thôi việc", en: "Dismiss") : Phrase(vi: "Kết thúc vị trí", en: "End the post")
    }

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let id = file.account.id
        return frame.task(title, about: file, for: visitor, problems: problems) {
            ul {
                for one in place.map({ [$0] }) ?? file.present {
                    li {
                        vietnamese(one.post.title)
                        " – "
                        file.reach.fullName(one.agency)
                    }
                }
            }
            postForm(to: place.map { OfficialPaths.postEnd(id, $0.post.id) } ?? OfficialPaths.dismissal(id)) {
                Field(
                    "until", Phrase(vi: "Không còn giữ từ ngày", en: "Held no more from"), .date(from),
                    help: Phrase(
                        vi: "Ngày đầu tiên không còn giữ. Hôm nay nghĩa là ngay bây giờ.",
                        en: "The first day without it. Today means at once."),
                    problem: problems["until"])
                ButtonRow {
                    Button(title, .danger, effect: effect)
                    ButtonLink(.cancel, OfficialPaths.official(id), .plain)
                }
            }
        }
    }

    private var effect: Phrase {
        place == nil
            ? Phrase(
                vi: "Các phiên đăng nhập kết thúc ngay trong ngày đó. Việc đang làm ở lại với đơn vị.",
                en: "Sessions end at once on that day. Open work stays with the unit.")
            : Phrase(
                vi: "Ủy quyền của vị trí này cũng kết thúc. Việc đang làm ở lại với đơn vị.",
                en: "Its delegations end too. Open work stays with the unit.")
    }
}
