import Kernel
import Markup

/// The sample papers: form 01 of the one-stop desk (A5) and an official letter (A4).
enum GalleryPaper {
    private static func shell(_ title: String, _ sheet: Sheet) -> Markup {
        Shell(
            .paper, title: Phrase(same: title), siteName: GalleryShells.site, agencyName: GalleryShells.agency,
            isTrial: true
        ) {
            ButtonRow { PrintButton() }
            sheet
        }.document()
    }

    static func receipt() -> Markup {
        shell(
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            Sheet(
                .a5, parentAgency: "Ủy ban nhân dân xã Nậm Điện Biên (mẫu)", agency: "Bộ phận tiếp nhận và trả kết quả",
                number: "Số: 17/TNHS", placeAndDate: "Nậm Điện Biên, ngày 22 tháng 04 năm 2026",
                title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", about: "Mã hồ sơ: H56.12-260422-0017",
                signatures: [
                    .init("Người nộp hồ sơ", note: "(Ký và ghi rõ họ tên)", name: "Trần Thị Bưởi (mẫu)"),
                    .init("Người tiếp nhận hồ sơ", note: "(Ký và ghi rõ họ tên)", name: "Lò Văn Đức (mẫu)"),
                ]
            ) {
                SheetLine("Tiếp nhận hồ sơ của", "Trần Thị Bưởi (mẫu)")
                SheetLine("Địa chỉ", "Bản Nà Tấu, xã Nà Tấu, tỉnh Điện Biên")
                SheetLine("Nội dung yêu cầu giải quyết", "Đăng ký lại khai sinh")
                SheetTable(
                    ["TT", "Tên giấy tờ", "Bản chính", "Bản sao"],
                    [["1", "Tờ khai đăng ký lại khai sinh", "1", ""], ["2", "Giấy khai sinh trước đây", "", "1"]])
                SheetLine("Thời gian giải quyết hồ sơ theo quy định", "05 ngày làm việc")
                SheetLine("Thời gian nhận hồ sơ", "09 giờ 12 phút, ngày 22 tháng 04 năm 2026")
                SheetLine("Thời gian trả kết quả giải quyết", "17 giờ 30 phút, ngày 29 tháng 04 năm 2026")
                QRFigure(GalleryTracking.code, caption: Phrase(same: "Quét để theo dõi hồ sơ"))
            })
    }

    static func letter() -> Markup {
        shell(
            "Thông báo",
            Sheet(
                .a4, parentAgency: "Ủy ban nhân dân tỉnh Điện Biên", agency: "Sở Nội vụ (mẫu)", number: "Số: 05/TB-SNV",
                placeAndDate: "Điện Biên, ngày 05 tháng 01 năm 2026", title: "Thông báo",
                about: "Về việc dừng giải quyết hồ sơ",
                signatures: [.init("Giám đốc", name: "Họ và tên (mẫu)")],
                recipients: ["Như trên;", "Lưu: VT, MC."]
            ) {
                p("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;")
                p("Về hồ sơ đã tiếp nhận", .class("sheet-heading sheet-centred"))
                div(.class("sheet-wide"), .role("region"), .tabindex(0), .aria("label", "Sổ")) {
                    table(.class("sheet-table sheet-book")) {
                        tbody {
                            Markup.element("tr", [.class("sheet-struck")]) {
                                td("17", .class("whole"))
                                td("Gạch bỏ 20/04/2026")
                            }
                        }
                    }
                }
                p { span(.class("sheet-blank")) { "……………" } }
                p("Sở Nội vụ thông báo dừng giải quyết hồ sơ mã H56.12-260416-0017 vì người nộp đã đề nghị rút hồ sơ.")
            })
    }
}
