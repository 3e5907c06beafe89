import NIOCore
import NIOPosix
import Synchronization

/// A mail server in the test's own process that answers as the test wants and keeps what it was told.
final class FakeMailServer: Sendable {
    enum Answer: Sendable {
        case say(String)
        case drop
        case silence
    }

    /// What is answered to a command; nil for what an ordinary server says. The greeting is asked for as `""`, the end
    /// of the content as `"."`.
    typealias Script = @Sendable (_ command: String) -> Answer?

    let heard = Mutex<[String]>([])
    /// The message as it came, dots undone.
    let message = Mutex<String>("")
    private let channel: any Channel

    var port: Int { channel.localAddress?.port ?? 0 }

    static func with(
        _ script: @escaping Script = { _ in nil }, _ body: (FakeMailServer) async throws -> Void
    ) async throws {
        let keeper = Mutex<FakeMailServer?>(nil)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(
                        Desk(script: script) { server in keeper.withLock { $0.map(server) } })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = FakeMailServer(channel)
        keeper.withLock { $0 = server }
        do { try await body(server) } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private init(_ channel: any Channel) { self.channel = channel }

    private final class Desk: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        let script: Script
        let note: ((FakeMailServer) -> Void) -> Void
        var line = ""
        var content: [String]?

        init(script: @escaping Script, note: @escaping ((FakeMailServer) -> Void) -> Void) {
            self.script = script
            self.note = note
        }

        func channelActive(context: ChannelHandlerContext) { answer("", context) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            for scalar in String(buffer: unwrapInboundIn(data)).unicodeScalars {
                guard scalar == "\n" else {
                    if scalar != "\r" { line.unicodeScalars.append(scalar) }
                    continue
                }
                let whole = line
                line = ""
                if let lines = content {
                    guard whole == "." else {
                        content = lines + [whole.hasPrefix(".") ? String(whole.dropFirst()) : whole]
                        continue
                    }
                    content = nil
                    note { $0.message.withLock { $0 = lines.joined(separator: "\r\n") } }
                    answer(".", context)
                } else {
                    note { $0.heard.withLock { $0.append(whole) } }
                    answer(whole, context)
                }
            }
        }

        private func answer(_ command: String, _ context: ChannelHandlerContext) {
            switch script(command) ?? .say(usual(command)) {
            case .drop: context.close(promise: nil)
            case .silence: break
            case .say(let text):
                if text.hasPrefix("354") { content = [] }
                context.writeAndFlush(
                    wrapOutboundOut(context.channel.allocator.buffer(string: text + "\r\n")), promise: nil)
                if text.hasPrefix("221") { context.close(promise: nil) }
            }
        }

        private func usual(_ command: String) -> String {
            switch command.split(separator: " ").first ?? "" {
            case "": command.isEmpty ? "220 mau.example ESMTP" : "250 2.0.0 ok"
            case "EHLO": "250-mau.example\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN"
            case "AUTH": "235 2.7.0 ok"
            case "DATA": "354 go on"
            case "QUIT": "221 bye"
            default: "250 2.0.0 ok"
            }
        }
    }
}
