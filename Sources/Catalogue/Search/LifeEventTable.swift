import Kernel

extension LifeEvent {
    static let ofPeople: [LifeEvent] = [
        LifeEvent(
            "co-con-nho", .people, Phrase(vi: "Có con nhỏ", en: "Having a child"), fields: ["Nuôi con nuôi"],
            phrases: [
                "khai sinh", "nhận cha, mẹ, con", "nuôi con nuôi", "con nuôi", "trẻ em", "người dưới 14 tuổi",
                "thai sản",
                "giám hộ",
            ], without: ["tổ chức con nuôi"]),
        LifeEvent(
            "hoc-tap", .people, Phrase(vi: "Học tập", en: "Studying"),
            phrases: [
                "tuyển sinh", "dự thi", "nhà ở sinh viên", "tập sự", "sát hạch lý thuyết", "cấp bản sao từ sổ gốc",
                "chứng thực bản sao", "đào tạo nghề luật sư", "đào tạo nghề công chứng", "công nhận tương đương",
                "thi cấp chứng chỉ", "thi chứng chỉ", "phúc khảo",
            ]),
        LifeEvent(
            "viec-lam", .people, Phrase(vi: "Việc làm", en: "Work"), fields: ["Thực hiện chính sách BHXH"],
            phrases: [
                "chứng chỉ hành nghề", "tuyển chọn công dân", "tuyển lao động", "đóng BHXH", "trợ cấp thất nghiệp",
                "ốm đau", "TNLĐ", "thu nhập từ tiền lương", "người phụ thuộc", "thuyền viên", "lý lịch tư pháp",
                "sổ BHXH", "giấy phép hành nghề", "thẻ tư vấn viên", "BHXH tự nguyện",
            ]),
        LifeEvent(
            "cu-tru-giay-to", .people,
            Phrase(vi: "Cư trú và giấy tờ tùy thân", en: "Residence and identity papers"),
            fields: [
                "Đăng ký, quản lý cư trú", "Cấp, quản lý căn cước", "Định danh và xác thực điện tử", "Lý lịch tư pháp",
                "Quốc tịch", "Chứng thực",
            ],
            phrases: [
                "hộ chiếu", "giấy thông hành", "tạm trú cho người nước ngoài", "thẻ thường trú", "thẻ tạm trú",
                "thị thực", "trích lục hộ tịch",
            ],
            without: ["kinh doanh dịch vụ", "kết nối với hệ thống"]),
        LifeEvent(
            "hon-nhan-gia-dinh", .people, Phrase(vi: "Hôn nhân và gia đình", en: "Marriage and family"),
            phrases: [
                "kết hôn", "tình trạng hôn nhân", "ly hôn", "giám hộ", "nhận cha, mẹ, con", "cải chính", "con nuôi",
                "di chúc", "di sản", "hộ nghèo",
            ], without: ["tổ chức con nuôi"]),
        LifeEvent(
            "nha-o-dat-dai", .people, Phrase(vi: "Nhà ở, đất đai", en: "Housing and land"),
            fields: ["Đất đai", "Tài chính đất đai"],
            phrases: [
                "nhà ở riêng lẻ", "nhà ở xã hội", "nhà ở cũ", "quyền sử dụng đất", "sử dụng đất phi nông nghiệp",
                "cho thuê bất động sản", "chuyển nhượng bất động sản", "cây xanh", "vỉa hè", "khai thác nước dưới đất",
                "lệ phí trước bạ",
            ]),
        LifeEvent(
            "phuong-tien", .people, Phrase(vi: "Phương tiện và người lái", en: "Vehicles and drivers"),
            fields: [
                "Sát hạch, cấp giấy phép lái xe", "Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng",
                "Đăng kiểm", "Kiểm tra kiến thức pháp luật về trật tự, an toàn giao thông đường bộ",
            ],
            phrases: [
                "phương tiện thủy nội địa", "đăng ký phương tiện lần đầu", "đăng ký lại phương tiện", "xe tập lái",
                "dạy thực hành lái xe", "thuyền trưởng", "tàu cá", "lệ phí trước bạ", "phù hiệu",
                "xe ô tô không tham gia",
                "xe tạm dừng tham gia",
            ]),
        LifeEvent(
            "huu-tri", .people, Phrase(vi: "Hưu trí", en: "Retirement"),
            phrases: [
                "lương hưu", "bảo hiểm xã hội một lần", "nghỉ hưu", "trợ cấp BHXH hàng tháng", "lĩnh thay",
                "bảo hiểm xã hội", "BHXH tự nguyện", "trợ cấp hàng tháng",
            ]),
        LifeEvent(
            "suc-khoe-bao-hiem", .people, Phrase(vi: "Sức khỏe và bảo hiểm y tế", en: "Health and health insurance"),
            fields: ["Thực hiện chính sách BHYT"],
            phrases: [
                "BHYT", "bảo hiểm y tế", "ốm đau", "cai nghiện ma túy", "khám chữa bệnh", "TNLĐ", "bệnh binh",
                "thương binh",
            ], without: ["ký hợp đồng khám"]),
        LifeEvent(
            "nguoi-than-qua-doi", .people, Phrase(vi: "Người thân qua đời", en: "When somebody dies"),
            phrases: [
                "khai tử", "tử tuất", "di chúc", "di sản", "thừa kế", "truy lĩnh", "bị chết", "liệt sỹ", "đã chết",
                "không có người thừa kế",
            ]),
    ]

