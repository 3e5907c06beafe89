import Kernel
import Markup
import Wording

/// The sample pages of forms: one with every control and its problems, one question alone, signing in.
enum GalleryForms {
    private static let problems = [
        FieldProblem("child.name", Phrase(vi: "Viết họ, chữ đệm và tên của trẻ", en: "Write the child's full name")),
        FieldProblem(
            "child.birth_day",
            Phrase(vi: "Ngày sinh chưa đúng: tháng 13 không có", en: "The date is not right: there is no month 13")),
        FieldProblem("gender", Phrase(vi: "Chọn giới tính", en: "Choose a gender")),
        FieldProblem("agreed", Phrase(vi: "Cần cam đoan trước khi nộp", en: "Confirm before filing")),
    ]

    static func page() -> Markup {
        GalleryShells.portal(Phrase(vi: "Các ô nhập", en: "Fields"), hasProblems: true) {
            Narrow {
                backLink("#")
                Whereabouts(2, of: 5, Phrase(vi: "Cha mẹ", en: "Parents"))
                ErrorSummary(problems)
                PageTitle(Phrase(vi: "Thông tin của trẻ", en: "About the child"))
                postForm(to: "#", upload: true) {
                    texts
                    choices
                    files
                    TickedField(
                        "items", "photo", Phrase(vi: "Ảnh chân dung", en: "Portrait"), isOn: true,
                        Field("why", Phrase(vi: "Lý do", en: "Reason"), .longText(rows: 2)))
                    CheckField(
                        "agreed",
                        Phrase(
                            vi: "Tôi cam đoan những điều trên là đúng và chịu trách nhiệm trước pháp luật.",
                            en: "I declare that the above is true and answer for it before the law."),
                        problem: problems["agreed"])
                    ButtonRow {
                        Button(.next)
                        Button(Phrase(vi: "Lưu, làm tiếp sau", en: "Save for later"), .secondary, name: "later")
                        Button(Phrase(vi: "Rút hồ sơ", en: "Withdraw"), .danger, name: "withdraw")
                        Button(Phrase(vi: "Bỏ qua phần này", en: "Skip this part"), .plain, name: "skip")
                    }
                }
            }
        }
    }

