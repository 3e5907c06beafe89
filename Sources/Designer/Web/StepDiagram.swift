import Catalogue
import DesignSystem
import Kernel
import Markup

/// The steps of a service as a drawing: boxes in their order with who works them and their limits, lines for the acts
/// that lead on or back. The list beside it says the same in words.
struct StepDiagram: Component {
    let steps: [Step]
    let limits: Phrase

    init(_ definition: ServiceDefinition) {
        steps = definition.steps
        limits = Phrase(vi: "Các bước của dịch vụ", en: "The steps of the service")
    }

    private static let width = 340
    private static let height = 64
    private static let gap = 36

    var markup: Markup {
        let lanes = back.count
        let total = 20 + Self.width + 24 + 16 * max(forward.count, 0)
        let bottom = steps.count * (Self.height + Self.gap)
        return Narrow {
            figure {
                Markup.element(
                    "svg",
                    [
                        .named("viewBox", "\(-16 * lanes - 8) 0 \(total + 16 * lanes + 8) \(bottom)"),
                        .role("img"), .aria("label", limits), .named("width", "100%"),
                    ]
                ) {
                    for (index, step) in steps.enumerated() { box(step, index) }
                    for (index, pair) in adjacent.enumerated() { down(pair, index) }
                    for (lane, pair) in forward.enumerated() { side(pair, lane, isUp: false) }
                    for (lane, pair) in back.enumerated() { side(pair, lane, isUp: true) }
                }
                figcaption(
                    Phrase(
                        vi: "Nét liền: chuyển tiếp; nét đứt: trả lại.",
                        en: "Solid lines lead on, broken ones lead back."),
                    .class("note"))
            }
        }.markup
    }

    // MARK: lines

    private typealias Pair = (from: Int, to: Int, isBack: Bool)

    /// Every pair of steps that an act joins, once.
    private var pairs: [Pair] {
        var seen: Set<String> = []
        var pairs: [Pair] = []
        for (index, step) in steps.enumerated() {
            for act in step.acts {
                guard let to = steps.firstIndex(where: { $0.key == act.to }), to != index,
                    seen.insert("\(index) \(to)").inserted
                else { continue }
                pairs.append((index, to, act.isBack))
            }
        }
        return pairs
    }

    private var adjacent: [Pair] { pairs.filter { $0.to == $0.from + 1 } }
    private var forward: [Pair] { pairs.filter { $0.to > $0.from + 1 } }
    private var back: [Pair] { pairs.filter { $0.to < $0.from } }

    private func top(_ index: Int) -> Int { index * (Self.height + Self.gap) + 2 }

    private func down(_ pair: Pair, _ index: Int) -> Markup {
        let x = 20 + Self.width / 2
        return stroke("M\(x) \(top(pair.from) + Self.height)V\(top(pair.to))", isBack: false, tip: (x, top(pair.to), 0))
    }

    private func side(_ pair: Pair, _ lane: Int, isUp: Bool) -> Markup {
        let edge = isUp ? 20 : 20 + Self.width
        let x = isUp ? 20 - 16 * (lane + 1) : 20 + Self.width + 16 * (lane + 1)
        let (from, to) = (
            top(pair.from) + Self.height / 2 + (isUp ? -10 : 10), top(pair.to) + Self.height / 2 + (isUp ? 10 : -10)
        )
        return stroke("M\(edge) \(from)H\(x)V\(to)H\(edge)", isBack: pair.isBack, tip: (edge, to, isUp ? 1 : -1))
    }

    /// A line with its arrowhead: pointing down (0), right (1) or left (-1).
    private func stroke(_ way: String, isBack: Bool, tip: (x: Int, y: Int, turn: Int)) -> Markup {
        let (x, y) = (tip.x, tip.y)
        let head =
            tip.turn == 0
            ? "M\(x - 5) \(y - 8)L\(x) \(y)L\(x + 5) \(y - 8)"
            : "M\(x - 8 * tip.turn) \(y - 5)L\(x) \(y)L\(x - 8 * tip.turn) \(y + 5)"
        let dashes: [Attribute] = isBack ? [.named("stroke-dasharray", "5 4")] : []
        return .many([
            Markup.element(
                "path",
                [
                    .named("d", way), .named("fill", "none"), .named("stroke", "currentColor"),
                    .named("stroke-width", "1.5"),
                ] + dashes, []),
            Markup.element(
                "path",
                [
                    .named("d", head), .named("fill", "none"), .named("stroke", "currentColor"),
                    .named("stroke-width", "1.5"),
                ], []),
        ])
    }

    // MARK: boxes

    private func box(_ step: Step, _ index: Int) -> Markup {
        let y = top(index)
        let role = PartKind.roles.first { $0.value == step.role }?.label ?? Phrase(same: step.role)
        let limit = step.limit.flatMap { limit in
            PartForm.units.first { $0.value == limit.unit }.map { unit in
                Phrase(vi: " · \(limit.value) \(unit.label.vi)", en: " · \(limit.value) \(unit.label.en)")
            }
        }
        return .many([
            Markup.element(
                "rect",
                [
                    .named("x", "20"), .named("y", String(y)), .named("width", String(Self.width)),
                    .named("height", String(Self.height)), .named("rx", "6"), .named("fill", "none"),
                    .named("stroke", "currentColor"), .named("stroke-width", "1.5"),
                ], []),
            Markup.element(
                "text",
                [
                    .named("x", "34"), .named("y", String(y + 27)), .named("font-size", "16"),
                    .named("font-weight", "700"), .named("fill", "currentColor"),
                ],
                [
                    .phrase(
                        Self.short(Phrase(vi: "\(index + 1). \(step.title.vi)", en: "\(index + 1). \(step.title.en)")))
                ]),
            Markup.element(
                "text",
                [
                    .named("x", "34"), .named("y", String(y + 49)), .named("font-size", "14"),
                    .named("fill", "currentColor"),
                ],
                [
                    .phrase(
                        Self.short(Phrase(vi: role.vi + (limit?.vi ?? ""), en: role.en + (limit?.en ?? ""))))
                ]),
        ])
    }

    /// As much as fits into a box.
    private static func short(_ words: Phrase) -> Phrase {
        func cut(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }
        return Phrase(vi: cut(words.vi), en: cut(words.en))
    }
}
