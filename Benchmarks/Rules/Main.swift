import Foundation
import Kernel
import Rules

/// How long expressions of FEEL take: reads lines from standard input and prints for each a JSON object with the
/// microseconds to read, compile and run it, and to run it alone. Names are those of `Benchmarks/feel.py`.
@main
struct BenchRules {
    private static let names = RuleNames([
        "age": .number, "income": .number, "amount": .number, "kind": .string,
    ])

    static func main() throws {
        let values: [String: FEELValue] = ["age": 20, "income": 6_000_000, "amount": 1_250_000, "kind": "x"]
        let scope = RuleScope(values, now: SystemTime().now)
        while let line = readLine() {
            let rule = try Rule.compile(line, names: names).get()
            let whole = microseconds { try? Rule.compile(line, names: names).get().value(in: scope) }
            let alone = microseconds { rule.value(in: scope) }
            let figures: JSON = .object([
                "expression": .string(line), "result": .string(rule.value(in: scope).text),
                "read_and_run": .number(Decimal(whole)), "run": .number(Decimal(alone)),
            ])
            print(figures.canonical)
        }
    }

    /// The median of nine rounds, each long enough for the clock.
    private static func microseconds<Result>(_ work: () -> Result) -> Double {
        let clock = ContinuousClock()
        var turns = 1
        while clock.measure({ for _ in 0..<turns { keep(work()) } }) < .milliseconds(20) { turns *= 2 }
        let rounds = (0..<9).map { _ in clock.measure { for _ in 0..<turns { keep(work()) } } }.sorted()
        return rounds[4] / .microseconds(turns)
    }

    /// What is kept is not optimised away.
    @inline(never)
    private static func keep<Result>(_ result: Result) {}
}
