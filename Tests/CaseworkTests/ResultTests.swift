import Blobs
import Casework
import Catalogue
import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Site

/// A wrong result is taken out, and nobody is given it.
@Suite struct ResultTests {
    private func attached(
        _ bench: CaseBench, _ dossier: Dossier, as role: String, name: String
    ) async throws -> (dossier: Dossier, result: Paper) {
        let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
        let file = try bench.upload("%PDF-1.7 \(UUID()) %%EOF", name: name)
        let next = try await attach(dossier.id, file, seen: dossier.version, by: CaseBench.official(role)).get()
        let result = try #require(
            try await bench.office.file(dossier.id)?.papers.first { $0.kind == .result && $0.filename == name })
        return (next, result)
    }

    @Test(arguments: Dialect.allCases)
    func `a wrong result is taken back and the applicant gets the right one alone`(dialect: Dialect) async throws {
        let service = try TrialService.make(needsResult: true)
        try await PageBench.with(dialect, service: service) { pages in
            let bench = pages.bench
            let received = try await bench.received(service)
            let (attached, wrong) = try await self.attached(
                bench, received, as: "specialist", name: "cua-nguoi-khac.pdf")
            var dossier = attached
            let takeBack = TakeBackResult(bench.office)
            let specialist = CaseBench.official("specialist")
            // Not unseen, not by another role or agency, not without a reason, not what the applicant handed in.
            guard
                case .changed = try await takeBack(
                    dossier.id, result: wrong.id, reason: "nhầm", seen: dossier.version - 1, by: specialist
                ).refusal
            else {
                Issue.record("taken back from a case that had changed")
                return
            }
            let leader = try await takeBack(
                dossier.id, result: wrong.id, reason: "nhầm", seen: dossier.version, by: CaseBench.official("leader"))
            #expect(leader.refusal == .notPossible)
            let stranger = CaseBench.official("specialist", agency: "01930000-0000-7000-8000-000000000099")
            let elsewhere = try await takeBack(
                dossier.id, result: wrong.id, reason: "nhầm", seen: dossier.version, by: stranger)
            #expect(elsewhere.refusal == .unknown)
            let proof = try #require(try await bench.office.file(dossier.id)?.papers.first { $0.kind == .applicant })
            let paper = try await takeBack(
                dossier.id, result: proof.id, reason: "nhầm", seen: dossier.version, by: specialist)
            #expect(paper.refusal == .unknown)

            dossier = try await takeBack(
                dossier.id, result: wrong.id, reason: "của người khác", seen: dossier.version, by: specialist
            ).get()
            #expect(try await CheckCommitments(database: bench.database)() == nil)
            #expect(!dossier.hasResult)
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            guard case .problems(let problems) = try await bench.act("sign", on: dossier, as: "leader").refusal else {
                Issue.record("signed without a result")
                return
            }
            #expect(problems.map(\.field) == ["result"])
            let right = try await self.attached(bench, dossier, as: "leader", name: "dung.pdf")
            dossier = try await bench.act("sign", on: right.dossier, as: "leader").get()
            _ = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            let anna = PageBench.visitor("anna")
            let address = "/ho-so/\(dossier.id)"
            let page = try await pages.get(address, as: anna)
            #expect(page.contains("dung.pdf") && !page.contains("cua-nguoi-khac.pdf"))
            #expect(try await pages.get("\(address)/tep/\(right.result.id)", as: anna).status == 200)
            #expect(try await pages.get("\(address)/tep/\(wrong.id)", as: anna).status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result taken back after it was signed goes to whoever signs, and the applicant is told`(dialect: Dialect)
        async throws
    {
        let service = try TrialService.make(needsResult: true)
        try await CaseBench.with(dialect, service: service) { bench, service in
            let received = try await bench.received(service)
            let first = try await attached(bench, received, as: "specialist", name: "mot.pdf")
            let second = try await attached(bench, first.dossier, as: "specialist", name: "hai.pdf")
            var dossier = try await bench.act("propose", on: second.dossier, as: "specialist").get()
            let signed = (before: dossier.step, due: dossier.clock?.due)
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let takeBack = TakeBackResult(bench.office)
            let desk = CaseBench.official("one_stop")
            dossier = try await takeBack(
                dossier.id, result: first.result.id, reason: "nhầm", seen: dossier.version, by: desk
            ).get()
            #expect(dossier.hasResult)
            // Worked again, where it was signed: the desk can neither put another in its place nor hand it over.
            #expect(dossier.step == signed.before && dossier.official == .inProcess)
            #expect(dossier.clock?.endedAt == nil && dossier.clock?.due == signed.due)
            let swapped = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, try bench.upload(), seen: dossier.version, by: desk)
            #expect(swapped.refusal == .notPossible)
            dossier = try await takeBack(
                dossier.id, result: second.result.id, reason: "nhầm", seen: dossier.version,
                by: CaseBench.official("leader")
            ).get()
            #expect(!dossier.hasResult)
            let right = try await attached(bench, dossier, as: "leader", name: "dung.pdf")
            dossier = try await bench.act("sign", on: right.dossier, as: "leader").get()
            // Beside a result that is there nothing is put.
            let beside = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, try bench.upload(), seen: dossier.version, by: desk)
            #expect(beside.refusal == .notPossible)
            let given = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            let late = try await takeBack(
                given.id, result: right.result.id, reason: "nhầm", seen: given.version, by: desk)
            #expect(late.refusal == .ended(.returned))
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the desk takes a result back on the page of the case`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let received = try await bench.received(service)
            let (dossier, result) = try await attached(bench, received, as: "specialist", name: "sai.pdf")
            let visit = DeskVisit(bench, CaseBench.official("specialist"))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)"
            let address = "\(path)/ket-qua/\(result.id)/lay-lai"
            #expect(try await visit.opens(path).html.contains("action=\"\(address)\""))
            let leader = DeskVisit(bench, CaseBench.official("leader"))
            #expect(try await !leader.opens(path).html.contains(address))
            let seen = ("seen", String(dossier.version))
            let empty = try await visit.sends(address, [seen, ("wrong.\(result.id)", " ")])
            #expect(empty.status == 422)
            #expect(empty.html.contains("Xin ghi vì sao tệp này sai."))
            let late = try await visit.sends(address, [("seen", "1"), ("wrong.\(result.id)", "của <người> khác")])
            #expect(late.status == 409)
            #expect(late.html.contains("của &lt;người&gt; khác"))
            let done = try await visit.sends(address, [seen, ("wrong.\(result.id)", "của người khác")])
            #expect(done.status == 303)
            let after = try await visit.opens(done.location)
            #expect(after.html.contains("Đã ghi: Thu hồi tệp kết quả sai"))
            #expect(after.html.contains("Tệp sai đã thu hồi (1)"))
            #expect(after.html.contains("của người khác"))
            #expect(!after.html.contains(address))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result is put neither to a case that was not received nor to one that waits`(dialect: Dialect) async throws
    {
        try await CaseBench.with(dialect) { bench, service in
            let filed = try await bench.filed(service)
            let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
            let early = try await attach(
                filed.id, try bench.upload(), seen: filed.version, by: CaseBench.official("one_stop"))
            #expect(early.refusal == .notPossible)
            let received = try await bench.act("receive", on: filed, as: "one_stop").get()
            let item = SupplementItem(kind: .paper, key: "proof", reason: "mờ")
            let waiting = try await bench.act("supplement", on: received, as: "specialist", items: [item]).get()
            let meanwhile = try await attach(
                waiting.id, try bench.upload(), seen: waiting.version, by: CaseBench.official("specialist"))
            #expect(meanwhile.refusal == .notPossible)
        }
    }
}
