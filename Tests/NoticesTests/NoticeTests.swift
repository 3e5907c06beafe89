import Accounts
import Casework
import Kernel
import Storage
import TestKit
import Testing
import Wording
import WorkingTime

@testable import Catalogue
@testable import Notices

@Suite struct NoticeTests {
    @Test(arguments: Dialect.allCases)
    func `whoever files online is told that it came, in the portal and by e-mail`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.file()
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .filed && notice.dossier == dossier.id && !notice.isRead)
            #expect(notice.title.vi == "Hồ sơ \(dossier.code) đã được nộp")
            let mail = try #require(try await counter.mails().first)
            #expect(mail.to == "binh@mau.example")
            #expect(mail.text.vi.hasPrefix("Kính gửi Ông/Bà Trần Văn Bình (mẫu),"))
            #expect(mail.text.vi.contains("https://mot-cua.example/ho-so/\(dossier.id)"))
            #expect(mail.text.en.contains("“Sample certificate”"))
            let lane = try await db.read { tx in try tx.value("SELECT lane FROM job", as: String.self) }
            #expect(lane?.hasPrefix("mail:\(dossier.id):") == true && lane?.contains("@") == false)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `neither notice nor e-mail holds the secret, and what is written for good names nobody`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.act("receive", on: counter.file())
            try await counter.act("refuse", on: dossier, note: "Giấy tờ của ông Bình đã hết hạn")
            let secret = counter.office.secret(of: dossier.id)
            for mail in try await counter.mails() { #expect(!"\(mail)".contains(secret)) }
            for notice in try await counter.notices() { #expect(!"\(notice)".contains(secret)) }
            let written = try await counter.writtenDown()
            #expect(!written.contains("Bình") && !written.contains("mau.example"))
        }
    }

    /// The sample service with messages, and numbers of its results.
    private static func talking() -> ServiceDefinition {
        var definition = Counter.definition
        definition.messages = [
            MessageRule(
                key: "received",
                text: Phrase(vi: "Hẹn {{promised_day}}, {{owner}}.", en: "Until {{promised_day}}, {{owner}}."),
                variables: [TextVariable(key: "owner", rule: "owner", gives: nil, written: nil)]),
            MessageRule(
                key: "finished",
                text: Phrase(
                    vi: "Giấy số {{result_number}} có giá trị sáu tháng.",
                    en: "Paper no. {{result_number}} is valid for six months."), variables: []),
        ]
        for index in definition.steps[1].acts.indices where definition.steps[1].acts[index].kind == .finish {
            definition.steps[1].acts[index].number = "GT"
        }
        return definition
    }

    @Test(arguments: Dialect.allCases)
    func `what the definition adds to a message stands in it, with the number of the result`(
        dialect: Dialect
    ) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db, definition: Self.talking())
            try await counter.forgetConfirmation()
            let received = try await counter.act("receive", on: counter.file(email: "la@mau.example"))
            #expect(try await counter.notices().first?.body.vi.hasSuffix("\n\nHẹn 28/04/2026, self.") == true)
            try await counter.act("finish", on: received)
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .finished)
            #expect(notice.body.vi.hasSuffix("\n\nGiấy số 1/2026/GT có giá trị sáu tháng."))
            #expect(notice.body.en.hasSuffix("\n\nPaper no. 1/2026/GT is valid for six months."))
            // An address that nobody has confirmed hears that there is news, and nothing else.
            for mail in try await counter.mails() { #expect(!"\(mail)".contains("1/2026/GT")) }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `receipt tells the promised date`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            try await counter.act("receive", on: counter.file())
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .received)
            #expect(notice.body.vi.contains("Ngày hẹn trả kết quả: 17 giờ 30 ngày 28/04/2026."))
            #expect(notice.body.en.contains("Promised date: 28 April 2026, 17:30."))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `entered at the counter, a dossier is told once, by e-mail with the look-up page`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            try await counter.file(online: false)
            let mails = try await counter.mails()
            #expect(mails.count == 1)
            #expect(mails.first?.subject.vi.hasSuffix("có tin mới") == true)
            #expect(mails.first?.text.vi.contains("https://mot-cua.example/tra-cuu") == true)
            #expect(try await db.read { tx in try tx.value("SELECT count(*) FROM notice") } == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a request for supplements names each item with its reason`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let received = try await counter.act("receive", on: counter.file())
            let items = [
                SupplementItem(kind: .paper, key: "photo", reason: "Ảnh mờ"),
                SupplementItem(kind: .page, key: "person", reason: "Sai năm sinh"),
            ]
            let asked = try await counter.act("supplement", on: received, items: items)
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .supplementRequested)
            #expect(notice.body.vi.contains("- Ảnh chân dung: Ảnh mờ\n- Nhân thân: Sai năm sinh"))
            #expect(notice.body.vi.contains("không tính vào thời hạn"))
            #expect(notice.body.en.contains("- Person: Sai năm sinh"))
            counter.clock.move(to: "2026-04-24T09:00:00+07:00")
            let answer = try await AnswerSupplement(counter.office)(
                asked.id, request: #require(asked.openRequest), checked: nil, by: counter.official().actor,
                desk: counter.official(), handed: [HandedPaper("photo", .original)])
            let answered = try answer.get()
            let told = try #require(try await counter.notices().first)
            #expect(told.kind == .supplementAnswered)
            #expect(told.body.vi.contains(try #require(answered.clock?.due).phrase.vi))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a refusal tells its reason, and which kind of refusal it is`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let first = try await counter.file()
            try await counter.act("refuse", on: first, note: "Không thuộc thẩm quyền")
            var notice = try #require(try await counter.notices().first)
            #expect(notice.title.vi == "Hồ sơ \(first.code) không được tiếp nhận")
            #expect(notice.body.vi.contains("Lý do: Không thuộc thẩm quyền"))
            let second = try await counter.act("receive", on: counter.file())
            try await counter.act("refuse", on: second, note: "Không đủ điều kiện")
            notice = try #require(try await counter.notices().first)
            #expect(notice.title.vi == "Dừng giải quyết hồ sơ \(second.code)")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the result is announced with the way it comes and what is still to pay`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let received = try await counter.act("receive", on: counter.file(way: "post"))
            let finished = try await counter.act("finish", on: received)
            var notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .finished)
            #expect(notice.body.vi.contains("bưu chính công ích"))
            #expect(notice.body.vi.contains("Khoản còn phải nộp: 166.000 đồng"))
            try await counter.act("give", on: finished, way: "post")
            notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .given && notice.body.vi.contains("bưu chính công ích"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result that is taken back after it was announced is told, one before is not`(dialect: Dialect) async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let received = try await counter.act("receive", on: counter.file())
            let result = { (name: String) in
                let (id, hash, now) = (
                    Paper.ID(at: counter.clock.now), String(repeating: "a", count: 64), counter.clock.now
                )
                _ = try await db.write { tx in
                    try tx.run(
                        """
                        INSERT INTO dossier_paper (id, dossier_id, paper, kind, sha256, filename, media_type, size,
                            added_at, replaced)
                        VALUES (\(id), \(received.id), 'result', 'result', \(hash), \(name), 'application/pdf', 1,
                            \(now), \(false))
                        """)
                }
                return id
            }
            let takeBack = TakeBackResult(counter.office)
            let early = try await takeBack(
                received.id, result: try await result("mot.pdf"), reason: "nhầm", seen: received.version,
                by: counter.official()
            ).get()
            #expect(try await counter.notices().first?.kind == .received)
            let finished = try await counter.act("finish", on: early)
            counter.clock.move(minutes: 1)
            let reopened = try await takeBack(
                received.id, result: try await result("hai.pdf"), reason: "nhầm", seen: finished.version,
                by: counter.official()
            ).get()
            #expect(reopened.step == received.step && reopened.clock?.endedAt == nil)
            let told = try #require(try await counter.notices().first)
            #expect(told.kind == .resultTakenBack)
            #expect(told.body.vi.contains("Xin không sử dụng tệp đã tải về"))
            #expect(told.body.vi.contains(try #require(reopened.clock?.due).phrase.vi))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what the desk does among itself is not told, money that is asked for is`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            var dossier = try await counter.act("receive", on: counter.file())
            let before = try await counter.notices().count
            dossier = try await counter.act("on", on: dossier)
            #expect(try await counter.notices().count == before)
            try await counter.act("ask_money", on: dossier)
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .paymentRequested && notice.body.vi.contains("166.000 đồng"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a withdrawal is confirmed`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.file()
            counter.clock.move(minutes: 1)
            _ = try await WithdrawDossier(counter.office)(
                dossier.id, reason: "Nhầm", by: .person(account: Counter.account, name: "Trần Văn Bình (mẫu)")
            ).get()
            #expect(try await counter.notices().first?.kind == .withdrawn)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a date counted again is told only when it is another`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            try await counter.act("receive", on: counter.file())
            let before = try await counter.notices().count
            // The same date with other words for it.
            counter.calendar.change { $0.years[2026]?.provisional = true }
            counter.clock.move(minutes: 1)
            let recalculate = RecalculateDeadlines(counter.office)
            _ = try await recalculate(agency: Counter.agency, by: .system("calendar"))
            #expect(try await counter.notices().count == before)
            let day = try #require(Day("2026-04-24"))
            counter.calendar.change {
                $0.years[2026]?.holidays.append(Holiday(from: day, to: day, name: Phrase(vi: "Bão", en: "Storm")))
            }
            counter.clock.move(minutes: 1)
            #expect(try await recalculate(agency: Counter.agency, by: .system("calendar")) == 1)
            let notice = try #require(try await counter.notices().first)
            #expect(notice.kind == .recalculated && notice.body.vi.contains("29/04/2026"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `money taken and receipts voided are told`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.file()
            let events: [DossierEvent] = [
                .paid(payment: "p", receipt: "0000001/2026", amount: Money(dong: 150_000)),
                .paymentVoided(payment: "p", receipt: "0000001/2026", amount: Money(dong: 150_000)),
            ]
            for event in events {
                counter.clock.move(minutes: 1)
                let now = counter.clock.now
                let (service, calendar) = try #require(try await counter.office.background(of: dossier.id))
                let actor = counter.official().actor
                try await db.write { [office = counter.office] tx in
                    let stored = try #require(try DossierStore.lock(dossier.id, in: tx))
                    if case .paid = event { try CaseFee.settle(["a"], of: dossier.id, at: now, in: tx) }
                    _ = try office.record(event, on: stored, service, calendar, by: actor, at: now, in: tx)
                }
            }
            let notices = try await counter.notices()
            #expect(notices.first?.kind == .paymentVoided)
            let paid = try #require(notices.dropFirst().first)
            #expect(paid.body.vi.contains("đã thu 150.000 đồng") && paid.body.vi.contains("0000001/2026"))
            #expect(paid.body.vi.contains("Khoản còn phải nộp: 16.000 đồng"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what a newer version of the service costs more is told, and other changes of fees are not`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.file()
            let version = DossierEvent.versionChanged(
                definition: counter.service.hash, step: nil, official: nil, commitment: "")
            for events in [[.feesChanged(fees: [])], [version, .feesChanged(fees: [])]] {
                counter.clock.move(minutes: 1)
                let now = counter.clock.now
                let (service, calendar) = try #require(try await counter.office.background(of: dossier.id))
                try await db.write { [office = counter.office] tx in
                    let stored = try #require(try DossierStore.lock(dossier.id, in: tx))
                    _ = try office.record(
                        events, on: stored, service, calendar, by: .system("service move"), at: now, in: tx)
                }
                let asked = try await counter.notices().filter { $0.kind == .paymentRequested }
                #expect(asked.count == events.count - 1)
                #expect(asked.allSatisfy { $0.body.vi.contains("166.000 đồng") })
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `to an address that nobody confirmed goes that there is news, and nothing more`(dialect: Dialect) async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let dossier = try await counter.file(email: "nguoi.la@mau.example")
            try await counter.act("refuse", on: dossier, note: "Giấy tờ đã hết hạn")
            let mails = try await counter.mails()
            let own = mails.filter { $0.to == "binh@mau.example" }
            #expect(own.count == 2 && own.last?.text.vi.contains("Giấy tờ đã hết hạn") == true)
            let hints = mails.filter { $0.to == "nguoi.la@mau.example" }
            // Not of what the applicant did online: whoever filed it may have typed a stranger's address.
            #expect(hints.count == 1)
            for hint in hints {
                let all = hint.subject.vi + hint.subject.en + hint.text.vi + hint.text.en
                #expect(all.contains(dossier.code) && all.contains("https://mot-cua.example"))
                for detail in ["Bình", "hết hạn", "Xác nhận mẫu", "tiếp nhận", "refus"] {
                    #expect(!all.contains(detail), "\(detail)")
                }
            }
            try await counter.forgetConfirmation()
            try await counter.act("receive", on: counter.file())
            let news = try await counter.mails().filter { $0.to == "binh@mau.example" }
            #expect(news.count == 3 && news.count { $0.subject.vi.hasSuffix("có tin mới") } == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `without an address there is a notice and no e-mail`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            try await counter.forgetConfirmation()
            try await counter.file(email: "")
            #expect(try await counter.notices().count == 1)
            #expect(try await counter.mails().isEmpty)
        }
    }
}
