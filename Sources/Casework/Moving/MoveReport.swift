package import Catalogue
import Foundation
package import Kernel
import Wording

/// What moving running dossiers to another version did, or would do: names dossiers by their codes, tells nothing of what
/// anybody answered.
package struct MoveReport: Sendable {
    /// How many codes stand in a line.
    static let mostCodes = 10

    /// What changes for those that are moved.
    package private(set) var changes: ReplayReport
    package private(set) var moved: [String] = []
    /// To the applicant's cost, and not accepted.
    package private(set) var left: [ReplayChange.Kind: [String]] = [:]
    /// What stands against it, in the order of finding.
    package private(set) var stuck: [(reason: Phrase, codes: [String])] = []
    /// Their content is erased, their version is gone, or somebody ended them meanwhile.
    package private(set) var leftOut: [String] = []

    /// Named, and not found among the running ones under other versions.
    package private(set) var missed: [String] = []

    init(of target: CompiledService, places: PlaceLookup) { changes = ReplayReport(of: target, places: places) }

    mutating func moved(_ one: ReplayedCase) {
        moved.append(one.code)
        changes.replay(one)
    }

    mutating func left(_ one: ReplayedCase, because burdens: Set<ReplayChange.Kind>) {
        for burden in burdens { left[burden, default: []].append(one.code) }
    }

    mutating func stuck(_ one: ReplayedCase, because reason: Phrase) {
        if let index = stuck.firstIndex(where: { $0.reason == reason }) {
            stuck[index].codes.append(one.code)
        } else {
            stuck.append((reason, [one.code]))
        }
    }

    mutating func leaveOut(_ code: String) { leftOut.append(code) }
    mutating func miss(_ code: String) { missed.append(code) }

    /// Whether some dossiers stay under their version.
    package var hasLeft: Bool { !left.isEmpty || !stuck.isEmpty || !leftOut.isEmpty || !missed.isEmpty }
}

extension MoveReport {
    package func lines(_ language: Language, isTrial: Bool) -> [String] {
        var lines = [
            isTrial
                ? Phrase(vi: "Sẽ chuyển \(moved.count) hồ sơ.", en: "\(moved.count) dossiers would be moved.")(language)
                : Phrase(vi: "Đã chuyển \(moved.count) hồ sơ.", en: "\(moved.count) dossiers were moved.")(language)
        ]
        for kind in ReplayChange.Kind.allCases {
            let rows = changes.rows.filter { $0.kind == kind }
            if !rows.isEmpty { lines.append(kind.title(language)) }
            lines += rows.map { "  \($0.count)  \($0.subject(language))  (\(Self.codes($0.examples, of: $0.count)))" }
        }
        for kind in ReplayChange.Kind.allCases {
            guard let codes = left[kind] else { continue }
            lines.append(
                Phrase(
                    vi:
                        "Giữ bản cũ \(codes.count) hồ sơ vì bất lợi cho người nộp: \(kind.title.vi.lowercased()) (\(Self.codes(codes))); chấp nhận bằng --accept \(kind.rawValue)",
                    en:
                        "\(codes.count) dossiers keep their version, it would be worse for the applicant: \(kind.title.en.lowercased()) (\(Self.codes(codes))); accepted with --accept \(kind.rawValue)"
                )(language))
        }
        for (reason, codes) in stuck {
            lines.append(
                Phrase(
                    vi: "Không chuyển được \(codes.count) hồ sơ: \(reason.vi) (\(Self.codes(codes)))",
                    en: "\(codes.count) dossiers cannot be moved: \(reason.en) (\(Self.codes(codes)))")(language))
        }
        if !leftOut.isEmpty {
            lines.append(
                Phrase(
                    vi: "Bỏ qua \(leftOut.count) hồ sơ không còn nội dung hoặc phiên bản (\(Self.codes(leftOut)))",
                    en: "\(leftOut.count) dossiers without content or version were left out (\(Self.codes(leftOut)))")(
                        language))
        }
        if !missed.isEmpty {
            lines.append(
                Phrase(
                    vi: "Không có hồ sơ đang giải quyết theo bản khác: \(Self.codes(missed))",
                    en: "Not running under another version of this service: \(Self.codes(missed))")(language))
        }
        return lines
    }

    private static func codes(_ codes: [String], of count: Int? = nil) -> String {
        let shown = codes.prefix(mostCodes)
        return shown.joined(separator: ", ") + ((count ?? codes.count) > shown.count ? ", …" : "")
    }

    /// The same for other programs, in both languages.
    package var json: JSON {
        func list(_ codes: [String]) -> JSON { .array(codes.map { .string($0) }) }
        return .object([
            "moved": list(moved), "changes": changes.json["changes"] ?? .array([]),
            "left": .object(
                left.reduce(into: [:]) { all, one in all[one.key.rawValue] = list(one.value) }),
            "stuck": .array(
                stuck.map {
                    .object([
                        "reason": .object(["vi": .string($0.reason.vi), "en": .string($0.reason.en)]),
                        "dossiers": list($0.codes),
                    ])
                }),
            "left_out": list(leftOut), "not_found": list(missed),
        ])
    }
}
