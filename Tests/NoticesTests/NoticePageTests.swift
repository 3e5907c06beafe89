import Casework
import Foundation
import Kernel
import Markup
import Site
import Storage
import TestKit
import Testing

@testable import Notices

@Suite struct NoticePageTests {
    private func html(_ page: Page, _ language: Language) -> String {
        String(decoding: page.main.html(Rendering(language)), as: UTF8.self)
    }

    @Test(arguments: Dialect.allCases)
    func `the list says what is new, lists what is asked for, and leads to the dossier`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let received = try await counter.act("receive", on: counter.file())
            try await counter.act(
                "supplement", on: received, items: [SupplementItem(kind: .paper, key: "photo", reason: "Ảnh <mờ>")])
            let newest = try #require(try await counter.notices().first)
            try await counter.box.markRead(newest.id, of: Counter.account)
            let listing = try await counter.box.list(of: Counter.account)
            let page = NoticesPage(listing: listing, settings: Counter.settings, isFirst: true).page
            let shown = html(page, .vi)
            #expect(shown.contains("2 thông báo chưa đọc"))
            #expect(shown.contains("<li>Ảnh chân dung: Ảnh &lt;mờ&gt;</li>"))
            #expect(shown.components(separatedBy: ">Mới<").count == 3)
            #expect(shown.contains("href=\"/ho-so/\(received.id)\""))
            let english = html(page, .en)
            #expect(english.contains("needs supplements") && !english.contains("cần bổ sung"))
        }
    }

    @Test func `an empty list says what will come`() {
        let page = NoticesPage(
            listing: .init(notices: [], unread: 0, next: nil), settings: Counter.settings, isFirst: true
        ).page
        #expect(html(page, .vi).contains("Chưa có thông báo nào"))
    }
}
