import Catalogue
import Kernel
import Storage

/// An earlier dossier of an owner, as far as its papers may be used again: it was received, and neither refused nor
/// withdrawn.
struct HeldDossier {
    private let dossier: Dossier
    private let definition: ServiceDefinition
    private let parties: Parties
    private let papers: [Paper]

    /// Nil when it is not there, is not the owner's, is out of the asker's reach, or does not count.
    init?(
        _ id: Dossier.ID, of owner: OwnerIdentity, at agency: String, _ asker: EarlierPapers.Asker,
        _ shelf: ReuseShelf, in tx: any Transaction
    ) throws {
        guard let dossier = try DossierStore.find(id, in: tx)?.dossier,
            asker.reaches(dossier, of: owner, at: agency),
            dossier.isHeld,
            let definition = shelf[dossier.definition],
            let parties = try ContentStore.parties(of: id, in: tx), OwnerIdentity(parties) == owner
        else { return nil }
        self.dossier = dossier
        self.definition = definition
        self.parties = parties
        let rejected = try Self.rejected(of: id, in: tx)
        papers = try PaperStore.papers(of: id, in: tx).filter { paper in
            !paper.isReplaced && !rejected.contains(paper.id.description) && paper.origin?.isHandedResult != true
                && (paper.request == nil || paper.request != dossier.openRequest)
        }
    }

    /// Whose data it holds, as access records name them.
    func people(_ office: CaseOffice) -> [String] { office.people(of: dossier.submitter, parties) }

    /// Its papers of the word of a rule that are young enough: rule by rule, and the results.
    func offers(for rule: PaperRule, on day: Day) -> [EarlierPapers.Offer] {
        guard let reuse = rule.reuse else { return [] }
        let earliest = reuse.within?.earliest(on: day)
        let fitting = papers.filter { paper in
            let isResult = paper.kind == .result
            guard definition.reuseWord(of: paper.rule, isResult: isResult) == reuse.word else { return false }
            // A result is the owner's once it was handed over.
            guard !isResult || dossier.official == .returned else { return false }
            return earliest.map { firstDay(of: paper) >= $0 } ?? true
        }
        return Dictionary(grouping: fitting) { "\($0.kind.rawValue):\($0.rule)" }.sorted { $0.key < $1.key }
            .compactMap { _, files in
                guard let first = files.first else { return nil }
                let isResult = first.kind == .result
                return EarlierPapers.Offer(
                    dossier: dossier.id, code: dossier.code,
                    title: isResult ? definition.result.title : definition.paper(first.rule)?.title ?? rule.title,
                    isResult: isResult, on: files.map { firstDay(of: $0) }.min() ?? day, files: files,
                    isFiledOnline: dossier.submitter != nil)
            }
    }

    /// When it was handed in or issued, at first.
    private func firstDay(of paper: Paper) -> Day {
        if let origin = paper.origin { return origin.on }
        return paper.kind == .result ? (dossier.endedAt ?? paper.addedAt).day : paper.addedAt.day
    }

    /// How a file of an offer stands in a new dossier: another row that names the same content.
    func copy(_ paper: Paper, as rule: String, request: String?, at now: Instant) -> Paper {
        let origin = PaperOrigin(
            dossier: dossier.id.description, paper: paper.id.description, code: dossier.code, on: firstDay(of: paper))
        return paper.copy(as: rule, from: origin, request: request, at: now)
    }

    /// The papers that the desk found wrong, by what was found last.
    private static func rejected(of id: Dossier.ID, in tx: any Transaction) throws -> Set<String> {
        var found: Set<String> = []
        for line in try DossierStore.history(of: id, in: tx) {
            guard case .paperChecked(let paper, let verdict, _) = line.event else { continue }
            if verdict == .rejected { found.insert(paper) } else { found.remove(paper) }
        }
        return found
    }
}

extension Dossier {
    /// Whether an agency took it, and it has not been refused or withdrawn.
    fileprivate var isHeld: Bool {
        guard clock != nil else { return false }
        return switch official {
        case .received, .inProcess, .supplementRequested, .paymentRequested, .finished, .returned: true
        case .registered, .notReceived, .withdrawn, .stopped: false
        }
    }
}
