import Casework
import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import Storage
import TestKit
import Testing

@testable import Payments

@Suite struct ByHand {
    @Test func pages() async throws {
        try await withDatabase(.sqlite, Counter.migrations) { db in
            let counter = try Counter(db)
            func save(_ name: String, _ page: Page) throws {
                let side: Shell.Side = page.side == .paper ? .paper : .desk
                let doc = Shell(side, title: page.title, siteName: Phrase(same: "Một cửa xã Mẫu")) { page.main }.document().document(Rendering(.vi))
                try Data(doc).write(to: URL(fileURLWithPath: "/work/h/db/web/\(name).html"))
            }
            let dossier = try await counter.file()
            let first = try await counter.take(dossier, ["b"])
            let file = try #require(try await counter.office.file(dossier.id))
            let panel = PaymentPanel.card(file, [first], official: counter.official(), at: counter.clock.now)
            try save("panel", Page(Phrase(same: "Hồ sơ"), side: .desk) { Narrow { PageTitle(Phrase(same: dossier.code)); panel } })
            try save("take", TakePaymentPage(file: file, payments: [first], typed: counter.order([]), problems: [FieldProblem("fee", Phrase(same: "Xin chọn ít nhất một khoản để thu."))]).page)
            let card = AgencyCard(id: "x", name: Phrase(same: "Ủy ban nhân dân xã Mẫu (mẫu)"), code: "H99.41", parentName: Phrase(same: "Ủy ban nhân dân tỉnh Mẫu (mẫu)"))
            try save("receipt", ReceiptPage(payment: first, file: file, agency: card, official: counter.official()).page)
            try save("void", VoidPaymentPage(payment: first).page)
            for i in 0..<6 {
                let p = try await counter.take(counter.file(), i % 2 == 0 ? ["a", "b"] : ["a"], method: i % 3 == 0 ? .transfer : .cash, by: i % 2 == 0 ? nil : counter.official(account: "khac", name: "Bùi Văn Cửa (mẫu)"))
                counter.clock.move(minutes: 13)
                if i == 4 { _ = try await VoidPayment(counter.office)(p.id, reason: "Nhầm hồ sơ", by: counter.official()).get() }
            }
            let query = TakingsQuery(FormValues(pairs: [("cong-chuc", "tat-ca")]), official: "cua", today: counter.clock.now.day)
            let listing = try await Takings(counter.office)(at: Counter.agency, on: query.day, of: query.official, after: 0)
            try save("takings", TakingsPage(listing: listing, query: query, official: counter.official()).page)
            try save("sheet", TakingsSheet(listing: listing, query: query, official: counter.official(), agency: card).page)
        }
    }
}
