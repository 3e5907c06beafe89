import Casework
import Catalogue
import Foundation
import Kernel
import Storage

extension CaseBench {
    /// A dossier filed by somebody of that name, number and telephone.
    func filed(
        _ service: CompiledService, owner: Party, account: String = "anna", channel: FilingChannel = .online
    ) async throws -> Dossier {
        let parties = Parties(kind: .`self`, owner: owner, submitter: owner, delivery: Delivery(way: "counter"))
        let begun = try await KeepDraft(office).begin(
            service, at: Self.agency, channel: channel, parties: parties, account: account
        ).get()
        if channel == .online { try await attach(to: .draft(begun.id, of: account), rule: "proof") }
        let kept = try await KeepDraft(office).change(begun.id, of: account) { $0.answers = TrialService.answers }
        guard let kept else { throw Missing() }
        return try await file(kept, service).get()
    }

    static func party(_ name: String, number: String = "011190000123", phone: String = "0912345678") -> Party {
        Party(name: name, number: number, phone: phone, email: "", address: "Bản Mẫu, xã Mẫu")
    }

    func inbox(
        _ filter: InboxFilter = InboxFilter(), of official: DeskOfficial, from place: Inbox.From = .start
    ) async throws -> InboxListing { try await Inbox(office)(filter, of: official, from: place) }

    /// The purposes under which somebody's data were looked at.
    func looks(_ account: String = "anna", citizen: String? = nil) async throws -> [String] {
        try await WhoLooked(office)(account: account, citizen: citizen.flatMap { CitizenNumber($0) }).map(\.purpose)
    }
}
