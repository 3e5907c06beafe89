#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whoever tells the time. Operations take the time from one of these, never from the machine itself.
package protocol TimeSource: Sendable {
    var now: Instant { get }
}

/// The machine's clock.
package struct SystemTime: TimeSource {
    package init() {}

    package var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}

/// A clock that stands still, for trying things out.
package struct FixedTime: TimeSource {
    package let now: Instant
    package init(_ now: Instant) { self.now = now }
}
