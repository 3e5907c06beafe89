import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

/// Whatever is done to a dossier, its row is what its events make, and its task is there exactly while it is open.
@Suite struct WalkTests {
    @Test(arguments: Dialect.allCases)
    func `after any walk of acts the row is what the events make`(dialect: Dialect) async throws {
        for seed in 1...UInt64(longRun ? 60 : 6) {
            let service = try TrialService.make(clock: seed % 2 == 0 ? "resume" : "restart", times: 2)
            try await CaseBench.with(dialect, service: service) { bench, service in
                var random = SeededRandom(seed)
                for _ in 0..<3 {
                    var walker = Walker(bench: bench, service: service, dossier: try await bench.filed(service))
                    for step in 0..<25 {
                        try await walker.step(&random)
                        try await walker.check("seed \(seed), step \(step)")
                    }
                }
                #expect(try await CheckCommitments(database: bench.database)() == nil)
            }
        }
    }
}

private struct Walker {
    let bench: CaseBench
    let service: CompiledService
    var dossier: Dossier
    let roles = ["one_stop", "specialist", "leader", "head"]

    mutating func step(_ random: inout SeededRandom) async throws {
        bench.time.move(minutes: Int64.random(in: 1...1_500, using: &random))
        let before = dossier
        let office = bench.office
        let role = service.step(dossier.step)?.role ?? "one_stop"
        // Now and then the wrong official, or one who saw an older version.
        let actor = CaseBench.official(
            Int.random(in: 0..<8, using: &random) == 0 ? roles.randomElement(using: &random) ?? role : role)
        let seen = Int.random(in: 0..<8, using: &random) == 0 ? max(0, dossier.version - 1) : dossier.version
        let result: Result<Dossier, CaseRefusal>
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
            let acts = service.step(dossier.step)?.acts.map(\.key) ?? []
            let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
            result = try await PerformAct(office)(
                dossier.id,
                .init(
                    act: acts.randomElement(using: &random) ?? "receive", seen: seen, note: "ghi chú", items: items,
                    way: "counter"), by: actor)
        case 5:
            if let request = dossier.openRequest {
                if Bool.random(using: &random) {
                    try await bench.attach(
                        to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof")
                }
                result = try await bench.answer(dossier.id, request: request, by: CaseBench.person())
            } else {
                result = try await bench.answer(
                    dossier.id, request: ID<Dossier>(at: bench.time.now).description, by: CaseBench.person())
            }
        case 6:
            let order: DirectCase.Order =
                Bool.random(using: &random)
                ? .assign(Bool.random(using: &random) ? "lan" : nil) : .transfer(unit: CaseBench.unit, note: "chuyển")
            result = try await DirectCase(office, staff: DeskVisit.book)(dossier.id, order, seen: seen, by: actor)
        case 7:
            let file = try await office.file(dossier.id)
            let paper = file?.papers.first?.id ?? Paper.ID(at: bench.time.now)
            result = try await CheckPaper(office)(
                dossier.id, paper: paper, Bool.random(using: &random) ? .accepted : .rejected, note: "mờ",
                seen: file?.papers.first.flatMap { file?.finding(on: $0) }?.number ?? 0, by: actor)
        case 8:
            // Rarely, so that most walks go on.
            guard Int.random(in: 0..<4, using: &random) == 0 else { return }
            result = try await WithdrawDossier(office)(dossier.id, reason: "đổi ý", by: CaseBench.person())
        default:
            result = try await RateService(office)(dossier.id, score: 5, comment: "", by: CaseBench.person())
        }
        switch result {
        case .success(let next): dossier = next
        case .failure: #expect(try await stored() == before, "a refusal changed the dossier")
        }
    }

    func stored() async throws -> Dossier? {
        let id = dossier.id
        return try await bench.database.read { tx in try DossierStore.find(id, in: tx)?.dossier }
    }

    func check(_ place: Comment) async throws {
        let id = dossier.id
        let (row, history, due, tasks) = try await bench.database.read { tx in
            (
                try DossierStore.find(id, in: tx)?.dossier, try DossierStore.history(of: id, in: tx),
                try tx.row("SELECT due_at FROM dossier WHERE id = \(id)")?.find("due_at", as: Instant.self),
                try tx.value("SELECT count(*) FROM task WHERE dossier_id = \(id)", as: Int.self)
            )
        }
        let folded = Dossier(id: id, events: history.map { (event: $0.event, at: $0.at) })
        #expect(row == folded, place)
        #expect(row == dossier, place)
        #expect(row?.version == history.count, place)
        #expect(history.map(\.number) == Array(1...history.count), place)
        #expect(due == folded.clock?.due, place)
        #expect(tasks == (folded.isOpen ? 1 : 0), place)
    }
}
