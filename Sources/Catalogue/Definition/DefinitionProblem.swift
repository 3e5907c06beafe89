package import Kernel

/// A finding about a service definition: what is wrong, where, and what to write instead.
package struct DefinitionProblem: Hashable, Sendable {
    package let place: SourcePlace
    package let message: Phrase
    package let proposal: Phrase?

    package init(_ place: SourcePlace, _ message: Phrase, proposal: Phrase? = nil) {
        self.place = place
        self.message = message
        self.proposal = proposal
    }

    package var file: String { place.file }
    package var line: Int { place.line }

    /// One line for a terminal or a log: `ho-tro.yaml:12: no step is called “reveiw”; did you mean “review”?`
    package func text(_ language: Language) -> String {
        "\(place): \(message(language))" + (proposal.map { "; \($0(language))" } ?? "")
    }
}

/// All findings about a definition, in the order of its lines; a definition with any of them is not published.
package struct DefinitionProblems: Error, Hashable, Sendable {
    package let list: [DefinitionProblem]

    package init(_ list: [DefinitionProblem]) { self.list = list }
}

/// A line of a definition file.
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    package var description: String { "\(file):\(line)" }
}
