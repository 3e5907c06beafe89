import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The questions of one form page as fields: every kind, composites and repeated groups.
///
/// Buttons inside send `do` with what they ask: `add:NAME`, `remove:NUMBER:NAME`, `places:NAME`, `unfile:PAPER`,
/// `present:CODE:NAME`. The form's own button stands first in the document, so that Enter never presses one of these.
struct FormFields {
    let table: TerritoryTable
    let problems: [FieldProblem]
    /// Where what was filled in beforehand comes from.
    var origins = AnswerOrigins()
    /// What is shown to be read only.
    var locked = LockedView.none
    /// The questions that today's names of old communes can be written into.
    var present: [String: PresentPlace] = [:]
    /// Where an attached file is looked at.
    let fileAddress: @Sendable (Paper.ID) -> String

    /// The name under which a form page sends what its button asks.
    static let action = "do"

    /// The unseen first button of a form that has others inside.
    static var enter: Markup {
        button(
            .type("submit"), .name(action), .value("next"), .class("unseen"), .tabindex(-1),
            .aria("hidden", "true"))
    }

    static let accepted = [
        "image/*", ".pdf", ".docx", ".xlsx", ".odt", ".doc", ".xls", ".heic",
    ]

    /// - Parameter help: the page's own help, where the question is the page.
    @MarkupBuilder func markup(
        _ shown: ShownField, size: Field.LabelSize = .normal, help: Phrase? = nil
    ) -> [Markup] {
        switch shown.kind {
        case _ where shown.kind.isComposite: composite(shown)
        case _ where shown.kind.isGroup: group(shown)
        case _ where locked.words(shown) != nil:
            Field(
                shown.name, shown.field.label, .read(shown.told), help: locked.words(shown), size: size)
        default:
            Field(
                shown.name, shown.field.label, control(shown), help: told(shown, shown.field.help ?? help),
                optional: !shown.isRequired && shown.kind != .computed,
                problem: problems[shown.name], size: size)
            if shown.kind.placeAround != nil { PlaceChoice(shown, table: table, present: present[shown.name]) }
        }
    }

    /// Says first where an answer comes from that nobody typed here.
    private func told(_ shown: ShownField, _ help: Phrase?) -> Phrase? {
        guard let origin = origins[shown.name], !shown.isBlank else { return help }
        let from = origin.ownWords
        return help.map { Phrase(vi: "\(from.vi). \($0.vi)", en: "\(from.en). \($0.en)") } ?? from
    }

    private func control(_ shown: ShownField) -> Control {
        let typed = shown.typed
        switch shown.kind {
        case .text: return .text(typed)
        case .longText: return .longText(typed)
        case .number: return .number(typed)
        case .money: return .money(typed)
        case .date: return .date(typed)
        case .choice: return .choice(typed, shown.options.map { Choice($0.value, $0.label) })
        case .yesNo: return .yesNo(shown.filled?.bool)
        case .citizenNumber: return .digits(typed)
        case .taxCode: return .text(typed, width: .medium)
        case .vehiclePlate: return .text(typed, width: .short)
        case .computed: return .computed(shown.told)
        case .phone: return .phone(typed)
        case .email: return .email(typed)
        case .province:
            return .select(typed, table.provinces.map { Choice($0.code, $0.phrase) })
        case .commune: return commune(shown)
        case .oldProvince, .oldDistrict, .oldCommune: return oldPlace(shown)
        case .file:
            return .files(
                AnswerFile.files(shown.answer).map { file in
                    StoredFile(
                        file.name, note: ApplicantWording.size(file.size), href: fileAddress(file.paper),
                        remove: (Self.action, "unfile:\(file.paper)"))
                }, accept: Self.accepted, multiple: (shown.field.maximum ?? 2) > 1)
        case .group, .table, .composite, .landParcel, .bankAccount, .mapPoint, .signature: return .text()
        }
    }

    // MARK: places

    /// A list once the province is known; before that a text, which is understood when it names one commune.
    private func commune(_ shown: ShownField) -> Control {
        let list = shown.around.map { table.communes(of: $0) } ?? []
        guard !list.isEmpty else {
            let name = table.name(shown.typed) ?? shown.typed
            return .text(name, width: .medium, suggest: ApplicantPaths.communes())
        }
        return .select(shown.typed, list.map { Choice($0.code, $0.phrase) })
    }

    /// The same for a unit of before; on a site without their list a text.
    private func oldPlace(_ shown: ShownField) -> Control {
        let list = table.earlier.list(of: shown.kind, around: shown.around)
        guard !list.isEmpty else { return .text(table.earlier[shown.typed]?.name ?? shown.typed, width: .medium) }
        return .select(shown.typed, list.map { Choice($0.code, $0.phrase) })
    }

    // MARK: composites and groups

    private func composite(_ shown: ShownField) -> Markup {
        anchored(shown) {
            fieldGroup(title(shown.field.label, optional: !shown.isRequired), help: shown.field.help) {
                problem(shown)
                if isKnown(shown) {
                    known(shown)
                } else {
                    for part in shown.parts { markup(part) }
                }
            }
        }
    }

