import Kernel

/// What taking a parcel in would do to a site's folder: told before anything is written.
package struct ParcelPlan: Sendable {
    /// What becomes of shared parts that the site has with another text.
    package enum Handling: Sendable {
        /// Nothing is written while there is a collision.
        case refuse
        /// The parcel's take their places.
        case replace
        /// The site's stay, and the service is read with those.
        case keep
    }

    package enum State: String, Sendable { case new, same, different }

    /// A file of the parcel against the site's.
    package struct File: Sendable {
        package let path: String
        package let state: State
    }

    /// What a service of the site, or the parcel's own, would be afterwards.
    package struct Effect: Sendable {
        package let service: String
        package let difference: ServiceDifference
    }

    package let files: [File]
    /// The services that would be other ones: those of the site that use a part that is replaced, the parcel's own when
    /// it is read with the site's parts or stands there in another version.
    package let effects: [Effect]
    /// The other services of the site that put the same procedure online.
    package let sameProcedure: [String]
    /// The services of its child cases that would be missing afterwards.
    package let missingChildren: [String]
    /// Errors that would be there afterwards and are not there now.
    package let errors: [DefinitionProblem]
    /// Whether the parcel's files resolve to the document that it names.
    package let isAsNamed: Bool
    /// The paths and texts to be written.
    package let writing: [String: String]

    /// Whether the site has something with the same name and another text.
    package var hasCollision: Bool { files.contains { $0.state == .different } }
}

extension ParcelPlan {
    package init(_ parcel: ServiceParcel, into site: ServiceFiles, _ handling: Handling) throws {
        let own = parcel.definitionFile
        // Whatever would be written is told, the definition first.
        let others = parcel.files.texts.keys.filter { $0 != own }.sorted()
        files = ([own] + others).map { path in
            let (now, then) = (site.texts[path], parcel.files.texts[path])
            return File(path: path, state: now == nil ? .new : now == then ? .same : .different)
        }
        let kept = handling == .keep ? Set(files.filter { $0.state == .different && $0.path != own }.map(\.path)) : []
        writing = parcel.files.texts.filter { path, text in site.texts[path] != text && !kept.contains(path) }
        let after = site.replacing(writing)
        let (before, checks) = (site.checks(), after.checks())
        let known = Set(before.flatMap(\.errors))
        errors = checks.flatMap(\.errors).filter { !known.contains($0) }
        let alone = parcel.files.check(own)?.definition
        isAsNamed = try alone.map { try PublishedDefinition($0).hash == parcel.definition } ?? false
        var effects: [Effect] = []
        for check in checks {
            let old = before.first { $0.file == check.file }?.definition ?? (check.file == own ? alone : nil)
            guard let old, let new = check.definition else { continue }
            let difference = try ServiceDifference(from: old, to: new)
            if !difference.isEmpty { effects.append(Effect(service: new.service, difference: difference)) }
        }
        self.effects = effects
        let procedure = alone?.procedure
        sameProcedure = before.compactMap(\.definition).filter { definition in
            // What is only worked as a child has the procedure of the whole.
            definition.procedure == procedure && definition.service != parcel.service && definition.channels != []
        }.map(\.service)
        missingChildren = after.children(of: parcel.service).filter { after.texts["\($0).yaml"] == nil }
    }
}
