import Kernel

/// Whether services that write to the same register mean the same by it: title, sign of the numbers, columns and what
/// they hold.
enum RegisterAgreement {
    /// What differs between two registers of the same name; nil when nothing does.
    ///
    /// - Parameter isLoose: only what would put different things into one column. A version that comes into force before
    ///   the other service's next one may have a column more.
    static func difference(_ one: RegisterRule, _ other: RegisterRule, isLoose: Bool) -> Phrase? {
        for column in one.columns {
            guard let same = other.columns.first(where: { $0.key == column.key }) else {
                if isLoose { continue }
                return Phrase(vi: "thiếu cột “\(column.key)”", en: "the column “\(column.key)” is missing")
            }
            if same.gives != column.gives {
                return Phrase(
                    vi: "cột “\(column.key)” là \(same.gives.rawValue), không phải \(column.gives.rawValue)",
                    en: "the column “\(column.key)” holds \(same.gives.rawValue), not \(column.gives.rawValue)")
            }
            if !isLoose, same.title != column.title {
                return Phrase(
                    vi: "cột “\(column.key)” mang tên khác", en: "the column “\(column.key)” has another title")
            }
        }
        if isLoose { return nil }
        if let more = other.columns.first(where: { column in !one.columns.contains { $0.key == column.key } }) {
            return Phrase(vi: "thừa cột “\(more.key)”", en: "the column “\(more.key)” is one too many")
        }
        if one.series != other.series {
            return Phrase(vi: "ký hiệu số khác", en: "the sign of the numbers is another")
        }
        return one.title == other.title ? nil : Phrase(vi: "tên sổ khác", en: "the title is another")
    }

    /// What refuses a definition beside those in force, at its publication.
    static func problems(
        of definition: ServiceDefinition, beside others: [(service: String, registers: [RegisterRule])]
    ) -> [DefinitionProblem] {
        (definition.registers ?? []).compactMap { register in
            for other in others where other.service != definition.service {
                guard let known = other.registers.first(where: { $0.key == register.key }),
                    let difference = difference(known, register, isLoose: true)
                else { continue }
                return problem(
                    SourcePlace(file: "\(definition.service).yaml", line: 1), register.key, other.service, difference)
            }
            return nil
        }
    }

    static func problem(
        _ place: SourcePlace, _ register: String, _ other: String, _ difference: Phrase
    ) -> DefinitionProblem {
        DefinitionProblem(
            place,
            Phrase(
                vi: "sổ “\(register)” khác với ở dịch vụ “\(other)”: \(difference.vi)",
                en: "the register “\(register)” is not that of the service “\(other)”: \(difference.en)"),
            kind: .register,
            proposal: Phrase(
                vi: "viết cột như ở dịch vụ kia, hoặc đặt tên sổ khác",
                en: "write its columns as the other service does, or give it another name"))
    }
}

extension [DefinitionCheck] {
    /// The same checks with what services of one folder do not agree on; the first service by its file is followed.
    func agreeing() -> [DefinitionCheck] {
        var first: [String: (service: String, register: RegisterRule)] = [:]
        return map { check in
            var problems: [DefinitionProblem] = []
            for register in check.definition?.registers ?? [] {
                guard let known = first[register.key] else {
                    first[register.key] = (check.definition?.service ?? "", register)
                    continue
                }
                guard
                    let difference = RegisterAgreement.difference(known.register, register, isLoose: false),
                    let place = check.registers[register.key]
                else { continue }
                problems.append(RegisterAgreement.problem(place, register.key, known.service, difference))
            }
            return check.adding(problems)
        }
    }
}
