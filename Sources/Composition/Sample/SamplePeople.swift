import Catalogue
import Kernel

/// The names and words of sample dossiers; every name is marked as a sample.
enum SamplePeople {
    private static let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ"]
    private static let middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh"]
    private static let given = ["An", "Bình", "Chi", "Dũng", "Hà", "Hoa", "Lan", "Long", "Mai", "Nam", "Phúc", "Yến"]

    static func name(_ random: inout any RandomNumberGenerator) -> String {
        let parts = [families, middles, given].compactMap { $0.randomElement(using: &random) }
        return parts.joined(separator: " ") + " (mẫu)"
    }

    /// What stands in the usual questions of forms.
    static func text(for key: String, of name: String, _ random: inout any RandomNumberGenerator) -> String? {
        switch key {
        case "full_name", "name": name
        case "street": "Số \(Int.random(in: 1...99, using: &random)), thôn Mẫu"
        case "ethnicity": "Kinh"
        case "nationality": "Việt Nam"
        case "phone": "0900000000"
        case "email": "nguoi.nop@mau.example"
        case "reason", "purpose": "Bổ túc hồ sơ (mẫu)"
        default: nil
        }
    }

    static func note(_ kind: Act.Kind) -> String {
        switch kind {
        case .refuse: "Không thuộc thẩm quyền giải quyết của xã (mẫu)"
        case .supplement: ""
        default: "Hồ sơ đủ, hợp lệ (mẫu)"
        }
    }

    /// The first citizen number among the answers.
    static func number(in answers: JSON) -> String {
        switch answers {
        case .string(let text): CitizenNumber(text)?.digits ?? ""
        case .array(let items): items.lazy.map { number(in: $0) }.first { !$0.isEmpty } ?? ""
        case .object(let members):
            members.sorted { $0.key < $1.key }.lazy.map { number(in: $0.value) }.first { !$0.isEmpty } ?? ""
        default: ""
        }
    }
}
