package import Kernel

/// A finding about a service definition: what is wrong, where, why that is wrong, and what to write instead.
package struct DefinitionProblem: Hashable, Sendable {
    /// How bad a finding is: an error refuses publication, a warning does not.
    package enum Weight: String, Hashable, Sendable {
        case error, warning
    }

    package let place: SourcePlace
    package let kind: FindingKind
    package let weight: Weight
    package let message: Phrase
    package let proposal: Phrase?

    package init(
        _ place: SourcePlace, _ message: Phrase, kind: FindingKind = .writing, weight: Weight = .error,
        proposal: Phrase? = nil
    ) {
        self.place = place
        self.kind = kind
        self.weight = weight
        self.message = message
        self.proposal = proposal
    }

    package var file: String { place.file }
    package var line: Int { place.line }

    /// One line for a terminal or a log: `ho-tro.yaml:12:9: no step is called “reveiw”; did you mean “review”?`
    package func text(_ language: Language) -> String {
        "\(place): \(message(language))" + (proposal.map { "; \($0(language))" } ?? "")
    }
}

/// All findings that refuse a definition, in the order of its lines.
package struct DefinitionProblems: Error, Hashable, Sendable {
    package let list: [DefinitionProblem]

    package init(_ list: [DefinitionProblem]) { self.list = list }
}

/// Where something is written.
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// The first character concerned, counted from 1.
    package let column: Int

    /// Whether a text stands in the lines below, so that places within it cannot be counted from here.
    let isBlock: Bool

    package init(file: String, line: Int, column: Int = 1, isBlock: Bool = false) {
        self.file = file
        self.line = line
        self.column = column
        self.isBlock = isBlock
    }

    /// A place within the text that begins here, by its own line and column.
    func inside(line: Int, column: Int) -> SourcePlace {
        SourcePlace(
            file: file, line: self.line + line - 1,
            column: line == 1 && !isBlock ? self.column + column - 1 : self.column)
    }

    package var description: String { "\(file):\(line):\(column)" }
}
