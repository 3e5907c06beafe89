import Kernel

/// Reads form values by their names.
struct FormValueReader {
    let values: [String: [String]]
    let places: PlaceLookup
    /// Every name and every part of a name that something was sent for.
    let sent: Set<String>

    init(values: [String: [String]], places: PlaceLookup) {
        self.values = values
        self.places = places
        var sent: Set<String> = []
        for name in values.keys where name.utf8.count <= 200 {
            sent.insert(name)
            for index in name.indices where name[index] == "." || name[index] == "[" {
                sent.insert(String(name[..<index]))
            }
        }
        self.sent = sent
    }

    func read(_ fields: [FormField], at name: String, old: JSON?) -> JSON {
        var answers = old?.object ?? [:]
        var around: [FieldKind: String] = [:]
        for field in fields {
            let name = "\(name).\(field.key)"
            // What a rule gave before is no answer: an entry that was emptied would not go away for it.
            if sent.contains(name) || field.kind == .computed {
                answers[field.key] = read(field, name, answers[field.key], around)
            }
            if field.kind.isPlace { around[field.kind] = answers[field.key]?.string }
        }
        return .object(answers)
    }

    private func read(_ field: FormField, _ name: String, _ old: JSON?, _ around: [FieldKind: String]) -> JSON? {
        switch field.kind {
        case _ where field.kind.isComposite: return read(field.fields, at: name, old: old)
        case _ where field.kind.isGroup: return entries(field, name, old)
        case .computed: return nil
        case .file: return old
        default:
            guard let typed = values[name]?.last else { return old }
            // Blank on purpose: the default does not come back.
            let place = field.kind.placeAround.flatMap { around[$0] }
            return AnswerText.answer(typed, as: field, around: place, places: places)
                ?? (field.default == nil ? nil : .null)
        }
    }

    /// Entries in the order of their numbers, numbered anew; an entry in which nothing was written is dropped.
    private func entries(_ field: FormField, _ name: String, _ old: JSON?) -> JSON? {
        let opening = name + "["
        let numbers = Set(
            sent.compactMap { part -> Int? in
                guard part.hasPrefix(opening) else { return nil }
                return Int(part.dropFirst(opening.count).prefix { $0 != "]" })
            }
        ).filter { $0 >= 0 }.sorted()
        let entries = numbers.prefix(AnswerText.mostEntries).map { number in
            read(field.fields, at: "\(name)[\(number)]", old: old?[number])
        }.filter { !AnswerText.isBlank($0) }
        return entries.isEmpty ? nil : .array(Array(entries))
    }
}
