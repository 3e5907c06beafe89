import Directory
import Foundation
import Journal
import Kernel
import Storage
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

@Suite struct ServiceDraftTests {
    private static let author = DesignerOffice.Official(
        actor: .official(account: "a", name: "Tác Giả (mẫu)", post: "p", agency: "x"), agency: "x", isReviewer: false)
    private static let stranger = DesignerOffice.Official(
        actor: .official(account: "c", name: "Người Khác (mẫu)", post: "r", agency: "y"), agency: "y", isReviewer: false
    )
    private static let reviewer = DesignerOffice.Official(
        actor: .official(account: "b", name: "Người Duyệt (mẫu)", post: "q", agency: "y"), agency: "y", isReviewer: true
    )

    /// A definition of the project that is in force from a day of the trial.
    private static func text(from day: String) throws -> String {
        let url = ReferenceData.projectRoot.appendingPathComponent("services/chung-thuc-ban-sao.yaml")
        var patch = YAMLPatch(try String(contentsOf: url, encoding: .utf8))
        try patch.set(["effective_from"], .text(day))
        return patch.text
    }

    private func with(
        _ dialect: Dialect, _ body: @escaping @Sendable (DesignerOffice) async throws -> Void
    ) async throws {
        let clock = FixedTime(Instant("2026-06-01T09:00:00+07:00") ?? Instant(seconds: 0))
        let migrations = DirectorySchema.migrations + DefinitionStore.migrations + ServiceDraftStore.migrations
        try await withDatabase(dialect, JournalSchema.migrations + migrations) { database in
            let library = ServiceLibrary(database: database, clock: clock)
            try await body(
                DesignerOffice(database: database, clock: clock, library: library) {
                    try ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services")).library()
                })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft is published by a second person, and by nobody who wrote at it`(dialect: Dialect) async throws {
        try await with(dialect) { office in
            let id = try await office.begin(try Self.text(from: "2026-06-01"), missing: [], by: Self.author).get()
            let open = try #require(try await office.draft(id))
            // The reviewer of another draft is the author of this change, and may no longer publish it.
            let changed = open.text + "# Xem lại.\n"
            try await office.write(id, changed, what: "", seen: 1, by: Self.reviewer).get()
            try await office.submit(id, seen: 2, by: Self.author).get()
            #expect(await refusal { try await office.publish(id, seen: 3, by: Self.reviewer) } == .ownWork)
            #expect(await refusal { try await office.publish(id, seen: 3, by: Self.author) } == .notYours)
            let second = DesignerOffice.Official(
                actor: .official(account: "d", name: "Người Thứ Hai (mẫu)", post: "s", agency: "z"), agency: "z",
                isReviewer: true)
            let hash = try await office.publish(id, seen: 3, by: second).get()
            #expect(try await office.library.current("chung-thuc-ban-sao")?.hash == hash)
            #expect(try await office.draft(id)?.state == .published)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the next draft begins from what is in force, as it was written here`(dialect: Dialect) async throws {
        try await with(dialect) { office in
            let written = try Self.text(from: "2026-06-01") + "# Ghi chú của người viết.\n"
            let id = try await office.begin(written, missing: [], by: Self.author).get()
            #expect(try await office.textInForce(of: "chung-thuc-ban-sao") == nil)
            try await office.submit(id, seen: 1, by: Self.author).get()
            _ = try await office.publish(id, seen: 2, by: Self.reviewer).get()
            #expect(try await office.textInForce(of: "chung-thuc-ban-sao") == written)
            // A version that came from a file since is not what the draft says.
            let file = written.replacing("effective_from: 2026-06-01", with: "effective_from: 2026-06-02")
            let check = DefinitionReader(library: try office.parts()).check(file, file: "chung-thuc-ban-sao.yaml")
            let tomorrow = FixedTime(Instant("2026-06-02T09:00:00+07:00") ?? office.clock.now)
            let library = ServiceLibrary(database: office.database, clock: tomorrow)
            try await library.publish(
                try PublishedDefinition(try #require(check.definition)), by: Self.reviewer.actor)
            let later = DesignerOffice(database: office.database, clock: tomorrow, library: library) {
                try office.parts()
            }
            #expect(try await later.textInForce(of: "chung-thuc-ban-sao") == nil)
        }
    }

    @Test func `a draft that begins from the program's file says when another version is in force`() async throws {
        try await with(.sqlite) { office in
            let name = "chung-thuc-ban-sao"
            let file = try Self.text(from: "2026-06-01")
            // In force is nothing, then what the file says, then another version.
            #expect(try await office.beginning(of: name, file: file)?.missing == [])
            #expect(try await office.beginning(of: name, file: nil) == nil)
            func publish(_ text: String) async throws {
                let check = DefinitionReader(library: try office.parts()).check(text, file: "\(name).yaml")
                try await office.library.publish(
                    try PublishedDefinition(try #require(check.definition)), by: Self.reviewer.actor)
                office.library.forget()
            }
            try await publish(file)
            #expect(try await office.beginning(of: name, file: file)?.missing == [])
            let newer = file.replacing("effective_from: 2026-06-01", with: "effective_from: 2026-05-31")
            let begun = try #require(try await office.beginning(of: name, file: newer))
            #expect(begun.text == newer)
            #expect(begun.missing == [DesignerOffice.fileDiffers])
        }
    }

    @Test func `a draft is warned of a register that nobody in force keeps, and of a column that it does not have`()
        async throws
    {
        try await with(.sqlite) { office in
            func text(_ name: String, _ source: String = "giay_phep_xay_dung.result_number") throws -> String {
                let url = ReferenceData.projectRoot.appendingPathComponent("services/\(name).yaml")
                return try String(contentsOf: url, encoding: .utf8).replacing(
                    "filled_from: giay_phep_xay_dung.result_number", with: "filled_from: \(source)")
            }
            func findings(_ source: String) async throws -> [String] {
                let text = try text("gia-han-giay-phep-xay-dung", source)
                let id = try await office.begin(text, missing: [], by: Self.author).get()
                let check = try await office.check(try #require(try await office.draft(id)))
                #expect(check.definition != nil)
                return check.findings.filter { $0.kind == .filling }.map(\.message.en)
            }
            let right = "giay_phep_xay_dung.result_number"
            let unknown = "no service keeps a register “giay_phep_xay_dung”"
            #expect(try await findings(right) == [unknown, unknown])
            let keeper = try text("giay-phep-xay-dung-nha-o")
            let check = DefinitionReader(library: try office.parts()).check(
                keeper, file: "giay-phep-xay-dung-nha-o.yaml")
            try await office.library.publish(
                try PublishedDefinition(try #require(check.definition)), by: Self.reviewer.actor)
            office.library.forget()
            #expect(try await findings(right) == [])
            #expect(
                try await findings("giay_phep_xay_dung.nothing") == [
                    "the register “giay_phep_xay_dung” has no column “nothing”"
                ])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft that hands a case to a service which is not in force is not published`(dialect: Dialect) async throws
    {
        try await with(dialect) { office in
            func draft(_ name: String) async throws -> ServiceDraft.ID {
                let url = ReferenceData.projectRoot.appendingPathComponent("services/\(name).yaml")
                var patch = YAMLPatch(try String(contentsOf: url, encoding: .utf8))
                try patch.set(["effective_from"], .text("2026-06-01"))
                let id = try await office.begin(patch.text, missing: [], by: Self.author).get()
                try await office.submit(id, seen: 1, by: Self.author).get()
                return id
            }
            let origin = try await draft("khai-sinh-the-bao-hiem-y-te")
            guard case .misfits = await refusal({ try await office.publish(origin, seen: 2, by: Self.reviewer) }) else {
                Issue.record("published without the service to which it hands a case")
                return
            }
            let child = try await draft("cap-the-bao-hiem-y-te")
            _ = try await office.publish(child, seen: 2, by: Self.reviewer).get()
            _ = try await office.publish(origin, seen: 2, by: Self.reviewer).get()
            // A next version of the child that asks for more than the origin in force hands over.
            let url = ReferenceData.projectRoot.appendingPathComponent("services/cap-the-bao-hiem-y-te.yaml")
            var patch = YAMLPatch(try String(contentsOf: url, encoding: .utf8))
            try patch.set(["effective_from"], .text("2026-06-02"))
            let page = try #require(patch.text.firstRange(of: "    fields:\n"))
            let text = patch.text.replacingCharacters(
                in: page, with: "    fields:\n      nobody_hands_it: Mã mới | New code\n")
            let greedy = try await office.begin(text, missing: [], by: Self.author).get()
            try await office.submit(greedy, seen: 1, by: Self.author).get()
            guard
                case .misfits(let message) = await refusal({
                    try await office.publish(greedy, seen: 2, by: Self.reviewer)
                })
            else {
                Issue.record("published although the origin in force does not hand over what it asks for")
                return
            }
            #expect(message.en.contains("nobody_hands_it"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a definition is judged beside those in force with which it shares cases, and no others`(
        dialect: Dialect
    ) async throws {
        try await with(dialect) { office in
            let folder = ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services"))
            func definition(_ name: String) throws -> ServiceDefinition {
                let file = folder.url.appendingPathComponent("\(name).yaml")
                return try #require(try folder.check(file: file).definition)
            }
            let (origin, child) = ("khai-sinh-the-bao-hiem-y-te", "cap-the-bao-hiem-y-te")
            for name in [origin, child, "chung-thuc-ban-sao"] {
                try await office.library.publish(PublishedDefinition(definition(name)), by: .system("test"))
            }
            func besides(_ names: [String]) async throws -> [String] {
                try await office.library.besides(names.map { try definition($0) }).map(\.service)
            }
            #expect(try await besides([origin]) == [child])
            #expect(try await besides([child]) == [origin])
            #expect(try await besides([origin, child]) == [])
            #expect(try await besides(["chung-thuc-ban-sao"]) == [])
        }
    }

    @Test func `the later of two changes is refused, and another agency's draft is only read`() async throws {
        try await with(.sqlite) { office in
            let text = try Self.text(from: "2026-06-01")
            let id = try await office.begin(text, missing: [], by: Self.author).get()
            try await office.write(id, text + "# Một.\n", what: "", seen: 1, by: Self.author).get()
            #expect(await refusal { try await office.write(id, text, what: "", seen: 1, by: Self.author) } == .changed)
            #expect(
                await refusal { try await office.write(id, text, what: "", seen: 2, by: Self.stranger) } == .notYours)
            try await office.undo(id, to: 1, seen: 2, by: Self.author).get()
            #expect(try await office.draft(id)?.text == text)
            #expect(try await office.changes(of: id).map(\.kind) == [.undone, .changed, .begun])
        }
    }

    @Test func `what has errors is not handed over, what would begin in the past is not published`() async throws {
        try await with(.sqlite) { office in
            let broken = try Self.text(from: "2026-06-01").replacing("use: short", with: "use: nothing")
            let first = try await office.begin(broken, missing: [], by: Self.author).get()
            #expect(await refusal { try await office.submit(first, seen: 1, by: Self.author) } == .hasErrors)
            let late = try await office.begin(try Self.text(from: "2026-05-31"), missing: [], by: Self.author).get()
            let day = try #require(Day("2026-05-31"))
            #expect(await refusal { try await office.submit(late, seen: 1, by: Self.author) } == .past(day))
            // It was handed over in time, and lay.
            let today = try await office.begin(try Self.text(from: "2026-06-01"), missing: [], by: Self.author).get()
            try await office.submit(today, seen: 1, by: Self.author).get()
            let later = DesignerOffice(
                database: office.database, clock: FixedTime(Instant("2026-06-02T09:00:00+07:00") ?? office.clock.now),
                library: office.library
            ) { try office.parts() }
            let begun = try #require(Day("2026-06-01"))
            #expect(await refusal { try await later.publish(today, seen: 2, by: Self.reviewer) } == .past(begun))
        }
    }

    @Test func `a procedure that the catalogue does not have is not published`() async throws {
        try await with(.sqlite) { office in
            let id = try await office.begin(try Self.text(from: "2026-06-01"), missing: [], by: Self.author).get()
            try await office.submit(id, seen: 1, by: Self.author).get()
            let code = try #require(try await office.draft(id)).procedure
            let elsewhere = DesignerOffice(
                database: office.database, clock: office.clock, library: office.library,
                hasProcedure: { $0 != code }, parts: { try office.parts() })
            #expect(
                await refusal { try await elsewhere.publish(id, seen: 2, by: Self.reviewer) } == .noProcedure(code))
            _ = try await office.publish(id, seen: 2, by: Self.reviewer).get()
        }
    }

    @Test func `a draft is written without English, and not handed over so`() async throws {
        try await with(.sqlite) { office in
            var patch = YAMLPatch(try Self.text(from: "2026-06-01"))
            let title = try #require(Phrase(written: try patch.value()["title"] ?? .null))
            try patch.set(["title"], .text(title.vi))
            let id = try await office.begin(patch.text, missing: [], by: Self.author).get()
            #expect(await refusal { try await office.submit(id, seen: 1, by: Self.author) } == .hasErrors)
            // It is shown with what there is.
            let draft = try #require(try await office.draft(id))
            let check = try await office.check(draft)
            #expect(check.errors.map(\.kind) == [.language])
            let open = OpenDraftFile(
                draft, check, Self.author, try office.parts(), SiteOutlook(agencies: [:], hasProcedure: true))
            #expect(open.definition == nil)
            #expect(open.shown?.title == Phrase(same: title.vi))
        }
    }

    @Test func `a text that cannot be read is kept, and the draft keeps its name`() async throws {
        try await with(.sqlite) { office in
            let id = try await office.begin(try Self.text(from: "2026-06-01"), missing: [], by: Self.author).get()
            let before = try #require(try await office.draft(id))
            try await office.write(id, "form: [\n", what: "", seen: 1, by: Self.author).get()
            let draft = try #require(try await office.draft(id))
            #expect(draft.text == "form: [\n")
            #expect(draft.title == before.title && draft.service == before.service)
            #expect(await refusal { try await office.submit(id, seen: 2, by: Self.author) } == .hasErrors)
        }
    }

    private func refusal<Value>(
        _ act: () async throws -> Result<Value, DesignerOffice.Refusal>
    ) async -> DesignerOffice.Refusal? {
        do {
            if case .failure(let refusal) = try await act() { return refusal }
        } catch { Issue.record(error) }
        return nil
    }
}
