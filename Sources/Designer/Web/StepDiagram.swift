import Catalogue
import DesignSystem
import Kernel
import Markup

/// The steps of a service as a drawing: boxes in their order with who works them and their limits, within them what is
/// asked beside each other and the timers, lines for what leads on or back. The list beside it says the same in words.
struct StepDiagram: Component {
    private let steps: [Step]
    private let places: [StepDiagramPlace]

    init(_ definition: ServiceDefinition) {
        steps = definition.steps
        places = StepDiagramPlace.all(definition.steps)
    }

    var markup: Markup {
        let right = 20 + StepDiagramPlace.width + 4 + 16 * forward.count
        let left = back.isEmpty ? -16 : 16 * back.count - 12
        let bottom = places.last.map { $0.bottom + 4 } ?? 0
        return Narrow {
            figure {
                Markup.element(
                    "svg",
                    [
                        .named("viewBox", "\(-left) 0 \(right + left) \(bottom)"), .role("img"),
                        .aria("label", Phrase(vi: "Các bước của dịch vụ", en: "The steps of the service")),
                        .named("width", String(right + left)),
                    ]
                ) {
                    for (index, step) in steps.enumerated() { StepDiagramBox(step, places[index], steps) }
                    for pair in adjacent { down(pair) }
                    for (lane, pair) in forward.enumerated() { side(pair, lane, isUp: false) }
                    for (lane, pair) in back.enumerated() { side(pair, lane, isUp: true) }
                }
                figcaption(legend, .class("note"))
            }
        }.markup
    }

    private var legend: Phrase {
        let hasBranches = steps.contains { $0.parallel != nil }
        let hasTimers = steps.contains { $0.timers != nil }
        return Phrase(
            vi: "Nét liền: chuyển tiếp; nét đứt: trả lại."
                + (hasBranches ? " Khung trong bước: lấy ý kiến cùng lúc." : "")
                + (hasTimers ? " Mặt đồng hồ: việc hệ thống tự làm khi quá lâu." : ""),
            en: "Solid lines lead on, broken ones lead back."
                + (hasBranches ? " Frames within a step are asked at the same time." : "")
                + (hasTimers ? " A clock face is what the system does after a time." : ""))
    }

    // MARK: lines

    private typealias Pair = (from: Int, to: Int, isBack: Bool)

    /// Every pair of steps that an act joins, or enough answers, once.
    private var pairs: [Pair] {
        var seen: Set<String> = []
        var pairs: [Pair] = []
        for (index, step) in steps.enumerated() {
            for (target, isBack) in [(step.to, false)] + step.acts.map({ ($0.to, $0.isBack) }) {
                guard let to = steps.firstIndex(where: { $0.key == target }), to != index,
                    seen.insert("\(index) \(to)").inserted
                else { continue }
                pairs.append((index, to, isBack))
            }
        }
        return pairs
    }

    private var adjacent: [Pair] { pairs.filter { $0.to == $0.from + 1 } }
    private var forward: [Pair] { pairs.filter { $0.to > $0.from + 1 } }
    private var back: [Pair] { pairs.filter { $0.to < $0.from } }

    private func down(_ pair: Pair) -> Markup {
        let x = 20 + StepDiagramPlace.width / 2
        let (from, to) = (places[pair.from].bottom, places[pair.to].top)
        return stroke("M\(x) \(from)V\(to)", isBack: pair.isBack, tip: (x, to, 0))
    }

    private func side(_ pair: Pair, _ lane: Int, isUp: Bool) -> Markup {
        let edge = isUp ? 20 : 20 + StepDiagramPlace.width
        let x = isUp ? 20 - 16 * (lane + 1) : 20 + StepDiagramPlace.width + 16 * (lane + 1)
        let (from, to) = (places[pair.from].middle + (isUp ? -10 : 10), places[pair.to].middle + (isUp ? 10 : -10))
        return stroke("M\(edge) \(from)H\(x)V\(to)H\(edge)", isBack: pair.isBack, tip: (edge, to, isUp ? 1 : -1))
    }

    /// A line with its arrowhead: pointing down (0), right (1) or left (-1).
    private func stroke(_ way: String, isBack: Bool, tip: (x: Int, y: Int, turn: Int)) -> Markup {
        let (x, y) = (tip.x, tip.y)
        let head =
            tip.turn == 0
            ? "M\(x - 5) \(y - 8)L\(x) \(y)L\(x + 5) \(y - 8)"
            : "M\(x - 8 * tip.turn) \(y - 5)L\(x) \(y)L\(x - 8 * tip.turn) \(y + 5)"
        return .many([Drawn.line(way, isBroken: isBack), Drawn.line(head)])
    }
}

/// Where the box of a step stands in the drawing, and how much it holds.
struct StepDiagramPlace {
    static let width = 300
    static let timer = 24
    private static let gap = 36

    let top: Int
    let height: Int
    let title: [Phrase]
    /// Where each branch begins, how high it is, and its title in lines.
    let branches: [(top: Int, height: Int, title: [Phrase])]
    /// Within the head, where lines from the side arrive.
    var middle: Int { top + 32 }
    var bottom: Int { top + height }

    static func all(_ steps: [Step]) -> [StepDiagramPlace] {
        var top = 2
        return steps.enumerated().map { index, step in
            let title = Drawn.lines(
                Phrase(vi: "\(index + 1). \(step.title.vi)", en: "\(index + 1). \(step.title.en)"), size: 16, x: 34)
            var height = 44 + 20 * title.count
            let branches = (step.parallel ?? []).map { branch in
                let title = Drawn.lines(branch.title, size: 14, x: 54)
                let lines = title.count + StepDiagramBox.lines(branch).count
                let place = (top: top + height, height: 12 + 18 * lines, title: title)
                height += place.height + 6
                return place
            }
            height += branches.isEmpty ? 0 : 24
            height += step.timers.map { $0.isEmpty ? 0 : $0.count * timer + 4 } ?? 0
            let place = StepDiagramPlace(top: top, height: height, title: title, branches: branches)
            top = place.bottom + gap
            return place
        }
    }
}
