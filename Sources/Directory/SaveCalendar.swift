import Journal
package import Kernel
package import Storage
package import WorkingTime

/// Puts a new or edited calendar in force. Only administrators of the whole site may: every limit is counted by it.
package struct SaveCalendar: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope, changed
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// - Parameters:
    ///   - version: what the form had seen; nil for a new calendar.
    ///   - also: written in the same transaction, when the calendar was saved.
    package func callAsFunction(
        _ calendar: WorkingCalendar, seen version: Int?, by actor: Actor,
        also: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard try AdministrationScope.of(actor, at: now, in: tx).isSite else { return .failure(.outsideScope) }
            let problems = calendar.problems
            guard problems.isEmpty else { return .failure(.invalid(problems)) }
            let stored = try CalendarStore.lock(calendar.code, in: tx)
            switch (stored, version) {
            case (nil, nil): try CalendarStore.insert(calendar, at: now, in: tx)
            case (.some, nil): return .failure(.invalid([FieldProblem("code", .calendarCodeTaken)]))
            case (nil, .some): return .failure(.unknown)
            case (let stored?, let version?):
                guard stored.version == version else { return .failure(.changed) }
                try CalendarStore.update(calendar, at: now, in: tx)
            }
            try Journal.append(
                "calendar.saved", subject: "calendar", calendar.code, try JSON(encoding: calendar), by: actor,
                at: now, in: tx)
            try also(tx)
            return .success(())
        }
    }
}

extension Phrase {
    fileprivate static let calendarCodeTaken = Phrase(
        vi: "Đã có lịch mang mã này.", en: "There is a calendar with this code.")
}
