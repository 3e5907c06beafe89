import Casework
import DesignSystem
import Kernel
import Markup
import Site
import Storage
import TestKit
import Testing

@testable import Payments

@Suite struct PaymentPageTests {
    private func html(_ markup: Markup, _ language: Language = .vi) -> String {
        String(decoding: markup.html(Rendering(language)), as: UTF8.self)
    }

    private func file(_ counter: Counter, _ dossier: Dossier) async throws -> CaseFile {
        try #require(try await counter.office.file(dossier.id))
    }

    @Test(arguments: Dialect.allCases)
    func `the page of a case shows what is due and takes it, for the one-stop desk alone`(dialect: Dialect)
        async throws
    {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let due = try await file(counter, dossier)
            let now = counter.clock.now
            let shown = html(PaymentPanel.card(due, [], official: counter.official(), at: now))
            #expect(shown.contains("Còn phải nộp 166.000 đồng") && shown.contains("Lệ phí cấp giấy: 150.000 đồng"))
            #expect(shown.contains("Trần Văn Bình (mẫu)") && shown.contains("chưa có thanh toán trực tuyến"))
            let others = html(PaymentPanel.card(due, [], official: counter.official("specialist"), at: now))
            #expect(!others.contains("<form"))
            let payment = try await counter.take(dossier)
            let paid = html(
                PaymentPanel.card(
                    try await file(counter, dossier), [payment], official: counter.official(), at: now))
            #expect(paid.contains("Đã nộp, biên lai số 0000001/2026") && !paid.contains("<form"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a receipt says who paid what, in figures and in words, and what it is not`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            let dossier = try await counter.file()
            let payment = try await counter.take(dossier)
            let page = ReceiptPage(
                payment: payment, file: try await file(counter, dossier), agency: nil, official: counter.official())
            let sheet = html(page.sheet.markup)
            for words in [
                "Số: <span class=\"whole\">0000001/2026</span>", "Trần Văn Bình (mẫu)", "Lê Thị Cửa (mẫu)",
                "166.000 đồng", "150.000",
                "01/2026/TT",
                "Một trăm sáu mươi sáu nghìn đồng", "Tiền mặt", "Ngày 22 tháng 04 năm 2026", dossier.code, "Xã Mẫu",
                "chưa phải biên lai điện tử",
            ] { #expect(sheet.contains(words), "\(words)") }
            let voided = try await VoidPayment(counter.office)(payment.id, reason: "Sai", by: counter.official()).get()
            let after = ReceiptPage(
                payment: voided, file: try await file(counter, dossier), agency: nil, official: counter.official())
            #expect(html(after.sheet.markup).contains("(đã hủy)"))
            #expect(!html(after.page.main).contains(PaymentPaths.voiding(payment.id)))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the day's takings show sums and receipts, on the screen and on paper`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            _ = try await counter.take(counter.file())
            let official = counter.official()
            let query = TakingsQuery(FormValues(), official: official.account, today: counter.clock.now.day)
            let listing = try await Takings(counter.office)(
                at: Counter.agency, on: query.day, of: query.official, after: query.after)
            let page = html(TakingsPage(listing: listing, query: query, official: official).page.main)
            #expect(page.contains("0000001/2026") && page.contains("166.000"))
            let sheet = html(
                TakingsSheet(listing: listing, query: query, official: official, agency: nil).page.main)
            #expect(sheet.contains("Bảng kê thu phí, lệ phí") && sheet.contains("Một trăm sáu mươi sáu nghìn đồng"))
        }
    }

    @Test func `the question of a day is read and written as an address`() throws {
        let today = try #require(Day("2026-04-22"))
        let typed = FormValues(pairs: [("ngay", "21/4/2026"), ("cong-chuc", "tat-ca"), ("sau", "50")])
        let query = TakingsQuery(typed, official: "cua", today: today)
        #expect(query.day == today.adding(days: -1) && query.official == nil && query.after == 50)
        #expect(query.address(PaymentPaths.takings) == "/ban-lam-viec/thu-phi?ngay=2026-04-21&cong-chuc=tat-ca")
        #expect(TakingsQuery(FormValues(), official: "cua", today: today).official == "cua")
    }
}
