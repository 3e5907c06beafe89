import Foundation
import Kernel

/// The line protocol of the search: `{"query": …, "limit": 3}` answered by
/// `{"query": …, "results": [{"code", "name", "score"}]}`.
package struct SearchLines: Sendable {
    package struct Question: Codable, Sendable {
        package var query: String
        package var limit: Int?
    }

    package struct Answer: Codable, Sendable {
        package struct Result: Codable, Sendable {
            package var code: String
            package var name: String
            package var score: Double
        }

        package var query: String
        package var results: [Result]
    }

    /// A line that is no question, answered in its place: what was written, and in which line.
    package struct Problem: Codable, Sendable {
        package var error: String
        /// The line as it came, cut after 200 characters.
        package var query: String
        package var line: Int
    }

    private let index: ProcedureIndex

    package init(_ index: ProcedureIndex) { self.index = index }

    /// Answers one line. Ten results when no limit is asked for, at most 100.
    /// - Parameter number: which line it is, from 1.
    package func callAsFunction(_ line: some StringProtocol, number: Int = 1) -> String {
        guard let question = try? JSONDecoder().decode(Question.self, from: Data(line.utf8)) else {
            return Self.text(
                Problem(
                    error: "a line must be like {\"query\": \"dang ky tam tru\", \"limit\": 3}",
                    query: String(line.prefix(200)), line: number))
        }
        let limit = max(0, min(100, question.limit ?? 10))
        let answer = index(ProcedureSearch(question.query, limit: limit))
        return Self.text(
            Answer(
                query: question.query,
                results: answer.hits.map {
                    Answer.Result(code: $0.entry.code.description, name: $0.entry.name, score: $0.score)
                }))
    }

    private static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
            ?? "{\"error\":\"not encodable\"}"
    }
}
