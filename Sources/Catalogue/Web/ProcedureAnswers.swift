import Kernel
import Wording
import WorkingTime

/// The four answers of a procedure, in plain words: who it is for, what is needed, how long, how much.
///
/// Nothing is rounded up to a promise: a limit without a unit is no limit, and "free" is said only when no row of the
/// source says otherwise. Where the source has no limit that can be used, the online service's own stands for it.
struct ProcedureAnswers {
    let procedure: Procedure
    /// The limits of the services that put it online here.
    var online: [LimitRule] = []

    var who: Phrase {
        Self.list(procedure.applicants.map(\.name)) ?? Phrase(vi: "Chưa công bố", en: "Not published")
    }

    // MARK: papers

    var paperCount: Int { procedure.paperCases.reduce(0) { $0 + $1.papers.count } }

    /// How many of the cases exclude each other ("Trường hợp …", "Đối với …"); others are only headings.
    private var alternatives: Int {
        procedure.paperCases.count { each in
            guard !each.papers.isEmpty, let name = each.name.map(Folding.fold) else { return false }
            return name.contains("truong hop") || name.contains("doi voi")
        }
    }

    var need: Phrase {
        guard paperCount > 0 else { return Phrase(vi: "Không nêu giấy tờ riêng", en: "No papers are listed") }
        if alternatives > 1 {
            return Phrase(
                vi: "Giấy tờ theo từng trường hợp (\(alternatives) trường hợp)",
                en: "Papers differ by case (\(alternatives) cases)")
        }
        return Phrase.count(paperCount, vi: "loại giấy tờ", one: "paper", many: "papers")
    }

    // MARK: time

    var howLong: Phrase {
        var limits: [Procedure.TimeLimit] = []
        var isVague = false
        for limit in procedure.channels.compactMap(\.limit) {
            if limit.unit == nil {
                isVague = true
            } else if !limits.contains(where: { $0.halves == limit.halves && $0.unit == limit.unit }) {
                limits.append(limit)
            }
        }
        let sorted = limits.sorted { $0.halves < $1.halves }
        guard let shortest = sorted.first, let longest = sorted.last, let least = shortest.phrase,
            let most = longest.phrase
        else {
            if let online = LimitRule.words(of: online) { return online }
            return isVague
                ? Phrase(vi: "Nguồn không ghi rõ đơn vị, xem bên dưới", en: "The unit is not published, see below")
                : Phrase(vi: "Chưa công bố, xem bên dưới", en: "Not published, see below")
        }
        if sorted.count == 1 { return least }
        if Set(sorted.map(\.unit)).count == 1 {
            return Phrase(
                vi: "\(shortest.amount.vi) đến \(most.vi), tùy trường hợp",
                en: "\(shortest.amount.en) to \(most.en), by case")
        }
        let phrases = limits.prefix(3).compactMap(\.phrase)
        return Phrase(
            vi: phrases.map(\.vi).joined(separator: " hoặc ") + ", tùy trường hợp",
            en: phrases.map(\.en).joined(separator: " or ") + ", by case")
    }

    // MARK: money

    var howMuch: Phrase {
        var fees: [Procedure.Fee] = []
        var isFree = false
        var isExplained = false
        for channel in procedure.channels {
            switch channel.cost {
            case .free: isFree = true
            case .fees(let some): fees += some
            case .explained: isExplained = true
            case .notStated: break
            }
        }
        let sums = Procedure.Fee.Currency.allCases.compactMap { currency in
            range(of: fees.filter { $0.currency == currency })
        }
        if let sum = Self.list(sums, vi: " hoặc ", en: " or ") {
            return isFree ? Phrase(vi: "Không thu hoặc \(sum.vi.lowercasedFirst)", en: "Free, or \(sum.en)") : sum
        }
        if isExplained {
            return Phrase(vi: "Theo mức quy định ghi bên dưới", en: "As the words below explain")
        }
        return isFree
            ? Phrase(vi: "Không thu phí", en: "Free of charge")
            : Phrase(vi: "Chưa công bố mức thu", en: "No amount is published")
    }

    private func range(of fees: [Procedure.Fee]) -> Phrase? {
        guard let least = fees.min(by: { $0.amount < $1.amount }), let most = fees.max(by: { $0.amount < $1.amount })
        else { return nil }
        if least.amount == most.amount { return least.phrase }
        return Phrase(
            vi: "Từ \(least.phrase.vi) đến \(most.phrase.vi), tùy trường hợp",
            en: "\(least.phrase.en) to \(most.phrase.en), by case")
    }

    // MARK: one paragraph

    /// Who handles it, in the catalogue's words: always Vietnamese.
    var agency: String? { procedure.executingAgency ?? procedure.competentAgency }

    /// The plain first paragraph; `agency` follows it.
    var summary: Phrase {
        let first = procedure.applicants.prefix(3).map(\.name.inSentence)
        let more = procedure.applicants.count > 3
        let who = Self.list(first) ?? Phrase(vi: "người có yêu cầu", en: "whoever needs it")
        return Phrase(
            vi: "Dành cho \(who.vi)\(more ? " và đối tượng khác" : ""). Cần chuẩn bị: "
                + "\(need.vi.lowercasedFirst). Thời hạn giải quyết: \(howLong.vi.lowercasedFirst). Phí, lệ phí: "
                + "\(howMuch.vi.lowercasedFirst).",
            en: "For \(who.en)\(more ? " and others" : ""). You need: \(need.en.lowercasedFirst). "
                + "Time: \(howLong.en.lowercasedFirst). Fees: \(howMuch.en.lowercasedFirst).")
    }

    private static func list(_ phrases: [Phrase], vi: String = ", ", en: String = ", ") -> Phrase? {
        phrases.isEmpty
            ? nil
            : Phrase(vi: phrases.map(\.vi).joined(separator: vi), en: phrases.map(\.en).joined(separator: en))
    }
}

extension Procedure.Fee {
    /// `150.000 đồng`, `155 USD`.
    var phrase: Phrase {
        switch currency {
        case .dong: Money(dong: amount).phrase
        case .dollar: Phrase(same: text)
        }
    }
}

extension Phrase {
    /// As it stands inside a sentence; English keeps the capital of names of peoples and parties.
    var inSentence: Phrase {
        let keeps = en.hasPrefix("Vietnamese") || en.hasPrefix("Party")
        return Phrase(vi: vi.lowercasedFirst, en: keeps ? en : en.lowercasedFirst)
    }
}
