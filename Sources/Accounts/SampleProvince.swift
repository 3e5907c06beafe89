import Directory
import Journal
package import Kernel
package import Storage

/// A province to try the program with: a department, a commune, their desks and officials, and a person at the portal.
/// Everything in it is named as a sample. It is made only in an empty database.
package struct SampleProvince: Sendable {
    /// The password of every sample account. Known to everybody: never on a site in use.
    package static let password = "mot-cua-mau-2026"
    /// The key for the codes of every sample official, for an authenticator program.
    package static let totpKey = "MOTCUAMAUMOTCUAMAUMOTCUAMAU23456"
    package static var totpSecret: [UInt8] { Base32.decode(totpKey) ?? [] }
    package static let provinceCode = "99"
    package static let communeCode = "99999"

    /// An account as bin/run prints it.
    package struct Line: Sendable, Equatable {
        package let email: String
        package let name: String
        /// `Công chức một cửa, Ủy ban nhân dân xã Mẫu (mẫu)`; nil for the person at the portal.
        package let post: Phrase?
    }

    private struct Seat {
        let email: String
        let name: String
        let agency: String
        let role: Role
        let title: String
    }

    let accounts: Accounts

    /// Whether accounts with the password and key that everybody knows can still sign in.
    package static func isOpen(in tx: any Transaction) throws -> Bool {
        try tx.value(
            "SELECT count(*) FROM account WHERE totp_secret = \(totpSecret) AND closed_at IS NULL", as: Int.self) ?? 0
            > 0
    }

    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// The accounts made; nothing when the database is not empty.
    package func callAsFunction() async throws -> [Line] {
        let now = accounts.clock.now
        let hash = try await accounts.hasher.hash(Self.password)
        let actor = Actor.system("sample province")
        let lines = try await accounts.database.write { tx -> [Line] in
            guard try AdministrationScope.everything.agencies(in: tx).isEmpty,
                try tx.value("SELECT count(*) FROM account", as: Int.self) == 0
            else { return [] }
            try CalendarStore.seed(at: now, in: tx)
            try Territory.saveSamples(Self.territories, earlier: Self.earlier, at: now, in: tx)
            let agencies = try Self.makeAgencies(by: actor, at: now, in: tx)
            for seat in Self.seats {
                guard let agency = agencies[seat.agency] else { continue }
                let id = Account.ID(at: now)
                try Self.make(id, .official, seat.email, seat.name, hash, keeper: agency.id, at: now, in: tx)
                try tx.run(
                    """
                    UPDATE account SET totp_secret = \(Self.totpSecret), totp_confirmed_at = \(now)
                    WHERE id = \(id)
                    """)
                _ = try AppointOfficial.perform(
                    id, to: agency.id, .init(role: seat.role, title: seat.title, from: agency.validity.from), by: actor,
                    at: now, in: tx)
            }
            let person = Self.person
            try Self.make(Account.ID(at: now), .person, person.email, person.name, hash, at: now, in: tx)
            return try Self.present(in: tx)
        }
        accounts.directory.forgetTerritories()
        return lines
    }

    /// The sample accounts that are there; none on any other site.
    package func present() async throws -> [Line] {
        try await accounts.database.read { tx in try Self.present(in: tx) }
    }

    private static let person = Line(email: "cong.dan@mau.example", name: "Trần Văn Bình (mẫu)", post: nil)

    private static func present(in tx: any Transaction) throws -> [Line] {
        let agencies = Dictionary(
            try AdministrationScope.everything.agencies(in: tx).compactMap { agency in
                agency.code.map { ($0.text, agency) }
            },
            uniquingKeysWith: { first, _ in first })
        let isThere = { (email: String) throws -> Bool in
            guard let address = EmailAddress(email) else { return false }
            return try AccountStore.find(email: address, in: tx) != nil
        }
        let officials = try seats.compactMap { seat -> Line? in
            guard let agency = agencies[seat.agency], try isThere(seat.email) else { return nil }
            let post = Phrase(
                vi: "\(seat.role.phrase.vi), \(agency.name)", en: "\(seat.role.phrase.en), \(agency.phrase.en)")
            return Line(email: seat.email, name: seat.name, post: post)
        }
        return try officials + (isThere(person.email) ? [person] : [])
    }

    private static func make(
        _ id: Account.ID, _ kind: Account.Kind, _ email: String, _ name: String, _ hash: String,
        keeper: Agency.ID? = nil, at now: Instant, in tx: any Transaction
    ) throws {
        guard let address = EmailAddress(email) else { return }
        try AccountStore.insert(
            id, kind: kind, email: address, confirmedAt: now, phone: "0900000000", name: name, password: hash,
            keeper: keeper, at: now, in: tx)
        try Journal.append(
            "account.registered", subject: "account", id.description,
            ["kind": .string(kind.rawValue), "sample": true], by: .system("sample province"), at: now,
            after: Journal.Head.none, in: tx)
    }

    private static var territories: [Territory] {
        let since = Validity(from: ImportTerritories.since)
        return [
            Territory(
                code: provinceCode, level: .province, name: "Tỉnh Mẫu (mẫu)", englishName: "Sample Province (sample)",
                parent: nil, validity: since),
            Territory(
                code: communeCode, level: .commune, name: "Xã Mẫu (mẫu)", englishName: "Sample Commune (sample)",
                parent: provinceCode, validity: since),
        ]
    }

    /// What the sample province was before 1 July 2025: a district with a commune that became the sample commune.
    private static var earlier: [EarlierTerritory] {
        func unit(
            _ code: String, _ level: EarlierTerritory.Level, _ name: String, _ englishName: String, _ parent: String?,
            _ successors: [String]
        ) -> EarlierTerritory {
            EarlierTerritory(
                code: code, level: level, name: name, englishName: englishName, parent: parent,
                until: ImportTerritories.since, successors: successors)
        }
        return [
            unit(provinceCode, .province, "Tỉnh Mẫu cũ (mẫu)", "Former Sample Province (sample)", nil, [provinceCode]),
            unit("999", .district, "Huyện Mẫu cũ (mẫu)", "Former Sample District (sample)", provinceCode, []),
            unit(communeCode, .commune, "Xã Mẫu Đông cũ (mẫu)", "Former Sample Commune (sample)", "999", [communeCode]),
        ]
    }

    private static func makeAgencies(
        by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> [String: Agency] {
        let from = ImportTerritories.since
        let plan: [(code: String, parent: String?, draft: AgencyDraft)] = [
            (
                "H99", nil,
                AgencyDraft(
                    kind: .province, code: "H99", name: "Ủy ban nhân dân tỉnh Mẫu (mẫu)",
                    englishName: "People's Committee of Sample Province (sample)", territory: provinceCode,
                    address: "Số 1, phố Mẫu, tỉnh Mẫu", from: from)
            ),
            (
                "H99.00.10", "H99",
                AgencyDraft(
                    kind: .desk, code: "H99.00.10", name: "Trung tâm Phục vụ hành chính công tỉnh Mẫu (mẫu)",
                    englishName: "Public Administration Service Centre of Sample Province (sample)", from: from)
            ),
            (
                "H99.12", "H99",
                AgencyDraft(
                    kind: .department, code: "H99.12", name: "Sở Tư pháp tỉnh Mẫu (mẫu)",
                    englishName: "Department of Justice of Sample Province (sample)",
                    address: "Số 2, phố Mẫu, tỉnh Mẫu",
                    from: from)
            ),
            (
                "H99.12.01", "H99.12",
                AgencyDraft(
                    kind: .desk, code: "H99.12.01", name: "Bộ phận một cửa Sở Tư pháp (mẫu)",
                    englishName: "One-stop desk of the Department of Justice (sample)", from: from)
            ),
            (
                "H99.12.02", "H99.12",
                AgencyDraft(
                    kind: .unit, code: "H99.12.02", name: "Phòng Hành chính tư pháp (mẫu)",
                    englishName: "Division of Judicial Administration (sample)", from: from)
            ),
            (
                "H99.41", "H99",
                AgencyDraft(
                    kind: .commune, code: "H99.41", name: "Ủy ban nhân dân xã Mẫu (mẫu)",
                    englishName: "People's Committee of Sample Commune (sample)", territory: communeCode,
                    address: "Thôn Mẫu, xã Mẫu, tỉnh Mẫu", from: from)
            ),
            (
                "H99.41.01", "H99.41",
                AgencyDraft(
                    kind: .desk, code: "H99.41.01", name: "Trung tâm Phục vụ hành chính công xã Mẫu (mẫu)",
                    englishName: "Public Administration Service Centre of Sample Commune (sample)", from: from)
            ),
            (
                "H99.41.02", "H99.41",
                AgencyDraft(
                    kind: .unit, code: "H99.41.02", name: "Phòng Văn hóa - Xã hội xã Mẫu (mẫu)",
                    englishName: "Division of Culture and Social Affairs (sample)", from: from)
            ),
            (
                "H99.41.03", "H99.41",
                AgencyDraft(
                    kind: .unit, code: "H99.41.03", name: "Phòng Kinh tế xã Mẫu (mẫu)",
                    englishName: "Division of Economic Affairs (sample)", from: from)
            ),
        ]
        var made: [String: Agency] = [:]
        for (code, parent, draft) in plan {
            let result = try CreateAgency.perform(
                draft, below: parent.flatMap { made[$0]?.id }, by: actor, at: now, in: tx)
            made[code] = try result.get()
        }
        return made
    }

    private static let seats = [
        Seat(
            email: "quan.tri@mau.example", name: "Nguyễn Quản Trị (mẫu)", agency: "H99", role: .administrator, title: ""
        ),
        Seat(email: "mot.cua.xa@mau.example", name: "Lê Thị Cửa (mẫu)", agency: "H99.41.01", role: .oneStop, title: ""),
        Seat(
            email: "chuyen.vien.xa@mau.example", name: "Phạm Văn Viên (mẫu)", agency: "H99.41.02", role: .specialist,
            title: ""),
        Seat(
            email: "chuyen.vien.kinh.te.xa@mau.example", name: "Trịnh Văn Tế (mẫu)", agency: "H99.41.03",
            role: .specialist, title: ""),
        Seat(
            email: "truong.phong.xa@mau.example", name: "Hoàng Thị Phòng (mẫu)", agency: "H99.41.02", role: .head,
            title: ""),
        Seat(
            email: "lanh.dao.xa@mau.example", name: "Vũ Văn Đạo (mẫu)", agency: "H99.41", role: .leader,
            title: "Phó Chủ tịch Ủy ban nhân dân xã"),
        Seat(
            email: "quan.tri.xa@mau.example", name: "Đỗ Thị Trị (mẫu)", agency: "H99.41", role: .administrator,
            title: ""),
        Seat(
            email: "mot.cua.so@mau.example", name: "Bùi Văn Cửa (mẫu)", agency: "H99.12.01", role: .oneStop, title: ""),
        Seat(
            email: "chuyen.vien.so@mau.example", name: "Đặng Thị Viên (mẫu)", agency: "H99.12.02", role: .specialist,
            title: ""),
        Seat(
            email: "truong.phong.so@mau.example", name: "Ngô Văn Phòng (mẫu)", agency: "H99.12.02", role: .head,
            title: ""),
        Seat(
            email: "lanh.dao.so@mau.example", name: "Dương Thị Đạo (mẫu)", agency: "H99.12", role: .leader,
            title: "Phó Giám đốc Sở"),
        Seat(
            email: "quan.tri.so@mau.example", name: "Lý Văn Trị (mẫu)", agency: "H99.12", role: .administrator,
            title: ""),
    ]
}
