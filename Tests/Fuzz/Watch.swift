import Foundation
import Synchronization

/// Looks from a thread of its own whether an input is being worked on for too long.
final class Watch: Sendable {
    private struct Work {
        var number = -1
        var input: FuzzInput?
        var began = ContinuousClock.now
    }

    private let work = Mutex(Work())

    init(patience: UInt64) {
        let thread = Thread { [self] in
            while true {
                sleep(1)
                let late = work.withLock { $0.input != nil && $0.began.duration(to: .now) > .seconds(patience) }
                if late { stop("more than \(patience) s with") }
            }
        }
        thread.start()
    }

    func begins(_ number: Int, _ input: FuzzInput) {
        work.withLock { $0 = Work(number: number, input: input) }
    }

    func ends() { work.withLock { $0.input = nil } }

    /// Tells the input and ends the process.
    func stop(_ reason: String) {
        let (number, input) = work.withLock { ($0.number, $0.input) }
        print("\(reason) input \(number)\(input.map { ": \($0.kind.rawValue)\n\($0.text)" } ?? "")")
        exit(1)
    }
}
