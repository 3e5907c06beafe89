import Foundation
import Synchronization

/// The threads of one database. `finished` returns when the last of them has ended.
package final class DatabaseThreads: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    package init() {}

    package func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        state.withLock { $0.running += 1 }
        let thread = Thread { [self] in
            body()
            let woken = state.withLock { state in
                state.running -= 1
                guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.waiting = [] }
                return state.waiting
            }
            for caller in woken { caller.resume() }
        }
        thread.name = name
        // A closure may parse deeply nested JSON.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Runs `body` on a thread of its own and waits for its value.
    package func run<Value: Sendable>(
        _ name: String, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Value, any Error>) in
            start(name) { caller.resume(with: Result { try body() }) }
        }
    }

    package func finished() async {
        await withCheckedContinuation { caller in
            let isOver = state.withLock { state in
                if state.running > 0 { state.waiting.append(caller) }
                return state.running == 0
            }
            if isOver { caller.resume() }
        }
    }
}
