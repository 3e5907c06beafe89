import Foundation

/// Turns the records' words into weights: BM25F with the name far before the result, the field and the papers.
struct SearchWeighing {
    private(set) var words: [ProcedureIndex.Postings]
    private(set) var pairs: [UInt64: ProcedureIndex.Postings] = [:]
    private(set) var rarity: [Float]

    private static let saturation: Float = 2

    /// One part of a record: its weight, and how much its length counts against it.
    private struct Part {
        var words: KeyPath<SearchDocument, [Int32]>
        var weight: Float
        var lengthCounts: Float
    }

    private static func parts() -> [Part] {
        [
            Part(words: \.name, weight: 6, lengthCounts: 0.2),
            Part(words: \.outcomes, weight: 1.6, lengthCounts: 0.5),
            Part(words: \.field, weight: 1, lengthCounts: 0),
            Part(words: \.papers, weight: 0.5, lengthCounts: 0.7),
        ]
    }

    init(_ documents: [SearchDocument], words count: Int) {
        words = Array(repeating: ProcedureIndex.Postings(), count: count)
        rarity = Array(repeating: 0, count: count)
        let parts = Self.parts()
        let total = Float(max(1, documents.count))
        let averages = parts.map { part in
            max(1, Float(documents.reduce(0) { $0 + $1[keyPath: part.words].count }) / total)
        }
        for (record, document) in documents.enumerated() {
            var found: [Int32: Float] = [:]
            var foundPairs: [UInt64: Float] = [:]
            for (part, average) in zip(parts, averages) {
                let list = document[keyPath: part.words]
                let length = 1 - part.lengthCounts + part.lengthCounts * Float(list.count) / average
                let weight = part.weight / length
                for word in list { found[word, default: 0] += weight }
                for (a, b) in zip(list, list.dropFirst()) where part.weight > 0 {
                    foundPairs[SearchVocabulary.pair(a, b), default: 0] += weight
                }
            }
            for (word, weight) in found {
                words[Int(word)].records.append(Int32(record))
                words[Int(word)].weights.append(weight)
            }
            for (pair, weight) in foundPairs {
                pairs[pair, default: ProcedureIndex.Postings()].records.append(Int32(record))
                pairs[pair, default: ProcedureIndex.Postings()].weights.append(weight)
            }
        }
        for index in words.indices { rarity[index] = Self.weigh(&words[index], total, share: 1) }
        for pair in pairs.keys { _ = Self.weigh(&pairs[pair, default: ProcedureIndex.Postings()], total, share: 0.6) }
    }

    /// Frequencies become weights; returns how rare the word is.
    private static func weigh(_ postings: inout ProcedureIndex.Postings, _ total: Float, share: Float) -> Float {
        let count = postings.weights.reduce(0) { $0 + min(1, $1) }
        let rarity = min(5, log(1 + (total - count + 0.5) / (count + 0.5)))
        for index in postings.weights.indices {
            let frequency = postings.weights[index]
            let weight = share * rarity * frequency / (saturation + frequency)
            postings.weights[index] = weight
            postings.most = max(postings.most, weight)
        }
        return rarity
    }
}
