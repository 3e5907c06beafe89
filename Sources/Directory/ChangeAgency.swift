import Journal
package import Kernel
package import Storage

/// Corrects what is known of an agency besides its name: code, territory, address, phone, calendar.
package struct ChangeAgency: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope, changed
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// - Parameter newCalendar: written in the same transaction, when another calendar is kept from now on.
    package func callAsFunction(
        _ id: Agency.ID, code: String, territory: String, address: String, phone: String, calendar: String,
        seen version: Int, by actor: Actor, newCalendar: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        do {
            return try await database.write { tx in
                guard let agency = try AgencyStore.lock(id, in: tx) else { return .failure(.unknown) }
                guard try AdministrationScope.of(actor, at: now, in: tx).covers(id, in: tx) else {
                    return .failure(.outsideScope)
                }
                guard agency.version == version else { return .failure(.changed) }
                let draft = AgencyDraft(
                    kind: agency.kind, code: code, name: agency.name, territory: territory, address: address,
                    phone: phone, calendar: calendar, from: agency.validity.from)
                let parent = try agency.parent.flatMap { try AgencyStore.find($0, in: tx) }
                // Only what can be changed here; the day and kind were right when the agency was made.
                let isNewCode = AgencyCode(code) != agency.code
                let changeable = isNewCode ? ["code", "phone"] : ["phone"]
                let problems =
                    try draft.problems(below: parent).filter { changeable.contains($0.field) }
                    + draft.problems(except: id, in: tx)
                    + (isNewCode ? Self.codesBelow(id, stand: AgencyCode(code), in: tx) : [])
                guard problems.isEmpty else { return .failure(.invalid(problems)) }
                try tx.run(
                    """
                    UPDATE agency SET code = \(AgencyCode(code)), territory_code = \(territory.ifAny),
                        address = \(address), phone = \(phone), calendar_name = \(calendar.ifAny),
                        version = version + 1
                    WHERE id = \(id)
                    """)
                try Journal.append(
                    "agency.changed", subject: "agency", id.description,
                    [
                        "code": .string(code), "territory": .string(territory), "address": .string(address),
                        "phone": .string(phone), "calendar": .string(calendar),
                    ], by: actor, at: now, in: tx)
                if agency.calendar != calendar.ifAny { try newCalendar(tx) }
                return .success(())
            }
        } catch let fault as DatabaseFault {
            guard case .unique = fault.kind else { throw fault }
            return .failure(.invalid([FieldProblem("code", .agencyCodeTaken(code))]))
        }
    }

    /// Agencies directly below whose codes would not begin with the new one (QĐ 20/2020/QĐ-TTg): theirs come first.
    private static func codesBelow(
        _ id: Agency.ID, stand code: AgencyCode?, in tx: any Transaction
    ) throws -> [FieldProblem] {
        guard let code else { return [] }
        let left = try AgencyStore.children(of: id, in: tx).compactMap(\.code).filter { !$0.isBelow(code) }
        guard let first = left.first else { return [] }
        return [
            FieldProblem(
                "code",
                Phrase(
                    vi: "Đơn vị trực thuộc đang mang mã \(first.text), không bắt đầu bằng mã mới. Hãy bỏ mã đó trước.",
                    en:
                        "A unit below has the code \(first.text), which does not begin with the new one. Remove it first."
                ))
        ]
    }
}
