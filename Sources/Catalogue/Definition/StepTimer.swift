package import Kernel

/// A timer of a step (nhắc việc, tự động xử lý): what the system does when a case has been there for a time.
package struct StepTimer: Codable, Sendable, Equatable {
    package var key: String
    /// Counted in the agency's working time from when the case came to the step, or anew when supplements have come.
    package var after: LimitRule
    /// Marks the task of whoever has the case.
    package var remind: Bool?
    /// Lets this role know: `head` or `leader`.
    package var tell: String?
    /// The act of the step that the system performs.
    package var act: String?
    /// What is written with that act.
    package var note: Phrase?
    /// Counted while a supplement is awaited, from the request, and at no other time.
    package var waiting: Bool?
}

/// What an act does to the legal clock besides.
package enum ClockChange: String, Codable, Sendable, CaseIterable {
    /// It stands still: for a visit to the site, for money, for another agency.
    case stop
    /// It goes on where it stood.
    case resume
}
