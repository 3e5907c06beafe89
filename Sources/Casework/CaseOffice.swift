package import Catalogue
import Crypto
import Foundation
package import Kernel
package import Storage
package import WorkingTime

/// Who knows the definitions of services. The catalogue answers.
package protocol ServiceShelf: Sendable {
    /// The compiled service of that hash; nil when it was never published here.
    func service(_ hash: String) async throws -> CompiledService?
    /// The service of that name as it is in force today, if the agency offers it; nil when it does not.
    func offered(_ service: String, at agency: String) async throws -> CompiledService?
}

/// Who knows the calendars of agencies. The directory answers.
package protocol CalendarShelf: Sendable {
    func calendar(of agency: String) async throws -> WorkingCalendar
}

/// A feature that takes part in the steps of a case: payments, results, notices. It is registered by Composition.
package protocol StepAct: Sendable {
    /// What stands against an act; nil when nothing does. Asked inside the act's transaction.
    func objection(to act: Act, on dossier: Dossier, in tx: any Transaction) throws -> Phrase?
    /// Does in the act's own transaction what must follow an event; what is for the outside goes to the outbox.
    /// `parties`: of the dossier, when the act has read them already.
    func follow(
        _ event: DossierEvent, on dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
        in tx: any Transaction) throws
}

extension StepAct {
    package func objection(to act: Act, on dossier: Dossier, in tx: any Transaction) throws -> Phrase? { nil }
}

/// What every operation on dossiers works with.
package struct CaseOffice: Sendable {
    package let database: any Database
    package let clock: any TimeSource
    package let services: any ServiceShelf
    package let calendars: any CalendarShelf
    package let seats: any SeatShelf
    package let codes: DossierCodes
    package let acts: [any StepAct]
    /// Dossiers that one account may file online within 24 hours, a few more when they come in the same instant; nil
    /// when there is no bound.
    let filingsPerDay: Int?
    private let secret: String

    package init(
        database: any Database, clock: any TimeSource, services: any ServiceShelf, calendars: any CalendarShelf,
        seats: any SeatShelf = NoSeats(), acts: [any StepAct], secret: String, filingsPerDay: Int? = nil
    ) {
        self.database = database
        self.clock = clock
        self.services = services
        self.calendars = calendars
        self.seats = seats
        self.acts = acts
        self.secret = secret
        self.filingsPerDay = filingsPerDay
        codes = DossierCodes(database: database, clock: clock)
    }

    /// The secret with which somebody without an account follows a dossier: ten letters and digits that are not easily
    /// mistaken for each other (50 bits), derived from the site's secret so that it need not be kept.
    package func secret(of id: Dossier.ID) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("dossier:\(id)".utf8), using: key)
        let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        return String(code.prefix(10).map { alphabet[Int($0) % 32] })
    }

    /// Whether `typed` is the secret of the dossier; dashes, spaces and case do not matter.
    package func isSecret(_ typed: String, of id: Dossier.ID) -> Bool {
        let cleaned = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        let wanted = Array(secret(of: id).utf8)
        let given = Array(cleaned.utf8)
        guard wanted.count == given.count else { return false }
        return zip(wanted, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Seals the searches of an official.
    func searches(of account: String) -> SearchSeal { SearchSeal(secret: secret, account: account) }

    /// A key under which a person finds the access records about them without the records holding their number.
    package func personKey(citizen number: String) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data("person:\(number)".utf8), using: key)
        return "citizen:" + code.prefix(16).map { String($0, radix: 16) }.joined(separator: "")
    }

    /// Carries out everything that follows an event, in its transaction.
    func follow(
        _ event: DossierEvent, _ dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws {
        for act in acts { try act.follow(event, on: dossier, of: parties, by: actor, at: now, in: tx) }
    }
}

extension CaseOffice {
    /// How many dossiers an agency, or a unit of it, still has to finish.
    package static func openCases(at id: String, in tx: any Transaction) throws -> Int {
        try tx.value("SELECT count(DISTINCT dossier_id) FROM task WHERE agency_id = \(id) OR unit_id = \(id)") ?? 0
    }
}
