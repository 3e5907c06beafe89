package import Kernel
import Storage

/// What somebody types of an agency, before it is checked.
package struct AgencyDraft: Sendable, Equatable {
    package var kind: AgencyKind
    package var code: String
    package var name: String
    package var englishName: String
    package var territory: String
    package var address: String
    package var phone: String
    package var calendar: String
    package var from: Day

    package init(
        kind: AgencyKind, code: String = "", name: String, englishName: String = "", territory: String = "",
        address: String = "", phone: String = "", calendar: String = "", from: Day
    ) {
        self.kind = kind
        self.code = code
        self.name = name
        self.englishName = englishName
        self.territory = territory
        self.address = address
        self.phone = phone
        self.calendar = calendar
        self.from = from
    }

    /// What is wrong with it below `parent` (nil at the top of the tree); reads nothing.
    func problems(below parent: Agency?) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.isEmpty { problems.append(FieldProblem("name", .agencyNameMissing)) }
        if name.count > 300 { problems.append(FieldProblem("name", .agencyNameTooLong)) }
        if !code.isEmpty { problems += codeProblems(below: parent) }
        if !phone.isEmpty, PhoneNumber(phone) == nil { problems.append(FieldProblem("phone", .phoneNotUnderstood)) }
        if let parent {
            if !parent.kind.children.contains(kind) {
                problems.append(FieldProblem("kind", .agencyKindNotBelow(kind.phrase, parent.kind.phrase)))
            }
            if !parent.validity.contains(from) { problems.append(FieldProblem("from", .agencyAboveNotInForce)) }
        } else if !AgencyKind.tops.contains(kind) {
            problems.append(FieldProblem("kind", .agencyKindNotAtTop))
        }
        return problems
    }

    private func codeProblems(below parent: Agency?) -> [FieldProblem] {
        guard let code = AgencyCode(code) else { return [FieldProblem("code", .agencyCodeNotUnderstood)] }
        if let above = parent?.code, !code.isBelow(above) {
            return [FieldProblem("code", .agencyCodeNotBelow(above.text))]
        }
        return []
    }

    /// What only the database can tell: taken codes, unknown territories and calendars.
    func problems(except id: Agency.ID?, in tx: any Transaction) throws -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let code = AgencyCode(code), let other = try AgencyStore.find(code: code, in: tx), other.id != id {
            problems.append(FieldProblem("code", .agencyCodeTaken(other.name)))
        }
        if !territory.isEmpty {
            let level = try TerritoryStore.level(of: territory, in: tx)
            if level == nil {
                problems.append(FieldProblem("territory", .territoryUnknown))
            } else if kind == .commune, level != .commune {
                problems.append(FieldProblem("territory", .territoryNotACommune))
            } else if kind == .province, level != .province {
                problems.append(FieldProblem("territory", .territoryNotAProvince))
            }
        }
        if !calendar.isEmpty, try CalendarStore.find(calendar, in: tx) == nil {
            problems.append(FieldProblem("calendar", .calendarUnknown))
        }
        return problems
    }
}

extension String {
    /// nil for nothing typed.
    var ifAny: String? { isEmpty ? nil : self }
}