    static let ofFirms: [LifeEvent] = [
        LifeEvent(
            "khoi-su-kinh-doanh", .firms, Phrase(vi: "Khởi sự kinh doanh", en: "Starting a business"),
            phrases: [
                "thành lập hộ kinh doanh", "thành lập công ty", "thành lập doanh nghiệp", "thành lập hợp tác xã",
                "thành lập tổ hợp tác", "đăng ký hoạt động chi nhánh", "mẫu con dấu mới", "đăng ký thuế lần đầu",
                "sử dụng hoá đơn điện tử", "đủ điều kiện về an ninh, trật tự", "chuyển đổi hộ kinh doanh",
                "khởi nghiệp", "định danh điện tử cho cơ quan",
            ]),
        LifeEvent(
            "hoat-dong-thay-doi", .firms, Phrase(vi: "Thay đổi đăng ký", en: "Changing a registration"),
            phrases: [
                "đăng ký thay đổi", "thay đổi nội dung đăng ký", "hiệu đính thông tin đăng ký",
                "cấp đổi giấy chứng nhận đăng ký",
                "cấp lại giấy chứng nhận đăng ký", "chuyển đổi công ty", "chuyển đổi doanh nghiệp", "sáp nhập",
                "hợp nhất",
                "thông báo thay đổi",
            ]),
        LifeEvent(
            "lao-dong-bao-hiem", .firms, Phrase(vi: "Lao động và bảo hiểm", en: "Staff and social insurance"),
            fields: ["Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN", "Kiểm định kỹ thuật an toàn lao động"],
            phrases: ["đóng BHXH", "ốm đau", "thai sản", "TNLĐ", "người lao động", "nhân sự", "chuyên gia"]),
        LifeEvent(
            "tai-chinh-thue", .firms, Phrase(vi: "Tài chính, thuế", en: "Finance and tax"),
            fields: ["Thuế", "Kế toán, kiểm toán", "Tài chính doanh nghiệp"],
            phrases: ["thuế", "hoá đơn", "hóa đơn", "biên lai", "phí bảo vệ môi trường", "tiền thuê đất"]),
        LifeEvent(
            "dat-dai-xay-dung", .firms, Phrase(vi: "Đất đai, xây dựng", en: "Land and building"),
            fields: [
                "Đất đai", "Hoạt động xây dựng", "Kinh doanh bất động sản", "Quy hoạch đô thị và nông thôn",
                "Quản lý chất lượng công trình xây dựng", "Vật liệu xây dựng",
            ],
            phrases: ["phòng cháy", "nhà ở", "giấy phép xây dựng", "thi công công trình"]),
        LifeEvent(
            "dau-tu", .firms, Phrase(vi: "Đầu tư", en: "Investing"),
            fields: [
                "Đầu tư tại Việt nam", "Đầu tư từ Việt nam ra nước ngoài", "Đầu tư vào nông nghiệp, nông thôn",
                "Hỗ trợ đầu tư", "Đấu thầu lựa chọn nhà đầu tư", "Đầu tư theo phương thức đối tác công tư",
            ],
            phrases: ["đăng ký đầu tư", "chủ trương đầu tư", "hỗ trợ doanh nghiệp"]),
        LifeEvent(
            "xuat-nhap-khau", .firms, Phrase(vi: "Xuất nhập khẩu", en: "Import and export"), fields: ["Hải quan"],
            phrases: ["xuất khẩu", "nhập khẩu", "kiểm dịch", "quá cảnh", "tạm nhập", "CITES"]),
        LifeEvent(
            "van-tai", .firms, Phrase(vi: "Vận tải, phương tiện", en: "Transport and vehicles"),
            fields: ["Đường bộ", "Đăng kiểm", "Hàng hải và đường thủy nội địa", "Hàng không", "Đường sắt"],
            phrases: ["vận tải", "vận chuyển hàng hóa nguy hiểm", "đăng ký xe"]),
        LifeEvent(
            "moi-truong-nong-nghiep", .firms, Phrase(vi: "Môi trường, nông nghiệp", en: "Environment and farming"),
            fields: [
                "Môi trường", "Chăn nuôi", "Thú y", "Thủy sản", "Trồng trọt và Bảo vệ thực vật", "Trồng trọt",
                "Tài nguyên nước", "Quản lý chất lượng nông lâm sản và thủy sản", "Lâm nghiệp",
            ],
            phrases: ["môi trường", "an toàn thực phẩm", "khoáng sản"]),
        LifeEvent(
            "cham-dut-giai-the", .firms, Phrase(vi: "Tạm ngừng, giải thể", en: "Pausing and closing"),
            phrases: [
                "giải thể", "tạm ngừng kinh doanh", "chấm dứt hoạt động", "phá sản", "thu hồi giấy chứng nhận đăng ký",
            ]),
    ]
}
