import Kernel

/// Counts the answers value by value of each filter, each with the other filters kept, so that a count says how many
/// answers its choice leaves.
struct FacetTally {
    let filter: ProcedureSearch.Filter
    private var fields: [String: Int] = [:]
    private var levels: [Procedure.Level: Int] = [:]
    private var applicants: [Procedure.Applicant: Int] = [:]
    private var lifeEvents: [String: Int] = [:]

    init(_ filter: ProcedureSearch.Filter) { self.filter = filter }

    /// Counts one answer; true when it passes all filters.
    mutating func count(_ entry: ProcedureSearch.Entry, isInternal: Bool) -> Bool {
        if isInternal, !filter.includesInternal { return false }
        let field = filter.field.map { $0 == entry.field } ?? true
        let level = filter.level.map(entry.levels.contains) ?? true
        let applicant = filter.applicant.map(entry.applicants.contains) ?? true
        let event = filter.lifeEvent.map(entry.lifeEvents.contains) ?? true
        if level, applicant, event { fields[entry.field, default: 0] += 1 }
        if field, applicant, event { for each in entry.levels { levels[each, default: 0] += 1 } }
        if field, level, event { for each in entry.applicants { applicants[each, default: 0] += 1 } }
        if field, level, applicant { for each in entry.lifeEvents { lifeEvents[each, default: 0] += 1 } }
        return field && level && applicant && event
    }

    var facets: ProcedureSearch.Facets {
        ProcedureSearch.Facets(
            fields: fields.map { ProcedureSearch.Count(value: $0.key, count: $0.value) }
                .sorted { ($1.count, $0.value) < ($0.count, $1.value) },
            levels: Procedure.Level.allCases.compactMap { value in
                levels[value].map { ProcedureSearch.Count(value: value, count: $0) }
            },
            applicants: Procedure.Applicant.allCases.compactMap { value in
                applicants[value].map { ProcedureSearch.Count(value: value, count: $0) }
            },
            lifeEvents: LifeEvent.all.compactMap { event in
                lifeEvents[event.id].map { ProcedureSearch.Count(value: event.id, count: $0) }
            })
    }
}
