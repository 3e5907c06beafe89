package import Catalogue
package import Kernel

/// Fills in beforehand what is known of the party that a page is about, so that nothing is asked twice. What somebody
/// has answered stays.
package enum Prefill {
    /// - Parameter earlier: what the same person answered about themselves in their last dossier, by question.
    package static func answers(
        _ answers: JSON, _ definition: ServiceDefinition, _ parties: Parties, earlier: JSON = [:]
    ) -> JSON {
        var answers = answers
        for page in definition.form {
            let party: Party
            switch page.about {
            case .submitter: party = parties.submitter
            case .owner where !parties.kind.isFirm: party = parties.owner
            case .owner, nil: continue
            }
            let isOneself = page.about == .submitter || parties.kind == .`self`
            let filled = fill(answers[page.key], page.fields, party, earlier: isOneself ? earlier : [:])
            answers[page.key] = filled
        }
        return answers
    }

    /// What a dossier tells about the one who filed it: the answers of pages about the submitter.
    package static func known(_ answers: JSON, _ definition: ServiceDefinition, _ parties: Parties) -> JSON {
        var known: [String: JSON] = [:]
        for page in definition.form
        where page.about == .submitter || (page.about == .owner && parties.kind == .`self`) {
            let block = answers[page.key]?.object ?? [:]
            for field in page.fields where isLasting(field) {
                if let answer = block[field.key] { known[field.key] = answer }
            }
        }
        return .object(known)
    }

    private static func fill(_ given: JSON?, _ fields: [FormField], _ party: Party, earlier: JSON) -> JSON {
        var block = given?.object ?? [:]
        for field in fields {
            let old = block[field.key]
            if field.kind == .composite {
                let filled = fill(old, field.fields, party, earlier: earlier[field.key] ?? [:])
                if filled.object?.isEmpty == false { block[field.key] = filled }
            } else if old == nil, let new = answer(field, party) ?? fitting(earlier[field.key], field) {
                block[field.key] = new
            }
        }
        return .object(block)
    }

    private static func answer(_ field: FormField, _ party: Party) -> JSON? {
        let number = CitizenNumber(party.number)
        switch (field.kind, field.key) {
        case (.text, "full_name"), (.text, "name"): return party.name.isEmpty ? nil : .string(party.name)
        case (.citizenNumber, "citizen_number"): return number.map { .string($0.digits) }
        case (.choice, "sex"):
            let sex = number.map { $0.isFemale ? "female" : "male" }
            return sex.flatMap { value in field.options.contains { $0.value == value } ? .string(value) : nil }
        case (.phone, "phone"): return PhoneNumber(party.phone).map { .string($0.digits) }
        case (.email, "email"): return EmailAddress(party.email).map { .string($0.text) }
        default: return nil
        }
    }

    /// What does not change from case to case: who somebody is and where they live.
    private static func isLasting(_ field: FormField) -> Bool {
        switch field.key {
        case "birth_day", "sex", "ethnicity", "nationality", "residence", "address", "home", "birth_place": true
        default: false
        }
    }

    private static func fitting(_ answer: JSON?, _ field: FormField) -> JSON? {
        guard let answer, answer.string != nil else { return nil }
        if field.kind == .choice { return field.options.contains { $0.value == answer.string } ? answer : nil }
        return [.text, .date, .province, .commune].contains(field.kind) ? answer : nil
    }
}

extension OwnerKind {
    /// Whether a tax code, not a citizen number, identifies it.
    package var isFirm: Bool { self == .householdBusiness || self == .organisation }
}
