import Catalogue
import Foundation
import Kernel
import TestKit

/// The records that the tests work with: a few of the project's own, and the national catalogue when it is there.
enum CatalogueSamples {
    static let lines: [String] = {
        let file = folder.appendingPathComponent("Samples/procedures.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }()

    static let readings = lines.enumerated().map { ProcedureReader()($0.element, line: $0.offset + 1) }
    static let procedures = readings.compactMap(\.procedure)
    static let index = ProcedureIndex(procedures)

    static func reading(_ code: String) -> ProcedureReader.Reading? {
        readings.first { $0.procedure?.code.description == code }
    }

    static func accounts(_ code: String, _ reason: CellReason) -> [CellAccount] {
        reading(code)?.accounts.filter { $0.reason == reason } ?? []
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
}

/// The 2,066 records of the national catalogue, read once for all tests; nil when the reference data is not there.
enum NationalCatalogue {
    static let lines: [Substring]? = {
        guard let file = ReferenceData.file("national-procedures.jsonl"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n")
    }()

    static let readings: [ProcedureReader.Reading]? = lines.map { lines in
        lines.enumerated().map { ProcedureReader()($0.element, line: $0.offset + 1) }
    }

    static let index: ProcedureIndex? = readings.map { ProcedureIndex($0.compactMap(\.procedure)) }
}
