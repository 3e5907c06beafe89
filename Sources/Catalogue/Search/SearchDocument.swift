/// One record as the index weighs it: its words part by part, before they become weights.
struct SearchDocument {
    var name: [Int32]
    var outcomes: [Int32]
    var field: [Int32]
    var papers: [Int32]
    /// How much is added for being near to everyday life, taken for being rare.
    var prior: Float
    /// The words of the name with their marks.
    var markedName: Set<String>
    /// Which of `Qualifier.all` its name holds.
    var qualifiers: UInt64
}

/// A phrase that makes a procedure a special case; not asked for, it moves the record down.
struct Qualifier {
    let words: [String]

    static let all: [Qualifier] = [
        "có yếu tố nước ngoài", "lưu động", "khu vực biên giới", "đăng ký lại", "cấp lại", "cấp đổi", "gia hạn",
        "thu hồi",
        "chấm dứt", "miễn nhiệm", "thay đổi", "điều chỉnh", "hủy", "xóa", "công an nhân dân", "lực lượng vũ trang",
        "quân sự",
        "di dời", "cấp đặc biệt", "trung ương", "đối với tổ chức", "tàu bay", "tàu biển", "đường sắt", "nước ngoài",
        "nhập khẩu", "xuất khẩu", "quá cảnh", "tạm nhập", "cai nghiện", "hợp nhất", "sáp nhập", "chuyển đổi",
        "đình chỉ",
        "phục hồi", "khảo nghiệm", "thẩm định", "hải quan", "kho ngoại quan", "phê duyệt", "người gốc việt nam",
        "dầu khí",
        "đầu tư công", "không quốc tịch", "trung tâm sát hạch", "sân tập lái", "dừng thực hiện", "hiệu đính", "ủy thác",
        "đã có hồ sơ", "giám sát", "chi nhánh", "văn phòng đại diện", "ưu đãi miễn trừ", "bí mật nhà nước", "chế xuất",
        "miễn thuế",
    ].map { Qualifier(words: SearchWords.folded($0)) }

    static func mask(of name: [String]) -> UInt64 {
        var mask: UInt64 = 0
        for (index, qualifier) in all.enumerated() where contains(name, qualifier.words) { mask |= 1 << UInt64(index) }
        return mask
    }

    private static func contains(_ words: [String], _ phrase: [String]) -> Bool {
        guard words.count >= phrase.count else { return false }
        return (0...(words.count - phrase.count)).contains { words[$0..<($0 + phrase.count)].elementsEqual(phrase) }
    }
}

/// How near a record is to everyday life, before anything is typed.
enum SearchPrior {
    private static let everyday: Set<String> = [
        "ho tich", "chung thuc", "dang ky quan ly cu tru", "cap quan ly can cuoc", "sat hach cap giay phep lai xe",
        "dang ky quan ly phuong tien giao thong co gioi xe may chuyen dung", "ly lich tu phap",
        "thanh lap va hoat dong doanh nghiep ho kinh doanh", "thuc hien chinh sach bhxh", "dat dai", "nuoi con nuoi",
        "cap so bhxh the bhyt", "giam ngheo", "dinh danh va xac thuc dien tu",
        "thu bhxh bhyt bhtn bh tai nan lao dong bnn", "thanh lap va hoat dong cua doanh nghiep", "hoat dong xay dung",
    ]

    /// The catalogue gives its branches the level of communes; nobody goes there for everyday things.
    private static let customs = "hai quan"

    static func of(_ procedure: Procedure, field: String) -> Float {
        if procedure.code.isInternal { return 0.6 }
        if field == customs { return 0.95 }
        var prior: Float = 1
        if procedure.levels.contains(.commune) {
            prior += 0.08
        } else if procedure.levels.contains(.province) {
            prior += 0.05
        }
        if procedure.applicants.contains(.citizen) { prior += 0.06 }
        if everyday.contains(field) { prior += 0.1 }
        return prior
    }
}
