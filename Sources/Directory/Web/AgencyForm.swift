package import Kernel
import Site
import Wording

/// What the form of an agency sent.
package struct AgencyForm: Sendable {
    var parent = ""
    var kind = ""
    var code = ""
    var name = ""
    var englishName = ""
    var territory = ""
    var address = ""
    var phone = ""
    var calendar = ""
    var from = ""
    var version = ""

    init(parent: String, from: Day) {
        self.parent = parent
        self.from = from.phrase.vi
    }

    init(_ agency: Agency) {
        kind = agency.kind.rawValue
        code = agency.code?.text ?? ""
        name = agency.name
        englishName = agency.englishName ?? ""
        territory = agency.territory ?? ""
        address = agency.address
        phone = agency.phone
        calendar = agency.calendar ?? ""
        version = String(agency.version)
    }

    init(_ form: FormValues) {
        parent = form["parent"]
        kind = form["kind"]
        code = form["code"]
        name = form["name"]
        englishName = form["name_en"]
        territory = form["territory"]
        address = form["address"]
        phone = form["phone"]
        calendar = form["calendar"]
        from = form["from"]
        version = form["version"]
    }

    /// The draft, or what could not be read.
    func draft(_ territories: TerritoryTable) -> Result<AgencyDraft, Unread> {
        var problems: [FieldProblem] = []
        let kind = AgencyKind(rawValue: kind)
        if kind == nil { problems.append(FieldProblem("kind", Phrase(vi: "Chọn loại.", en: "Choose the kind."))) }
        if name.isEmpty { problems.append(FieldProblem("name", .agencyNameMissing)) }
        let day = Day(typed: from)
        if day == nil { problems.append(FieldProblem("from", .dayNotUnderstood(from))) }
        var code = territory
        switch Self.territoryCode(territory, territories) {
        case .success(let found): code = found
        case .failure(let unread): problems += unread.problems
        }
        guard problems.isEmpty, let kind, let day else { return .failure(Unread(problems: problems)) }
        return .success(
            AgencyDraft(
                kind: kind, code: self.code, name: name, englishName: englishName, territory: code, address: address,
                phone: phone, calendar: calendar, from: day))
    }

    /// What could not be read of a form.
    package struct Unread: Error { package let problems: [FieldProblem] }

    /// A code as it stands, or the code of the one territory that was named.
    package static func territoryCode(_ typed: String, _ table: TerritoryTable) -> Result<String, Unread> {
        if typed.isEmpty || Territory.level(ofCode: typed) != nil { return .success(typed) }
        // `Phường Ba Đình, Hà Nội`: what stands behind the comma names the province.
        let parts = typed.split(separator: ",", maxSplits: 1).map(String.init)
        let name = parts.first ?? typed
        var found = table.search(name, limit: 200)
        if parts.count == 2 {
            let province = " " + Folding.fold(parts[1])
            found = found.filter { one in
                one.parent.flatMap { table.name($0) }.map { (" " + Folding.fold($0)).hasSuffix(province) } ?? false
            }
        }
        let exact = found.filter { Folding.fold($0.name) == Folding.fold(name) }
        if exact.count > 1 { found = exact }
        if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil {
            return .success(only.code)
        }
        let names = found.prefix(6).map { "\(table.fullName($0.code) ?? $0.name) – \($0.code)" }.joined(separator: "; ")
        let message =
            found.isEmpty
            ? Phrase.territoryUnknown
            : Phrase(
                vi: "Có nhiều nơi mang tên này, hãy ghi mã: \(names)",
                en: "Several have this name; write the code: \(names)")
        return .failure(Unread(problems: [FieldProblem("territory", message)]))
    }
}
