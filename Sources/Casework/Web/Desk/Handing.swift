import Catalogue
import DesignSystem
import Kernel

/// To whom the next step of a case goes: a unit, an official, or whoever of the role takes it. In a form it is written
/// `unit:ID` or `person:ACCOUNT`.
struct Handing: Equatable, Sendable {
    var unit: String?
    var assignee: String?

    static let nobody = Handing()

    static func field(_ act: String) -> String { "hand.\(act)" }

    /// Reads a choice; nil when it is none of those offered.
    init?(_ text: String, among choices: [Choice], _ opened: OpenedCase, role: String) {
        guard !text.isEmpty else { return }
        guard choices.contains(where: { $0.value == text }) else { return nil }
        if let account = text.after("person:"),
            let one = opened.candidates(for: role).first(where: { $0.account == account })
        {
            assignee = account
            unit = one.unit
        } else if let id = text.after("unit:") {
            unit = id
        }
    }

    private init() {}

    /// The units and officials of the role; empty when there is nothing to choose.
    static func choices(_ opened: OpenedCase, role: String) -> [Choice] {
        guard role != "one_stop", role != "leader" || opened.candidates(for: role).count > 1 else { return [] }
        let people = opened.candidates(for: role)
        let units = opened.staff.units.filter { unit in !unit.isDesk && people.contains { $0.unit == unit.id } }
        var choices: [Choice] = []
        if units.count > 1 || (units.count == 1 && units[0].id != opened.dossier.unit) {
            choices += units.map { Choice("unit:\($0.id)", $0.name) }
        }
        var seen: Set<String> = []
        for one in people where seen.insert(one.account).inserted {
            let place = opened.staff.unit(one.unit)?.name ?? Phrase(same: one.title)
            choices.append(
                Choice(
                    "person:\(one.account)",
                    Phrase(vi: "\(one.name) – \(place.vi)", en: "\(one.name) – \(place.en)")))
        }
        return choices
    }
}

extension String {
    /// What stands after `prefix`; nil when it begins otherwise.
    fileprivate func after(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
