package import Kernel

/// What an official looked at somebody's data for, as access records keep it: a key, put into words for the reader.
package enum LookPurpose {
    package static let work = "case-work"
    package static let opinion = "case-opinion"
    package static let search = "case-search"
    package static let register = "register"
    /// Kept by the room of accounts, when access is given back at the counter.
    package static let recovery = "account-recovery"

    package static func words(_ key: String) -> Phrase {
        switch key {
        case work: Phrase(vi: "Xử lý hồ sơ", en: "Working on a dossier")
        case opinion: Phrase(vi: "Cho ý kiến về hồ sơ", en: "Giving an opinion on a dossier")
        case search: Phrase(vi: "Tìm kiếm hồ sơ", en: "Looking for a dossier")
        case register: Phrase(vi: "Tra cứu sổ", en: "Looking into a register")
        case recovery: Phrase(vi: "Cấp lại quyền vào tài khoản tại quầy", en: "Giving access to an account back")
        default: Phrase(same: key)
        }
    }
}
