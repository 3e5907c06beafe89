package import Directory
package import Kernel
import Storage
import Synchronization

/// An agency as applicants see it.
package struct AgencyCard: Sendable {
    package let id: String
    package let name: Phrase
    /// Its electronic identifier, the first part of dossier codes.
    package let code: String
    package let address: String
    package let phone: String
    /// The commune or province it serves, by code.
    package let territory: String?
    package let parentName: Phrase?
    /// Its one-stop desk, as papers name it; nil when the directory has none.
    package var deskName: Phrase?

    package init(
        id: String, name: Phrase, code: String, address: String = "", phone: String = "", territory: String? = nil,
        parentName: Phrase? = nil, deskName: Phrase? = nil
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.address = address
        self.phone = phone
        self.territory = territory
        self.parentName = parentName
        self.deskName = deskName
    }

    /// The code of its province: its territory, or the one around it.
    func province(in table: TerritoryTable) -> String? {
        territory.flatMap { table[$0] }.map { $0.parent ?? $0.code }
    }
}

extension AgencyCard {
    /// The desk's own name, or what the decree calls it (NĐ 118/2025/NĐ-CP).
    var desk: String { deskName?.vi ?? "Bộ phận tiếp nhận và trả kết quả" }

    /// The place from which its papers are dated (địa danh, NĐ 30/2020/NĐ-CP, Phụ lục I): the name of its territory without
    /// the word for its kind, which only numbers keep.
    func locality(in table: TerritoryTable) -> String? {
        guard let name = territory.flatMap({ table.name($0) }) else { return nil }
        for kind in ["Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố "] where name.hasPrefix(kind) {
            let rest = name.dropFirst(kind.count)
            return rest.first?.isNumber == true ? name : String(rest)
        }
        return name
    }
}

/// Agencies and units by id, for showing them.
package struct AgencyBook: Sendable {
    package let card: @Sendable (_ id: String) async throws -> AgencyCard?

    package init(card: @escaping @Sendable (String) async throws -> AgencyCard?) { self.card = card }

    /// Reads the tree of the directory and keeps it for a minute.
    package init(_ directory: Directory) {
        let kept = KeptTree()
        self.init { id in try await kept.card(id, directory) }
    }

    func cards(_ ids: [String]) async throws -> [AgencyCard] {
        var cards: [AgencyCard] = []
        for id in ids { if let card = try await card(id) { cards.append(card) } }
        return cards.sorted { Folding.fold($0.name.vi) < Folding.fold($1.name.vi) }
    }
}

/// The tree of agencies as cards, read again after a minute or when somebody asks for an agency that it lacks.
private final class KeptTree: Sendable {
    private struct Tree {
        var readAt: Instant
        var cards: [String: AgencyCard]
    }

    private let tree = Mutex<Tree?>(nil)

    func card(_ id: String, _ directory: Directory) async throws -> AgencyCard? {
        guard let agency = Agency.ID(id) else { return nil }
        let now = directory.clock.now
        let known = tree.withLock { $0 }
        if let known, known.readAt.adding(minutes: 1) > now, let card = known.cards[agency.description] {
            return card
        }
        let read = try await directory.database.read { tx -> [Agency] in
            guard let top = try Directory.agencyPath(to: agency, in: tx).first else { return [] }
            return try Directory.subtree(of: top.id, in: tx)
        }
        let cards = Self.cards(read)
        tree.withLock { $0 = Tree(readAt: now, cards: cards) }
        return cards[agency.description]
    }

    private static func cards(_ agencies: [Agency]) -> [String: AgencyCard] {
        var cards: [String: AgencyCard] = [:]
        // A parent stands before what is below it.
        for agency in agencies {
            let parent = agency.parent.flatMap { cards[$0.description] }
            cards[agency.id.description] = AgencyCard(
                id: agency.id.description, name: agency.phrase, code: agency.code?.text ?? parent?.code ?? "000",
                address: agency.address.isEmpty ? parent?.address ?? "" : agency.address,
                phone: agency.phone.isEmpty ? parent?.phone ?? "" : agency.phone,
                territory: agency.territory ?? parent?.territory, parentName: parent?.name)
            if agency.kind == .desk, let above = agency.parent?.description, cards[above]?.deskName == nil {
                cards[above]?.deskName = agency.phrase
            }
        }
        return cards
    }
}
