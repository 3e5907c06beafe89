import Kernel
import Markup

/// The portal's sample pages: the home page, and one page with every component of content.
enum GalleryPortal {
    private static let homeCrumb = NavigationItem(Phrase(vi: "Trang chủ", en: "Home"), "#")

    static func home() -> Markup {
        GalleryShells.portal(Phrase(vi: "Trang chủ", en: "Home"), current: 0) {
            PageTitle(
                Phrase(vi: "Bạn cần làm thủ tục gì?", en: "What do you need to do?"),
                lead: Phrase(
                    vi: "Viết như bạn vẫn nói, không cần dấu: lam giay khai sinh cho con.",
                    en: "Write as you speak; Vietnamese accents are not needed."), isLarge: true)
            Split {
                SearchField(
                    to: "#", label: Phrase(vi: "Tìm thủ tục", en: "Find a procedure"),
                    suggest: "/search/suggestions")
                h2(Phrase(vi: "Theo việc trong đời", en: "By life event"))
                Tiles([
                    .init(Phrase(vi: "Có con nhỏ", en: "Having a child"), "#", icon: .child),
                    .init(Phrase(vi: "Kết hôn", en: "Getting married"), "#", icon: .rings),
                    .init(Phrase(vi: "Làm nhà", en: "Building a house"), "#", icon: .house),
                    .init(Phrase(vi: "Mở hộ kinh doanh", en: "Starting a business"), "#", icon: .store),
                    .init(Phrase(vi: "Xe và lái xe", en: "Driving"), "#", icon: .car),
                    .init(Phrase(vi: "Đất đai", en: "Land"), "#", icon: .land),
                    .init(Phrase(vi: "Học hành", en: "Education"), "#", icon: .school),
                    .init(Phrase(vi: "Sức khỏe, bảo hiểm", en: "Health and insurance"), "#", icon: .health),
                ])
            } side: {
                Card(Phrase(vi: "Theo dõi hồ sơ", en: "Follow a dossier"), accented: true) {
                    postForm(to: "#") {
                        Field("code", Phrase(vi: "Mã hồ sơ", en: "Dossier code"), .text(autocomplete: "off"))
                        Field("secret", Phrase(vi: "Mã tra cứu", en: "Look-up secret"), .text(width: .short))
                        ButtonRow { Button(Phrase(vi: "Xem hồ sơ", en: "See the dossier"), .secondary) }
                    }
                }
                section {
                    h2(Phrase(vi: "Được làm nhiều tuần này", en: "Most used this week"))
                    LinkList(
                        [
                            .init("#") { vietnamese("Đăng ký lại khai sinh") },
                            .init("#") { vietnamese("Cấp Giấy xác nhận tình trạng hôn nhân") },
                            .init("#") { vietnamese("Đăng ký tạm trú") },
                        ], columns: 2)
                }
            }
        }
    }

    static func search() -> Markup {
        GalleryShells.portal(Phrase(vi: "Kết quả tìm", en: "Search results"), crumbs: [homeCrumb]) {
            PageTitle(Phrase(vi: "Tìm thấy 14 thủ tục", en: "14 procedures found"))
            SearchField(to: "#", value: "khai sinh", label: Phrase(vi: "Tìm thủ tục", en: "Find a procedure"))
            DeskColumns {
                FilterList(
                    Phrase(vi: "Lĩnh vực", en: "Field"),
                    [
                        NavigationItem(Phrase(vi: "Tất cả", en: "All"), "#", isCurrent: true, count: 14),
                        NavigationItem(Phrase(same: "Hộ tịch"), "#", count: 9),
                        NavigationItem(Phrase(same: "Bảo hiểm xã hội, bảo hiểm y tế"), "#", count: 5),
                    ])
            } main: {
                LinkList([
                    .init("#", note: .phrase(Phrase(vi: "Cấp xã · 5 ngày làm việc", en: "Commune · 5 working days"))) {
                        span(.lang("vi")) {
                            "Đăng ký lại "
                            mark("khai sinh")
                        }
                    },
                    .init("#", note: .phrase(Phrase(vi: "Cấp xã · trong ngày", en: "Commune · same day"))) {
                        span(.lang("vi")) {
                            "Đăng ký "
                            mark("khai sinh")
                            " có yếu tố nước ngoài tại khu vực biên giới"
                        }
                    },
                ])
                Pager(previous: nil, next: "#", note: Phrase(vi: "2 trên 14 thủ tục", en: "2 of 14 procedures"))
            }
        }
    }

