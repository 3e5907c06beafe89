import Catalogue
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// What whoever is asked for one answer reads of another agency's case, and who may be asked.
@Suite struct AskedTests {
    private func path(_ dossier: Dossier) -> String { "/ban-lam-viec/ho-so/\(dossier.id)" }

    @Test(arguments: Dialect.allCases)
    func `who is asked reads answers, papers and the question, and nothing else`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.asked(service, nearRoad: true)
            let paper = try #require(try await bench.office.file(dossier.id)?.papers.first)
            let fee = CaseFee(
                key: "fee", title: Phrase(same: "Lệ phí thử"), amount: Money(dong: 75000), basis: nil, paidAt: nil)
            try await bench.database.write { [dossier] tx in try tx.runAll([try fee.insertion(of: dossier.id)]) }
            _ = try await CheckPaper(bench.office)(
                dossier.id, paper: paper.id, .rejected, note: "bản vẽ mờ", seen: 0,
                by: CaseBench.official("specialist")
            ).get()
            dossier = try #require(try await bench.office.file(dossier.id)?.dossier)
            dossier = try await bench.answers(
                "planning", of: dossier, .disagree, note: "trái quy hoạch", by: CaseBench.planner
            ).get()
            dossier = try await bench.asks("police", CaseBench.other, in: dossier, question: "Có ảnh hưởng lộ giới?")
                .get()
            let others = [
                "ghi chú", "bản vẽ mờ", "trái quy hoạch", "75.000", "Lệ phí", "0912345678", "buoi@mau.example",
                "011190000123", "hung (mẫu)", "Ý kiến quy hoạch", "Phiếu kiểm soát", "Quá trình xử lý", "Cách tính",
            ]
            let own = try await DeskVisit(bench, CaseBench.official("specialist")).opens(path(dossier)).html
            for text in others where text != "hung (mẫu)" { #expect(own.contains(text), "\(text)") }

            let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
            let visit = DeskVisit(bench, chief)
            let seen = try await visit.opens(path(dossier))
            #expect(seen.status == 200)
            for text in ["Cần", paper.filename, "Trần Thị Bưởi", "Có ảnh hưởng lộ giới?", "Gửi trả lời"] {
                #expect(seen.html.contains(text), "\(text)")
            }
            for text in others { #expect(!seen.html.contains(text), "\(text)") }
            // The officer who is asked about fire safety does not read what the leader is asked.
            let fire = try await DeskVisit(bench, CaseBench.fireOfficer).opens(path(dossier)).html
            #expect(fire.contains("Ý kiến phòng cháy"))
            #expect(!fire.contains("Có ảnh hưởng lộ giới?"))
            // Nor do other pages of the case open, whose file is the agency's own.
            for page in ["giay-tiep-nhan", "phieu-kiem-soat", "yeu-cau-bo-sung/supplement", "rut-ho-so"] {
                let sheet = try await visit.opens("\(path(dossier))/\(page)")
                #expect(sheet.status == 404, "\(page)")
            }
            #expect(try await OpenCase(bench.office)(dossier.id, by: chief) == nil)
            // The page that comes back after a mistake shows no more.
            let round = try #require(dossier.branches.last?.round)
            let wrong = try await visit.sends(
                "\(path(dossier))/tra-loi/police",
                [("round", String(round)), ("verdict.police", "disagree"), ("answer.police", "")])
            #expect(wrong.status == 422)
            for text in others { #expect(!wrong.html.contains(text), "\(text)") }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only where the definition leaves it open somebody is chosen, and only among those offered`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let dossier = try await bench.asked(service, nearRoad: true)
            // Fire safety is another agency's by the definition, planning the own agency's.
            for branch in ["fire", "planning"] {
                #expect(try await bench.asks(branch, CaseBench.unit, in: dossier).refusal == .notPossible)
            }
            let page = try await DeskVisit(bench, CaseBench.official("specialist")).opens(path(dossier)).html
            #expect(page.contains("place.police"))
            #expect(!page.contains("place.fire"))
            #expect(page.contains("value=\"\(CaseBench.other)\""))
            // The agency itself exists and is not offered.
            guard case .problems = try await bench.asks("police", CaseBench.agency, in: dossier).refusal else {
                Issue.record("somebody was asked who is not offered")
                return
            }
            #expect(try await bench.asks("police", CaseBench.other, in: dossier).refusal == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `for a code that the site does not know somebody is chosen`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make(fire: "H99.77")) { bench, service in
            var dossier = try await bench.asked(service)
            #expect(dossier.branches.last?.agency == nil)
            dossier = try await bench.asks("fire", CaseBench.unit, in: dossier).get()
            #expect(try await bench.asks("fire", CaseBench.other, in: dossier).refusal == nil)
        }
    }
}
