import Casework
import Catalogue
import Directory
import Kernel
import Storage

/// The agencies and units that may be asked about a case, as the directory has them.
struct DirectorySeats: SeatShelf {
    let clock: any TimeSource

    func seat(code: String, in tx: any Transaction) throws -> Seat? {
        try Directory.agency(code: code, in: tx).flatMap { try seat($0, in: tx) }
    }

    func askable(by agency: String, role: String, in tx: any Transaction) throws -> [Seat] {
        guard let own = Agency.ID(agency), let role = Role(rawValue: role) else { return [] }
        return try Directory.askable(by: own, role: role, at: clock.now, in: tx).map { place in
            Seat(agency: place.authority.description, unit: place.unit?.description)
        }
    }

    func unit(_ code: String, of agency: String, in tx: any Transaction) throws -> String? {
        guard let id = Agency.ID(agency), let own = try Directory.agency(id, in: tx) else { return nil }
        let whole = code.hasPrefix(".") ? (own.code?.description ?? "") + code : code
        guard let seat = try seat(code: whole, in: tx), seat.agency == agency else { return nil }
        return seat.unit
    }

    func staff(of agency: String, in tx: any Transaction) throws -> Staff {
        try Agency.ID(agency).map { try Staff.of($0, at: clock.now, in: tx) } ?? Staff(units: [], people: [])
    }

    func offering(_ service: String, in tx: any Transaction) throws -> [Seat] {
        let ids = try ServiceLibrary.agencies(offering: service, in: tx).compactMap { Agency.ID($0) }
        return try Directory.agencies(ids, in: tx).filter { $0.code != nil && $0.validity.contains(clock.now.day) }.map
        {
            Seat(agency: $0.id.description, unit: nil)
        }
    }

    func code(of agency: String, in tx: any Transaction) throws -> String? {
        try Agency.ID(agency).flatMap { try Directory.agency($0, in: tx)?.code?.text }
    }

    private func seat(_ agency: Agency, in tx: any Transaction) throws -> Seat? {
        guard agency.validity.contains(clock.now.day),
            let authority = try Directory.authority(of: agency.id, in: tx)
        else { return nil }
        return Seat(
            agency: authority.id.description, unit: authority.id == agency.id ? nil : agency.id.description)
    }
}
