import Kernel
import Site

/// What somebody searches for, as it stands in the address.
struct SearchForm {
    static let pageSize = 20

    let text: String
    let field: String
    let level: Procedure.Level?
    let applicant: Procedure.Applicant?
    let lifeEvent: LifeEvent?
    let page: Int

    init(_ query: FormValues) {
        text = String(query["q"].prefix(200))
        field = query["linh-vuc"]
        level = Procedure.Level(rawValue: query["cap"])
        applicant = Procedure.Applicant(rawValue: query["doi-tuong"])
        lifeEvent = LifeEvent.named(query["su-kien"])
        page = min(max(Int(query["trang"]) ?? 1, 1), 500)
    }

    var search: ProcedureSearch {
        ProcedureSearch(
            text,
            filter: .init(
                field: field.isEmpty ? nil : field, level: level, applicant: applicant, lifeEvent: lifeEvent?.id,
                includesInternal: false), offset: (page - 1) * Self.pageSize, limit: Self.pageSize)
    }

    var isBrowsing: Bool { text.isEmpty }
    var hasFilter: Bool { !field.isEmpty || level != nil || applicant != nil || lifeEvent != nil }

    /// The address with one part changed; nil takes the part out. The page starts anew unless it is the part.
    func address(_ name: String, _ value: String?) -> String {
        var parts: [(String, String)] = []
        func add(_ key: String, _ present: String) {
            let wanted = key == name ? value ?? "" : present
            if !wanted.isEmpty { parts.append((key, wanted)) }
        }
        add("q", text)
        add("linh-vuc", field)
        add("cap", level?.rawValue ?? "")
        add("doi-tuong", applicant?.rawValue ?? "")
        add("su-kien", lifeEvent?.id ?? "")
        if name == "trang", let value, value != "1" { parts.append(("trang", value)) }
        return CataloguePaths.search.with(parts)
    }
}