    /// Whether it is settled by what the account or the parts before say, so that it is shown rather than asked again.
    private func isKnown(_ shown: ShownField) -> Bool {
        shown.parts.isKnown(origins) && !shown.parts.contains { problems[$0.name] != nil }
    }

    @MarkupBuilder private func known(_ shown: ShownField) -> [Markup] {
        SummaryList(
            shown.parts.filter { !$0.isBlank }.map { part in
                SummaryList.Row(
                    part.field.label, part.typed, note: locked.words(part) ?? origins[part.name]?.ownWords)
            })
        if shown.parts.contains(where: { locked.words($0) == nil }) {
            Disclosure(Phrase.change) { for part in shown.parts { markup(part) } }
        }
    }

    private func group(_ shown: ShownField) -> Markup {
        let label = shown.field.label
        return anchored(shown) {
            fieldGroup(title(label, optional: !shown.isRequired), help: shown.field.help) {
                problem(shown)
                for (number, entry) in shown.entries.enumerated() {
                    let name = Phrase(vi: "\(label.vi) \(number + 1)", en: "\(label.en) \(number + 1)")
                    fieldGroup(name) {
                        // Entries with nothing but files send no value; this one says that they are there.
                        hiddenField("\(shown.name)[\(number)]", "1")
                        if shown.kind == .table {
                            div(.class("columns")) { for part in entry { markup(part) } }
                        } else {
                            for part in entry { markup(part) }
                        }
                        p {
                            Button(
                                Phrase(vi: "Bỏ “\(name.vi)”", en: "Remove “\(name.en)”"), .plain, name: Self.action,
                                value: "remove:\(number):\(shown.name)")
                        }
                    }
                }
                if shown.field.maximum.map({ shown.entries.count < $0 }) ?? true {
                    p {
                        Button(
                            shown.entries.isEmpty
                                ? Phrase(vi: "Thêm “\(label.vi)”", en: "Add “\(label.en)”")
                                : Phrase(vi: "Thêm “\(label.vi)” nữa", en: "Add another “\(label.en)”"),
                            .secondary, name: Self.action, value: "add:\(shown.name)")
                    }
                }
            }
        }
    }

    /// Error summaries and buttons lead to the group by its name.
    private func anchored(_ shown: ShownField, @MarkupBuilder content: () -> [Markup]) -> Markup {
        div(.id(Field.id(shown.name)), .tabindex(-1), content: content)
    }

    @MarkupBuilder private func problem(_ shown: ShownField) -> [Markup] {
        if let message = problems[shown.name] {
            p(.class("problem")) {
                Icon.alert
                message
            }
        }
    }

    private func title(_ label: Phrase, optional: Bool) -> Phrase {
        optional ? Phrase(vi: "\(label.vi) (không bắt buộc)", en: "\(label.en) (optional)") : label
    }
}

extension CompiledService {
    /// The page as it is shown to be filled in: a group that needs entries begins with a blank one.
    func formPage(_ key: String, _ facts: CaseFacts) -> ShownPage? {
        guard let page = shownPage(key, facts) else { return nil }
        var facts = facts
        for field in page.fields where field.kind.isGroup && field.entries.isEmpty {
            if field.isRequired || (field.field.minimum ?? 0) > 0 {
                facts.answers = adding(entryOf: field.name, to: facts.answers)
            }
        }
        return shownPage(key, facts)
    }
}

/// The locked answers of a form as its pages show them: as text, with where they come from.
struct LockedView {
    static let none = LockedView([:], of: Phrase(same: ""))

    private let origins: [String: AnswerOrigin]
    private let agency: Phrase
    private let isFiled: Bool
    private let isAtDesk: Bool

    /// - Parameters:
    ///   - agency: the name of the agency whose registers they are.
    ///   - isFiled: the case is filed.
    ///   - isAtDesk: an official reads it.
    init(
        _ origins: [String: AnswerOrigin], of agency: Phrase, isFiled: Bool = false, isAtDesk: Bool = false
    ) {
        self.origins = origins
        self.agency = agency
        self.isFiled = isFiled
        self.isAtDesk = isAtDesk
    }

    /// What is said beside it; nil for what may be changed.
    func words(_ name: String) -> Phrase? { origins[name]?.lockedWords(agency, isFiled: isFiled, isAtDesk: isAtDesk) }

    func words(_ shown: ShownField) -> Phrase? { words(shown.name) }
}

extension [ShownField] {
    /// Whether every question is answered by what the account says or what was typed about the parties; a telephone or
    /// an e-mail address that nobody has to give may be missing.
    func isKnown(_ origins: AnswerOrigins) -> Bool {
        contains { !$0.isBlank }
            && allSatisfy { field in
                if field.isBlank { return !field.isRequired && [.phone, .email].contains(field.kind) }
                return [.account, .parties].contains(origins[field.name])
            }
    }
}
