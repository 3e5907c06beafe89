import Casework
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// Where a preview begins: for whom and how the played case is filed.
struct PreviewStartPage {
    let preview: DraftPreview
    let state: PreviewState
    var problems: [FieldProblem] = []

    var page: Page {
        let definition = preview.service.definition
        let owners = PreviewState.owners(definition)
        let channels = PreviewState.channels(definition)
        return preview.page(Phrase(vi: "Xem trước", en: "Preview"), problems: problems) {
            Narrow {
                Card {
                    postForm(to: preview.address) {
                        hiddenField("sample", String(state.sample))
                        Field(
                            "owner", Phrase(vi: "Nộp cho ai", en: "For whom it is filed"),
                            .choice(state.owner.rawValue, owners.map { Choice($0.rawValue, KnownAnswer.owner($0)) }))
                        if owners.contains(where: { [.organisation, .householdBusiness].contains($0) }) {
                            Field(
                                "authorised",
                                Phrase(
                                    vi: "Nếu cho tổ chức, hộ kinh doanh: người nộp được ủy quyền?",
                                    en: "For a firm: does the submitter act by authorisation?"),
                                .yesNo(state.isAuthorised), optional: true)
                        }
                        Field(
                            "channel", Phrase(vi: "Cách nộp", en: "Channel"),
                            .choice(
                                state.channel.rawValue, channels.map { Choice($0.rawValue, KnownAnswer.channel($0)) }))
                        ButtonRow {
                            Button(Phrase(vi: "Trả lời biểu mẫu", en: "Answer the form"), name: "do", value: "begin")
                            Button(.fillSample, .secondary, name: "do", value: "sample")
                        }
                    }
                }
                p(
                    Phrase(
                        vi: "Thông tin người nộp và chủ hồ sơ do cổng hỏi ở mọi dịch vụ nên không hỏi ở đây.",
                        en: "Who files and for whom is asked for every service by the portal, and not here."),
                    .class("note"))
            }
        }
    }
}

extension Phrase {
    static let fillSample = Phrase(vi: "Điền câu trả lời mẫu", en: "Fill in sample answers")
}
