import Blobs
import Casework
import Catalogue
import Composition
import DesignSystem
import Designer
import Foundation
import Jobs
import Kernel
import Logging
import Payments
import Storage
import TestKit

@testable import Accounts
@testable import Directory
@testable import Site

/// A whole site with the sample province, a person's draft and dossiers at its commune, and everybody signed in.
struct TrialSite {
    let installation: Installation
    let settings: Settings
    /// What stands in the braces of an address: `{dossier}` and the others.
    private(set) var ids: [String: String] = [:]
    /// The secret of each caller's session.
    private(set) var sessions: [Caller: String] = [:]
    private(set) var accounts: [Caller: Account.ID] = [:]

    /// What is nobody else's business: the owner's.
    static let ownerName = "Hoàng Thị Chủ Nhân (mẫu)"
    static let ownerNumber = "011190000123"
    static let ownerPhone = "0987654321"
    static let ownerEmail = "chu.nhan@mau.example"
    static let wardName = "Hoàng Bé Con (mẫu)"
    static let reason = "Lý do riêng của người nộp"
    static let metricsToken = "token-of-the-operator"

    /// Monday 1 June 2026, 09:00 in Vietnam.
    static let now = Instant("2026-06-01T09:00:00+07:00") ?? Instant(seconds: 0)

    var personal: [String] {
        [
            Self.ownerName, Self.ownerNumber, Self.ownerPhone, Self.ownerEmail, Self.wardName, Self.reason,
            ids["secret"] ?? "", ids["code"] ?? "",
        ]
    }

    /// - Parameter isEmpty: without people and cases, for what does not need them.
    static func with(_ dialect: Dialect, isEmpty: Bool = false, _ body: (TrialSite) async throws -> Void) async throws {
        try await withDatabasePlace(dialect) { place in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let settings = try await Settings.load(environment: [
                "MOTCUA_DATABASE": dialect == .sqlite ? "sqlite:\(place.address)" : place.address,
                "MOTCUA_CONNECTIONS": "4", "MOTCUA_DATA": folder.path, "MOTCUA_TRUST_PROXY": "true",
                "MOTCUA_BASE_URL": "https://mau.example", "MOTCUA_SECRET": String(repeating: "s", count: 40),
                "MOTCUA_METRICS_TOKEN": metricsToken,
                "MOTCUA_SERVICES": ReferenceData.projectRoot.appendingPathComponent("services").path,
            ])
            var logger = Logger(label: "trial")
            logger.logLevel = .error
            let installation = try Installation(settings: settings, clock: FixedTime(now), logger: logger)
            var site = TrialSite(installation: installation, settings: settings)
            if isEmpty { try await installation.migrate() } else { try await site.prepare() }
            try await body(site)
            await installation.close()
        }
    }

    func begin(_ caller: Caller) async throws -> String {
        guard let id = accounts[caller], let account = try await installation.accounts.account(id) else { return "" }
        let post = ids["post.\(caller)"].flatMap { Post.ID($0) }
        return try await installation.database.write { tx in
            try SessionStore.start(account, post: post, browser: "Firefox", at: Self.now, in: tx).secret
        }
    }

    /// New sessions for these callers.
    mutating func signIn(_ callers: [Caller] = Caller.allCases) async throws {
        for caller in callers where accounts[caller] != nil { sessions[caller] = try await begin(caller) }
        guard let owner = sessions[.owner] else { return }
        let hash = AccountToken.hash(owner)
        ids["session"] = try await installation.database.read { tx in
            try tx.value("SELECT id FROM session WHERE secret_hash = \(hash)", as: Session.ID.self)?.description ?? ""
        }
    }

    // MARK: making

    private mutating func prepare() async throws {
        try await installation.migrate()
        _ = try await installation.makeSample()
        let procedures = ReferenceData.projectRoot.appendingPathComponent("services/catalogue/procedures.jsonl")
        _ = try await installation.importProcedures(String(contentsOf: procedures, encoding: .utf8)) { _, _ in }
        try await people()
        try await cases()
        try await smallThings()
        try await signIn()
    }

