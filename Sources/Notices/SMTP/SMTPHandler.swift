import NIOCore
import NIOSSL

/// Carries a dialogue over a connection, with a limit of time for each reply and for the whole.
///
/// It lives on one event loop and is used there alone.
final class SMTPHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var dialogue: SMTPDialogue
    private var reader = SMTPReplyReader()
    private let content: [UInt8]
    private let makeTLS: () throws -> NIOSSLClientHandler?
    private let limits: SMTPLimits
    private let outcome: EventLoopPromise<Void>
    private var isOver = false
    private var replyTimer: Scheduled<Void>?
    private var wholeTimer: Scheduled<Void>?

    init(
        _ dialogue: SMTPDialogue, content: [UInt8], limits: SMTPLimits, outcome: EventLoopPromise<Void>,
        makeTLS: @escaping () throws -> NIOSSLClientHandler?
    ) {
        self.dialogue = dialogue
        self.content = content
        self.limits = limits
        self.outcome = outcome
        self.makeTLS = makeTLS
    }

    func channelActive(context: ChannelHandlerContext) {
        wholeTimer = timer(limits.whole, context)
        replyTimer = timer(limits.reply, context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        do {
            for reply in try reader.feed(unwrapInboundIn(data).readableBytesView) {
                guard !isOver else { return }
                try act(try dialogue.received(reply), context)
            }
        } catch let fault as SMTPFault {
            end(.failure(fault), context)
        } catch is SMTPReplyReader.Malformed {
            end(.failure(.malformed(dialogue.stage)), context)
        } catch {
            end(.failure(.noHandshake(SMTPFault.TLSReason(error))), context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { end(.failure(.closed(dialogue.stage)), context) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A server that hangs up without the farewell of TLS has only closed the connection.
        if case NIOSSLError.uncleanShutdown? = error as? NIOSSLError {
            end(.failure(.closed(dialogue.stage)), context)
        } else if error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError {
            end(.failure(.noHandshake(SMTPFault.TLSReason(error))), context)
        } else {
            end(.failure(.closed(dialogue.stage)), context)
        }
    }

    private func act(_ action: SMTPDialogue.Action, _ context: ChannelHandlerContext) throws {
        switch action {
        case .say(let line): write(Array(line.utf8) + [0x0D, 0x0A], context)
        case .sayContent: write(content, context)
        case .beginTLS:
            guard reader.isEmpty else { throw SMTPFault.injected }
            guard let handler = try makeTLS() else { throw SMTPFault.noSTARTTLS }
            try context.pipeline.syncOperations.addHandler(handler, position: .first)
            // Written now, it goes out when the handshake is done.
            try act(dialogue.secured(), context)
        case .done: end(.success(()), context)
        }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        replyTimer?.cancel()
        replyTimer = timer(limits.reply, context)
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
    }

    private func end(_ result: Result<Void, SMTPFault>, _ context: ChannelHandlerContext) {
        guard !isOver else { return }
        isOver = true
        replyTimer?.cancel()
        wholeTimer?.cancel()
        outcome.completeWith(result.mapError { $0 as any Error })
        let farewell = context.channel.allocator.buffer(string: "QUIT\r\n")
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(farewell)).whenComplete { _ in channel.close(promise: nil) }
    }

    private func timer(_ limit: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: limit) { [self] in
            end(.failure(.timeout(dialogue.stage)), context)
        }
    }
}

/// How long this side waits: for the connection, for one reply, for all of it. The whole is shorter than the time for
/// which a job is claimed, so that no message is on its way twice.
struct SMTPLimits: Sendable {
    var connect = TimeAmount.seconds(15)
    var reply = TimeAmount.seconds(40)
    var whole = TimeAmount.seconds(90)
}
