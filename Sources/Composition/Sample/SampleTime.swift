import Kernel
import Synchronization

/// The time at which sample dossiers happened: it moves through the last weeks, within office hours, up to now.
final class SampleTime: TimeSource {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) { self.moment = Mutex(moment) }

    var now: Instant { moment.withLock { $0 } }

    func move(to instant: Instant) { moment.withLock { $0 = instant } }
}
