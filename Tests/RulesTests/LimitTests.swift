import Foundation
import Testing

@testable import Rules

/// No expression can hang, exhaust memory or crash, on a thread with half of the usual stack (a sixteenth of it when
/// the program is built for release, whose frames are that much smaller).
struct LimitTests {
    #if DEBUG
        private static let stack = 4 * 1_024 * 1_024
    #else
        private static let stack = 512 * 1_024
    #endif

    /// What the expression gives on a thread with little stack; nil when it is refused.
    private func value(_ source: String) -> FEELValue? {
        nonisolated(unsafe) var result: FEELValue?
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            result = Feel.value(source)
            done.signal()
        }
        thread.stackSize = Self.stack
        thread.start()
        done.wait()
        return result
    }

    @Test(arguments: [
        "for a in 1..100000, b in 1..100000, c in 1..100000 return a", "sum(for i in 1..1000000000000 return i)",
        "count(for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1]) < 0 or null",
        "(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1] = 1",
        "count(for i in 1..100000 return partial)", "(function(f) f(f))(function(f) f(f))",
        "{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), r: f(f, 100000)}.r",
        "(for i in 1..100000 return function() partial)[1]", "some x in 1..1000000000 satisfies x < 0",
        "sort(for i in 1..900000 return i, function(a, b) a > b)",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"^(a+)+$b\")",
        "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^((a|a)+)+$\")",
        "1e6000 ** 1000000000", "2 ** 99999999999999",
    ])
    func `an expression that would never end gives null`(_ source: String) {
        #expect(value(source) == .null, "\(value(source)?.text.prefix(80) ?? "refused")")
    }

    @Test func `deep texts are refused or read, never overflow`() {
        for count in [50, 100, 10_000] {
            for (open, close) in [
                ("(", ")"), ("[", "]"), ("{a:", "}"), ("-", ""), ("not(", ")"), ("if true then ", " else 1"),
                ("1 in (", ")"),
            ] {
                _ = value(String(repeating: open, count: count) + "1" + String(repeating: close, count: count))
            }
            for chain in ["1+", "2**", "1=", "a.", "true and ", "1 < ", "function(x) "] {
                _ = value(String(repeating: chain, count: count) + "1")
            }
            for tail in ["[1]", ".a", "()", " instance of number"] {
                _ = value("a" + String(repeating: tail, count: count))
            }
            _ = value(
                "1 instance of " + String(repeating: "list<", count: count) + "number"
                    + String(repeating: ">", count: count))
        }
        let sum = Array(repeating: "1", count: 200).joined(separator: " + ")
        #expect(value(sum) == 200)
        let choices = (1...60).map { "if 1 = 2 then \($0) else " }.joined() + "7"
        #expect(value(choices) == 7)
        #expect(value(String(repeating: "true and ", count: 3_000) + "true") == true)
        #expect(value(String(repeating: "1 ", count: 40_000)) == nil)
    }

    @Test func `a reasonable rule stays far from the limits`() {
        #expect(value("count(for i in 1..10000 return i * 2)") == 10_000)
        #expect(value("{f: function(g, n) if n = 0 then 0 else 1 + g(g, n - 1), r: f(f, 50)}.r") == 50)
        #expect(value("matches(string join(for i in 1..500 return \"ab\"), \"^(ab)+$\")") == true)
    }
}
