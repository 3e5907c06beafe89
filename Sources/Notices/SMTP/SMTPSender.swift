import Kernel
import NIOCore
import NIOPosix
import NIOSSL

/// How the connection to the mail server is protected.
package enum SMTPSecurity: String, Sendable, CaseIterable {
    /// In the clear: for a server on the same machine or a network of one's own.
    case none
    /// Begins in the clear and turns to TLS before anything is said (RFC 3207); without it nothing is sent.
    case startTLS = "starttls"
    /// TLS from the first byte (RFC 8314).
    case tls
}

/// Hands letters to a mail server (SMTP, RFC 5321), one connection for each.
package struct SMTPSender: MailSender {
    private let host: String
    private let port: Int
    private let credentials: SMTPCredentials?
    private let from: MailAddress
    private let security: SMTPSecurity
    private let tls: NIOSSLContext?
    private let limits: SMTPLimits

    /// - Parameters:
    ///   - user: signs in with it and `password`; nil when the server wants nobody to.
    ///   - from: `địa-chỉ@nơi-gửi` or `Tên <địa-chỉ@nơi-gửi>`.
    ///   - trust: a file with certificates (PEM) that are trusted instead of the system's, for a server of one's own.
    package init(
        host: String, port: Int, user: String? = nil, password: String? = nil, from: String, security: SMTPSecurity,
        trust: String? = nil
    ) throws {
        try self.init(
            host: host, port: port, user: user, password: password, from: from, security: security, trust: trust,
            limits: SMTPLimits())
    }

    init(
        host: String, port: Int, user: String?, password: String?, from: String, security: SMTPSecurity,
        trust: String?, limits: SMTPLimits
    ) throws {
        guard let address = MailAddress(from) else { throw MailSetting.from }
        self.host = host
        self.port = port
        self.from = address
        self.security = security
        self.limits = limits
        credentials = user.map { SMTPCredentials(user: $0, password: password ?? "") }
        if security == .none {
            tls = nil
        } else {
            var configuration = TLSConfiguration.makeClientConfiguration()
            if let trust { configuration.trustRoots = .file(trust) }
            tls = try NIOSSLContext(configuration: configuration)
        }
    }

    package func send(_ letter: Letter) async throws {
        let dialogue = SMTPDialogue(
            client: from.domain, sender: from.address.text, recipient: letter.to.text, credentials: credentials,
            wantsTLS: security == .startTLS)
        let content = Self.transparent(LetterFormat(from: from).bytes(letter))
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let outcome = loop.makePromise(of: Void.self)
        let bootstrap = ClientBootstrap(group: loop).connectTimeout(limits.connect)
            .channelInitializer { [limits, security, tls, host] channel in
                channel.eventLoop.makeCompletedFuture {
                    let makeTLS = { try tls.map { try Self.handler($0, host) } }
                    let pipeline = channel.pipeline.syncOperations
                    if security == .tls, let handler = try makeTLS() { try pipeline.addHandler(handler) }
                    try pipeline.addHandler(
                        SMTPHandler(dialogue, content: content, limits: limits, outcome: outcome, makeTLS: makeTLS))
                }
            }
        do {
            _ = try await bootstrap.connect(host: host, port: port).get()
        } catch {
            outcome.fail(SMTPFault.unreachable(host: host, port: port))
        }
        try await outcome.futureResult.get()
    }

    /// Whether somebody takes connections at that address; nothing is said to them.
    package static func answers(host: String, port: Int) async -> Bool {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton.next())
            .connectTimeout(.seconds(5))
        guard let channel = try? await bootstrap.connect(host: host, port: port).get() else { return false }
        try? await channel.close().get()
        return true
    }

    private static func handler(_ context: NIOSSLContext, _ host: String) throws -> NIOSSLClientHandler {
        // The names of certificates are for hosts; an address in figures is no name to send (RFC 6066, section 3).
        let isName = (try? SocketAddress(ipAddress: host, port: 0)) == nil
        return try NIOSSLClientHandler(context: context, serverHostname: isName ? host : nil)
    }

    /// Dots at the beginning of lines doubled, and the dot that ends it (RFC 5321, section 4.5.2). `bytes` end a line.
    static func transparent(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 64)
        var beginsLine = true
        for byte in bytes {
            if beginsLine, byte == 0x2E { out.append(byte) }
            out.append(byte)
            beginsLine = byte == 0x0A
        }
        return out + [0x2E, 0x0D, 0x0A]
    }
}