    private mutating func people() async throws {
        let officials: [Caller: String] = [
            .siteAdministrator: "quan.tri", .oneStop: "mot.cua.xa", .specialist: "chuyen.vien.xa",
            .head: "truong.phong.xa", .leader: "lanh.dao.xa", .administrator: "quan.tri.xa",
            .oneStopElsewhere: "mot.cua.so", .leaderElsewhere: "lanh.dao.so", .administratorElsewhere: "quan.tri.so",
            .formerOfficial: "chuyen.vien.so",
        ]
        for (caller, name) in officials {
            let email = "\(name)@mau.example"
            let account = try await installation.database.read { tx in
                try tx.value("SELECT id FROM account WHERE email_folded = \(email)", as: Account.ID.self)
            }
            guard let account, let held = try await installation.directory.posts(of: account, at: Self.now).first else {
                throw Missing(what: email)
            }
            accounts[caller] = account
            ids["post.\(caller)"] = held.post.id.description
        }
        accounts[.delegate] = accounts[.specialist]
        ids["post.delegate"] = ids["post.oneStop"]
        accounts[.owner] = try await person(Self.ownerEmail, Self.ownerName, Self.ownerPhone)
        accounts[.stranger] = try await person("nguoi.la@mau.example", "Người Lạ (mẫu)", "0911111111")
        try await posts()
    }

    private func person(_ email: String, _ name: String, _ phone: String) async throws -> Account.ID {
        let id = Account.ID(at: Self.now)
        guard let address = EmailAddress(email) else { throw Missing(what: email) }
        try await installation.database.write { tx in
            try AccountStore.insert(
                id, kind: .person, email: address, confirmedAt: Self.now, phone: phone, name: name, password: nil,
                at: Self.now, in: tx)
        }
        return id
    }

    /// The specialist acts in the one-stop official's post; another's only post has ended.
    private mutating func posts() async throws {
        guard let oneStop = ids["post.oneStop"].flatMap({ Post.ID($0) }), let delegate = accounts[.specialist],
            let former = ids["post.formerOfficial"].flatMap({ Post.ID($0) })
        else { throw Missing(what: "posts") }
        let (database, clock) = (installation.database, installation.clock)
        let delegation = try await DelegatePost(database: database, clock: clock)(
            oneStop, to: delegate, from: Self.now, until: Self.now.adding(days: 5), reason: "nghỉ phép",
            by: try await actor(.administrator)
        ).get()
        ids["delegation"] = delegation.id.description
        try await EndPosts(database: database, clock: clock)(
            former, from: Self.now.day, by: try await actor(.administratorElsewhere)
        ).get()
    }

    private func actor(_ caller: Caller) async throws -> Actor {
        guard let id = accounts[caller], let account = try await installation.accounts.account(id) else {
            throw Missing(what: caller.rawValue)
        }
        guard let post = ids["post.\(caller)"].flatMap({ Post.ID($0) }) else {
            return .person(account: id.description, name: account.name)
        }
        let agency = try await installation.database.read { tx in try PostStore.find(post, in: tx)?.agency.description }
        return .official(
            account: id.description, name: account.name, post: post.description, agency: agency ?? "")
    }

    private mutating func cases() async throws {
        guard let owner = accounts[.owner]?.description, let counter = accounts[.oneStop] else { return }
        let service = try TrialForm.make()
        try await installation.library.publish(service.published, by: .system("test"))
        let commune = try await installation.database.read { tx in
            try tx.value("SELECT id FROM agency WHERE code = 'H99.41'", as: Agency.ID.self)?.description ?? ""
        }
        let offer = OfferServices(
            database: installation.database, library: installation.library, clock: installation.clock)
        if let agency = Agency.ID(commune) {
            _ = try await offer([service.definition.service: true], at: agency, by: .system("test")).get()
        }
        let official = DeskOfficial(
            actor: try await actor(.oneStop), account: counter.description, name: "Cửa", role: "one_stop",
            agency: commune, agencyName: "Xã Mẫu (mẫu)", unit: nil)
        let making = CaseMaking(
            office: installation.office, blobs: installation.blobs, service: service, agency: commune)
        let draft = try await making.draft(of: owner)
        let open = try await making.filed(by: try await actor(.owner), of: owner)
        let ended = try await making.filed(by: try await actor(.owner), of: owner)
        let entry = try await making.draft(of: counter.description, channel: .counter)
        let payment = try await making.receiveAndPay(open, by: official)
        try await making.askForSupplements(open, by: official)
        try await making.refuse(ended, by: official)
        let entered = try await making.filed(by: try await actor(.owner), of: owner)
        try await making.finish(entered, by: official)
        ids.merge([
            "agency": commune, "service": service.definition.service, "draft": draft.id.description,
            "draft-paper": try await making.paper(of: Dossier.ID(draft.id)), "dossier": open.id.description,
            "paper": try await making.paper(of: open.id), "ended": ended.id.description,
            "entry": entry.id.description, "entry-paper": try await making.paper(of: Dossier.ID(entry.id)),
            "payment": payment, "request": try await making.request(of: open.id),
            "page": "person", "rule": "proof", "act": "supplement", "register": "book",
            "secret": installation.office.secret(of: open.id), "code": open.code,
        ]) { $1 }
    }

