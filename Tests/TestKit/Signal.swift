import Dispatch

/// A sign between closures on database threads, which may block, and tests, which may not.
package final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    package func give() { semaphore.signal() }

    /// For closures of transactions. False when the sign did not come within a minute.
    @discardableResult
    package func wait() -> Bool { semaphore.wait(timeout: .now() + 60) == .success }

    /// For tests.
    package func arrived() async {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                self.wait()
                caller.resume()
            }
        }
    }
}
