import Kernel

// What the audit of a table found, in words.
extension TableAudit {
    /// The rule where it is told, counted from 0, or nil for the table as a whole; how bad it is; and what it is.
    var messages: [(rule: Int?, weight: ModelProblem.Weight, message: Phrase)] {
        gaps.map { (nil, .warning, Self.gap($0)) } + overlaps.map { ($0.rules[1], .fault, Self.overlap($0)) }
            + masked.map { ($0.rules[1], .warning, Self.masked($0)) }
    }

    private static func gap(_ gap: Case) -> Phrase {
        gap.example.isEmpty
            ? Phrase(vi: "Bảng chưa có quy tắc nào.", en: "The table has no rule yet.")
            : Phrase(
                vi: "Không có quy tắc nào cho trường hợp \(gap.example).",
                en: "No rule covers the case \(gap.example).")
    }

    private static func overlap(_ overlap: Case) -> Phrase {
        let (first, second) = (overlap.rules[0] + 1, overlap.rules[1] + 1)
        let (vi, en) =
            overlap.example.isEmpty
            ? ("", "") : (", ví dụ khi \(overlap.example)", ", for example when \(overlap.example)")
        return Phrase(
            vi: "Quy tắc \(first) và \(second) cùng đúng\(vi).", en: "Rules \(first) and \(second) hold together\(en).")
    }

    private static func masked(_ masked: Case) -> Phrase {
        let (first, second) = (masked.rules[0] + 1, masked.rules[1] + 1)
        return Phrase(
            vi: "Quy tắc \(second) không bao giờ được dùng vì quy tắc \(first) đứng trước đã đúng.",
            en: "Rule \(second) is never used, because rule \(first) before it holds already.")
    }
}
