import Kernel

/// What an official typed to find a case, read as what it looks like: a code, a citizen number or tax code, a telephone
/// number, or a name.
///
/// Numbers are looked for whole, so that nobody is found by trying digits; a name from the beginning of any of its
/// words, without accents.
package enum SearchTerm: Sendable, Equatable {
    /// The code, or its beginning; with the agency's part filled in when only day and number were typed.
    case code(String)
    case number(String)
    case phone(String)
    case name(String)

    /// Nil for what is too short to look for.
    ///
    /// - Parameter agencyCode: the first part of the agency's dossier codes.
    package init?(_ typed: String, agencyCode: String) {
        let text = typed.filter { !$0.isWhitespace }
        if let number = CitizenNumber(text) {
            self = .number(number.digits)
        } else if let phone = PhoneNumber(text) {
            self = .phone(phone.digits)
        } else if let code = TaxCode(text) {
            self = .number(code.text.filter { $0 != "-" })
        } else if let code = Self.code(text.uppercased(), agencyCode) {
            self = .code(code)
        } else {
            let name = Folding.fold(typed)
            guard name.count >= 2, name.contains(where: \.isLetter) else { return nil }
            self = .name(String(name.prefix(ContentStore.longestKey)))
        }
    }

    /// `H56.12-260416-0017`, its beginning from the day on (of the agency's own from anywhere), or `260416-0017`.
    private static func code(_ text: String, _ agencyCode: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = { (part: Substring) in part.allSatisfy { $0.isASCII && $0.isNumber } }
        if parts.count == 2 || parts.count == 1, parts[0].count == 6, parts.allSatisfy(isDigits) {
            return agencyCode + "-" + text
        }
        // Codes that begin like another agency's are looked for below a day only: there they are few.
        let isOwn = parts[0] == agencyCode.uppercased()
        guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy(isDigits),
            isOwn ? parts[1].count <= 6 : parts[1].count == 6,
            parts[0].contains(where: \.isNumber),
            parts[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") })
        else { return nil }
        return text
    }

    /// Whether it finds by a person's data, so that the person is told who looked.
    package var isPersonal: Bool { if case .code = self { false } else { true } }
}
