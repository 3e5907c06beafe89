import Kernel
import Logging
import Storage
import Synchronization
import TestKit
import Testing

@testable import Jobs

/// Writes down what it was given; may be told to fail, or to wait.
private final class Recorder: JobHandler {
    struct Broken: Error {}
    let kind = "note"
    let fails: Bool
    let held = Mutex(false)
    private let texts = Mutex<[String]>([])

    init(fails: Bool = false) { self.fails = fails }

    var seen: [String] { texts.withLock { $0 } }

    func run(_ job: Job) async throws {
        texts.withLock { $0.append(job.payload.string ?? "") }
        while held.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
        if fails { throw Broken() }
    }
}

/// A queue of its own for one test.
private struct Bench {
    let database: any Database
    let clock = TestClock()
    var queue: JobQueue { JobQueue(database: database, clock: clock) }

    func worker(_ handler: Recorder, renewal: Duration = .seconds(10)) -> Worker {
        Worker(queue: queue, handlers: [handler], logger: Logger(label: "test"), renewal: renewal)
    }

    func writes(_ texts: [String], lane: String) async throws {
        let now = clock.now
        try await database.write { tx in
            try Outbox.enqueue(texts.map { ("note", lane, .string($0)) }, at: now, in: tx)
        }
    }

    func claimedUntil() async throws -> Instant? {
        try await database.read { tx in try tx.row("SELECT claimed_until FROM job")?.find("claimed_until") }
    }
}

private func withBench(_ dialect: Dialect, _ body: (Bench) async throws -> Void) async throws {
    try await withDatabase(dialect, JobsSchema.migrations) { try await body(Bench(database: $0)) }
}

@Test(arguments: Dialect.allCases)
func `a lane keeps its order, and a handful takes the first of each lane`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        let recorder = Recorder()
        try await bench.writes(["a1", "a2", "a3"], lane: "a")
        try await bench.writes(["b1", "b2"], lane: "b")
        #expect(try await bench.worker(recorder).runOnce() == 2, "the first of each lane")
        try await bench.worker(recorder).drain()
        #expect(recorder.seen.filter { $0.hasPrefix("a") } == ["a1", "a2", "a3"])
        #expect(recorder.seen.filter { $0.hasPrefix("b") } == ["b1", "b2"])
        #expect(try await bench.queue.standing().waiting == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `what a killed worker had claimed is taken again, before what follows it`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["first", "second"], lane: "a")
        #expect(try await bench.queue.claim(16).map(\.payload) == ["first"])
        // Nobody finishes it.
        #expect(try await bench.queue.claim(16).isEmpty)
        bench.clock.move(seconds: JobQueue.lease + 1)
        let recorder = Recorder()
        try await bench.worker(recorder).drain()
        #expect(recorder.seen == ["first", "second"])
    }
}

@Test(arguments: Dialect.allCases)
func `a job that takes long stays claimed while its worker lives`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["long"], lane: "a")
        let recorder = Recorder()
        recorder.held.withLock { $0 = true }
        let worker = bench.worker(recorder, renewal: .milliseconds(5))
        async let run = worker.runOnce()
        while recorder.seen.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        for _ in 1...3 {
            bench.clock.move(seconds: JobQueue.lease - 1)
            let renewed = bench.clock.now.adding(seconds: JobQueue.lease)
            while try await bench.claimedUntil() != renewed { try await Task.sleep(for: .milliseconds(2)) }
            #expect(try await bench.queue.claim(16).isEmpty)
        }
        recorder.held.withLock { $0 = false }
        #expect(try await run == 1)
        #expect(recorder.seen == ["long"])
    }
}

@Test(arguments: Dialect.allCases)
func `who has lost a claim takes nothing from whoever has it now`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["one"], lane: "a")
        let lost = try #require(try await bench.queue.claim(1).first)
        bench.clock.move(seconds: JobQueue.lease + 1)
        let present = try #require(try await bench.queue.claim(1).first)
        #expect(try await bench.queue.renew(lost) == false)
        try await bench.queue.postpone(lost, because: "late")
        #expect(try await bench.queue.renew(present))
        #expect(try await bench.queue.claim(1).isEmpty)
    }
}

@Test(arguments: Dialect.allCases)
func `a job that fails comes later and later, is stuck at last, and its lane waits`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["bad", "after"], lane: "a")
        let recorder = Recorder(fails: true)
        for _ in 0..<JobQueue.mostAttempts {
            #expect(try await bench.worker(recorder).runOnce() == 1)
            #expect(try await bench.worker(recorder).runOnce() == 0, "it is not due yet")
            bench.clock.move(seconds: 3_600)
        }
        #expect(recorder.seen == Array(repeating: "bad", count: JobQueue.mostAttempts))
        #expect(try await bench.worker(recorder).runOnce() == 0)
        let standing = try await bench.queue.standing()
        #expect(standing.stuck == 1 && standing.waiting == 1)
        let stuck = try #require(try await bench.queue.waiting().first)
        #expect(stuck.isStuck)
        #expect(try await bench.queue.discard(stuck.id) { _, _, _ in })
        let calm = Recorder()
        try await bench.worker(calm).drain()
        #expect(calm.seen == ["after"])
    }
}

@Test(arguments: Dialect.allCases)
func `a lane keeps the order of writing though the later act bears the earlier moment`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        let now = bench.clock.now
        for (text, moment) in [("one", now), ("two", now), ("three", now.adding(seconds: -1))] {
            try await bench.database.write { tx in
                try Outbox.enqueue([("note", "lane", .string(text))], at: moment, in: tx)
            }
        }
        let recorder = Recorder()
        try await bench.worker(recorder).drain()
        #expect(recorder.seen == ["one", "two", "three"])
    }
}

