import Catalogue
import Kernel

/// The limit of a record: by channel where channels differ.
struct ProposedLimit {
    let value: YAMLValue
    let missing: [Phrase]
    /// Five working days at most.
    let isShort: Bool

    init(_ procedure: Procedure, hasCases: Bool) {
        var missing: [Phrase] = []
        var byWay: [(way: Procedure.Channel.Way, limit: Procedure.TimeLimit)] = []
        var isSeveral = false
        for way in Procedure.Channel.Way.allCases {
            let limits = procedure.channels.filter { $0.way == way }.compactMap(\.limit).filter { $0.unit != nil }
            guard let longest = limits.max(by: { Self.hours($0) < Self.hours($1) }) else { continue }
            if Set(limits.map { "\($0.halves) \($0.unit?.rawValue ?? "")" }).count > 1 { isSeveral = true }
            byWay.append((way, longest))
        }
        guard let first = byWay.first?.limit else {
            value = .text("15 working_days")
            isShort = false
            self.missing = [
                Phrase(
                    vi: "Thời hạn: danh mục không nêu bằng số, đang để 15 ngày làm việc",
                    en: "The limit: the catalogue gives no figure, 15 working days stand for it")
            ]
            return
        }
        if isSeveral {
            missing.append(
                Phrase(
                    vi: "Thời hạn: danh mục nêu nhiều thời hạn, đang lấy thời hạn dài nhất",
                    en: "The limit: the catalogue gives several, the longest stands here"))
        }
        if byWay.contains(where: { $0.limit.halves % 2 != 0 && $0.limit.unit != .hours }) {
            missing.append(
                Phrase(
                    vi: "Thời hạn lẻ nửa ngày đã làm tròn lên", en: "A limit of half a day was rounded up"))
        }
        let usual = Self.text(first)
        let others = byWay.dropFirst().filter { Self.text($0.limit) != usual }
        isShort = byWay.allSatisfy { Self.hours($0.limit) <= 40 }
        self.missing = missing
        if others.isEmpty {
            value = .text(usual)
        } else {
            value = .map([
                .init("usual", .text(usual)),
                .init(
                    "cases",
                    .list(
                        others.map { other in
                            .map([
                                .init("when", .text("channel = \"\(other.way.rawValue)\"")),
                                .init("limit", .text(Self.text(other.limit))),
                            ])
                        })),
            ])
        }
    }

    private static func text(_ limit: Procedure.TimeLimit) -> String {
        let unit = limit.unit ?? .workingDays
        return "\(min(9999, (limit.halves + 1) / 2)) \(unit.rawValue)"
    }

    /// For comparing only: working time of eight hours a day.
    private static func hours(_ limit: Procedure.TimeLimit) -> Int {
        switch limit.unit ?? .workingDays {
        case .hours: limit.halves / 2
        case .workingDays: limit.halves * 4
        case .days: limit.halves * 3
        case .months: limit.halves * 80
        }
    }
}
