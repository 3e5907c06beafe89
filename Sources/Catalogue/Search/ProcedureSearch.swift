/// What is looked for: words, and the filters that narrow them.
package struct ProcedureSearch: Hashable, Sendable {
    package struct Filter: Hashable, Sendable {
        package var field: String?
        package var level: Procedure.Level?
        package var applicant: Procedure.Applicant?
        package var lifeEvent: String?
        /// Whether procedures inside the administration (codes 5 and 6) are among the answers.
        package var includesInternal = true

        package init(
            field: String? = nil, level: Procedure.Level? = nil, applicant: Procedure.Applicant? = nil,
            lifeEvent: String? = nil, includesInternal: Bool = true
        ) {
            self.field = field
            self.level = level
            self.applicant = applicant
            self.lifeEvent = lifeEvent
            self.includesInternal = includesInternal
        }

        package var isEmpty: Bool { field == nil && level == nil && applicant == nil && lifeEvent == nil }
    }

    package var text: String
    package var filter: Filter
    package var offset: Int
    package var limit: Int

    package init(_ text: String, filter: Filter = Filter(), offset: Int = 0, limit: Int = 20) {
        self.text = text
        self.filter = filter
        self.offset = offset
        self.limit = limit
    }

    /// A procedure that answers, with how well.
    package struct Hit: Hashable, Sendable {
        package var entry: Entry
        package var score: Double
    }

    /// What a list shows of a procedure.
    package struct Entry: Hashable, Sendable {
        package var code: Procedure.Code
        package var name: String
        package var field: String
        package var ministry: String
        package var levels: [Procedure.Level]
        package var applicants: [Procedure.Applicant]
        package var agency: String?
        package var lifeEvents: [String]
        /// The limit, when it is one for every way of filing.
        package var limit: Procedure.TimeLimit?
    }

    /// One value of a filter and how many answers it would leave, the other filters kept.
    package struct Count<Value: Hashable & Sendable>: Hashable, Sendable {
        package var value: Value
        package var count: Int
    }

    package struct Facets: Hashable, Sendable {
        package var fields: [Count<String>] = []
        package var levels: [Count<Procedure.Level>] = []
        package var applicants: [Count<Procedure.Applicant>] = []
        package var lifeEvents: [Count<String>] = []
    }

    package struct Answer: Sendable {
        package var hits: [Hit]
        /// How many procedures answer in all.
        package var total: Int
        package var facets: Facets
        /// Whether some word was read differently from how it was typed.
        package var corrected: Bool
        /// The words that were looked for, folded, as far as they tell records apart: for marking them in names.
        package var words: Set<String>
    }
}
