import Catalogue
import DesignSystem
import Kernel
import Wording

/// An answer that rules may read, with the values to choose from.
struct KnownAnswer: Sendable {
    let name: String
    let title: Phrase
    /// What it is called by itself, without what stands around it.
    let label: Phrase
    /// As rules write them; empty where anything may be typed.
    let options: [Choice]
    /// What an answer is; nil for what is no question.
    var kind: FieldKind?

    /// Those of a definition, in the order in which they are asked; of a group its number of entries.
    static func all(_ definition: ServiceDefinition) -> [KnownAnswer] {
        var known = [
            KnownAnswer(
                name: "owner", title: Phrase(vi: "Nộp cho ai", en: "For whom it is filed"),
                options: definition.owners.map { Choice("\"\($0.rawValue)\"", owner($0)) }),
            KnownAnswer(
                name: "channel", title: Phrase(vi: "Cách nộp", en: "Channel"),
                options: FilingChannel.allCases.map { Choice("\"\($0.rawValue)\"", channel($0)) }),
        ]
        for page in definition.form {
            for field in page.fields { add(field, page.key, page.title, &known) }
        }
        return known
    }

    /// Those that a text or a column can hold as they stand, to be chosen.
    static func writable(_ known: [KnownAnswer]) -> [Choice] {
        known.filter { $0.kind != nil && $0.kind != .file }.map { Choice($0.name, $0.title) }
    }

    /// What a column that holds the answer is; nil for a text.
    var given: FieldKind? { kind.flatMap { $0 != .text && FieldKind.computable.contains($0) ? $0 : nil } }

    static func owner(_ owner: OwnerKind) -> Phrase { word(owner.rawValue, "owners") }
    static func channel(_ channel: FilingChannel) -> Phrase { word(channel.rawValue, "channels") }

    /// A word of the definition's own keys as its page calls it.
    private static func word(_ word: String, _ key: String) -> Phrase {
        for one in PartKind.generalKeys where one.key == key {
            if case .choices(let choices) = one.kind, let choice = choices.first(where: { $0.value == word }) {
                return choice.label
            }
        }
        return Phrase(same: word)
    }

    init(name: String, title: Phrase, label: Phrase? = nil, options: [Choice], kind: FieldKind? = nil) {
        self.name = name
        self.title = title
        self.label = label ?? title
        self.options = options
        self.kind = kind
    }

    private static func add(_ field: FormField, _ around: String, _ title: Phrase, _ known: inout [KnownAnswer]) {
        let name = "\(around).\(field.key)"
        let words = Phrase(vi: "\(title.vi) › \(field.label.vi)", en: "\(title.en) › \(field.label.en)")
        switch field.kind {
        case _ where field.kind.isComposite: for part in field.fields { add(part, name, words, &known) }
        case .group, .table:
            known.append(
                KnownAnswer(
                    name: "count(\(name))",
                    title: Phrase(vi: "\(words.vi): số mục", en: "\(words.en): number of entries"),
                    label: Phrase(
                        vi: "\(field.label.vi): số mục", en: "\(field.label.en): number of entries"), options: [],
                    kind: .number))
        case .choice:
            known.append(
                KnownAnswer(
                    name: name, title: words, label: field.label,
                    options: field.options.map { Choice("\"\($0.value)\"", $0.label) } + [ValueWords.empty],
                    kind: .choice))
        case .yesNo:
            known.append(
                KnownAnswer(
                    name: name, title: words, label: field.label,
                    options: [Choice("true", .yes), Choice("false", .no), ValueWords.empty], kind: .yesNo))
        default:
            known.append(
                KnownAnswer(
                    name: name, title: words, label: field.label, options: [],
                    kind: field.kind == .computed ? field.gives ?? .number : field.kind))
        }
    }
}
