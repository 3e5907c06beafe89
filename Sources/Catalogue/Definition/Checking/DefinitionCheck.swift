/// What came of reading one definition: the definition as far as it could be read, and all findings.
package struct DefinitionCheck: Sendable {
    package let file: String
    /// Nil when a finding refuses it.
    package let definition: ServiceDefinition?
    /// Whether the file is a definition, not a shared part.
    package var isDefinition = true
    /// Errors and warnings, in the order of files and lines.
    package let findings: [DefinitionProblem]
    /// The shared parts that it uses, those that other parts use too, with the places that name them.
    let uses: [String: Set<SourcePlace>]
    /// The words by which its papers and results are used again, with their places.
    var reuseWords: [(word: String, place: SourcePlace, isOfPaper: Bool)] = []
    /// Where the parts are written, of a definition that is judged beside others too.
    var places: [String: SourcePlace] = [:]
    /// Where it declares registers.
    var registers: [String: SourcePlace] = [:]

    var usedParts: Set<String> { Set(uses.keys) }

    /// The line of a part, or of the nearest part around it.
    func place(_ path: String) -> SourcePlace {
        var path = Substring(path)
        while true {
            if let place = places[String(path)] { return place }
            guard let dot = path.lastIndex(of: ".") else { return SourcePlace(file: file, line: 1) }
            path = path[..<dot]
        }
    }

    package var errors: [DefinitionProblem] { findings.filter { $0.weight == .error } }

    /// With what only the whole folder shows.
    func adding(_ more: [DefinitionProblem]) -> DefinitionCheck {
        guard !more.isEmpty else { return self }
        let isRefused = more.contains { $0.weight == .error }
        return DefinitionCheck(
            file: file, definition: isRefused ? nil : definition, isDefinition: isDefinition,
            findings: (findings + more).sorted { ($0.file, $0.line) < ($1.file, $1.line) },
            uses: uses, reuseWords: reuseWords, places: places, registers: registers)
    }
}

extension ServiceDefinition {
    /// What refuses this definition, as when its file is checked; publication asks this again.
    var errors: [DefinitionProblem] {
        let reading = DefinitionReading(DefinitionLibrary())
        reading.remember("", SourcePlace(file: "\(service).yaml", line: 1))
        reading.check(self)
        return reading.problems.filter { $0.weight == .error }
    }
}
