package import Kernel
package import WorkingTime

/// What a definition says about one case: its form is walked once, however much is asked of it afterwards.
package struct CaseReading: Sendable {
    package let service: CompiledService
    package let facts: CaseFacts
    let walk: FormWalk

    init(_ service: CompiledService, _ facts: CaseFacts, _ walk: FormWalk) {
        self.service = service
        self.facts = facts
        self.walk = walk
    }

    /// The answers of shown questions alone: what is filed, and what rules see.
    package var answers: JSON { .object(walk.answers) }

    /// The pages that these answers call for, in order, with their questions and answers.
    package var shownPages: [ShownPage] { walk.pages }
    package var pages: [FormPage] { walk.pages.map(\.page) }

    /// The papers of this case, in the definition's order; those of other cases are left out.
    package var papers: [PaperDue] { service.papers(of: facts, in: walk.scope) }

    /// What is due in this case; amounts of nothing, and amounts that answers still missing decide, are left out.
    package var fees: [FeeDue] { service.fees(in: walk.scope) }

    /// The fees of this case whose amount its answers do not give.
    package var uncountedFees: [FeeRule] { service.uncountedFees(in: walk.scope) }

    /// The fees of which this case is exempt, each with the reason in its title.
    package var exemptions: [FeeDue] { service.exemptions(in: walk.scope) }

    /// The legal limit of the whole case.
    package var limit: Limit { service.limit(in: walk.scope) }

    /// The problems of the whole form, as filing asks; none means that the answers may be filed.
    package func problems(places: PlaceLookup) -> [FieldProblem] {
        var problems = AnswerProblems(day: facts.day, places: places)
        for page in walk.pages { problems.check(page.fields, in: [page.page.title]) }
        return problems.list
    }

    /// The same case with the answers that are filed, on the day of filing.
    package func filed(on day: Day) -> CaseReading {
        var filed = facts
        filed.answers = answers
        guard filed.day != day else { return CaseReading(service, filed, walk) }
        filed.day = day
        return service.reading(filed)
    }
}

extension CompiledService {
    package func reading(_ facts: CaseFacts) -> CaseReading { CaseReading(self, facts, FormWalk(pages, facts)) }
}
