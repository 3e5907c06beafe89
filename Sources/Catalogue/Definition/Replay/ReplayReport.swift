import Foundation
package import Kernel
import Wording

/// What a draft definition would have done to cases of before: a table with counts and examples, for whoever decides on
/// its publication. It names cases by their codes and tells nothing of what somebody answered.
package struct ReplayReport: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package let kind: ReplayChange.Kind
        package let subject: Phrase
        package fileprivate(set) var count: Int
        /// Codes of the first of these cases.
        package fileprivate(set) var examples: [String]
    }

    /// How many codes stand beside a count.
    package static let mostExamples = 5

    /// How many cases were replayed.
    package private(set) var cases = 0
    /// For how many nothing changes.
    package private(set) var unchanged = 0
    /// Cases that could not be replayed: their answers are erased, the version is gone, or none could be made up.
    package private(set) var leftOut = 0
    /// What was due in all cases, and what would be.
    package private(set) var due = Money.zero
    package private(set) var newDue = Money.zero
    private var counted: [ReplayChange: Row] = [:]
    private let draft: CompiledService
    private let places: PlaceLookup

    package init(of draft: CompiledService, places: PlaceLookup) {
        self.draft = draft
        self.places = places
    }

    /// In the order of kinds, the most frequent first.
    package var rows: [Row] {
        ReplayChange.Kind.allCases.flatMap { kind in
            counted.values.filter { $0.kind == kind }.sorted {
                ($1.count, $0.subject.vi) < ($0.count, $1.subject.vi)
            }
        }
    }

    package mutating func replay(_ one: ReplayedCase) {
        cases += 1
        due = due + one.total(one.before, one.facts)
        newDue = newDue + one.newTotal(draft)
        let changes = one.changes(under: draft, places: places)
        if changes.isEmpty { unchanged += 1 }
        for change in changes {
            var row = counted[change] ?? Row(kind: change.kind, subject: change.subject, count: 0, examples: [])
            row.count += 1
            if row.examples.count < Self.mostExamples { row.examples.append(one.code) }
            counted[change] = row
        }
    }

    package mutating func leaveOut() { leftOut += 1 }

    package static func == (one: ReplayReport, other: ReplayReport) -> Bool {
        one.cases == other.cases && one.unchanged == other.unchanged && one.rows == other.rows && one.due == other.due
            && one.newDue == other.newDue && one.leftOut == other.leftOut
    }
}

extension ReplayReport {
    /// The table as lines of text.
    package func lines(_ language: Language) -> [String] {
        let missing = Phrase(
            vi: "\(leftOut) hồ sơ không chạy lại được: nội dung đã xóa, hoặc không còn phiên bản khi nộp",
            en: "\(leftOut) cases left out: their answers are erased, or the version of their filing is gone")
        let rest = leftOut > 0 ? [missing(language)] : []
        guard cases > 0 else {
            return [Phrase(vi: "Không có hồ sơ nào để chạy lại.", en: "There is no case to replay.")(language)] + rest
        }
        let day = draft.definition.effectiveFrom.phrase
        var lines = [
            Phrase(
                vi:
                    "\(cases) hồ sơ, \(unchanged) hồ sơ không thay đổi gì; phải nộp \(due.phrase.vi) → \(newDue.phrase.vi)",
                en: "\(cases) cases, \(unchanged) without any change; due \(due.phrase.en) → \(newDue.phrase.en)")(
                    language),
            Phrase(
                vi: "khoản thu và thời hạn theo bản thảo tính như nộp từ ngày \(day.vi)",
                en: "fees and limits under the draft are those of filings from \(day.en)")(language),
        ]
        lines += rest
        for kind in ReplayChange.Kind.allCases {
            let rows = rows.filter { $0.kind == kind }
            guard !rows.isEmpty else { continue }
            lines.append(kind.title(language))
            for row in rows {
                let more = row.count > row.examples.count ? ", …" : ""
                lines.append(
                    "  \(row.count)  \(row.subject(language))  (\(row.examples.joined(separator: ", "))\(more))")
            }
        }
        return lines
    }

    /// The table for other programs, in both languages.
    package var json: JSON {
        .object([
            "cases": .number(Decimal(cases)), "unchanged": .number(Decimal(unchanged)),
            "left_out": .number(Decimal(leftOut)),
            "fees_and_limits_from": .string(draft.definition.effectiveFrom.description),
            "due": .number(Decimal(due.dong)), "due_under_draft": .number(Decimal(newDue.dong)),
            "changes": .array(
                rows.map { row in
                    .object([
                        "kind": .string(row.kind.rawValue), "count": .number(Decimal(row.count)),
                        "title": .object(["vi": .string(row.kind.title.vi), "en": .string(row.kind.title.en)]),
                        "subject": .object(["vi": .string(row.subject.vi), "en": .string(row.subject.en)]),
                        "examples": .array(row.examples.map { .string($0) }),
                    ])
                }),
        ])
    }
}
