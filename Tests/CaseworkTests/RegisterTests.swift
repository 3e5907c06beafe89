import Foundation
import Journal
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue

/// Finished cases stand in the registers of their service.
@Suite struct RegisterTests {
    static let book = """
        registers:
              book:
                title: Sổ cấp giấy | Register of papers
                series: SG
                columns:
                  name: {title: Họ tên | Name, rule: person.full_name}
                  reason: {title: Lý do | Reason, rule: matter.reason}
                  length: {title: Độ dài | Length, rule: string length(matter.reason), gives: number}
                  is_married: {title: Đã kết hôn | Married, rule: matter.is_married, gives: yes_no}
        """

    static func service() throws -> CompiledService {
        try TrialService.make(needsResult: true, texts: book.replacing("\n      ", with: "\n  "), number: "GT")
    }

    static func finished(
        _ bench: CaseBench, _ service: CompiledService, account: String = "anna"
    ) async throws -> Dossier {
        let received = try await bench.received(service, account: account)
        return try await finish(received, bench)
    }

    static func finish(_ dossier: Dossier, _ bench: CaseBench) async throws -> Dossier {
        let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
        let file = try bench.upload("%PDF-1.7 \(UUID()) %%EOF")
        let attached = try await attach(
            dossier.id, file, seen: dossier.version, by: CaseBench.official("specialist")
        ).get()
        let proposed = try await bench.act("propose", on: attached, as: "specialist").get()
        return try await bench.act("sign", on: proposed, as: "leader").get()
    }

    static func read(
        _ bench: CaseBench, _ question: ReadRegister.Question, by official: DeskOfficial = CaseBench.official("head")
    ) async throws -> ReadRegister.Listing? {
        let read = ReadRegister(bench.office)
        guard let register = try await read.registers(of: official, offered: []).first else { return nil }
        return try await read(register, question, by: official)
    }

