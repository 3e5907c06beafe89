import Catalogue
import DesignSystem
package import Kernel
import Markup
import Site
import Wording

/// The frame of every page of a draft: its parts as tabs, where one is, what has just been done.
struct DesignerFrame {
    let open: OpenDraftFile

    private var id: ServiceDraft.ID { open.draft.id }

    func page(
        _ title: Phrase, at current: String, lead: Phrase? = nil, above: [(Phrase, String)] = [], notice: Banner? = nil,
        problems: [FieldProblem] = [], @MarkupBuilder main: () -> [Markup]
    ) -> Page {
        let content = main()
        let crumbs = [(Phrase.designer, DesignerPaths.list()), (open.draft.title, DesignerPaths.draft(id))] + above
        return Page(title, side: .desk, breadcrumbs: current == DesignerPaths.draft(id) ? [crumbs[0]] : crumbs) {
            Tabs(Phrase(vi: "Phần của dự thảo", en: "Parts of the draft"), tabs(current))
            ErrorSummary(problems)
            notice
            PageTitle(title, lead: lead)
            if !open.isOpen, open.draft.state == .draft {
                Banner(
                    .info,
                    Phrase(
                        vi: "Dự thảo của cơ quan khác: chỉ xem.", en: "A draft of another agency: to be read only."))
            }
            if open.isReadable || [DesignerPaths.text(id), DesignerPaths.history(id)].contains(current) {
                content
            } else {
                Banner(
                    .danger,
                    Phrase(vi: "Văn bản của dự thảo không đọc được", en: "The text of the draft cannot be read")
                ) {
                    p(
                        Phrase(
                            vi: "Các trang khác hiện lại khi văn bản đã sửa xong, hoặc khi đưa về một lần trước.",
                            en: "The pages are back when the text is put right, or an earlier one is brought back."))
                    p { a(Phrase(vi: "Sửa văn bản", en: "Put the text right"), .href(DesignerPaths.text(id))) }
                    p {
                        a(
                            Phrase(vi: "Đưa về một lần trước", en: "Bring an earlier one back"),
                            .href(DesignerPaths.history(id)))
                    }
                }
            }
        }
    }

    private func tabs(_ current: String) -> [NavigationItem] {
        var items = [(Phrase(vi: "Tổng quan", en: "Overview"), DesignerPaths.draft(id), [[String]]())]
        items.append((PartKind.general.title, DesignerPaths.part(id, at: []), []))
        for section in DraftSection.allCases {
            items.append((section.title, DesignerPaths.section(id, section), section.keys))
        }
        items.append((Phrase(vi: "Xem trước", en: "Preview"), DesignerPaths.preview(id), []))
        items.append((Phrase(vi: "So sánh", en: "Compare"), DesignerPaths.comparison(id), []))
        items.append((Phrase(vi: "Văn bản", en: "Text"), DesignerPaths.text(id), []))
        items.append((Phrase(vi: "Lịch sử", en: "History"), DesignerPaths.history(id), []))
        return items.map { title, path, parts in
            let count = parts.flatMap(open.findings.below).count { $0.weight == .error }
            return NavigationItem(title, path, isCurrent: path == current, count: count > 0 ? count : nil)
        }
    }
}

extension Phrase {
    package static let designer = Phrase(vi: "Thiết kế dịch vụ", en: "Service designer")
}

/// What was just done, carried in the address and said at the top of the page that follows.
enum DesignerNotice: String, CaseIterable {
    case begun = "da-lap"
    case saved = "da-luu"
    case removed = "da-bo"
    case submitted = "da-gui-duyet"
    case returned = "da-tra-lai"
    case withdrawn = "da-rut"
    case published = "da-cong-bo"
    case undone = "da-hoan-tac"
    case retired = "da-ngung"

    private static let name = "xong"

    func at(_ path: String) -> String {
        path + (path.contains("?") ? "&" : "?") + "\(Self.name)=\(rawValue)"
    }

    /// - Parameter open: the draft in which something was taken out, which can be brought back once.
    static func banner(_ request: Request, _ open: OpenDraftFile? = nil) -> Banner? {
        DesignerNotice(rawValue: request.query[name]).map { notice in
            Banner(.success, notice.phrase) {
                if notice == .removed, let open, open.isOpen, request.query[version] == String(open.draft.version) {
                    postForm(to: DesignerPaths.history(open.draft.id)) {
                        hiddenField("seen", String(open.draft.version))
                        hiddenField("number", String(open.draft.version - 1))
                        hiddenField("o", request.query["o"])
                        hiddenField("muc", request.path.split(separator: "/").last.map(String.init) ?? "")
                        button(.class("as-link"), .type("submit")) { Phrase(vi: "Hoàn tác", en: "Undo") }
                    }
                }
            }
        }
    }

