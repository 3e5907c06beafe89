import Foundation
import Kernel
import TestKit
import Testing
import WorkingTime

@testable import Catalogue

/// What the site shows of a procedure and what its service promises are one: the public page is made from the record,
/// the receipt from the definition.
@Suite struct ServiceRecordTests {
    private struct Pair {
        let file: String
        let service: CompiledService
        let record: Procedure
    }

    /// The services that somebody files; what nobody does is a part of another's record.
    private static func filed() throws -> [(file: String, service: CompiledService)] {
        try Samples.folder.definitions().map { file, _ in
            (file: file, service: try Samples.service(String(file.dropLast(5))))
        }.filter { FilingChannel.allCases.contains(where: $0.service.definition.takes) }
    }

    /// The services whose record is among the lines of that file.
    private static func pairs(_ records: URL) throws -> [Pair] {
        let lines = try String(contentsOf: records, encoding: .utf8).split(separator: "\n")
        let services = try filed()
        let wanted = Dictionary(grouping: services) { $0.service.definition.procedure }
        return lines.enumerated().flatMap { number, line -> [Pair] in
            guard wanted.keys.contains(where: { line.hasPrefix("{\"code\": \"\($0)\"") }),
                let record = ProcedureReader()(line, line: number + 1).procedure
            else { return [] }
            return (wanted[record.code.description] ?? []).map {
                Pair(file: $0.file, service: $0.service, record: record)
            }
        }
    }

    /// What the definition promises somebody who has answered nothing that makes the case a special one.
    private static func usual(_ service: CompiledService, _ channel: FilingChannel) -> String {
        let limit = service.limit(for: Samples.facts(channel: channel))
        return "\(limit.amount) \(limit.unit.rawValue)"
    }

    /// What the record prints for that way of filing; empty where it prints nothing, or a number without a unit.
    private static func printed(_ record: Procedure, _ channel: FilingChannel) -> Set<String> {
        Set(
            record.channels.filter { $0.way.rawValue == channel.rawValue }.compactMap(\.limit).compactMap { limit in
                limit.unit.map { "\(limit.halves / 2) \($0.rawValue)" }
            })
    }

    private static let own = ReferenceData.projectRoot.appendingPathComponent("services/catalogue/procedures.jsonl")

    @Test func `the project's record of each service has its limit and ways of filing`() throws {
        let pairs = try Self.pairs(Self.own)
        #expect(pairs.count == (try Self.filed().count))
        for pair in pairs {
            let ways = Set(pair.record.channels.map(\.way.rawValue))
            for channel in FilingChannel.allCases {
                let isTaken = pair.service.definition.takes(channel)
                #expect(ways.contains(channel.rawValue) == isTaken, "\(pair.file): \(channel)")
                guard isTaken else { continue }
                let usual = Self.usual(pair.service, channel)
                // Within the day has no number in a record.
                let expected: Set<String> = usual == "0 working_days" ? [] : [usual]
                #expect(Self.printed(pair.record, channel) == expected, "\(pair.file): \(channel)")
            }
        }
    }

    @Test func `the project's record names a fee where the service has one, and is free only where it has none`() throws
    {
        for pair in try Self.pairs(Self.own) {
            for channel in pair.record.channels {
                // Copies on request are a fee besides.
                let isOptional = ["dang-ky-khai-tu.yaml", "dang-ky-lai-khai-sinh.yaml", "dang-ky-ket-hon.yaml"]
                    .contains(pair.file)
                guard !isOptional else { continue }
                switch channel.cost {
                case .free: #expect(pair.service.definition.fees.isEmpty, "\(pair.file)")
                case .fees: #expect(!pair.service.definition.fees.isEmpty, "\(pair.file)")
                case .notStated: #expect(pair.service.definition.fees.isEmpty, "\(pair.file)")
                case .explained: break
                }
            }
        }
    }

    /// The record's own words say otherwise than its cell.
    private static let told = [
        // “20 ngày (hoặc 15 ngày đối với nhà ở riêng lẻ)”
        "giay-phep-xay-dung-nha-o.yaml",
        // “tối đa không quá 15 ngày làm việc”
        "khai-sinh-the-bao-hiem-y-te.yaml",
    ]

    @Test func `a limit that the national catalogue prints plainly is the definition's`() throws {
        guard let national = ReferenceData.file("national-procedures.jsonl") else { return }
        var compared = 0
        for pair in try Self.pairs(national) where !Self.told.contains(pair.file) {
            for channel in FilingChannel.allCases where pair.service.definition.takes(channel) {
                let printed = Self.printed(pair.record, channel)
                guard !printed.isEmpty else { continue }
                compared += 1
                let usual = Self.usual(pair.service, channel)
                #expect(printed.contains(usual), "\(pair.file), \(channel): \(usual), not \(printed)")
            }
        }
        #expect(compared > 40)
    }

    @Test func `heirs ask for copies in their own name and prove the relation`() throws {
        let service = try Samples.service("ban-sao-tu-so-goc")
        func papers(_ relation: String) -> [String] {
            let answers: JSON = ["requester": ["relation": .string(relation)]]
            return service.papers(for: Samples.facts(answers, owner: .`self`)).map(\.rule.key)
        }
        #expect(papers("holder") == ["identity"])
        for relation in ["guardian", "family", "heir"] { #expect(papers(relation) == ["identity", "relation"]) }
        var mandatary = Samples.facts([:], owner: .other)
        mandatary.isAuthorised = true
        #expect(service.papers(for: mandatary).contains { $0.rule.isMandate == true })
    }
}