/// Fails as the world outside does.
private final class Failing: JobHandler {
    struct Failure: JobFailure { let outlook: JobOutlook }
    let kind = "note"
    let outlook: JobOutlook
    private let texts = Mutex<[String]>([])
    init(_ outlook: JobOutlook) { self.outlook = outlook }
    var seen: [String] { texts.withLock { $0 } }
    func run(_ job: Job) async throws {
        texts.withLock { $0.append(job.payload.string ?? "") }
        if job.payload.string == "bad" { throw Failure(outlook: outlook) }
    }
}

@Test(arguments: Dialect.allCases)
func `what is refused for good is put aside at once and its lane goes on`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["bad", "after"], lane: "lane")
        let worker = Worker(queue: bench.queue, handlers: [Failing(.final)], logger: Logger(label: "test"))
        try await worker.drain()
        let left = try await bench.queue.waiting()
        #expect(left.count == 1 && left.allSatisfy(\.isStuck))
    }
}

@Test(arguments: Dialect.allCases)
func `what the world outside will mend is tried for as long as it takes`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["bad"], lane: "lane")
        let worker = Worker(queue: bench.queue, handlers: [Failing(.passing)], logger: Logger(label: "test"))
        for _ in 0..<(JobQueue.mostAttempts * 2) {
            _ = try await worker.runOnce()
            bench.clock.move(seconds: 3_600)
        }
        #expect(try await bench.queue.standing().stuck == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `what is waited for keeps its place in its lane`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["bad", "after"], lane: "lane")
        let handler = Failing(.passing)
        let worker = Worker(queue: bench.queue, handlers: [handler], logger: Logger(label: "test"))
        for _ in 0..<3 {
            try await worker.drain()
            bench.clock.move(seconds: 3_600)
        }
        #expect(handler.seen == ["bad", "bad", "bad"])
        #expect(try await bench.queue.standing().waiting == 2)
    }
}

@Test(arguments: Dialect.allCases)
func `what is put off for days is put aside, and its lane goes on`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["bad", "after"], lane: "lane")
        let handler = Failing(.deferred)
        let worker = Worker(queue: bench.queue, handlers: [handler], logger: Logger(label: "test"))
        for _ in 0..<(JobQueue.mostAttempts * 2) {
            try await worker.drain()
            bench.clock.move(seconds: 3_600)
        }
        #expect(try await bench.queue.standing().stuck == 0)
        #expect(!handler.seen.contains("after"))
        bench.clock.move(days: JobQueue.patience)
        try await worker.drain()
        #expect(handler.seen.last == "after")
        let left = try await bench.queue.waiting()
        #expect(left.count == 1 && left.allSatisfy(\.isStuck))
    }
}

@Test(arguments: Dialect.allCases)
func `a job that takes long holds up its own lane and no other`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        try await bench.writes(["held", "behind"], lane: "a")
        try await bench.writes(["b1", "b2", "b3"], lane: "b")
        let gate = Gate()
        let worker = Worker(
            queue: bench.queue, handlers: [gate], logger: Logger(label: "test"), pause: .milliseconds(5))
        let run = Task { try await worker.run() }
        // Long enough for a busy machine; what never comes ends the waiting.
        for _ in 0..<4_000 where !gate.seen.contains("b3") { try await Task.sleep(for: .milliseconds(5)) }
        #expect(Set(gate.seen) == ["held", "b1", "b2", "b3"])
        try await bench.writes(["later"], lane: "c")
        for _ in 0..<4_000 where !gate.seen.contains("later") { try await Task.sleep(for: .milliseconds(5)) }
        #expect(gate.seen.contains("later") && !gate.seen.contains("behind"))
        gate.isOpen.withLock { $0 = true }
        for _ in 0..<4_000 where !gate.seen.contains("behind") { try await Task.sleep(for: .milliseconds(5)) }
        #expect(gate.seen.last == "behind")
        run.cancel()
        _ = await run.result
    }
}

/// Keeps the job "held" until it is opened.
private final class Gate: JobHandler {
    let kind = "note"
    let isOpen = Mutex(false)
    private let texts = Mutex<[String]>([])
    var seen: [String] { texts.withLock { $0 } }
    func run(_ job: Job) async throws {
        let text = job.payload.string ?? ""
        texts.withLock { $0.append(text) }
        while text == "held", !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
    }
}

@Test(arguments: Dialect.allCases)
func `a job whose transaction is taken back was never there`(dialect: Dialect) async throws {
    struct Refused: Error {}
    try await withBench(dialect) { bench in
        let now = bench.clock.now
        await #expect(throws: Refused.self) {
            try await bench.database.write { tx in
                try Outbox.enqueue([("note", "a", "never")], at: now, in: tx)
                throw Refused()
            }
        }
        let standing = try await bench.queue.standing()
        #expect(standing.waiting == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `several workers carry each job out once`(dialect: Dialect) async throws {
    try await withBench(dialect) { bench in
        for lane in 0..<20 { try await bench.writes(["\(lane).1", "\(lane).2", "\(lane).3"], lane: "\(lane)") }
        let recorder = Recorder()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await bench.worker(recorder).drain() } }
            try await group.waitForAll()
        }
        // A worker may have found only lanes that another was at.
        try await bench.worker(recorder).drain()
        #expect(recorder.seen.count == 60)
        #expect(Set(recorder.seen).count == 60)
        for lane in 0..<20 {
            #expect(recorder.seen.filter { $0.hasPrefix("\(lane).") } == ["\(lane).1", "\(lane).2", "\(lane).3"])
        }
    }
}
