import Kernel
import Markup

/// What an applicant sees of a filed dossier: receipt code, phases, clock.
enum GalleryTracking {
    @MarkupBuilder static var content: [Markup] {
        Card(Phrase(vi: "Hồ sơ đang đi đến đâu", en: "Where your dossier is")) {
            Timeline([
                .init(
                    .done, Phrase(vi: "Mới đăng ký", en: "Filed"),
                    when: Phrase(vi: "09 giờ 12, 22/04", en: "22 Apr, 09:12")),
                .init(.done, Phrase(vi: "Được tiếp nhận", en: "Accepted"), when: Phrase(vi: "22/04", en: "22 Apr")) {
                    p(Phrase(vi: "Lò Văn Đức (mẫu) nhận tại Bộ phận một cửa.", en: "Taken in by the desk (sample)."))
                },
                .init(
                    .present, Phrase(vi: "Đang xử lý", en: "Being worked on"),
                    when: Phrase(vi: "từ 23/04", en: "since 23 Apr")
                ) {
                    p(
                        Phrase(
                            vi: "Công chức Tư pháp - Hộ tịch đang xác minh. Hẹn trả ngày 28/04/2026.",
                            en: "The civil-status official is verifying. Promised for 28 April 2026."))
                    Disclosure(Phrase(vi: "Vì sao là ngày này?", en: "Why this date?")) { derivation }
                },
                .init(.ahead, Phrase(vi: "Đã xử lý xong", en: "Finished")),
                .init(.ahead, Phrase(vi: "Đã trả kết quả", en: "Result returned")),
            ])
        }
        SummaryList([
            .init(Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), "Nguyễn Thị Phượng Uyên (mẫu)", change: "#"),
            .init(
                Phrase(vi: "Ngày sinh", en: "Date of birth"), Phrase(vi: "24/04/1990", en: "24 April 1990"),
                note: Phrase(vi: "từ Cơ sở dữ liệu quốc gia về dân cư", en: "from the population register"), change: "#"
            ),
            .init(
                Phrase(vi: "Nơi cư trú", en: "Residence"),
                "Số 12, đường Nguyễn Hữu Thọ, khu phố 4, phường Trường Thạnh, Thành phố Hồ Chí Minh", change: "#"),
        ])
        DataTable(
            Phrase(vi: "Giấy tờ đã nộp", en: "Papers filed"), showsCaption: true,
            columns: [
                .init(Phrase(vi: "Tên giấy tờ", en: "Paper")), .init(Phrase(vi: "Số bản", en: "Copies"), .number),
                .init(Phrase(vi: "Kiểm tra", en: "Check")), .init(Phrase(vi: "Xem", en: "View"), .action),
            ],
            rows: [
                .init([
                    vietnamese("Tờ khai đăng ký lại khai sinh"), .text("1"),
                    Tag(Phrase(vi: "Đạt", en: "In order"), .good).markup, a("PDF", .href("#")),
                ]),
                .init(
                    tone: .waiting,
                    [
                        vietnamese("Bản sao Giấy khai sinh trước đây"), .text("2"),
                        Tag(Phrase(vi: "Cần bổ sung", en: "To be completed"), .waiting).markup,
                        a(Phrase(vi: "Ảnh", en: "Image"), .href("#")),
                    ]),
            ])
        Pager(previous: "#", next: "#", note: Phrase(vi: "2 giấy tờ", en: "2 papers"))
    }

    @MarkupBuilder static var side: [Markup] {
        BigCode(Phrase(vi: "Mã hồ sơ", en: "Dossier code"), "H56.12-260422-0017")
        BigCode(Phrase(vi: "Mã tra cứu", en: "Look-up secret"), "K7QF-2M9T")
        QRFigure(code, caption: Phrase(vi: "Quét để theo dõi hồ sơ", en: "Scan to follow the dossier"))
        ClockBlock(
            isRunning: false, due: Phrase(vi: "17 giờ 30 ngày 28/04/2026", en: "28 April 2026, 17:30"),
            reason: Phrase(
                vi: "Chờ bạn bổ sung giấy tờ từ 24/04; thời gian này không tính.",
                en: "Waiting for your papers since 24 April; this time does not count.")
        ) { Disclosure(Phrase(vi: "Cách tính", en: "How it was counted")) { derivation } }
        CardGrid {
            Card(Phrase(vi: "Nếu không có tin", en: "If you hear nothing")) {
                p(Phrase(vi: "Gọi Bộ phận một cửa và đọc mã hồ sơ.", en: "Call the desk and read out the code."))
            }
        }
    }

    static var derivation: Derivation {
        Derivation([
            (
                Phrase(vi: "thứ tư 22/04", en: "Wednesday 22 April"),
                Phrase(vi: "nhận lúc 09 giờ 12, trước 15 giờ", en: "received at 09:12, before 15:00")
            ),
            (
                Phrase(vi: "thứ năm 23/04", en: "Thursday 23 April"),
                Phrase(vi: "ngày làm việc thứ 1", en: "working day 1")
            ),
            (
                Phrase(vi: "thứ hai 27/04", en: "Monday 27 April"),
                Phrase(vi: "nghỉ Giỗ Tổ Hùng Vương (bù)", en: "holiday, Hùng Kings (in lieu)")
            ),
            (
                Phrase(vi: "thứ ba 28/04", en: "Tuesday 28 April"),
                Phrase(vi: "ngày làm việc thứ 3", en: "working day 3")
            ),
        ])
    }

    /// Squares that look like a QR code; the pages' own are drawn by the library.
    static var code: Markup {
        svg(.named("viewBox", "0 0 21 21"), .named("shape-rendering", "crispEdges")) {
            for row in 0..<21 {
                for column in 0..<21 where (row * 7 + column * 13 + row * column) % 3 == 0 || finder(row, column) {
                    rect(
                        .named("x", String(column)), .named("y", String(row)), .named("width", "1"),
                        .named("height", "1"))
                }
            }
        }
    }

    private static func finder(_ row: Int, _ column: Int) -> Bool {
        let (r, c) = (row > 13 ? row - 14 : row, column > 13 ? column - 14 : column)
        guard r < 7, c < 7, !(row > 13 && column > 13) else { return false }
        return r == 0 || r == 6 || c == 0 || c == 6 || (2...4).contains(r) && (2...4).contains(c)
    }
}
