import Kernel
import NIOCore
import Synchronization
import Testing

@testable import Notices

@Suite struct SMTPSenderTests {
    private func letter() throws -> Letter {
        Letter(
            id: "0190a0b0-0000-7000-8000-000000000001", to: try #require(EmailAddress("an@mau.example")),
            subject: Phrase(vi: "Hồ sơ đã được tiếp nhận", en: "Received"),
            text: Phrase(vi: "Kính gửi\n.một dòng có chấm", en: "Dear"), date: Instant(seconds: 1_777_000_000))
    }

    private func sender(
        _ port: Int, user: String? = nil, security: SMTPSecurity = .none, seconds: TimeAmount = .seconds(20)
    ) throws -> SMTPSender {
        try SMTPSender(
            host: "127.0.0.1", port: port, user: user, password: user.map { _ in "mật khẩu" },
            from: "Một cửa <mot-cua@xa.example>", security: security, trust: nil,
            limits: SMTPLimits(connect: seconds, reply: seconds, whole: seconds))
    }

    /// The fault that sending ends in.
    private func fault(
        _ answer: FakeMailServer.Answer, to command: String, seconds: TimeAmount = .seconds(20)
    ) async throws -> SMTPFault? {
        var found: SMTPFault?
        let script: FakeMailServer.Script = { $0.hasPrefix(command) && $0.isEmpty == command.isEmpty ? answer : nil }
        try await FakeMailServer.with(script) { server in
            do {
                try await sender(server.port, user: "an", seconds: seconds).send(letter())
            } catch let fault as SMTPFault {
                found = fault
            }
        }
        return found
    }

    @Test func `a letter arrives whole`() async throws {
        try await FakeMailServer.with { server in
            let letter = try letter()
            try await sender(server.port).send(letter)
            #expect(
                server.heard.withLock { $0 }.prefix(4) == [
                    "EHLO xa.example", "MAIL FROM:<mot-cua@xa.example>", "RCPT TO:<an@mau.example>", "DATA",
                ])
            let sent = LetterFormat(from: try #require(MailAddress("Một cửa <mot-cua@xa.example>"))).bytes(letter)
            #expect(server.message.withLock { $0 } + "\r\n" == String(decoding: sent, as: UTF8.self))
        }
    }

    @Test func `the sender signs in when it has a name`() async throws {
        try await FakeMailServer.with { server in
            try await sender(server.port, user: "an").send(letter())
            #expect(server.heard.withLock { $0.contains { $0.hasPrefix("AUTH PLAIN ") } })
        }
    }

    @Test func `STARTTLS that is wanted and not offered ends it before anything is said`() async throws {
        try await FakeMailServer.with { server in
            let sender = try sender(server.port, user: "an", security: .startTLS)
            await #expect(throws: SMTPFault.noSTARTTLS) { try await sender.send(letter()) }
            #expect(server.heard.withLock { $0.filter { $0 != "QUIT" } } == ["EHLO xa.example"])
        }
    }

    @Test func `bytes that come between STARTTLS and the handshake are not trusted`() async throws {
        let script: FakeMailServer.Script = { command in
            switch command {
            case "EHLO xa.example": .say("250-mau.example\r\n250 STARTTLS")
            case "STARTTLS": .say("220 go\r\n250-mau.example\r\n250 AUTH PLAIN")
            default: nil
            }
        }
        try await FakeMailServer.with(script) { server in
            let sender = try sender(server.port, user: "an", security: .startTLS)
            await #expect(throws: SMTPFault.self) { try await sender.send(letter()) }
            #expect(!server.heard.withLock { $0.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") } })
        }
    }

    @Test func `a server that speaks no TLS is told apart from one that cannot be reached`() async throws {
        try await FakeMailServer.with { server in
            let sender = try sender(server.port, security: .tls, seconds: .seconds(5))
            await #expect(throws: SMTPFault.noHandshake(.noTLS)) { try await sender.send(letter()) }
        }
    }

    @Test func `a refusal is told with its code and stage, and without the address`() async throws {
        let unknown = try #require(
            try await fault(.say("550 5.1.1 <an@mau.example> no such user"), to: "RCPT"))
        #expect(unknown == .refused(.recipient, code: 550, status: "5.1.1"))
        #expect(unknown.description == "mail server refused RCPT TO: 550 5.1.1 (for good)")
        #expect(try await fault(.say("451 try later"), to: "DATA") == .refused(.content, code: 451, status: nil))
        #expect(try await fault(.say("452 4.2.2 full"), to: ".") == .refused(.content, code: 452, status: "4.2.2"))
        #expect(try await fault(.say("535 5.7.8 wrong"), to: "AUTH") == .refused(.signIn, code: 535, status: "5.7.8"))
        #expect(try await fault(.say("554 not you"), to: "") == .refused(.greeting, code: 554, status: nil))
    }

    @Test func `a connection that breaks is told with the stage at which it did`() async throws {
        #expect(try await fault(.drop, to: "") == .closed(.greeting))
        #expect(try await fault(.drop, to: "MAIL") == .closed(.sender))
        #expect(try await fault(.drop, to: ".") == .closed(.content))
    }

    @Test func `a server that says nothing is left alone after a while`() async throws {
        #expect(try await fault(.silence, to: "EHLO", seconds: .milliseconds(200)) == .timeout(.hello))
    }

    @Test func `a server that speaks something else is told`() async throws {
        #expect(try await fault(.say("HTTP/1.1 400 Bad Request"), to: "") == .malformed(.greeting))
    }

    @Test func `a port where nobody listens cannot be reached`() async throws {
        var port = 0
        try await FakeMailServer.with { port = $0.port }
        let sender = try sender(port)
        await #expect(throws: SMTPFault.unreachable(host: "127.0.0.1", port: port)) { try await sender.send(letter()) }
    }
}
