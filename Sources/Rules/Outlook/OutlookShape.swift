/// A condition taken apart as far as it is decided.
indirect enum OutlookShape {
    case constant(Outcomes)
    case all([OutlookShape])
    case any([OutlookShape])
    case not(OutlookShape)
    case choice(OutlookShape, OutlookShape, OutlookShape)
    /// A part that depends on a few answers, by its number among the atoms.
    case atom(Int)
    /// What is not decided: it may give anything.
    case open

    var isDecided: Bool {
        switch self {
        case .constant, .atom: true
        case .open: false
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isDecided)
        case .not(let part): part.isDecided
        case .choice(let a, let b, let c): a.isDecided && b.isDecided && c.isDecided
        }
    }

    var atoms: [Int] {
        switch self {
        case .constant, .open: []
        case .atom(let number): [number]
        case .all(let parts), .any(let parts): parts.flatMap(\.atoms)
        case .not(let part): part.atoms
        case .choice(let a, let b, let c): a.atoms + b.atoms + c.atoms
        }
    }

    /// What it may give when the atoms may give this.
    func outcomes(_ atom: (Int) -> Outcomes) -> Outcomes {
        switch self {
        case .constant(let outcomes): return outcomes
        case .open: return .all
        case .atom(let number): return atom(number)
        case .not(let part): return part.outcomes(atom).negated
        case .all(let parts):
            var result = Outcomes.holds
            for part in parts where result != .fails { result = result.and(part.outcomes(atom)) }
            return result
        case .any(let parts):
            var result = Outcomes.fails
            for part in parts where result != .holds { result = result.or(part.outcomes(atom)) }
            return result
        case .choice(let condition, let yes, let no):
            let tested = condition.outcomes(atom)
            var result: Outcomes = tested.contains(.holds) ? yes.outcomes(atom) : []
            if !tested.isDisjoint(with: [.fails, .unknown]) { result.formUnion(no.outcomes(atom)) }
            return result
        }
    }
}

/// A part of a condition that is evaluated as it stands, for one value of each answer that it reads.
struct OutlookAtom {
    let code: Code
    /// The answers that it reads: as it writes them, and their numbers among the answers concerned.
    let reads: [(written: String, answer: Int)]
}