    @MarkupBuilder private static var texts: [Markup] {
        Field(
            "child.name", Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), .text(autocomplete: "off"),
            help: Phrase(vi: "Như trong Giấy chứng sinh.", en: "As in the birth notice."),
            problem: problems["child.name"])
        Field(
            "child.birth_day", Phrase(vi: "Ngày sinh", en: "Date of birth"), .date("24/13/2025"),
            problem: problems["child.birth_day"])
        Field("id_number", Phrase(vi: "Số định danh cá nhân", en: "Citizen number"), .digits("001090123456"))
        Field("phone", Phrase(vi: "Điện thoại", en: "Telephone"), .phone("0912 345 678"))
        Field("email", Phrase(vi: "Thư điện tử", en: "E-mail"), .email(), optional: true)
        Field(
            "area", Phrase(vi: "Diện tích sàn", en: "Floor area"), .number("86,5", unit: Phrase(same: "m²")),
            help: Phrase(vi: "Tổng các tầng.", en: "All floors together."))
        div(.class("columns")) {
            Field("capital", Phrase(vi: "Vốn kinh doanh", en: "Capital"), .money("150.000.000"))
            Field(
                "charge", Phrase(vi: "Lệ phí", en: "Charge"), .computed(Phrase(vi: "100.000 đồng", en: "100,000 dong")))
        }
        Field("reason", Phrase(vi: "Lý do", en: "Reason"), .longText(), optional: true)
        Field("text", Phrase(vi: "Văn bản", en: "Text"), .code("fee: 5000 * copies", rows: 3), optional: true)
        Field("password", Phrase(vi: "Mật khẩu", en: "Password"), .password(isNew: true))
    }

    @MarkupBuilder private static var choices: [Markup] {
        Field(
            "gender", Phrase(vi: "Giới tính", en: "Gender"),
            .choice(nil, [Choice("f", Phrase(vi: "Nữ", en: "Female")), Choice("m", Phrase(vi: "Nam", en: "Male"))]),
            problem: problems["gender"])
        Field("married", Phrase(vi: "Cha mẹ có đăng ký kết hôn?", en: "Are the parents married?"), .yesNo(true))
        Field(
            "receive", Phrase(vi: "Nhận kết quả ở đâu?", en: "Where to receive the result?"),
            .choice(
                "post",
                [
                    Choice("desk", Phrase(vi: "Tại Bộ phận một cửa", en: "At the desk")),
                    Choice(
                        "post", Phrase(vi: "Qua bưu chính công ích", en: "By post"),
                        hint: Phrase(vi: "Người nhận trả cước khi nhận.", en: "Postage is paid on delivery.")),
                    Choice("online", Phrase(vi: "Bản điện tử", en: "Electronic copy")),
                ]))
        Field(
            "copies", Phrase(vi: "Bản sao cần cấp thêm", en: "Further copies"),
            .checks(
                ["a"],
                [
                    Choice("a", Phrase(vi: "Trích lục khai sinh", en: "Extract")),
                    Choice("b", Phrase(vi: "Bản song ngữ", en: "Bilingual copy")),
                ]), optional: true)
        fieldGroup(Phrase(vi: "Nơi sinh", en: "Place of birth")) {
            Field(
                "province", Phrase(vi: "Tỉnh, thành phố", en: "Province"),
                .select(
                    "01", [Choice("01", Phrase(same: "Thành phố Hà Nội")), Choice("11", Phrase(same: "Điện Biên"))]))
            Field("place", Phrase(vi: "Xã, phường", en: "Commune"), .text(suggest: "/communes"))
        }
    }

    @MarkupBuilder private static var files: [Markup] {
        Field(
            "papers[0]", Phrase(vi: "Giấy chứng sinh", en: "Birth notice"),
            .files(
                [
                    StoredFile(
                        "giay-chung-sinh-trang-truoc.jpg", note: Phrase(same: "2,4 MB"), href: "#",
                        remove: ("remove", "1"))
                ], accept: ["image/*", ".pdf"], multiple: true),
            help: Phrase(vi: "Ảnh chụp hoặc PDF, mỗi tệp tối đa 10 MB.", en: "Photo or PDF, 10 MB each at most."))
    }

    static func question() -> Markup {
        GalleryShells.portal(Phrase(vi: "Cha mẹ của trẻ có đăng ký kết hôn không?", en: "Are the parents married?")) {
            Narrow {
                backLink("#")
                Whereabouts(2, of: 5, Phrase(vi: "Cha mẹ", en: "Parents"))
                postForm(to: "#", guarded: true) {
                    Field(
                        "married",
                        Phrase(vi: "Cha mẹ của trẻ có đăng ký kết hôn không?", en: "Are the child's parents married?"),
                        .yesNo(nil),
                        help: Phrase(
                            vi: "Nếu có, chúng tôi lấy thông tin từ Sổ đăng ký kết hôn, bạn không phải nộp lại.",
                            en: "If so, we take it from the register and you need not file it again."), size: .title)
                    ButtonRow { Button(.next) }
                }
            }
        }
    }

    static func signIn() -> Markup {
        Shell(
            .plain, title: Phrase(vi: "Đăng nhập", en: "Sign in"), siteName: GalleryShells.site,
            agencyName: GalleryShells.agency, languagePath: "?lang=en"
        ) {
            PageTitle(Phrase(vi: "Đăng nhập", en: "Sign in"))
            Card {
                postForm(to: "#") {
                    Field("login", Phrase(vi: "Thư điện tử", en: "E-mail"), .email("uyen@mau.example"))
                    Field("secret", Phrase(vi: "Mật khẩu", en: "Password"), .password())
                    Field(
                        "code", Phrase(vi: "Mã xác thực", en: "Authentication code"), .oneTimeCode(),
                        help: Phrase(vi: "6 chữ số trong ứng dụng xác thực.", en: "6 digits from your authenticator."))
                    ButtonRow { Button(Phrase(vi: "Đăng nhập", en: "Sign in")) }
                }
            }
            p { a(Phrase(vi: "Quên mật khẩu", en: "Forgotten password"), .href("#")) }
        }.document()
    }
}
