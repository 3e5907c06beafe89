import Kernel

/// An administrative procedure (thủ tục hành chính): one record of the national catalogue, cleaned for display.
///
/// What a record holds follows NĐ 63/2010, Đ.8 (the parts every procedure must have) and the national database's own
/// shape: times and fees belong to a channel, papers to a case. What the source said is kept beside what was read.
package struct Procedure: Codable, Hashable, Sendable {
    package var code: Code
    package var name: String
    /// The ministry that answers for the record.
    package var ministry: String
    /// The number of the decision that published it.
    package var decision: String?
    /// The levels at which it is carried out; empty when the source names none.
    package var levels: [Level]
    /// Who may set its details: the law, the locality, others.
    package var kind: String?
    package var field: String
    package var applicants: [Applicant]
    package var executingAgency: String?
    package var competentAgency: String?
    package var coordinatingAgency: String?
    /// The order of steps as published, line breaks kept.
    package var stepsText: String
    package var channels: [Channel]
    package var paperCases: [PaperCase]
    package var outcomes: [Outcome]
    /// Numbers of the legal documents it rests on.
    package var legalBasis: [String]
    package var conditions: String?
}

extension Procedure {
    /// The code of a procedure in the national catalogue: a digit, a dot and six digits (`1.001193`).
    package struct Code: Hashable, Sendable, Comparable, LosslessStringConvertible {
        package let description: String

        package init?(_ text: String) {
            let bytes = Array(text.utf8)
            guard bytes.count == 8, bytes[1] == UInt8(ascii: "."),
                bytes.enumerated().allSatisfy({ $0.offset == 1 || (0x30...0x39).contains($0.element) })
            else { return nil }
            description = text
        }

        /// Prefixes 5 and 6 are procedures inside the administration; nobody outside files them.
        package var isInternal: Bool { description.hasPrefix("5") || description.hasPrefix("6") }

        package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
    }

    /// A thing that the procedure ends in: a licence, a certificate, a refusal in writing (kết quả).
    package struct Outcome: Codable, Hashable, Sendable {
        package var code: String
        package var name: String
    }
}

extension Procedure.Code: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a code like 1.001193")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