    static func page() -> Markup {
        GalleryShells.portal(
            Phrase(vi: "Bộ thành phần", en: "Components"),
            crumbs: [homeCrumb, NavigationItem(Phrase(vi: "Hộ tịch", en: "Civil status"), "#")],
            banners: [
                Banner(.success, Phrase(vi: "Đã gửi giấy tờ bổ sung", en: "Supplements sent")) {
                    p(Phrase(vi: "Bộ phận một cửa đã nhận được 2 tệp.", en: "The desk has received 2 files."))
                }
            ]
        ) {
            PageTitle(
                Phrase(same: "Đăng ký lại khai sinh"), caption: Phrase(same: "1.004884 · Hộ tịch"),
                lead: Phrase(
                    vi: "Dành cho người đã đăng ký khai sinh trước năm 2016 nhưng bản chính và Sổ hộ tịch đều đã mất.",
                    en: "For people registered before 2016 whose original and register are both lost."))
            Card(accented: true) {
                facts
                ButtonRow {
                    ButtonLink(Phrase(vi: "Nộp hồ sơ trực tuyến", en: "File online"), "#")
                    ButtonLink(Phrase(vi: "In trang này", en: "Print this page"), "#", .plain)
                }
            }
            Split {
                section { folds }
                GalleryTracking.content
            } side: {
                GalleryTracking.side
            }
            for kind in Banner.Kind.allCases {
                Banner(kind, Phrase(vi: "Hệ thống nghỉ từ 22 giờ đến 23 giờ", en: "Closed from 22:00 to 23:00")) {
                    p(Phrase(vi: "Những gì đã nhập vẫn được giữ.", en: "What you have typed is kept."))
                }
            }
            p {
                for tone in Tone.allCases {
                    Tag(Phrase(vi: "Đang xử lý", en: "In progress"), tone)
                    " "
                }
            }
            Tabs(
                Phrase(vi: "Hồ sơ", en: "Dossiers"),
                [
                    NavigationItem(Phrase(vi: "Đang làm", en: "Open"), "#", isCurrent: true, count: 2),
                    NavigationItem(Phrase(vi: "Đã xong", en: "Finished"), "#", count: 14),
                ])
            EmptyState(Phrase(vi: "Chưa có hồ sơ nào", en: "No dossiers yet")) {
                p(Phrase(vi: "Hồ sơ bạn nộp sẽ hiện ở đây.", en: "Dossiers that you file will appear here."))
                ButtonLink(Phrase(vi: "Tìm thủ tục", en: "Find a procedure"), "#", .secondary)
            }
            Stats([
                .init(3, Phrase(vi: "quá hạn", en: "overdue"), href: "#", tone: .bad),
                .init(7, Phrase(vi: "đến hạn hôm nay", en: "due today"), href: "#", tone: .waiting),
                .init(Phrase(vi: "98,2 %", en: "98.2 %"), Phrase(vi: "đúng hạn", en: "on time"), tone: .good),
                .init(12_480, Phrase(vi: "hồ sơ năm 2026", en: "dossiers in 2026"), tone: .info),
            ])
            ProgressBar(
                640, of: 2_066, Phrase(vi: "Đã nhập 640 trên 2.066 thủ tục", en: "640 of 2,066 procedures imported"))
            Inset { p(Phrase(vi: "Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần.", en: "Supplements are asked once.")) }
        }
    }

    private static var facts: KeyFacts {
        KeyFacts([
            .init(Phrase(vi: "Ai làm được", en: "Who"), Phrase(vi: "Công dân Việt Nam", en: "Vietnamese citizens")),
            .init(Phrase(vi: "Cần gì", en: "What you need")) {
                a(Phrase(vi: "3 loại giấy tờ", en: "3 papers"), .href("#papers"))
            },
            .init(Phrase(vi: "Bao lâu", en: "How long"), Phrase(vi: "5 ngày làm việc", en: "5 working days")),
            .init(Phrase(vi: "Bao nhiêu", en: "How much"), Phrase(vi: "Không mất tiền", en: "Free of charge")),
        ])
    }

    @MarkupBuilder private static var folds: [Markup] {
        Disclosure(Phrase(vi: "Trình tự thực hiện", en: "Steps"), open: true, large: true) {
            Prose {
                ol {
                    li(
                        "Người yêu cầu nộp Tờ khai theo mẫu cho Ủy ban nhân dân cấp xã nơi đã đăng ký khai sinh trước đây."
                    )
                    li("Công chức tư pháp - hộ tịch kiểm tra, xác minh hồ sơ trong thời hạn 5 ngày làm việc.")
                }
            }
        }
        Disclosure(Phrase(vi: "Giấy tờ cần nộp", en: "Papers"), id: "papers", large: true) {
            p("Tờ khai đăng ký lại khai sinh theo mẫu; bản sao giấy tờ do cơ quan có thẩm quyền cấp.")
        }
        Disclosure(Phrase(vi: "Căn cứ pháp lý", en: "Legal basis"), large: true) {
            p("Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP.")
        }
    }
}
