/// A form's file name that the source ran together with the paper's name:
/// "Đơn đề nghị cấp đổi thẻ bảo hiểm y tếMau01-ĐN(BHYT).doc".
struct FormFileName {
    /// The words before the file's own name; nil when there are none.
    var title: String?
    var file: String

    /// A title is several words long; a file's name begins with a capital or a digit right after a small letter, a
    /// closing bracket or a capital that ends an abbreviation.
    init(_ text: String) {
        let characters = Array(text)
        file = text
        guard characters.count > 16 else { return }
        var spaces = 0
        for index in 1..<characters.count {
            let (before, here) = (characters[index - 1], characters[index])
            if before == " " { spaces += 1 }
            guard spaces >= 3, here.isLetter || here.isNumber else { continue }
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let joins =
                (before.isLowercase && (here.isUppercase || here.isNumber))
                || (before == ")" && here.isUppercase)
                || (before.isUppercase && here.isUppercase && next.isLowercase)
            if joins {
                title = String(characters[..<index])
                file = String(characters[index...])
                return
            }
        }
    }

    static let endings = [".docx", ".doc", ".pdf", ".xlsx", ".xls", ".rar", ".zip", ".rtf", ".odt"]

    static func endsInFile(_ text: String) -> Bool {
        let lower = text.suffix(6).lowercased()
        return endings.contains { lower.hasSuffix($0) }
    }
}
