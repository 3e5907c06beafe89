package import Catalogue
package import Kernel

/// Fills in beforehand what is known of the party that a page is about, so that nothing is asked twice, and keeps where
/// it comes from. What somebody has answered stays; what was only filled in follows the party when that changes.
package struct Prefill: Sendable {
    package private(set) var answers: JSON
    package private(set) var origins: AnswerOrigins

    package init(_ answers: JSON, _ origins: AnswerOrigins = AnswerOrigins()) {
        self.answers = answers
        self.origins = origins
    }

    /// - Parameter earlier: what the same person answered about themselves in their last dossier, by question.
    /// - Parameter ofOwner: what was answered about this owner before, when it is somebody else.
    package mutating func fill(
        _ definition: ServiceDefinition, _ parties: Parties, earlier: JSON = [:], ofOwner: JSON = [:]
    ) {
        for page in definition.form {
            let source: Source
            switch page.about {
            case .submitter: source = Source("@submitter", parties.submitter, earlier)
            case .owner where parties.kind == .`self`: source = Source("@submitter", parties.submitter, earlier)
            case .owner where !parties.kind.isFirm: source = Source("@owner", parties.owner, ofOwner)
            case .owner: source = Source("@owner", parties.owner, [:], isFirm: true)
            case nil: continue
            }
            let filled = fill(answers[page.key], page.fields, at: page.key, from: source, earlier: source.earlier)
            answers[page.key] = filled
        }
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

    /// What a dossier tells about an owner who did not file it.
    static func known(ofOwner answers: JSON, _ definition: ServiceDefinition) -> JSON {
        var known: [String: JSON] = [:]
        for page in definition.form where page.about == .owner {
            for field in page.fields where isLasting(field) {
                if let answer = answers[page.key]?[field.key] { known[field.key] = answer }
            }
        }
        return .object(known)
    }

    /// The party that a page is about, under the name by which its origins are kept.
    private struct Source {
        let name: String
        let party: Party
        let earlier: JSON
        /// A firm has a name and no more that a form asks of people.
        let isFirm: Bool

        init(_ name: String, _ party: Party, _ earlier: JSON, isFirm: Bool = false) {
            self.name = name
            self.party = party
            self.earlier = earlier
            self.isFirm = isFirm
        }

        func answers(_ field: FormField) -> Bool {
            !isFirm || (field.kind == .text && field.key == "name") || field.kind == .taxCode
        }
    }

    private mutating func fill(
        _ given: JSON?, _ fields: [FormField], at path: String, from source: Source, earlier: JSON
    ) -> JSON {
        var block = given?.object ?? [:]
        for field in fields {
            let name = "\(path).\(field.key)"
            let old = block[field.key]
            if field.kind == .composite {
                let filled = fill(old, field.fields, at: name, from: source, earlier: earlier[field.key] ?? [:])
                if filled.object?.isEmpty == false { block[field.key] = filled }
                continue
            }
            guard old == nil || origins[name] != nil else { continue }
            if source.answers(field), let (value, line) = Self.answer(field, source.party) {
                block[field.key] = value
                origins[name] = origins["\(source.name).\(line)"] ?? .parties
            } else {
                block[field.key] = Self.fitting(earlier[field.key], field)
                origins[name] = block[field.key] == nil ? nil : .earlier
            }
        }
        return .object(block)
    }

    /// What the party answers to a question, and which line of it does.
    private static func answer(_ field: FormField, _ party: Party) -> (JSON, String)? {
        let number = CitizenNumber(party.number)
        switch (field.kind, field.key) {
        case (.text, "full_name"), (.text, "name"): return party.name.isEmpty ? nil : (.string(party.name), "name")
        case (.citizenNumber, "citizen_number"): return number.map { (.string($0.digits), "number") }
        case (.taxCode, "tax_code"):
            return (TaxCode(party.number)?.text ?? number?.digits).map { (.string($0), "number") }
        case (.choice, "sex"):
            let sex = number.map { $0.isFemale ? "female" : "male" }
            return sex.flatMap { value in
                field.options.contains { $0.value == value } ? (.string(value), "number") : nil
            }
        case (.phone, "phone"): return PhoneNumber(party.phone).map { (.string($0.digits), "phone") }
        case (.email, "email"): return EmailAddress(party.email).map { (.string($0.text), "email") }
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

extension Draft {
    /// Fills in what is known of the parties.
    mutating func prefill(_ definition: ServiceDefinition, earlier: JSON = [:], ofOwner: JSON = [:]) {
        var prefill = Prefill(answers, origins)
        prefill.fill(definition, parties, earlier: earlier, ofOwner: ofOwner)
        (answers, origins) = (prefill.answers, prefill.origins)
    }

    /// Takes what somebody answered; what they changed is theirs.
    mutating func take(_ new: JSON) {
        origins.change(from: answers, to: new)
        answers = new
    }

    /// Takes what somebody said of owner and submitter.
    mutating func take(_ new: Parties) {
        origins.change(from: parties, to: new)
        parties = new
    }
}

extension OwnerKind {
    /// Whether a tax code, not a citizen number, identifies it.
    package var isFirm: Bool { self == .householdBusiness || self == .organisation }
}
