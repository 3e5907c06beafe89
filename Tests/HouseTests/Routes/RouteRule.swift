/// One line of the table: who may use a route, and with which ids it is asked.
struct RouteRule {
    let area: Area
    let method: String
    /// `/ho-so/{dossier}/tep/{paper}`.
    let address: String

    var name: String { "\(method) \(address)" }

    /// As the program declares it: `/ho-so/{}/tep/{}`.
    var pattern: String { "\(method) " + segments.map { $0.hasPrefix("{") ? "{}" : String($0) }.joined(separator: "/") }

    /// The address with ids in the braces.
    func filled(_ ids: [String: String]) -> String {
        segments.map {
            $0.hasPrefix("{")
                ? ids[String($0.dropFirst().dropLast())] ?? "missing"
                : $0.contains("…") ? ids[String($0)] ?? "missing" : String($0)
        }
        .joined(separator: "/")
    }

    private var segments: [Substring] { address.split(separator: "/", omittingEmptySubsequences: false) }

    static let all: [RouteRule] = table.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard words.count == 3, let area = Area(rawValue: String(words[0])) else { return nil }
        return RouteRule(area: area, method: String(words[1]), address: String(words[2]))
    }

    /// What is not there even for whoever may use the route, with the reason.
    static let absent: Set<String> = [
        // There is an administrator already.
        "GET /bat-dau", "POST /bat-dau",
    ]

    /// Forms after which whoever may not send them is led back to a page of their own, without effect.
    static let quiet: Set<String> = [
        "POST /ho-so/nhap/{draft}/xoa", "POST /phien/chuc-vu", "POST /tai-khoan/vang-mat/{delegation}/thu-hoi",
        "POST /ban-lam-viec/ho-so/{dossier}/kiem-tra/{paper}", "POST /ban-lam-viec/ho-so/{dossier}/thu-phi",
    ]
}
