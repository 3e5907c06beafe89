import Kernel
import Wording

/// What several of the applicant's pages say.
enum ApplicantWording {
    static let myDossiers = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
    static let file = Phrase(vi: "Nộp hồ sơ", en: "File the dossier")
    static let later = Phrase(vi: "Lưu và làm tiếp sau", en: "Save and finish later")
    static let start = Phrase(vi: "Bắt đầu", en: "Start")
    static let fullName = Phrase(vi: "Họ, chữ đệm, tên", en: "Full name")
    static let firmName = Phrase(vi: "Tên theo giấy đăng ký", en: "Name as registered")
    static let citizenNumber = Phrase(vi: "Số định danh cá nhân", en: "Citizen number")
    static let personalNumber = Phrase(vi: "Số định danh hoặc số hộ chiếu", en: "Citizen number or passport")
    static let taxCode = Phrase(vi: "Mã số thuế hoặc mã số doanh nghiệp", en: "Tax code or enterprise number")
    static let phone = Phrase(vi: "Số điện thoại", en: "Telephone")
    static let email = Phrase(vi: "Thư điện tử", en: "E-mail")
    static let address = Phrase(vi: "Địa chỉ", en: "Address")
    static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
    static let secret = Phrase(vi: "Mã tra cứu", en: "Look-up secret")
    static let promised = Phrase(vi: "Ngày hẹn trả kết quả", en: "Promised date")
    static let expected = Phrase(vi: "Ngày trả kết quả dự kiến", en: "Expected date")
    static let whyDate = Phrase(vi: "Vì sao là ngày này?", en: "Why this date?")
    static let papers = Phrase(vi: "Giấy tờ", en: "Papers")
    static let keptAnswers = Phrase(
        vi: "Câu trả lời theo bản trước của dịch vụ", en: "Answers to an earlier version of the service")
    static let fees = Phrase(vi: "Phí, lệ phí", en: "Fees")
    static let noFees = Phrase(vi: "Không phải nộp khoản nào.", en: "Nothing is due.")
    static let atCounter = Phrase(
        vi: "Nộp tại quầy của bộ phận một cửa; chưa thu trực tuyến.",
        en: "Paid at the one-stop desk; not collected online yet.")
    static let agency = Phrase(vi: "Cơ quan giải quyết", en: "Agency")
    static let notAnswered = Phrase(vi: "Chưa trả lời", en: "Not answered")
    static let none = Phrase(vi: "Không có", en: "None")

    static func size(_ bytes: Int) -> Phrase {
        guard bytes >= 1_000_000 else {
            let kilobytes = max(1, bytes / 1_000)
            return Phrase(same: "\(kilobytes) kB")
        }
        let tenths = (bytes + 50_000) / 100_000
        return Phrase(vi: "\(tenths / 10),\(tenths % 10) MB", en: "\(tenths / 10).\(tenths % 10) MB")
    }
}

/// An amount with its name, due or paid.
struct FeeLine {
    let title: Phrase
    let amount: Money
    let basis: String?
    let terms: Phrase?
    let paidAt: Instant?

    /// The text that sets it, and its terms.
    var note: Phrase? {
        let parts = [basis.map { Phrase(vi: "Căn cứ: \($0)", en: "Basis: \($0)") }, terms].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return Phrase(
            vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    }
}