    @Test(arguments: Dialect.allCases)
    func `a case is entered when it is finished, with numbers without gaps`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            _ = try await bench.received(service)
            #expect(try await Self.read(bench, .page(year: 2026, below: nil)) == nil)
            for account in ["anna", "binh", "chi"] { _ = try await Self.finished(bench, service, account: account) }
            let listing = try #require(try await Self.read(bench, .page(year: 2026, below: nil)))
            #expect(listing.entries.map(\.written) == ["3/2026/SG", "2/2026/SG", "1/2026/SG"])
            #expect(listing.entries.map { $0.content?.result } == ["3/2026/GT", "2/2026/GT", "1/2026/GT"])
            #expect(listing.count == 3 && listing.next == nil)
            #expect(listing.columns.map(\.key) == ["name", "reason", "length", "is_married"])
            #expect(
                listing.entries[0].content?.values == [
                    "name": "Trần Thị Bưởi (mẫu)", "reason": "Cần giấy", "length": 8, "is_married": false,
                ])
            #expect(try await CheckCommitments(database: bench.database)() == nil)
            let year = try #require(try await Self.read(bench, .year(2026)))
            #expect(year.entries.map(\.number) == [1, 2, 3])
            // Another agency has none of it.
            let stranger = CaseBench.official("head", agency: CaseBench.other)
            #expect(try await Self.read(bench, .page(year: 2026, below: nil), by: stranger) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the entry is in the journal without what is personal`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            let dossier = try await Self.finished(bench, service)
            let written = try await bench.database.read { tx in
                try tx.rows("SELECT content FROM journal_entry WHERE subject_id = \(dossier.id.description)")
                    .map { try $0.get("content", as: String.self) }.joined(separator: "\n")
            }
            #expect(written.contains("\"entered\"") && written.contains("\"book\""))
            #expect(!written.contains("Bưởi") && !written.contains("Cần giấy"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an entry whose result was taken back is struck out and stays`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            let finished = try await Self.finished(bench, service)
            let wrong = try #require(
                try await bench.office.file(finished.id)?.papers.first { $0.kind == .result && !$0.isReplaced })
            let back = try await TakeBackResult(bench.office)(
                finished.id, result: wrong.id, reason: "sai tên", seen: finished.version,
                by: CaseBench.official("one_stop")
            ).get()
            let struck = try #require(try await Self.read(bench, .page(year: 2026, below: nil)))
            #expect(struck.entries.map(\.written) == ["1/2026/SG"])
            #expect(struck.entries.allSatisfy { $0.struckOn == bench.time.now.day })
            #expect(back.step == "signing")
            // Finished once more, it gets the next number; the number of the result stays.
            let attach = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
            let attached = try await attach(
                back.id, try bench.upload("%PDF-1.7 đúng %%EOF"), seen: back.version,
                by: CaseBench.official("leader")
            ).get()
            _ = try await bench.act("sign", on: attached, as: "leader").get()
            let both = try #require(try await Self.read(bench, .page(year: 2026, below: nil)))
            #expect(both.entries.map(\.written) == ["2/2026/SG", "1/2026/SG"])
            #expect(both.entries.map { $0.struckOn == nil } == [true, false])
            #expect(both.entries.map { $0.content?.result } == ["1/2026/GT", "1/2026/GT"])
            #expect(try await CheckCommitments(database: bench.database)() == nil)
        }
    }

    @Test(
        arguments: Dialect.allCases,
        [
            "UPDATE register_content SET content = '{\"values\":{\"name\":\"Ai khác\"}}'",
            "UPDATE register_content SET salt = 'another'", "UPDATE register_entry SET number = 7",
            "UPDATE register_entry SET year = 2025", "UPDATE register_entry SET struck_on = entered_on",
            "UPDATE register_entry SET register = 'other'",
        ])
    func `an entry that was changed is found`(dialect: Dialect, statement: String) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            _ = try await Self.finished(bench, service)
            let check = CheckCommitments(database: bench.database)
            #expect(try await check() == nil)
            try await bench.database.write { tx in _ = try tx.run(SQL(composed: statement)) }
            #expect(try await check()?.contains("of a register") == true)
            try await bench.database.write { tx in _ = try tx.run("DELETE FROM register_content") }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what is personal may be erased, and the numbers stay`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            _ = try await Self.finished(bench, service)
            try await bench.database.write { tx in
                _ = try tx.run("DELETE FROM register_content")
                _ = try tx.run("DELETE FROM register_key")
            }
            #expect(try await CheckCommitments(database: bench.database)() == nil)
            let listing = try #require(try await Self.read(bench, .page(year: 2026, below: nil)))
            #expect(listing.entries.map(\.written) == ["1/2026/SG"] && listing.entries[0].content == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an entry is found by its number, the result's number and its texts`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            for account in ["anna", "binh"] { _ = try await Self.finished(bench, service, account: account) }
            for (typed, found) in [
                ("1", [1]), ("2/2026", [2]), ("2/2026/GT", [2]), ("buoi", [2, 1]), ("Cần giấy", [2, 1]), ("9", []),
                ("1/2025", []), ("uoi", []), ("%", []), ("'", []),
            ] {
                #expect(try await Self.read(bench, .find(typed))?.entries.map(\.number) == found, "\(typed)")
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever stands in what was shown finds the look`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            _ = try await Self.finished(bench, service)
            func looks() async throws -> [String] {
                try await WhoLooked(bench.office)(account: "anna", citizen: nil).map(\.purpose)
                    .filter { $0 == LookPurpose.register }
            }
            #expect(try await looks() == [])
            _ = try await Self.read(bench, .find("9"))
            #expect(try await looks() == [])
            _ = try await Self.read(bench, .page(year: 2026, below: nil))
            _ = try await Self.read(bench, .find("buoi"))
            // One an hour for each official and case.
            #expect(try await looks() == [LookPurpose.register])
            bench.time.move(hours: 2)
            _ = try await Self.read(bench, .year(2026))
            #expect(try await looks().count == 2)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `pages of a register go on below the last number`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            let dossier = try await Self.finished(bench, service)
            try await bench.database.write { tx in
                for number in 2...60 {
                    let id = RegisterEntry.ID(at: bench.time.now)
                    _ = try tx.run(
                        """
                        INSERT INTO register_entry (id, agency_id, register, year, number, series, dossier_id, definition,
                            entered_on) VALUES (\(id), \(CaseBench.agency), 'book', 2026, \(number), 'SG',
                            \(dossier.id), \(service.hash), \(bench.time.now.day))
                        """)
                }
            }
            let first = try #require(try await Self.read(bench, .page(year: 2026, below: nil)))
            #expect(first.entries.map(\.number) == Array((11...60).reversed()) && first.next == 11)
            let second = try #require(try await Self.read(bench, .page(year: 2026, below: 11)))
            #expect(second.entries.map(\.number) == Array((1...10).reversed()) && second.next == nil)
            #expect(second.count == 60)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what a page of a register asks for is served by an index`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, _ in
            let sql = RegisterStore.yearSQL("book", year: 2026, at: CaseBench.agency, below: 100, limit: 51)
            let plan = try await bench.database.plan(of: sql)
            #expect(plan.contains("register_entry_in_order"), "\(plan)")
            #expect(
                !plan.contains("Sort") && !plan.contains("TEMP B-TREE") && !plan.contains("Seq Scan on register_entry"))
        }
    }

    @Test func `the table for spreadsheets holds no formulas`() throws {
        let column = ReadRegister.Column(key: "name", title: Phrase(same: "Họ, tên"), gives: .text)
        let sum = ReadRegister.Column(key: "sum", title: Phrase(same: "Tiền"), gives: .money)
        func entry(_ number: Int, _ name: String, struck: Day? = nil) -> RegisterEntry {
            RegisterEntry(
                id: RegisterEntry.ID(at: Instant(seconds: Int64(number))), register: "book", year: 2026,
                number: number, series: nil, dossier: Dossier.ID(at: Instant(seconds: 0)), definition: "",
                enteredOn: Day("2026-06-01") ?? Day(number: 0), struckOn: struck,
                content: .init(values: ["name": .string(name), "sum": 1_200_000], result: nil))
        }
        let listing = ReadRegister.Listing(
            entries: [
                entry(1, "=HYPERLINK(\"x\")"), entry(2, "Trần \"Bưởi\", mẫu", struck: Day("2026-06-02")),
            ], columns: [column, sum], next: nil, count: nil)
        #expect(
            RegisterTable(listing: listing).text == "\u{FEFF}Số,Ngày,Số kết quả,\"Họ, tên\",Tiền,Gạch bỏ\r\n"
                + "1/2026,01/06/2026,,\"'=HYPERLINK(\"\"x\"\")\",1200000,\r\n"
                + "2/2026,01/06/2026,,\"Trần \"\"Bưởi\"\", mẫu\",1200000,02/06/2026\r\n")
    }

    @Test(arguments: Dialect.allCases)
    func `the desk opens registers and drafts of results`(dialect: Dialect) async throws {
        let template =
            ", template: {title: Giấy thử, text: \"Cấp cho {{name}}, ghi chú {{phone}}\", variables: {name: person.full_name, phone: person.birth_day}}"
        let service = try TrialService.make(
            template: template, texts: Self.book.replacing("\n      ", with: "\n  "), number: "GT")
        try await CaseBench.with(dialect, service: service) { bench, service in
            let visit = DeskVisit(bench, CaseBench.official("specialist"))
            let list = try await visit.opens("/ban-lam-viec/so")
            #expect(list.html.contains("Sổ cấp giấy") && list.html.contains("chưa có số nào"))
            let filed = try await bench.filed(service)
            let draft = "/ban-lam-viec/ho-so/\(filed.id)/du-thao-ket-qua"
            #expect(try await visit.opens(draft).status == 404)
            let received = try await bench.act("receive", on: filed, as: "one_stop").get()
            let sheet = try await visit.opens(draft)
            #expect(sheet.status == 200 && sheet.html.contains("Cấp cho Trần Thị Bưởi (mẫu), ghi chú "))
            #expect(sheet.html.contains("sheet-blank") && sheet.html.contains("Số: "))
            let stranger = DeskVisit(bench, CaseBench.official("specialist", agency: CaseBench.other))
            #expect(try await stranger.opens(draft).status == 404)
            let proposed = try await bench.act("propose", on: received, as: "specialist").get()
            let signed = try await bench.act("sign", on: proposed, as: "leader").get()
            #expect(try await visit.opens(draft).html.contains("1/2026/GT"))
            let page = try await visit.opens("/ban-lam-viec/so/book")
            #expect(page.html.contains("1/2026/SG") && page.html.contains("Trần Thị Bưởi (mẫu)"))
            #expect(try await visit.opens("/ban-lam-viec/so/other").status == 404)
            #expect(try await visit.opens("/ban-lam-viec/so/book/in/2026").html.contains("Sổ có 1 số."))
            #expect(try await visit.opens("/ban-lam-viec/so/book/bang/2026").status == 200)
            #expect(try await visit.opens("/ban-lam-viec/so/book/bang/2025").status == 404)
            let found = try await visit.sends("/ban-lam-viec/so/book", [("q", "buoi")])
            #expect(found.status == 303 && !found.location.contains("buoi"))
            #expect(try await visit.opens(found.location).html.contains("1/2026/SG"))
            _ = try await bench.act("give", on: signed, as: "one_stop", way: "counter").get()
            #expect(try await visit.opens(draft).status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a version that would put another thing into a column is not published`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try Self.service()) { bench, service in
            var other = service.definition
            other.service = "dich-vu-khac"
            func publish() async throws {
                try await bench.library.publish(PublishedDefinition(other), by: .system("test"))
            }
            other.registers?[0].columns[0].gives = .number
            other.registers?[0].columns[0].rule = "1"
            await #expect(throws: DefinitionProblems.self) { try await publish() }
            // A column more: the other service follows with its next version.
            other.registers = service.definition.registers
            other.registers?[0].columns.append(
                RegisterColumn(key: "more", title: Phrase(vi: "Thêm", en: "More"), rule: "1", gives: .number))
            try await publish()
            #expect(try await bench.library.heads().map(\.service).contains("dich-vu-khac"))
        }
    }
}
