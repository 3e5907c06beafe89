import DesignSystem
import Kernel
import Markup
import Site

/// Help for whoever designs a service: rules and steps on one page.
enum DesignerHelpPage {
    static var page: Page {
        Page(
            Phrase(vi: "Hướng dẫn thiết kế dịch vụ", en: "Help for designing services"), side: .desk,
            breadcrumbs: [(.designer, DesignerPaths.list())]
        ) {
            PageTitle(Phrase(vi: "Hướng dẫn thiết kế dịch vụ", en: "Help for designing services"))
            Prose {
                h2(Phrase(vi: "Các việc, theo thứ tự", en: "What to do, in order"))
                ol {
                    li(
                        Phrase(
                            vi: "Chọn thủ tục trong danh mục. Giấy tờ, thời hạn, phí được điền sẵn.",
                            en: "Choose the procedure. Papers, limit and fees are filled in."))
                    li(
                        Phrase(
                            vi: "Sửa biểu mẫu: mỗi trang một việc, hỏi ít, hỏi bằng lời của người dân.",
                            en: "Change the form: one thing on a page, few questions, in people's own words."))
                    li(
                        Phrase(
                            vi: "Xem lại giấy tờ, phí, từng bước của quy trình.",
                            en: "Look at papers, fees and each step."))
                    li(
                        Phrase(
                            vi:
                                "Xem trước: trả lời biểu mẫu như người nộp hoặc điền mẫu, xem giấy tờ, phí, ngày hẹn, rồi đi qua từng bước như cán bộ.",
                            en:
                                "Preview: answer the form as the applicant or fill in a sample, look at papers, fees and date, then go through the steps as an official."
                        ))
                    li(
                        Phrase(
                            vi:
                                "Làm hết việc ở mục “Còn để ngỏ”, dịch sang tiếng Anh, sửa hết lỗi, gửi duyệt. Một người khác công bố.",
                            en:
                                "Settle what is still open, translate, put the errors right, hand it over. Another person publishes it."
                        ))
                }
                h2(Phrase(vi: "Viết điều kiện", en: "Writing rules"))
                p(
                    Phrase(
                        vi:
                            "Phần lớn điều kiện chỉ cần chọn: câu trả lời nào, so sánh thế nào, với giá trị gì. Điều kiện được ghi thành công thức và sửa được bằng chữ.",
                        en:
                            "Most rules are chosen: which answer, which comparison, which value. They are kept as formulas and can be changed as text."
                    ))
                example(
                    "request.kind = \"list\"",
                    Phrase(vi: "câu trả lời là lựa chọn “list”", en: "the answer is the option “list”"))
                example(
                    "count(members.people) > 1",
                    Phrase(vi: "nhóm có hơn một mục", en: "the group has more than one entry"))
                example("not(purpose.is_marriage)", Phrase(vi: "câu trả lời là “không”", en: "the answer is “no”"))
                example("channel = \"online\"", Phrase(vi: "hồ sơ nộp trực tuyến", en: "it is filed online"))
                example(
                    "if channel = \"online\" then 7000 else 15000",
                    Phrase(vi: "số tiền theo cách nộp", en: "an amount by the channel"))
                example(
                    "sum(for paper in papers.list return paper.copies * 2000)",
                    Phrase(vi: "cộng tiền của từng mục trong nhóm", en: "a sum over the entries of a group"))
                p(
                    Phrase(
                        vi: "Điều kiện chỉ đọc được điều đã hỏi ở trước. Câu không hiện ra được coi là chưa trả lời.",
                        en:
                            "A rule reads only what was asked before it. A question that is not shown counts as not answered."
                    ))
                h2(Phrase(vi: "Lập quy trình", en: "Writing steps"))
                p(
                    Phrase(
                        vi:
                            "Mỗi bước có người làm, hạn và các hành động. Hồ sơ bắt đầu ở bước đầu tiên. Một quy trình chạy được cần:",
                        en:
                            "Each step has who works it, a limit and acts. A dossier begins in the first step. Steps that work need:"
                    ))
                ul {
                    li(
                        Phrase(
                            vi: "hành động “Tiếp nhận” để thời hạn bắt đầu tính,",
                            en: "an act that receives, so that the limit begins,"))
                    li(
                        Phrase(
                            vi: "hành động “Đã có kết quả”, sau khi lãnh đạo đã xem,",
                            en: "an act that finishes, after a leader has seen it,"))
                    li(
                        Phrase(
                            vi: "hành động “Trả kết quả” ở bước cuối,",
                            en: "an act that gives the result, in the last step,"))
                    li(
                        Phrase(
                            vi: "ở bước có yêu cầu bổ sung, một hành động từ chối, vì người nộp có thể không bổ sung.",
                            en: "beside a request for supplements, an act that refuses, since they may never come."))
                }
                p(
                    Phrase(
                        vi: "Hành động “trả lại” đưa hồ sơ về bước trước. Điều còn thiếu được báo ngay bên cạnh.",
                        en:
                            "An act that goes back returns the dossier to an earlier step. What is missing is told beside it."
                    ))
                DesignerHelpCourse()
                DesignerHelpOutcome()
                h2(Phrase(vi: "Điều chỉ sửa ở trang văn bản", en: "What is changed in the text only"))
                p(
                    Phrase(
                        vi:
                            "Mỗi trang có dòng “Không có ô ở đây?” ở cuối, nêu điều gì nằm ở văn bản và mở văn bản đúng chỗ đó.",
                        en:
                            "Each page ends with “Not on this page?”: it names what stands in the text and opens the text at that place."
                    ))
            }
        }
    }

    private static func example(_ rule: String, _ words: Phrase) -> Markup {
        p {
            code(rule)
            " – "
            words
        }
    }
}
