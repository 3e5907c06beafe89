/// In which form content travels (RFC 9110, 8.4): as it is, or compressed.
///
/// Only what holds no secret is compressed: the length of compressed content tells whether two of its parts are alike,
/// so that whoever may put words into a page beside a secret could find the secret out letter by letter (BREACH).
enum ContentCoding: Sendable {
    case identity
    case gzip

    /// What a browser takes, by its field Accept-Encoding (RFC 9110, 12.5.3).
    init(accepted field: String?) {
        var weights: [Substring: Double] = [:]
        for part in (field ?? "").lowercased().split(separator: ",") {
            let pieces = part.split(separator: ";").map { Substring($0.filter { $0 != " " && $0 != "\t" }) }
            guard let name = pieces.first else { continue }
            weights[name] =
                pieces.dropFirst().lazy.compactMap { $0.hasPrefix("q=") ? Double($0.dropFirst(2)) : nil }
                .first ?? 1
        }
        self = (weights["gzip"] ?? weights["*"] ?? 0) > 0 ? .gzip : .identity
    }

    /// Each form of a content has a tag of its own (RFC 9110, 8.8.3.3).
    func tag(_ content: String) -> String {
        switch self {
        case .identity: "\"\(content)\""
        case .gzip: "\"\(content)-g\""
        }
    }
}
