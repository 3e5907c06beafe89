import Kernel
import Rules

/// What is known of a form before anybody answers it: every answer with its values and the conditions under which it is
/// asked, and every condition with those around it.
struct FormOutlook {
    /// A condition of the form.
    struct Condition {
        enum Role { case shown, required, check, locked }
        let role: Role
        /// Where it is written, and what it belongs to.
        let path: String
        let part: Phrase
        let premise: Premise
        let around: [Premise]
    }

    /// An answer to choose from that rules may refuse.
    struct Option {
        let path: String
        let value: String
        let checks: [Premise]
        let around: [Premise]
    }

    private(set) var expected: [String: ExpectedAnswer] = [:]
    private(set) var conditions: [Condition] = []
    private(set) var options: [Option] = []

    init(_ definition: ServiceDefinition) {
        let owners = definition.owners.map(\.rawValue)
        let channels = FilingChannel.allCases.map(\.rawValue)
        for (name, codes) in [("owner", owners), ("channel", channels)] {
            expected[name] = ExpectedAnswer(.values(codes.map { .string($0) }, .choice(codes)), isRequired: true)
        }
        for page in definition.form {
            let part = Phrase(vi: "trang “\(page.key)”", en: "the page “\(page.key)”")
            let when = add(page.when, .shown, at: "form.\(page.key).when", part, [:], [])
            walk(page.fields, at: "form.\(page.key)", page.key, [when].compactMap { $0 }, isRequired: true)
        }
    }

    private mutating func walk(
        _ fields: [FormField], at path: String, _ base: String, _ around: [Premise], isRequired: Bool
    ) {
        for field in fields {
            let (path, answer) = ("\(path).\(field.key)", "\(base).\(field.key)")
            let part = Phrase(vi: "câu hỏi “\(field.key)”", en: "the question “\(field.key)”")
            let meanings = ["this": base, "value": answer]
            let when = add(field.when, .shown, at: "\(path).when", part, meanings, around)
            let inside = around + [when].compactMap { $0 }
            if field.required != "true", field.required != "false" {
                add(field.required, .required, at: "\(path).required", part, meanings, inside)
            }
            if let locked = field.locked, locked != "true", locked != "false" {
                add(locked, .locked, at: "\(path).locked", part, meanings, inside)
            }
            let isAnswered = isRequired && field.required == "true"
            if let domain = field.domain {
                expected[answer] = ExpectedAnswer(domain, isRequired: isAnswered, premises: inside)
            }
            let given = inside + [.answered(answer)]
            for (index, check) in field.checks.enumerated() {
                add(check.rule, .check, at: "\(path).checks.\(index)", part, meanings, given)
            }
            for option in field.options {
                let name = Phrase(vi: "lựa chọn “\(option.value)”", en: "the option “\(option.value)”")
                add(option.when, .shown, at: "\(path).options.\(option.value).when", name, meanings, inside)
            }
            let checks = field.checks.compactMap { Premise($0.rule, meanings: meanings) }
            for option in field.options where !checks.isEmpty {
                let chosen = inside + [.answer(answer, is: option.value)]
                let path = "\(path).options.\(option.value)"
                options.append(Option(path: path, value: option.value, checks: checks, around: chosen))
            }
            switch field.kind {
            case _ where field.kind.isComposite: walk(field.fields, at: path, answer, inside, isRequired: isAnswered)
            case _ where field.kind.isGroup: walk(field.fields, at: path, "\(answer)[]", inside, isRequired: true)
            default: break
            }
        }
    }

    @discardableResult
    private mutating func add(
        _ text: String?, _ role: Condition.Role, at path: String, _ part: Phrase, _ meanings: [String: String],
        _ around: [Premise]
    ) -> Premise? {
        guard let text, let premise = Premise(text, meanings: meanings) else { return nil }
        conditions.append(Condition(role: role, path: path, part: part, premise: premise, around: around))
        return premise
    }
}

extension FormField {
    /// The values that an accepted answer may have; nil for those asked together, which have no value of their own.
    fileprivate var domain: ExpectedAnswer.Domain? {
        switch kind {
        case .text, .longText, .citizenNumber, .phone, .email, .province, .commune, .taxCode, .vehiclePlate,
            .oldProvince, .oldDistrict, .oldCommune:
            .texts
        case .number: .numbers(from: minimum, to: maximum, isWhole: whole == true)
        case .money: .numbers(from: max(minimum ?? 0, 0), to: maximum, isWhole: true)
        case .date: .days(from: FEELDate(year: 1_800, month: 1, day: 1), to: FEELDate(year: 2_200, month: 12, day: 31))
        case .choice: .values(options.map { .string($0.value) }, .choice(options.map(\.value)))
        case .yesNo: .values([true, false], .boolean)
        case .group, .table:
            .lists(from: max(minimum ?? 1, 1), to: min(maximum ?? AnswerText.mostEntries, AnswerText.mostEntries))
        case .file: .lists(from: 1, to: maximum ?? 1_000)
        case .composite, .landParcel, .bankAccount, .mapPoint, .signature, .computed: nil
        }
    }
}
