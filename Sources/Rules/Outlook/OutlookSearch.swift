import Kernel

/// Goes through the values that answers may have, one of each part, and collects what a condition gives.
struct OutlookSearch {
    private let wanted: OutlookShape
    private let around: [OutlookShape]
    private let atoms: [OutlookAtom]
    private let parts: [[FEELValue]]
    private var left: Int
    private var chosen: [Int?]
    private var known: [[Int]: Outcomes] = [:]
    private(set) var view = Outlook.View(isExact: true)

    init(
        _ wanted: OutlookShape, _ around: [OutlookShape], _ atoms: [OutlookAtom], _ parts: [[FEELValue]], most: Int
    ) {
        self.wanted = wanted
        self.around = around
        self.atoms = atoms
        self.parts = parts
        left = most
        chosen = Array(repeating: nil, count: parts.count)
    }

    var isExhausted: Bool { left <= 0 }

    mutating func run() { visit(0) }

    private mutating func visit(_ answer: Int) {
        left -= 1
        guard left > 0 else { return }
        for shape in around where !outcomes(shape).contains(.holds) { return }
        let given = outcomes(wanted)
        guard answer < parts.count else {
            view.outcomes.formUnion(given)
            return
        }
        // Whatever the other answers are, nothing new would come of it.
        if view.outcomes.isSuperset(of: given) { return }
        for part in parts[answer].indices {
            chosen[answer] = part
            visit(answer + 1)
        }
        chosen[answer] = nil
    }

    private mutating func outcomes(_ shape: OutlookShape) -> Outcomes {
        for number in shape.atoms { remember(number) }
        return shape.outcomes { number in key(number).flatMap { known[$0] } ?? .all }
    }

    /// Nil while an answer that the atom reads is not chosen.
    private func key(_ number: Int) -> [Int]? {
        var key = [number]
        for read in atoms[number].reads {
            guard let part = chosen[read.answer] else { return nil }
            key.append(part)
        }
        return key
    }

    private mutating func remember(_ number: Int) {
        guard let key = key(number), known[key] == nil else { return }
        let atom = atoms[number]
        var values: [String: FEELValue] = [:]
        for (read, part) in zip(atom.reads, key.dropFirst()) { values[read.written] = parts[read.answer][part] }
        let frame = Frame(scope: RuleScope(values, now: Instant(seconds: 0)), limits: .standard)
        let value = atom.code(frame)
        known[key] = frame.isExhausted ? .all : Outcomes(of: value)
    }
}
