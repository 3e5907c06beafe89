/// Who uses a shared part: the places that name it, and the services that it stands in.
package struct SharedPartUse: Sendable, Equatable {
    /// `components/person.yaml`, `steps/sequential.yaml`.
    package let part: String
    /// Where `use:` names it, in definitions and in other components.
    package let places: [SourcePlace]
    /// The services that it reaches, by way of other parts too.
    package let services: [String]
}

extension ServiceFiles {
    /// Every shared part of the folder with who uses it, those that nobody uses too.
    package func uses() -> [SharedPartUse] {
        let checks = checks()
        return parts.map { part in
            let users = checks.filter { $0.usedParts.contains(part) }
            let places = users.reduce(into: Set<SourcePlace>()) { $0.formUnion($1.uses[part] ?? []) }
            return SharedPartUse(
                part: part,
                places: places.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) },
                services: users.map { String($0.file.dropLast(".yaml".count)) })
        }
    }

    /// What each service would be if a shared part had another text, and the errors that this would bring.
    package func effects(of part: String, text: String) throws -> (
        effects: [ParcelPlan.Effect], errors: [DefinitionProblem]
    ) {
        let (before, after) = (checks(), replacing([part: text]).checks())
        let known = Set(before.flatMap(\.errors))
        var effects: [ParcelPlan.Effect] = []
        for (old, new) in zip(before, after) {
            guard let old = old.definition, let new = new.definition else { continue }
            let difference = try ServiceDifference(from: old, to: new)
            if !difference.isEmpty { effects.append(ParcelPlan.Effect(service: new.service, difference: difference)) }
        }
        return (effects, after.flatMap(\.errors).filter { !known.contains($0) })
    }
}
