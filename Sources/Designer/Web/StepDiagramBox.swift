import Catalogue
import DesignSystem
import Kernel
import Markup

/// One step in the drawing: title, who works it and until when; below it its branches, when they are enough, its timers.
struct StepDiagramBox: Component {
    private let step: Step
    private let place: StepDiagramPlace
    private let steps: [Step]

    init(_ step: Step, _ place: StepDiagramPlace, _ steps: [Step]) {
        self.step = step
        self.place = place
        self.steps = steps
    }

    var markup: Markup {
        let y = place.top
        return Markup {
            Drawn.frame(20, y, StepDiagramPlace.width, place.height)
            for (number, line) in place.title.enumerated() {
                Drawn.text(34, y + 27 + 20 * number, line, size: 16, isBold: true)
            }
            Drawn.text(34, y + 29 + 20 * place.title.count, Self.who(step.role, step.limit), size: 14)
            if let branches = step.parallel { self.branches(branches) }
            timers
        }
    }

    /// `Trưởng đơn vị · 3 ngày làm việc`.
    private static func who(_ role: String, _ limit: LimitRule?) -> Phrase {
        let name = PartKind.role(.text(role))
        guard let limit = limit.map(until) else { return name }
        return Phrase(vi: "\(name.vi) · \(limit.vi)", en: "\(name.en) · \(limit.en)")
    }

    private static func until(_ limit: LimitRule) -> Phrase { LimitWords.phrase("\(limit.value) \(limit.unit)") }

    /// What stands below the title of a branch: who answers where, and until when.
    static func lines(_ branch: StepBranch) -> [Phrase] {
        guard let place = place(branch.at) else { return [who(branch.role, branch.limit)] }
        let role = PartKind.role(.text(branch.role))
        return [Phrase(vi: "\(role.vi) · \(place.vi)", en: "\(role.en) · \(place.en)")]
            + (branch.limit.map { [until($0)] } ?? [])
    }

    @MarkupBuilder private func branches(_ branches: [StepBranch]) -> [Markup] {
        for (branch, place) in zip(branches, place.branches) {
            Drawn.frame(34, place.top, StepDiagramPlace.width - 28, place.height, isThin: true)
            for (number, line) in (place.title + Self.lines(branch)).enumerated() {
                Drawn.text(44, place.top + 18 + 18 * number, line, size: 14, isBold: number < place.title.count)
            }
        }
        if let last = place.branches.last {
            Drawn.text(34, last.top + last.height + 19, joined(branches.count), size: 14)
        }
    }

    private static func place(_ at: String?) -> Phrase? {
        switch at {
        case nil: nil
        case StepBranch.chosen: Phrase(vi: "nơi được chọn", en: "a chosen place")
        case .some(let code): Phrase(same: code)
        }
    }

    /// `Đủ tất cả → bước 5`.
    private func joined(_ count: Int) -> Phrase {
        let target = steps.firstIndex { $0.key == step.to }.map { $0 + 1 }
        let words: Phrase =
            switch step.join ?? .all {
            case .all: Phrase(vi: "Đủ tất cả ý kiến", en: "With all answers")
            case .any: Phrase(vi: "Có một ý kiến", en: "With any answer")
            case .atLeast(let number): Phrase(vi: "Có \(number) trên \(count) ý kiến", en: "With \(number) of \(count)")
            }
        guard let target else { return words }
        return Phrase(vi: "\(words.vi) → bước \(target)", en: "\(words.en) → step \(target)")
    }

    @MarkupBuilder private var timers: [Markup] {
        let timers = step.timers ?? []
        let top = place.bottom - timers.count * StepDiagramPlace.timer - 4
        for (number, timer) in timers.enumerated() {
            let y = top + number * StepDiagramPlace.timer
            Drawn.clock(41, y + 9)
            Drawn.text(56, y + 14, words(timer), size: 14)
        }
    }

    private func words(_ timer: StepTimer) -> Phrase {
        let after = LimitWords.phrase("\(timer.after.value) \(timer.after.unit)")
        let does: Phrase =
            if let role = timer.tell {
                Phrase(
                    vi: "báo \(PartKind.role(.text(role)).vi.lowercased())",
                    en: "tell the \(PartKind.role(.text(role)).en.lowercased())")
            } else if let act = timer.act {
                step.acts.first { $0.key == act }?.title ?? Phrase(same: act)
            } else {
                Phrase(vi: "nhắc", en: "remind")
            }
        return Phrase(vi: "\(after.vi): \(does.vi)", en: "\(after.en): \(does.en)")
    }
}

/// The pieces of the drawing, in the colour of the text around it.
enum Drawn {
    static func frame(_ x: Int, _ y: Int, _ width: Int, _ height: Int, isThin: Bool = false) -> Markup {
        .element(
            "rect",
            [
                .named("x", String(x)), .named("y", String(y)), .named("width", String(width)),
                .named("height", String(height)), .named("rx", isThin ? "4" : "6"), .named("fill", "none"),
                .named("stroke", "currentColor"), .named("stroke-width", isThin ? "1" : "1.5"),
            ], [])
    }

    static func line(_ way: String, isBroken: Bool = false) -> Markup {
        let dashes: [Attribute] = isBroken ? [.named("stroke-dasharray", "5 4")] : []
        return .element(
            "path",
            [
                .named("d", way), .named("fill", "none"), .named("stroke", "currentColor"),
                .named("stroke-width", "1.5"),
            ] + dashes, [])
    }

    /// A face with two hands.
    static func clock(_ x: Int, _ y: Int) -> Markup {
        .many([
            .element(
                "circle",
                [
                    .named("cx", String(x)), .named("cy", String(y)), .named("r", "7"), .named("fill", "none"),
                    .named("stroke", "currentColor"), .named("stroke-width", "1.5"),
                ], []),
            line("M\(x) \(y - 4)V\(y)H\(x + 3)"),
        ])
    }

    static func text(_ x: Int, _ y: Int, _ words: Phrase, size: Int, isBold: Bool = false) -> Markup {
        .element(
            "text",
            [
                .named("x", String(x)), .named("y", String(y)), .named("font-size", String(size)),
                .named("font-weight", isBold ? "700" : "400"), .named("fill", "currentColor"),
            ], [.phrase(short(words, size, x))])
    }

    /// A letter is about half as wide as it is high.
    private static func most(_ size: Int, _ x: Int) -> Int { (StepDiagramPlace.width + 8 - x) * 100 / (size * 52) }

    /// Words in as many lines as both languages need, of at most two.
    static func lines(_ words: Phrase, size: Int, x: Int) -> [Phrase] {
        let most = most(size, x)
        func split(_ text: String) -> (String, String) {
            guard text.count > most else { return (text, "") }
            let end = text.prefix(most + 1).lastIndex(of: " ") ?? text.index(text.startIndex, offsetBy: most)
            return (String(text[..<end]), String(text[end...]).trimmingBlanks)
        }
        let (vi, en) = (split(words.vi), split(words.en))
        let first = Phrase(vi: vi.0, en: en.0)
        return vi.1.isEmpty && en.1.isEmpty ? [first] : [first, Phrase(vi: vi.1, en: en.1)]
    }

    /// As much as fits into the box.
    private static func short(_ words: Phrase, _ size: Int, _ x: Int) -> Phrase {
        let most = most(size, x)
        func cut(_ text: String) -> String { text.count > most ? text.prefix(most - 1) + "…" : text }
        return Phrase(vi: cut(words.vi), en: cut(words.en))
    }
}
