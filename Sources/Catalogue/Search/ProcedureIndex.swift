import Kernel

/// The search over the catalogue: an index in memory, the same for both databases.
///
/// Words are compared without marks; each word of a record weighs by how rare it is and where it stands (BM25F:
/// Robertson & Zaragoza, "The Probabilistic Relevance Framework", section 3.6), and so does each pair of neighbours.
package struct ProcedureIndex: Sendable {
    /// Where one word or pair stands, and what it adds to each record.
    struct Postings: Sendable {
        var records: [Int32] = []
        var weights: [Float] = []
        /// The most it can add.
        var most: Float = 0
    }

    package let entries: [ProcedureSearch.Entry]
    let vocabulary: SearchVocabulary
    let table: PhraseTable
    let words: [Postings]
    let pairs: [UInt64: Postings]
    /// How rare each word is.
    let rarity: [Float]
    let names: [[Int32]]
    let markedNames: [Set<String>]
    let priors: [Float]
    let qualifiers: [UInt64]
    let qualifierWords: [[Int32]]
    /// The order without any words typed: everyday things first.
    let standingOrder: [Int32]
    /// What people file, field by field, by name: for leafing through.
    let byField: [Int32]
    let positions: [Procedure.Code: Int]
    let internals: [Bool]

    package init(_ procedures: [Procedure]) {
        var vocabulary = SearchVocabulary()
        var documents: [SearchDocument] = []
        var entries: [ProcedureSearch.Entry] = []
        documents.reserveCapacity(procedures.count)
        for procedure in procedures {
            let field = Folding.fold(procedure.field)
            let document = Self.document(procedure, field: field, &vocabulary)
            documents.append(document)
            entries.append(Self.entry(procedure, field: field))
        }
        for word in Synonyms.table.words.sorted() { _ = vocabulary.add(word) }
        for document in documents { vocabulary.count(name: document.name) }
        vocabulary.seal()
        let weighing = SearchWeighing(documents, words: vocabulary.words.count)
        self.entries = entries
        self.vocabulary = vocabulary
        table = PhraseTable(.table, vocabulary)
        words = weighing.words
        pairs = weighing.pairs
        rarity = weighing.rarity
        names = documents.map { Array(Set($0.name)) }
        markedNames = documents.map(\.markedName)
        priors = documents.map(\.prior)
        qualifiers = documents.map(\.qualifiers)
        qualifierWords = Qualifier.all.map { $0.words.compactMap { vocabulary.ids[$0] } }
        standingOrder = entries.indices.sorted { a, b in
            let (first, second) = (documents[a], documents[b])
            return (second.prior, first.qualifiers.nonzeroBitCount, first.name.count, entries[a].code)
                < (first.prior, second.qualifiers.nonzeroBitCount, second.name.count, entries[b].code)
        }.map { Int32($0) }
        byField = Self.byField(entries)
        positions = Dictionary(entries.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { $1 })
        internals = entries.map(\.code.isInternal)
    }

    package func entry(_ code: Procedure.Code) -> ProcedureSearch.Entry? { positions[code].map { entries[$0] } }

    private static func byField(_ entries: [ProcedureSearch.Entry]) -> [Int32] {
        let keys = entries.map { (Folding.fold($0.field), Folding.fold($0.name), $0.code) }
        return entries.indices.filter { !entries[$0].code.isInternal }.sorted { keys[$0] < keys[$1] }.map { Int32($0) }
    }

    private static func document(
        _ procedure: Procedure, field: String, _ vocabulary: inout SearchVocabulary
    ) -> SearchDocument {
        let name = SearchWords.folded(procedure.name)
        var outcomes: [String] = []
        for outcome in procedure.outcomes { outcomes += SearchWords.folded(outcome.name) }
        var papers: [String] = []
        for each in procedure.paperCases {
            if let name = each.name { papers += SearchWords.folded(name) }
            for paper in each.papers { papers += SearchWords.folded(paper.name) }
        }
        func ids(_ words: [String]) -> [Int32] { words.map { vocabulary.add($0) } }
        return SearchDocument(
            name: ids(name), outcomes: ids(outcomes), field: ids(SearchWords.folded(field)), papers: ids(papers),
            prior: SearchPrior.of(procedure, field: field),
            markedName: Set(SearchWords.of(procedure.name).compactMap(\.marked)), qualifiers: Qualifier.mask(of: name))
    }

    private static func limit(_ procedure: Procedure) -> Procedure.TimeLimit? {
        guard let first = procedure.channels.first?.limit,
            procedure.channels.allSatisfy({ $0.limit?.halves == first.halves && $0.limit?.unit == first.unit })
        else { return nil }
        return first
    }

    private static func entry(_ procedure: Procedure, field: String) -> ProcedureSearch.Entry {
        let name = Folding.fold(procedure.name)
        return ProcedureSearch.Entry(
            code: procedure.code, name: procedure.name, field: procedure.field, ministry: procedure.ministry,
            levels: procedure.levels, applicants: procedure.applicants,
            agency: procedure.executingAgency ?? procedure.competentAgency,
            lifeEvents: LifeEvent.all.filter { $0.holds(name: name, field: field, procedure: procedure) }.map(\.id),
            limit: Self.limit(procedure))
    }
}
