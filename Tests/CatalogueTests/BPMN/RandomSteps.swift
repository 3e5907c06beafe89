import Kernel

@testable import Catalogue

/// Writes random steps from a seed, of every kind that the language of definitions has.
struct RandomSteps {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed) }

    mutating func below(_ bound: Int) -> Int { random.below(bound) }
    private mutating func chance(_ one: Int) -> Bool { below(one) == 0 }
    private mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    private static let titles = [
        "Tiếp nhận hồ sơ", "Thẩm định", "A & B", "<ký>", "“Trình” 'ký'", "Ý kiến: có, không", "x | y", "#1", "true",
        "- danh sách", "a\nb", "tab\there", "Đã ký", "5 ngày", "🐎", "{a}", "[b]", "no", "~", "C:\\d\"e\"",
    ]
    private static let rules = [
        "kind.case = \"list\"", "a.b > 3 and a.c < 4", "true", "not(x.y)", "(a) or (b)", "act = \"x\"", ")",
        "a\n and b",
        "x.z in [1..3]", "\"&lt;\" = y.z",
    ]

    private mutating func phrase() -> Phrase { Phrase(vi: pick(Self.titles), en: pick(Self.titles)) }
    private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? { chance(3) ? value(&self) : nil }
    private mutating func rule() -> String { pick(Self.rules) }
    private mutating func unit() -> String { pick(["working_days", "days", "hours", "months"]) }

    private mutating func limit() -> LimitRule {
        LimitRule(
            value: 1 + below(40), unit: unit(),
            cases: (0..<(chance(3) ? 2 : 0)).map { _ in LimitCase(when: rule(), value: 1 + below(9), unit: unit()) })
    }

    mutating func process() -> ServiceProcess {
        ServiceProcess(name: "thu-\(below(9))", title: phrase(), steps: steps())
    }

    mutating func steps() -> [Step] {
        let count = 1 + below(7)
        let keys = (0..<count).map { ["reception", "s_1", "a", "step", "choice", "end_2", "x9"][$0] }
        return keys.map { key in
            Step(
                key: key, title: phrase(), role: pick(DefinitionReading.roles), official: 1 + below(10),
                limit: maybe { $0.limit() }, acts: acts(of: key, keys), parallel: maybe { $0.branches() },
                join: maybe { $0.pick([.all, .any, .atLeast(2)]) }, to: maybe { $0.pick(keys) },
                timers: maybe { $0.timers() })
        }
    }

    private mutating func branches() -> [StepBranch] {
        (0..<below(4)).map { number in
            StepBranch(
                key: "branch_\(number)", title: phrase(), role: pick(DefinitionReading.roles),
                limit: maybe { $0.limit() }, at: maybe { $0.pick([StepBranch.chosen, "H99.41.05"]) },
                when: maybe { $0.rule() }, answer: maybe { $0.pick(StepBranch.Answer.allCases) },
                service: maybe { $0.pick(["cap-the", "dich-vu-1"]) },
                with: maybe { [HandedAnswer(key: "child.name", rule: $0.rule())] },
                papers: maybe { [HandedPaperName(key: "birth", from: $0.pick(["proof", "result"]))] })
        }
    }

    private mutating func timers() -> [StepTimer] {
        (0..<below(4)).map { number in
            StepTimer(
                key: "timer_\(number)", after: limit(), remind: maybe { $0.chance(2) },
                tell: maybe { $0.pick(["head", "leader"]) }, act: maybe { "act_\($0.below(6))" },
                note: maybe { $0.phrase() }, waiting: maybe { $0.chance(2) })
        }
    }

    private mutating func acts(of step: String, _ keys: [String]) -> [Act] {
        (0..<below(6)).map { number in
            let kind = pick(Act.Kind.allCases)
            let isMove = [.receive, .move, .finish].contains(kind)
            return Act(
                key: "act_\(number)", title: phrase(), kind: kind, to: isMove || chance(4) ? pick(keys) : nil,
                effect: maybe { $0.phrase() }, needsNote: chance(2), needsResult: chance(2), isBack: chance(3),
                when: maybe { $0.rule() }, clock: maybe { $0.pick(ClockChange.allCases) },
                reason: maybe { $0.phrase() }, number: maybe { $0.pick(["GPXD", "QĐ-UBND"]) })
        }
    }
}
