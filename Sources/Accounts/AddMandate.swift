import Directory
import Journal
package import Kernel
import Storage

/// Declares for whom an account files besides itself, and ends such a declaration.
package struct AddMandate: Sendable {
    /// What was typed.
    package struct Draft: Sendable, Equatable {
        package var kind: Mandate.Kind
        package var isOrganisation: Bool
        package var name: String
        package var taxCode: String
        package var citizenNumber: String
        package var bornOn: String

        package init(
            kind: Mandate.Kind, isOrganisation: Bool, name: String, taxCode: String = "", citizenNumber: String = "",
            bornOn: String = ""
        ) {
            self.kind = kind
            self.isOrganisation = isOrganisation
            self.name = name
            self.taxCode = taxCode
            self.citizenNumber = citizenNumber
            self.bornOn = bornOn
        }
    }

    package enum Refusal: Error, Equatable {
        case unknown
        case invalid([FieldProblem])
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ draft: Draft, for account: Account.ID, by actor: Actor) async throws -> Result<
        Mandate, Refusal
    > {
        let now = accounts.clock.now
        let problems = Self.problems(draft, today: now.day)
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        return try await accounts.database.write { tx in
            guard try AccountStore.lock(account, in: tx) != nil else { return .failure(.unknown) }
            let organisation =
                try draft.isOrganisation
                ? TaxCode(draft.taxCode).map {
                    try MandateStore.organisation($0, name: draft.name, at: now, in: tx)
                } : nil
            let mandate = Mandate(
                id: Mandate.ID(at: now), account: account, kind: draft.kind, organisation: organisation,
                name: draft.name, citizenNumber: draft.isOrganisation ? nil : CitizenNumber(draft.citizenNumber),
                bornOn: draft.isOrganisation ? nil : Day(form: draft.bornOn), validity: Validity(from: now.day))
            try MandateStore.insert(mandate, at: now, in: tx)
            try Journal.append(
                "account.mandate-added", subject: "account", account.description,
                ["mandate": .string(mandate.id.description), "kind": .string(mandate.kind.rawValue)],
                by: actor, at: now, in: tx)
            return .success(mandate)
        }
    }

    package func end(_ id: Mandate.ID, of account: Account.ID, by actor: Actor) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        return try await accounts.database.write { tx in
            guard try AccountStore.lock(account, in: tx) != nil,
                let mandate = try MandateStore.find(id, of: account, in: tx), !mandate.validity.isOver(on: now.day)
            else { return .failure(.unknown) }
            try MandateStore.end(id, until: now.day, in: tx)
            try Journal.append(
                "account.mandate-ended", subject: "account", account.description,
                ["mandate": .string(id.description)], by: actor, at: now, in: tx)
            return .success(())
        }
    }

    private static func problems(_ draft: Draft, today: Day) -> [FieldProblem] {
        var problems = NameRule.problems(draft.name, organisation: draft.isOrganisation)
        if draft.isOrganisation {
            if draft.kind == .parent { problems.append(FieldProblem("kind", .parentOfOrganisation)) }
            if TaxCode(draft.taxCode) == nil { problems.append(FieldProblem("tax_code", .taxCodeNotUnderstood)) }
        } else {
            if draft.kind == .legalRepresentative { problems.append(FieldProblem("kind", .representativeOfPerson)) }
            if !draft.citizenNumber.isEmpty, CitizenNumber(draft.citizenNumber) == nil {
                problems.append(FieldProblem("citizen_number", .citizenNumberNotUnderstood))
            }
            if !draft.bornOn.isEmpty {
                let day = Day(form: draft.bornOn)
                if day == nil || day ?? today > today {
                    problems.append(FieldProblem("born_on", .birthDayNotUnderstood))
                }
            }
            if draft.kind == .parent, draft.bornOn.isEmpty {
                problems.append(FieldProblem("born_on", .birthDayNotUnderstood))
            }
        }
        return problems
    }
}
