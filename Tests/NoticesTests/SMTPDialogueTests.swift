import Testing

@testable import Notices

@Suite struct SMTPDialogueTests {
    private func dialogue(_ credentials: SMTPCredentials? = nil, tls: Bool = false) -> SMTPDialogue {
        SMTPDialogue(
            client: "xa.example", sender: "mot-cua@xa.example", recipient: "an@mau.example", credentials: credentials,
            wantsTLS: tls)
    }

    private func reply(_ code: Int, _ lines: String...) -> SMTPReply { SMTPReply(code: code, lines: lines) }

    @Test func `after STARTTLS the server is asked anew, and only then is the password said`() throws {
        var talk = dialogue(SMTPCredentials(user: "an", password: "mật"), tls: true)
        #expect(try talk.received(reply(220, "chào")) == .say("EHLO xa.example"))
        #expect(try talk.received(reply(250, "x", "STARTTLS", "AUTH PLAIN")) == .say("STARTTLS"))
        #expect(try talk.received(reply(220, "go")) == .beginTLS)
        #expect(talk.secured() == .say("EHLO xa.example"))
        #expect(try talk.received(reply(250, "x", "AUTH LOGIN PLAIN")) == .say("AUTH PLAIN AGFuAG3huq10"))
        #expect(try talk.received(reply(235, "ok")) == .say("MAIL FROM:<mot-cua@xa.example>"))
    }

    @Test func `without STARTTLS nothing is said in the clear`() throws {
        var talk = dialogue(SMTPCredentials(user: "an", password: "x"), tls: true)
        _ = try talk.received(reply(220))
        #expect(throws: SMTPFault.noSTARTTLS) { try talk.received(self.reply(250, "x", "AUTH PLAIN")) }
    }

    @Test func `a server that knows only LOGIN is told user and password one by one`() throws {
        var talk = dialogue(SMTPCredentials(user: "an", password: "x"))
        _ = try talk.received(reply(220))
        #expect(try talk.received(reply(250, "x", "AUTH LOGIN")) == .say("AUTH LOGIN"))
        #expect(try talk.received(reply(334, "VXNlcm5hbWU6")) == .say("YW4="))
        #expect(try talk.received(reply(334, "UGFzc3dvcmQ6")) == .say("eA=="))
        #expect(try talk.received(reply(235)) == .say("MAIL FROM:<mot-cua@xa.example>"))
    }

    @Test func `a server without a known way to sign in is named`() throws {
        var talk = dialogue(SMTPCredentials(user: "an", password: "x"))
        _ = try talk.received(reply(220))
        #expect(throws: SMTPFault.noSignIn) { try talk.received(self.reply(250, "x", "AUTH GSSAPI")) }
    }

    @Test func `replies are put together from any pieces`() throws {
        let bytes = Array("250-xa.example\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n220 2.0.0 go\r\n35".utf8)
        for size in 1...bytes.count {
            var reader = SMTPReplyReader()
            var replies: [SMTPReply] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                replies += try reader.feed(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(replies.map(\.code) == [250, 220])
            #expect(replies.first?.lines == ["xa.example", "STARTTLS", "AUTH PLAIN"])
            #expect(replies.last?.status == "2.0.0")
            #expect(!reader.isEmpty)
        }
    }

    @Test(arguments: [
        "hello\r\n", "250-a\r\n251 b\r\n", "99 x\r\n", "2500 x\r\n", String(repeating: "2", count: 5_000),
    ])
    func `what is no SMTP is refused`(text: String) {
        var reader = SMTPReplyReader()
        #expect(throws: SMTPReplyReader.Malformed.self) { try reader.feed(Array(text.utf8)) }
    }

    @Test func `dots at the beginning of lines are doubled`() {
        let out = SMTPSender.transparent(Array(".a\r\n..\r\nb.\r\n".utf8))
        #expect(String(decoding: out, as: UTF8.self) == "..a\r\n...\r\nb.\r\n.\r\n")
    }
}
