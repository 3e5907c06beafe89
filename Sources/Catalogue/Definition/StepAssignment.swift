/// To whom a case is given when it comes to a step (phân công): by a rule to a unit, by load or in turn to one of the
/// officials who hold the step's role there. Whoever had the case in this step before gets it back.
package struct StepAssignment: Codable, Sendable, Equatable {
    package enum Way: String, Codable, Sendable, CaseIterable {
        /// Whoever has the fewest open cases.
        case load
        /// Whoever was given none for longest.
        case turn
    }

    /// Absent: the case waits for whoever of the role takes it.
    package var by: Way?
    /// FEEL giving the code of a unit of the case's agency, whole (`H99.41.05`) or from its point on (`.05`); the case
    /// stays where it is when the agency has no such unit.
    package var unit: String?
}
