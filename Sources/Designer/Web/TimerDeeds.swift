import Catalogue
import DesignSystem
import Kernel
import Wording

/// What a timer does, as officials call it.
enum TimerDeeds {
    static let reminds = Choice("remind", Phrase(vi: "Nhắc người đang giữ hồ sơ", en: "Reminds whoever has the case"))
    static let tells = [
        Choice("head", Phrase(vi: "Báo cho trưởng đơn vị", en: "Tells the head of unit")),
        Choice("leader", Phrase(vi: "Báo cho lãnh đạo", en: "Tells the leader")),
    ]

    /// What a timer of a step may do; of acts those that need no person.
    static func choices(_ step: YAMLValue?) -> [Choice] {
        let acts = (step?["acts"]?.entries ?? []).filter { entry in
            ["move", "refuse"].contains(entry.value["kind"]?.text ?? "move")
                && entry.value["needs_result"]?.text != "true"
        }
        return [reminds] + tells
            + acts.map { entry in
                let name = PartName.phrase(entry, ["acts"])
                return Choice("act:\(entry.key)", Phrase(vi: "Tự làm: \(name.vi)", en: "Does by itself: \(name.en)"))
            }
    }

    /// What one timer does; nil when it says nothing, or more than one thing.
    static func of(_ timer: YAMLValue) -> String? {
        var deeds: [String] = []
        if timer["remind"]?.text == "true" { deeds.append(reminds.value) }
        if let role = timer["tell"]?.text { deeds.append(role) }
        if let act = timer["act"]?.text { deeds.append("act:\(act)") }
        return deeds.count == 1 ? deeds.first : nil
    }

    /// The keys that a choice stands for, with those it takes out.
    static func changes(_ deed: String, from timer: YAMLValue) -> [PartForm.Change] {
        let said: PartForm.Change =
            if deed == reminds.value {
                ("remind", .text("true"))
            } else if deed.hasPrefix("act:") {
                ("act", .text(String(deed.dropFirst(4))))
            } else {
                ("tell", .text(deed))
            }
        let gone = ["remind", "tell", "act"].filter { $0 != said.key && timer[$0] != nil }
        // What is said is written first: a block never stands empty in between.
        return (timer[said.key] == said.value ? [] : [said]) + gone.map { ($0, nil) }
    }

    /// `Sau 3 ngày làm việc: nhắc người đang giữ hồ sơ`.
    static func words(_ timer: YAMLValue, _ step: YAMLValue?) -> Phrase {
        let after = LimitWords.phrase(timer["after"]?.text ?? "?")
        let deed = of(timer)
        let does = choices(step).first { $0.value == deed }?.label ?? Phrase(same: deed ?? "?")
        return Phrase(
            vi: "Sau \(after.vi): \(does.lowercasedFirst.vi)", en: "After \(after.en): \(does.lowercasedFirst.en)")
    }
}

/// Durations as officials read them.
enum LimitWords {
    /// `3 working_days` as `3 ngày làm việc`.
    static func phrase(_ text: String) -> Phrase {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let unit = PartForm.units.first(where: { $0.value == words[1] })?.label else {
            return Phrase(same: text)
        }
        return Phrase(vi: "\(words[0]) \(unit.vi)", en: "\(words[0]) \(unit.en)")
    }
}