    /// The version of the draft that the act left behind.
    static let version = "lan"

    private var phrase: Phrase {
        switch self {
        case .begun: Phrase(vi: "Đã lập dự thảo.", en: "The draft is begun.")
        case .saved: Phrase(vi: "Đã lưu.", en: "Saved.")
        case .removed: Phrase(vi: "Đã lưu: phần này đã bỏ.", en: "Saved: the part is taken out.")
        case .submitted:
            Phrase(vi: "Đã gửi duyệt. Người khác sẽ xem và công bố.", en: "Handed over. Another person reviews it.")
        case .returned: Phrase(vi: "Đã trả lại để sửa.", en: "Sent back to be changed.")
        case .withdrawn: Phrase(vi: "Đã rút về để sửa tiếp.", en: "Taken back to be changed.")
        case .published:
            Phrase(
                vi: "Đã công bố. Bật dịch vụ ở cơ quan để nhận hồ sơ.",
                en: "Published. Turn the service on at agencies to take dossiers.")
        case .undone: Phrase(vi: "Đã đưa về bản trước.", en: "The earlier text is back.")
        case .retired: Phrase(vi: "Đã ngừng dịch vụ.", en: "The service is retired.")
        }
    }
}

/// Why something was not done, said on the page that comes back.
enum DesignerRefusal {
    static func words(_ refusal: DesignerOffice.Refusal) -> Phrase {
        switch refusal {
        case .unknown: Phrase(vi: "Không còn dự thảo này.", en: "There is no such draft any more.")
        case .changed:
            Phrase(
                vi: "Người khác vừa sửa dự thảo. Dưới đây là bản mới; hãy xem rồi sửa lại.",
                en: "Somebody changed the draft meanwhile. Below is what it says now; look, then change it again.")
        case .closed:
            Phrase(
                vi: "Dự thảo đang chờ duyệt hoặc đã công bố nên không sửa được.",
                en: "The draft is under review or published and cannot be changed.")
        case .notYours: Phrase(vi: "Việc này dành cho người khác.", en: "This is for somebody else to do.")
        case .ownWork:
            Phrase(
                vi: "Người đã viết dự thảo không tự duyệt. Cần một người khác.",
                en: "Whoever wrote at the draft does not review it. Another person is needed.")
        case .hasErrors: Phrase(vi: "Còn lỗi phải sửa.", en: "There are errors to put right.")
        case .past(let day):
            Phrase(
                vi: "Ngày có hiệu lực \(day.phrase.vi) đã qua. Chọn hôm nay hoặc một ngày sau.",
                en: "The day it would be in force, \(day.phrase.en), has passed. Choose today or later.")
        case .nameTaken:
            Phrase(
                vi: "Tên ngắn của dịch vụ đã dùng cho thủ tục khác. Sửa “service” ở trang văn bản.",
                en: "Another procedure's service has this short name. Change “service” in the text.")
        case .noProcedure(let code):
            Phrase(
                vi:
                    "Danh mục thủ tục của hệ thống không có mã \(code). Sửa “procedure” ở trang văn bản, hoặc nhập danh mục.",
                en: "The catalogue of this site has no procedure \(code). Change “procedure” in the text, or import it."
            )
        case .misfits(let wrong):
            Phrase(
                vi: "Chưa khớp với các dịch vụ đang có hiệu lực: \(wrong.vi).",
                en: "It does not fit the services in force: \(wrong.en).")
        case .tooLong: Phrase(vi: "Văn bản quá dài.", en: "The text is too long.")
        }
    }

    /// A change that cannot be made in place.
    static func words(_ refusal: YAMLPatch.Refusal) -> Phrase {
        switch refusal {
        case .unreadable:
            Phrase(
                vi: "Văn bản của dự thảo không đọc được. Sửa ở trang văn bản.",
                en: "The text of the draft cannot be read. Put it right in the text.")
        case .unknown: Phrase(vi: "Phần này không còn nữa.", en: "This part is not there any more.")
        case .entangled:
            Phrase(
                vi: "Phần này viết theo cách chỉ sửa được ở trang văn bản.",
                en: "This part is written in a way that can be changed in the text only.")
        }
    }
}
