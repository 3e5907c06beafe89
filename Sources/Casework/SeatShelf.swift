package import Storage

/// An agency, or a unit inside it, by their ids.
package struct Seat: Sendable, Equatable {
    package let agency: String
    package let unit: String?

    package init(agency: String, unit: String?) {
        self.agency = agency
        self.unit = unit
    }
}

/// Who knows the agencies and units that may be asked about a case. The directory answers.
package protocol SeatShelf: Sendable {
    /// What has that code today; nil when nothing has.
    func seat(code: String, in tx: any Transaction) throws -> Seat?
    /// The agency or unit of that id, if it exists today.
    func seat(id: String, in tx: any Transaction) throws -> Seat?
}

/// A site where nobody else can be asked.
package struct NoSeats: SeatShelf {
    package init() {}
    package func seat(code: String, in tx: any Transaction) throws -> Seat? { nil }
    package func seat(id: String, in tx: any Transaction) throws -> Seat? { nil }
}
