/// Adds up what postings give each record, first for one wording, then the best of several.
struct SearchSums {
    private var current: [Float]
    private var best: [Float]
    private var inCurrent: [Int32] = []
    private var inBest: [Int32] = []

    init(records: Int) {
        current = [Float](repeating: 0, count: records)
        best = current
    }

    mutating func add(_ postings: ProcedureIndex.Postings) {
        for index in postings.records.indices {
            let record = postings.records[index]
            if current[Int(record)] == 0 { inCurrent.append(record) }
            current[Int(record)] += postings.weights[index]
        }
    }

    /// Ends one wording: its sums, times `scale`, count where they are the best so far.
    mutating func settle(_ scale: Float) {
        for record in inCurrent {
            let share = current[Int(record)] * scale
            current[Int(record)] = 0
            if best[Int(record)] == 0 { inBest.append(record) }
            best[Int(record)] = max(best[Int(record)], share)
        }
        inCurrent.removeAll(keepingCapacity: true)
    }

    /// Hands out the best sums and begins anew.
    mutating func drain(_ take: (Int, Float) -> Void) {
        for record in inBest {
            take(Int(record), best[Int(record)])
            best[Int(record)] = 0
        }
        inBest.removeAll(keepingCapacity: true)
    }
}
