import Foundation

/// The client's side of handing over one message (RFC 5321; STARTTLS RFC 3207; AUTH RFC 4954): from each reply to what
/// is said next. Pure: it knows no connection.
struct SMTPDialogue {
    enum Action: Equatable {
        /// One line, without its end.
        case say(String)
        /// The message, with the dots of its lines doubled, and the dot that ends it.
        case sayContent
        case beginTLS
        /// The server has taken the message.
        case done
    }

    private enum State {
        case greeting, hello, startTLS, plain, loginUser, loginPassword, signedIn, sender, recipient, data, content
    }

    /// The name under which this side greets.
    let client: String
    let sender: String
    let recipient: String
    let credentials: SMTPCredentials?
    /// Whether STARTTLS must come before everything else.
    let wantsTLS: Bool

    private var state = State.greeting
    private var isSecured = false

    init(
        client: String, sender: String, recipient: String, credentials: SMTPCredentials? = nil, wantsTLS: Bool = false
    ) {
        self.client = client
        self.sender = sender
        self.recipient = recipient
        self.credentials = credentials
        self.wantsTLS = wantsTLS
    }

    var stage: SMTPFault.Stage {
        switch state {
        case .greeting: .greeting
        case .hello: .hello
        case .startTLS: .startTLS
        case .plain, .loginUser, .loginPassword, .signedIn: .signIn
        case .sender: .sender
        case .recipient: .recipient
        case .data, .content: .content
        }
    }

    mutating func received(_ reply: SMTPReply) throws(SMTPFault) -> Action {
        guard reply.code < 400 else { throw .refused(stage, code: reply.code, status: reply.status) }
        switch state {
        case .greeting:
            try expect(220, reply)
            return greet()
        case .hello:
            try expect(250, reply)
            return try afterHello(reply)
        case .startTLS:
            try expect(220, reply)
            return .beginTLS
        case .loginUser:
            try expect(334, reply)
            state = .loginPassword
            return .say(base64(credentials?.user ?? ""))
        case .loginPassword:
            try expect(334, reply)
            state = .signedIn
            return .say(base64(credentials?.password ?? ""))
        case .plain, .signedIn:
            try expect(235, reply)
            return beginMail()
        case .sender:
            try expect(250, reply)
            state = .recipient
            return .say("RCPT TO:<\(recipient)>")
        case .recipient:
            guard reply.isPositive else { throw .malformed(stage) }
            state = .data
            return .say("DATA")
        case .data:
            try expect(354, reply)
            state = .content
            return .sayContent
        case .content:
            try expect(250, reply)
            return .done
        }
    }

    /// The handshake is done: the server is asked anew what it offers (RFC 3207, section 4.2).
    mutating func secured() -> Action {
        isSecured = true
        return greet()
    }

    private mutating func greet() -> Action {
        state = .hello
        return .say("EHLO \(client)")
    }

    private mutating func afterHello(_ reply: SMTPReply) throws(SMTPFault) -> Action {
        let offers = reply.lines.dropFirst().map { $0.uppercased() }
        if wantsTLS, !isSecured {
            guard offers.contains("STARTTLS") else { throw .noSTARTTLS }
            state = .startTLS
            return .say("STARTTLS")
        }
        guard let credentials else { return beginMail() }
        let ways = offers.filter { $0.hasPrefix("AUTH ") }.flatMap { $0.split(separator: " ").dropFirst() }
        if ways.contains("PLAIN") {
            state = .plain
            return .say("AUTH PLAIN " + base64("\u{0}\(credentials.user)\u{0}\(credentials.password)"))
        }
        guard ways.contains("LOGIN") else { throw .noSignIn }
        state = .loginUser
        return .say("AUTH LOGIN")
    }

    private mutating func beginMail() -> Action {
        state = .sender
        return .say("MAIL FROM:<\(sender)>")
    }

    private func expect(_ code: Int, _ reply: SMTPReply) throws(SMTPFault) {
        guard reply.code == code else { throw .malformed(stage) }
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}

/// With what the program signs in to the mail server.
struct SMTPCredentials: Sendable, Equatable {
    let user: String
    let password: String
}
