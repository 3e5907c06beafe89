import Blobs
import Casework
import Catalogue
import Foundation
import Kernel
import Payments
import Site
import Storage

/// Makes the cases that the walk over the routes meets.
struct CaseMaking {
    let office: CaseOffice
    let blobs: BlobStore
    let service: CompiledService
    let agency: String

    func draft(of account: String, channel: FilingChannel = .online) async throws -> Draft {
        let person = Party(
            name: TrialSite.ownerName, number: TrialSite.ownerNumber, phone: TrialSite.ownerPhone,
            email: TrialSite.ownerEmail, address: "Bản Mẫu, xã Mẫu")
        let begun = try await KeepDraft(office).begin(
            service, at: agency, channel: channel,
            parties: Parties(
                kind: .`self`, owner: person, submitter: person, delivery: Delivery(way: "counter")),
            account: account
        ).get()
        let content = "%PDF-1.7 \(UUID().uuidString) %%EOF"
        let path = blobs.incoming + "/" + UUID().uuidString
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        _ = try await AttachPaper(office, blobs: blobs)(
            .init(path: path, filename: "giay.pdf", size: content.utf8.count, sha256: Secret.hash(content)),
            to: .draft(begun.id, of: account), rule: "proof"
        ).get()
        let kept = try await KeepDraft(office).change(begun.id, of: account) { $0.answers = TrialForm.answers }
        guard let kept else { throw TrialSite.Missing(what: "draft") }
        return kept
    }

    func filed(by actor: Actor, of account: String) async throws -> Dossier {
        let draft = try await draft(of: account)
        return try await FileDossier(office)(
            draft, service.reading(draft.facts(office.clock.now.day)), agencyCode: "H99.41", by: actor
        ).get()
    }

    /// Returns the payment's id.
    func receiveAndPay(_ dossier: Dossier, by official: DeskOfficial) async throws -> String {
        _ = try await PerformAct(office)(dossier.id, .init(act: "receive", seen: dossier.version), by: official).get()
        return try await TakePayment(office)(
            dossier.id,
            .init(
                payment: Payment.ID(at: TrialSite.now), fees: ["copies"], method: .cash, payer: TrialSite.ownerName),
            by: official
        ).get().id.description
    }

    func askForSupplements(_ dossier: Dossier, by official: DeskOfficial) async throws {
        let now = try await office.file(dossier.id)?.dossier ?? dossier
        _ = try await PerformAct(office)(
            dossier.id,
            .init(
                act: "supplement", seen: now.version, note: "bổ sung",
                items: [
                    .init(kind: .paper, key: "proof", reason: "mờ"), .init(kind: .page, key: "person", reason: "sai"),
                ]), by: official
        ).get()
    }

    /// The case stands in the register.
    func finish(_ dossier: Dossier, by official: DeskOfficial) async throws {
        let received = try await PerformAct(office)(
            dossier.id, .init(act: "receive", seen: dossier.version), by: official
        ).get()
        _ = try await PerformAct(office)(
            dossier.id, .init(act: "finish", seen: received.version), by: official
        ).get()
    }

    func refuse(_ dossier: Dossier, by official: DeskOfficial) async throws {
        _ = try await PerformAct(office)(
            dossier.id, .init(act: "refuse", seen: dossier.version, note: "không đủ điều kiện"), by: official
        ).get()
    }

    func paper(of id: Dossier.ID) async throws -> String {
        try await office.database.read { tx in
            try tx.value("SELECT id FROM dossier_paper WHERE dossier_id = \(id) LIMIT 1", as: String.self) ?? ""
        }
    }

    func request(of id: Dossier.ID) async throws -> String {
        try await office.database.read { tx in
            try tx.value("SELECT id FROM supplement_request WHERE dossier_id = \(id)", as: String.self) ?? ""
        }
    }
}

/// A service with one page, one paper and a fee, received and worked by one-stop officials.
enum TrialForm {
    static let text = """
        service: thu-nghiem
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Dịch vụ thử | Trial service
        owners: [self]
        limit: 5 working_days
        result:
          title: Giấy thử
          ways: [counter, online]
          template: {title: Giấy thử, text: "Cấp cho {{name}}", variables: {name: person.full_name}}
        registers:
          book:
            title: Sổ thử | Trial register
            columns: {name: {title: Họ tên | Name, rule: person.full_name}}
        form:
          person:
            title: Người yêu cầu | The person
            about: submitter
            fields:
              full_name: {label: Họ tên | Name}
              reason: {kind: long_text, label: Lý do | Reason}
        papers:
          form: {title: Tờ khai, form: true}
          proof: {title: Giấy chứng minh, copies: 1}
        fees:
          copies: {title: Phí bản sao | Copies, amount: "8000", basis: 1/2016/TT-BTC}
        steps:
          reception:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Tiếp nhận | Receive, kind: receive, to: work}
              refuse: {title: Từ chối | Refuse, kind: refuse}
          work:
            title: Thẩm định | Appraisal
            role: one_stop
            official: 4
            acts:
              supplement: {title: Yêu cầu bổ sung | Supplements, kind: supplement}
              stop: {title: Dừng giải quyết | Stop, kind: refuse}
              finish: {title: Xong | Finish, kind: finish, to: handing, needs_result: false}
          handing:
            title: Trả kết quả | Handing over
            role: one_stop
            official: 9
            acts:
              give: {title: Trả kết quả | Give, kind: give}
        """

    static let answers: JSON = [
        "person": ["full_name": .string(TrialSite.ownerName), "reason": .string(TrialSite.reason)]
    ]

    static func make() throws -> CompiledService {
        switch DefinitionReader(library: DefinitionLibrary()).read(text, file: "thu-nghiem.yaml") {
        case .failure(let problems): throw problems
        case .success(let definition): return try CompiledService(try PublishedDefinition(definition))
        }
    }
}