    private mutating func smallThings() async throws {
        guard let owner = accounts[.owner], let specialist = accounts[.specialist] else { return }
        let mandate = try await AddMandate(installation.accounts)(
            .init(kind: .parent, isOrganisation: false, name: Self.wardName, bornOn: "1/2/2020"), for: owner,
            by: try await actor(.owner)
        ).get()
        let parked = ParkedForms(database: installation.database, clock: installation.clock)
        ids["mandate"] = mandate.id.description
        ids["parked"] = try await parked.park(
            FormValues(pairs: [("reason", Self.reason)]), for: "/ho-so", of: owner.description, visit: "visit")
        ids["owner"] = owner.description
        ids["official"] = specialist.description
        ids["post"] = ids["post.specialist"]
        ids["own-post"] = ids["post.oneStop"]
        ids["calendar"] = "national"
        ids["year"] = "2026"
        ids["procedure"] = "1.004873"
        ids["language"] = "en"
        ids["section"] = "bieu-mau"
        ids["service-draft"] = try await serviceDraft()
        for asset in Assets.all {
            let name = asset.path.dropFirst("/assets/".count)
            ids[RouteList.shown(String(name))] = String(name)
        }
        ids["link"] = try await installation.database.write { tx in
            try LinkStore.issue(.resetPassword, to: owner, at: Self.now, in: tx)
        }
        ids["invitation"] = try await invitation(of: owner)
        (ids["notice"], ids["job"]) = try await installation.database.write { tx in
            try Outbox.enqueue([("trial", "trial", [:])], at: Self.now, in: tx)
            return (
                try tx.value("SELECT id FROM notice WHERE account = \(owner) LIMIT 1", as: String.self),
                try tx.value("SELECT id FROM job WHERE kind = 'trial'", as: String.self)
            )
        }
    }

    /// A draft of the commune's administrator.
    private func serviceDraft() async throws -> String {
        guard let commune = try await installation.directory.agency(code: "H99.41") else {
            throw Missing(what: "H99.41")
        }
        let folder = ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services"))
        guard let text = try folder.definitions().first(where: { $0.file == "chung-thuc-ban-sao.yaml" })?.text else {
            throw Missing(what: "chung-thuc-ban-sao.yaml")
        }
        let office = DesignerOffice(
            database: installation.database, clock: installation.clock, library: installation.library
        ) { try folder.library() }
        let author = DesignerOffice.Official(
            actor: try await actor(.administrator), agency: commune.id.description, isReviewer: false)
        return try await office.begin(text, missing: [], by: author).get().description
    }

    /// A post that the commune offers to the owner.
    private func invitation(of owner: Account.ID) async throws -> String {
        guard let commune = try await installation.directory.agency(code: "H99.41") else {
            throw Missing(what: "H99.41")
        }
        let invitation = OfficeInvitation(
            id: OfficeInvitation.ID(at: Self.now), account: owner, agency: commune.id,
            post: .init(role: .specialist, from: Self.now.day), name: "Người Được Mời (mẫu)",
            email: "duoc.moi@mau.example", inviter: nil, inviterPost: nil, createdAt: Self.now,
            endsAt: Self.now.adding(days: OfficeInvitation.days))
        try await installation.database.write { tx in try OfficeInvitationStore.insert(invitation, in: tx) }
        return invitation.id.description
    }

    struct Missing: Error { let what: String }
}
