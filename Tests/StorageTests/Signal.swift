import Dispatch

/// A sign between closures on database threads, which may block, and tests, which may not.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func give() { semaphore.signal() }

    /// For closures of transactions. False when the sign did not come within ten seconds.
    @discardableResult
    func wait() -> Bool { semaphore.wait(timeout: .now() + 10) == .success }

    /// For tests.
    func arrived() async {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                self.wait()
                caller.resume()
            }
        }
    }
}
