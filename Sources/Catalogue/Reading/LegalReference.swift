/// The number of a legal document ("05/2012/NĐ-CP") freed of what the source ran into it: the title's first letter or
/// number behind ("…/NĐ-CPL"), the year's two digits before ("2068/2020/QH14").
struct LegalReference {
    var number: String
    var wasRunTogether: Bool
    /// False when the text is no number of a document; it is then kept as it stands.
    var isDocument: Bool

    /// The bodies that issue documents, as the end of a number names them; longer ones first.
    private static let issuers = [
        "TANDTC", "VKSNDTC", "BLĐTBXH", "BNNPTNT", "BVHTTDL", "BGDĐT", "BGTVT", "BKHCN", "BKHĐT", "BNNMT", "BTNMT",
        "BTTTT", "VPCP", "UBND", "HĐND", "BHXH", "NHNN", "TTCP", "BCAN", "BNN", "BCA", "BCT", "BNG", "BNV", "BQP",
        "BTC",
        "BTP", "BTS", "BXD", "BYT", "CTN", "TTg", "TT", "CP",
    ]

    init(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let end = Self.ending(parts[parts.count - 1]),
            let serial = Self.serial(parts[0], year: parts.count > 2 ? parts[1] : "", end: end)
        else {
            self.init(number: text, wasRunTogether: false, isDocument: false)
            return
        }
        let number = ([serial] + parts.dropFirst().dropLast() + [end]).joined(separator: "/")
        self.init(number: number, wasRunTogether: number != text, isDocument: true)
    }

    private init(number: String, wasRunTogether: Bool, isDocument: Bool) {
        self.number = number
        self.wasRunTogether = wasRunTogether
        self.isDocument = isDocument
    }

    /// Laws, decrees and circulars have numbers of at most three digits. Of four, the first two are a year's or the
    /// first one is a row's number; when neither can be, the number is not understood.
    private static func serial(_ text: String, year: String, end: String) -> String? {
        guard !text.isEmpty, text.allSatisfy(\.isNumber) else { return nil }
        if text.count <= 3 || end.hasPrefix("QĐ-") || end.hasSuffix("HĐND") { return text }
        guard text.count == 4, let year = Int(year), let lead = Int(text.prefix(2)), let tail = Int(text.suffix(3))
        else {
            return nil
        }
        if lead == 20 || lead == year % 100 || lead == year % 100 - 1 { return String(text.suffix(2)) }
        if tail >= 100, tail <= (end.hasPrefix("QH") ? 200 : 400) { return String(text.suffix(3)) }
        return nil
    }

    /// "NĐ-CPL" → "NĐ-CP", "QH15193" → "QH15", "QĐ-TT" → "QĐ-TTg".
    private static func ending(_ text: String) -> String? {
        for body in ["UBTVQH", "PL-UBTVQH", "NQ-UBTVQH", "NQ-QH", "QH"] where text.hasPrefix(body) {
            let term = text.dropFirst(body.count).prefix(2)
            return term.count == 2 && term.allSatisfy(\.isNumber) ? body + term : nil
        }
        guard let dash = text.firstIndex(of: "-") else { return nil }
        var taken = String(text[..<dash])
        var rest = text[dash...]
        guard ["NĐ", "ND", "TT", "QĐ", "QD", "NQ", "CT", "TTLT", "NQLT"].contains(taken) else { return nil }
        while rest.first == "-" {
            rest = rest.dropFirst()
            guard let issuer = issuers.first(where: { rest.hasPrefix($0) }) else {
                return taken.contains("-") && rest.count < 2 ? taken : nil
            }
            // The source cut "QĐ-TTg" before its small letter.
            taken += "-" + (issuer == "TT" ? "TTg" : issuer)
            rest = rest.dropFirst(issuer.count)
        }
        return taken
    }
}
