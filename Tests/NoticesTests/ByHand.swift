import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import Storage
import TestKit
import Testing

@testable import Notices

@Suite struct ByHand {
    @Test func smtp() async throws {
        let folder = "/work/h/db/smtp/"
        func letter(_ n: Int) throws -> Letter {
            Letter(id: "id-\(n)", to: try #require(EmailAddress("an@mau.example")),
                subject: Phrase(vi: "Hồ sơ H99.41-260422-0001 đã được tiếp nhận", en: "Dossier H99.41-260422-0001 has been received"),
                text: Phrase(vi: "Kính gửi Ông/Bà,\n\n.chấm ở đầu dòng = thử\n" + String(repeating: "rất dài ", count: 40), en: "Dear"), date: Instant("2026-04-22T09:00:00+07:00")!)
        }
        func go(_ n: Int, _ host: String, _ port: Int, _ user: String?, _ s: SMTPSecurity, _ trust: String?, _ password: String = "mật khẩu") async {
            do {
                try await SMTPSender(host: host, port: port, user: user, password: password, from: "Một cửa xã Mẫu <mot-cua@xa.example>", security: s, trust: trust).send(letter(n))
                print("BYHAND", n, "sent")
            } catch { print("BYHAND", n, error) }
        }
        let cert = folder + "cert.pem"
        await go(1, "127.0.0.1", 8025, nil, .none, nil)
        await go(2, "localhost", 8026, "an", .startTLS, cert)
        await go(3, "localhost", 8027, "an", .tls, cert)
        await go(4, "127.0.0.1", 8028, "an", .none, nil)
        await go(5, "localhost", 8026, "an", .startTLS, cert, "sai")
        await go(6, "localhost", 8027, "an", .tls, nil)
        await go(7, "127.0.0.1", 8027, "an", .tls, cert)
        await go(8, "127.0.0.1", 8025, nil, .startTLS, cert)
        await go(9, "localhost", 8026, nil, .startTLS, cert)
    }

    @Test func page() async throws {
        try await withDatabase(.sqlite, Counter.migrations) { db in
            let counter = try await Counter(db)
            let received = try await counter.act("receive", on: counter.file())
            try await counter.act("supplement", on: received, items: [.init(kind: .paper, key: "photo", reason: "Ảnh mờ"), .init(kind: .page, key: "person", reason: "Sai năm sinh")])
            let listing = try await counter.box.list(of: Counter.account)
            let page = NoticesPage(listing: listing, settings: Counter.settings, isFirst: true).page
            let doc = Shell(.portal, title: page.title, siteName: Phrase(same: "Một cửa xã Mẫu")) { page.main }.document().document(Rendering(.vi))
            try Data(doc).write(to: URL(fileURLWithPath: "/work/h/db/web/notices.html"))
            for asset in Assets.all { try Data(asset.bytes).write(to: URL(fileURLWithPath: "/work/h/db/web" + asset.path)) }
        }
    }
}
