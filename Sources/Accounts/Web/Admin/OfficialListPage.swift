import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The officials that an administrator looks after, found by name or e-mail.
struct OfficialListPage {
    static let size = 50

    /// One more than is shown when there is a next page.
    let entries: [OfficialList.Entry]
    /// Offers of posts that wait for an answer.
    let invitations: [(invitation: OfficeInvitation, agency: Agency)]
    let search: String
    let agency: Agency?
    let today: Day

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        let shown = entries.prefix(Self.size)
        return frame.page(AdminSection.officials.title, in: .officials, for: visitor) {
            AdminNotice.banner(request)
            ButtonRow {
                ButtonLink(Phrase(vi: "Thêm cán bộ", en: "Add an official"), OfficialPaths.new.with(kept))
                ButtonLink(
                    Phrase(vi: "Nhập từ bảng tính", en: "Import from a spreadsheet"), OfficialPaths.imports(),
                    .secondary)
            }
            SearchField(
                to: OfficialPaths.list(), value: search,
                label: Phrase(vi: "Tìm theo tên hoặc thư điện tử", en: "Search by name or e-mail"), small: true,
                keeping: kept.map { (name: $0.0, value: $0.1) })
            if let agency {
                p {
                    Phrase(vi: "Chỉ cán bộ của ", en: "Only officials of ")
                    strong { AgencyName(agency) }
                    " · "
                    a(Phrase(vi: "Xem tất cả", en: "Show all"), .href(OfficialPaths.list()))
                }
            }
            if search.isEmpty, agency == nil, !invitations.isEmpty { offers }
            if shown.isEmpty { empty } else { table(Array(shown)) }
            if entries.count > Self.size, let last = shown.last {
                Pager(
                    previous: nil,
                    next: OfficialPaths.list.with(
                        kept + [("q", search), ("sau", last.account.id.description)].filter { !$0.1.isEmpty }))
            }
        }
    }

    private var kept: [(String, String)] { agency.map { [("co-quan", $0.id.description)] } ?? [] }

    @MarkupBuilder private var empty: [Markup] {
        if search.isEmpty {
            EmptyState(Phrase(vi: "Chưa có cán bộ nào ở đây", en: "There are no officials here yet")) {
                p(
                    Phrase(
                        vi:
                            "Thêm từng người, hoặc nhập cả danh sách từ bảng tính. Mỗi người nhận thư có liên kết để tự đặt mật khẩu.",
                        en: "Add them one by one or import a list. Each gets a message with a link to set the password."
                    ))
            }
        } else {
            EmptyState(Phrase(vi: "Không tìm thấy ai", en: "Nobody was found")) {
                p(Phrase(vi: "Thử tên ngắn hơn, có thể bỏ dấu.", en: "Try a shorter name; accents may be left out."))
            }
        }
    }

    private var offers: Card {
        Card(Phrase(vi: "Lời mời đang chờ trả lời", en: "Offers waiting for an answer")) {
            ul(.class("plain")) {
                for (invitation, agency) in invitations {
                    li {
                        strong { vietnamese(invitation.name) }
                        " · \(invitation.email) · "
                        invitation.post.role.phrase
                        " – "
                        AgencyName(agency)
                        Phrase(
                            vi: " (đến \(invitation.endsAt.day.phrase.vi))",
                            en: " (until \(invitation.endsAt.day.phrase.en))")
                        postForm(to: OfficialPaths.invitationEnd(invitation.id)) {
                            Button(Phrase(vi: "Rút lại lời mời", en: "Take the offer back"), .plain)
                        }
                    }
                }
            }
        }
    }

    private func table(_ entries: [OfficialList.Entry]) -> DataTable {
        DataTable(
            AdminSection.officials.title,
            columns: [
                .init(Phrase(vi: "Họ và tên", en: "Name")), .init(Phrase(vi: "Vị trí", en: "Posts")),
                .init(Phrase(vi: "Đăng nhập", en: "Sign-in")),
            ],
            rows: entries.map { entry in
                DataTable.Row {
                    Markup {
                        a(.class("row-code"), .href(OfficialPaths.official(entry.account.id)), .lang("vi")) {
                            entry.account.name
                        }
                        span(entry.account.email, .class("row-name"))
                    }
                    ul(.class("plain")) {
                        for one in entry.posts {
                            li {
                                one.post.role.phrase
                                " – "
                                AgencyName(one.agency)
                                if one.post.validity.from > today {
                                    " "
                                    Phrase(
                                        vi: "(từ \(one.post.validity.from.phrase.vi))",
                                        en: "(from \(one.post.validity.from.phrase.en))")
                                }
                            }
                        }
                    }
                    SignInTag(entry.account)
                }
            }, isWalkable: true)
    }
}

/// How far an official has come with signing in, in a word.
struct SignInTag: Component {
    let markup: Markup

    init(_ account: Account) {
        if !account.hasPassword {
            markup = Tag(Phrase(vi: "Chưa đặt mật khẩu", en: "No password yet"), .waiting).markup
        } else if account.secondFactorSince == nil {
            markup = Tag(Phrase(vi: "Chưa có mã xác thực", en: "No second factor yet"), .waiting).markup
        } else {
            markup = Tag(Phrase(vi: "Đã sẵn sàng", en: "Ready"), .good).markup
        }
    }
}
