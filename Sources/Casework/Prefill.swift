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
            guard let about = page.about else { continue }
            let source = Source(about, parties, earlier: earlier, ofOwner: ofOwner)
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

        init(_ about: PageSubject, _ parties: Parties, earlier: JSON = [:], ofOwner: JSON = [:]) {
            let isOther = about == .owner && parties.kind != .`self`
            name = isOther ? "@owner" : "@submitter"
            party = isOther ? parties.owner : parties.submitter
            isFirm = isOther && parties.kind.isFirm
            self.earlier = isFirm ? [:] : isOther ? ofOwner : earlier
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
        guard let line = field.partyLine else { return nil }
        let number = CitizenNumber(party.number)
        let answer: String? =
            switch field.kind {
            case .text: party.name.isEmpty ? nil : party.name
            case .citizenNumber: number?.digits
            case .taxCode: TaxCode(party.number)?.text ?? number?.digits
            case .choice:
                number.map { $0.isFemale ? "female" : "male" }.flatMap { sex in
                    field.options.contains { $0.value == sex } ? sex : nil
                }
            case .phone: PhoneNumber(party.phone)?.digits
            case .email: EmailAddress(party.email)?.text
            default: nil
            }
        return answer.map { (.string($0), line) }
    }

    // MARK: registers and locks

    /// Fills in what the agency's registers hold. What somebody has answered stays; what came from an entry follows it, and
    /// goes away with it.
    ///
    mutating func fill(_ definition: ServiceDefinition, from held: HeldEntries, _ blanks: KeepDraft.Filling.Blanks) {
        for (name, field, _) in definition.singleQuestions where field.filledFrom != nil {
            let path = AnswerPath(name)
            let isUntouched = path.get(answers) == nil || origins[name] != nil
            let mayFill =
                switch blanks {
                case .left: origins[name] == .register
                case .filled: isUntouched
                case .filledExcept(let asked): asked.contains(name) ? origins[name] == .register : isUntouched
                }
            guard mayFill else { continue }
            if let value = held.answer(field) {
                set(value, at: name, from: .register)
            } else if origins[name] == .register {
                set(nil, at: name, from: nil)
            }
        }
    }

    /// Gives every locked question what the account or a register says, whatever was sent for it. A question that nothing
    /// answers, or whose value could not be filed, is asked as usual.
    ///
    /// What is locked may hang on answers, those on what is locked: a question is settled once at most, so that this ends.
    mutating func lock(_ service: CompiledService, _ facts: CaseFacts, _ parties: Parties, _ held: HeldEntries) {
        let subjects = Dictionary(
            service.definition.singleQuestions.map { ($0.path, $0.about) }, uniquingKeysWith: { first, _ in first })
        var settled: Set<String> = []
        while true {
            var now = facts
            now.answers = answers
            let next = service.shownPages(now).flatMap(\.fields).flatMap(\.single).first { shown in
                shown.isLockable && !settled.contains(shown.name)
            }
            guard let next else { return }
            settled.insert(next.name)
            let about = subjects[next.name].flatMap(\.self)
            guard let (value, origin) = locked(next.field, about, parties, held) else { continue }
            let before = self
            set(value, at: next.name, from: origin)
            now.answers = answers
            let shown = service.shownPages(now).flatMap(\.fields).flatMap(\.single).first { $0.name == next.name }
            if shown?.isAcceptable(on: facts.day) == false { self = before }
        }
    }

    private func locked(
        _ field: FormField, _ about: PageSubject?, _ parties: Parties, _ held: HeldEntries
    ) -> (JSON, AnswerOrigin)? {
        if let value = held.answer(field) { return (value, .register) }
        guard let source = about.map({ Source($0, parties) }), source.answers(field),
            let (value, line) = Self.answer(field, source.party), origins["\(source.name).\(line)"] == .account
        else { return nil }
        return (value, .account)
    }

    private mutating func set(_ value: JSON?, at name: String, from origin: AnswerOrigin?) {
        answers = AnswerPath(name).set(value, in: answers)
        origins[name] = origin
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

    /// Fills in what registers hold, and gives locked questions what they must say.
    mutating func settle(
        _ service: CompiledService, _ held: HeldEntries, _ blanks: KeepDraft.Filling.Blanks, on day: Day
    ) {
        var prefill = Prefill(answers, origins)
        prefill.fill(service.definition, from: held, blanks)
        prefill.lock(service, facts(day), parties, held)
        (answers, origins) = (prefill.answers, prefill.origins)
    }

    /// Takes what somebody answered; what they changed is theirs.
    mutating func take(_ new: JSON) {
        origins.change(from: answers, to: new)
        answers = new
    }

    /// Whether nobody has answered a question yet: all that it says was filled in.
    func isUntouched(_ definition: ServiceDefinition) -> Bool {
        definition.singleQuestions.allSatisfy { AnswerPath($0.path).get(answers) == nil || origins[$0.path] != nil }
    }

    /// Takes from the account what it says differently by now of what was taken from it; whether it did.
    mutating func follow(_ account: Party) -> Bool {
        let before = parties.submitter
        for (name, line) in Party.linesOfAccounts
        where origins["@submitter.\(name)"] == .account && !account[keyPath: line].isEmpty {
            parties.submitter[keyPath: line] = account[keyPath: line]
        }
        if parties.kind == .`self` { parties.owner = parties.submitter }
        return parties.submitter != before
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
