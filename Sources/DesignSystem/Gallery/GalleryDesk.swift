import Kernel
import Markup
import Wording

/// The sample pages of the desk: the inbox, and a case.
enum GalleryDesk {
    private static func count(_ vi: String, _ en: String, _ count: Int, _ current: Bool = false) -> NavigationItem {
        NavigationItem(Phrase(vi: vi, en: en), "#", isCurrent: current, count: count)
    }

    static func list() -> Markup {
        GalleryShells.desk(Phrase(vi: "Hộp việc", en: "Inbox")) {
            PageTitle(Phrase(vi: "Hộp việc", en: "Inbox"))
            DeskColumns {
                FilterList(
                    Phrase(vi: "Hạn", en: "Limit"),
                    [
                        count("Tất cả", "All", 38, true), count("Quá hạn", "Overdue", 3),
                        count("Đến hạn hôm nay", "Due today", 7), count("Mới nộp", "New", 12),
                        count("Chờ người nộp", "Waiting for applicants", 6),
                    ])
                FilterList(
                    Phrase(vi: "Trạng thái", en: "State"),
                    [count("Mới đăng ký", "Filed", 12), count("Đang xử lý", "In progress", 20)])
            } main: {
                table
                Pager(previous: nil, next: "#", note: Phrase(vi: "6 trên 38 hồ sơ", en: "6 of 38 dossiers"))
            }
        }
    }

    private static var table: DataTable {
        DataTable(
            Phrase(vi: "Hồ sơ trong hộp việc", en: "Dossiers in the inbox"),
            columns: [
                .init(Phrase(vi: "Hồ sơ", en: "Dossier")), .init(Phrase(vi: "Người nộp", en: "Applicant")),
                .init(Phrase(vi: "Hạn", en: "Limit")), .init(Phrase(vi: "Trạng thái", en: "State")),
                .init(Phrase(vi: "Đang ở", en: "With")),
            ],
            rows: [
                row("0003", "Cấp giấy phép xây dựng nhà ở riêng lẻ", .late, "trễ 2 ngày (20/04)", .bad),
                row("0017", "Đăng ký lại khai sinh", .today, "hôm nay, 17 giờ 30", .waiting),
                row("0019", "Đăng ký tạm trú", .soon, "còn 2 ngày (24/04)", .info),
                row("0021", "Đăng ký thành lập hộ kinh doanh", .fine, "còn 4 ngày (28/04)"),
                row("0022", "Cấp đổi giấy phép lái xe", .stopped, "đang dừng"),
                row("0024", "Cấp Giấy xác nhận tình trạng hôn nhân", .done, "xong 22/04", .good),
            ], isWalkable: true)
    }

    private static func row(
        _ number: String, _ name: String, _ standing: DeadlineTag.Standing, _ words: String, _ tone: Tone? = nil
    ) -> DataTable.Row {
        .init(
            tone: tone,
            [
                RowHead("H56.12-260416-" + number, href: "#") { vietnamese(name) }.markup,
                .text("Trần Thị Bưởi (mẫu)"), DeadlineTag(standing, Phrase(same: words)).markup,
                Tag(Phrase(vi: "Đang xử lý", en: "In progress"), .info).markup, .text("Tư pháp - Hộ tịch"),
            ])
    }

    static func dossier() -> Markup {
        GalleryShells.desk(Phrase(same: "H56.12-260416-0017")) {
            PageTitle(
                Phrase(same: "H56.12-260416-0017"), lead: Phrase(same: "Đăng ký lại khai sinh · Trần Thị Bưởi (mẫu)"))
            CasePanes([
                .init("answers", Phrase(vi: "Tờ khai", en: "Answers")) {
                    SummaryList([
                        .init(Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), "Trần Thị Bưởi (mẫu)"),
                        .init(
                            Phrase(vi: "Ngày sinh", en: "Date of birth"), Phrase(same: "02/09/1978"),
                            note: Phrase(vi: "tự khai", en: "typed by the applicant")),
                        .init(Phrase(vi: "Nơi cư trú", en: "Residence"), "Bản Nà Tấu, xã Nà Tấu, tỉnh Điện Biên"),
                    ])
                },
                .init("papers", Phrase(vi: "Giấy tờ", en: "Papers")) {
                    FileViewer(Phrase(vi: "Xem tại đây", en: "Look at it here"), of: "hoc-ba.pdf", source: "#")
                    FileList([
                        StoredFile("to-khai.pdf", note: Phrase(same: "214 kB"), href: "#"),
                        StoredFile("giay-khai-sinh-cu.jpg", note: Phrase(same: "3,1 MB"), href: "#"),
                    ])
                    postForm(to: "#") {
                        Field(
                            "check", Phrase(vi: "Giấy tờ đã đủ?", en: "Papers complete?"),
                            .choice(
                                nil,
                                [
                                    Choice("yes", Phrase(vi: "Đủ", en: "Complete")),
                                    Choice("no", Phrase(vi: "Thiếu", en: "Incomplete")),
                                ]))
                        Field("note", Phrase(vi: "Ghi chú", en: "Note"), .longText(rows: 3), optional: true)
                        ButtonRow { Button(.save, .secondary) }
                    }
                },
                .init("acts", Phrase(vi: "Xử lý", en: "Acts")) {
                    ClockBlock(
                        isRunning: true, due: Phrase(vi: "17 giờ 30 ngày 28/04/2026", en: "28 April 2026, 17:30"),
                        standing: DeadlineTag(.soon, Phrase(vi: "còn 2 ngày", en: "2 days left"))
                    ) { Disclosure(Phrase(vi: "Cách tính", en: "How it was counted")) { GalleryTracking.derivation } }
                    postForm(to: "#") {
                        Button(
                            Phrase(vi: "Trình duyệt", en: "Propose"), name: "act", value: "propose",
                            effect: Phrase(
                                vi: "Chuyển lãnh đạo; trạng thái vẫn là Đang xử lý.",
                                en: "Goes to the leader; stays In progress."))
                        Button(
                            Phrase(vi: "Yêu cầu bổ sung", en: "Ask for supplements"), .secondary, name: "act",
                            value: "supplement",
                            effect: Phrase(
                                vi: "Đồng hồ dừng, người nộp nhận thư.",
                                en: "The clock stops, the applicant gets a letter."))
                        Button(
                            Phrase(vi: "Từ chối", en: "Refuse"), .danger, name: "act", value: "refuse",
                            effect: Phrase(vi: "Không hoàn tác được.", en: "Cannot be taken back."))
                    }
                },
            ])
        }
    }
}
