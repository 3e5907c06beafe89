package import Catalogue
package import Kernel
package import WorkingTime

extension CompiledService {
    /// When the result would be due if the desk took the dossier at `moment`: only an expectation, for the limit runs
    /// from the desk's reception. Nil when the calendar cannot tell.
    package func expected(_ facts: CaseFacts, at moment: Instant, _ calendar: WorkingCalendar) -> CaseClock? {
        try? CaseClock.starting(at: moment, limit: limit(for: facts), calendar: calendar).get()
    }
}

extension CaseReading {
    /// The same for a case that was read already.
    package func expected(at moment: Instant, _ calendar: WorkingCalendar) -> CaseClock? {
        try? CaseClock.starting(at: moment, limit: limit, calendar: calendar).get()
    }
}
