package import Storage

/// An agency, or a unit inside it, by their ids.
package struct Seat: Sendable, Equatable {
    package let agency: String
    package let unit: String?

    package init(agency: String, unit: String?) {
        self.agency = agency
        self.unit = unit
    }

    /// The id by which it is chosen.
    package var id: String { unit ?? agency }
}

/// Who knows the agencies and units that may be asked about a case. The directory answers.
package protocol SeatShelf: Sendable {
    /// What has that code today; nil when nothing has.
    func seat(code: String, in tx: any Transaction) throws -> Seat?
    /// Whom an agency may ask for an answer of that role: its own units first, then other agencies; only where somebody
    /// holds the role today, for the case waits for the answer.
    func askable(by agency: String, role: String, in tx: any Transaction) throws -> [Seat]
    /// The id of the unit of an agency that has this code today, whole or from its point on (`.05`); nil when it has none.
    func unit(_ code: String, of agency: String, in tx: any Transaction) throws -> String?
    /// Who works at an agency today, and its units.
    func staff(of agency: String, in tx: any Transaction) throws -> Staff
    /// The agencies that take a service today and have an electronic code, without which a dossier there has no code.
    func offering(_ service: String, in tx: any Transaction) throws -> [Seat]
    /// The electronic code of an agency, with which the codes of its dossiers begin.
    func code(of agency: String, in tx: any Transaction) throws -> String?
}

extension SeatShelf {
    package func offering(_ service: String, in tx: any Transaction) throws -> [Seat] { [] }
    package func code(of agency: String, in tx: any Transaction) throws -> String? { nil }
}

/// A site where nobody else can be asked.
package struct NoSeats: SeatShelf {
    package init() {}
    package func seat(code: String, in tx: any Transaction) throws -> Seat? { nil }
    package func askable(by agency: String, role: String, in tx: any Transaction) throws -> [Seat] { [] }
    package func unit(_ code: String, of agency: String, in tx: any Transaction) throws -> String? { nil }
    package func staff(of agency: String, in tx: any Transaction) throws -> Staff { Staff(units: [], people: []) }
}
