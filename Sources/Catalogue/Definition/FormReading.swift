import Kernel

extension DefinitionReading {
    /// The pages of `form:`, each a name with what it asks.
    func pages(_ node: SourceNode?) -> [FormPage] {
        guard let node else { return [] }
        return named(node, at: "form").map { page($0) }
    }

    private func page(_ entry: SourceEntry) -> FormPage {
        let path = "form.\(entry.key)"
        let values = block(entry.value, .page)
        remember("\(path).when", values["when"])
        let shared = values["use"].flatMap { component($0) }.map { componentParts($0) }
        checkUse(values)
        let title = phrase(values["title"] ?? shared?["label"])
        if title == nil, values["title"] == nil { missing("title", entry.place) }
        var parts: [SourceEntry] = []
        if let node = shared?["fields"] { parts += fieldEntries(node, with: values["with"]) }
        if let node = values["fields"] { parts += node.entries ?? named(node, at: path) }
        let fields = self.fields(SourceNode(content: .map(parts), place: entry.place), at: path, depth: 0)
        if fields.isEmpty, values["use"] == nil {
            report(
                entry.place,
                Phrase(
                    vi: "trang “\(entry.key)” không hỏi gì", en: "the page “\(entry.key)” asks nothing"))
        }
        return FormPage(
            key: entry.key, title: title ?? Phrase(same: entry.key), help: phrase(values["help"]),
            when: text(values["when"]), fields: fields,
            about: word(values["about"], of: PageSubject.allCases.map(\.rawValue)).flatMap(PageSubject.init))
    }

    private func componentParts(_ root: SourceNode) -> [String: SourceNode] {
        block(root, ["label", "help", "fields"], required: ["label", "fields"])
    }

    private func fieldEntries(_ fields: SourceNode, with changes: SourceNode?) -> [SourceEntry] {
        let all = changes.map { changed(fields, by: $0, shorthand: "label") } ?? fields
        return all.entries ?? named(all, at: "")
    }

    private func missing(_ key: String, _ place: SourcePlace) {
        report(place, Phrase(vi: "thiếu khóa “\(key)”", en: "the key “\(key)” is missing"))
    }

    private func fields(_ node: SourceNode, at path: String, depth: Int) -> [FormField] {
        var seen: Set<String> = []
        return named(node, at: path).compactMap { entry in
            guard seen.insert(entry.key).inserted else {
                report(
                    entry.place,
                    Phrase(vi: "“\(entry.key)” đã có ở trên", en: "“\(entry.key)” is already asked above"),
                    proposal: Phrase(
                        vi: "đặt tên khác, hoặc sửa câu hỏi dùng chung bằng “with”",
                        en: "choose another name, or change the shared question through “with”"))
                return nil
            }
            return field(entry, at: "\(path).\(entry.key)", depth: depth)
        }
    }

    /// Components may use components; a component that uses itself ends here.
    private static let deepest = 5

    private func field(_ entry: SourceEntry, at path: String, depth: Int) -> FormField? {
        guard depth < Self.deepest else {
            report(
                entry.place,
                Phrase(
                    vi: "các phần lồng nhau quá \(Self.deepest) tầng, hoặc tự dùng lại chính mình",
                    en: "parts are nested more than \(Self.deepest) deep, or use themselves"))
            return nil
        }
        if case .text = entry.value.content {
            return phrase(entry.value).map { FormField(key: entry.key, kind: .text, label: $0) }
        }
        let values = block(entry.value, .question)
        for rule in ["when", "required"] { remember("\(path).\(rule)", values[rule]) }
        let shared = values["use"].flatMap { component($0) }.map { componentParts($0) }
        let usual: FieldKind = values["use"] != nil ? .composite : .text
        let kind = word(values["kind"], of: FieldKind.allCases.map(\.rawValue)).flatMap(FieldKind.init) ?? usual
        let label = phrase(values["label"] ?? shared?["label"])
        if label == nil, values["label"] == nil, values["use"] == nil { missing("label", entry.place) }
        var field = FormField(key: entry.key, kind: kind, label: label ?? Phrase(same: entry.key))
        field.help = phrase(values["help"] ?? shared?["help"])
        field.required = text(values["required"]) ?? "true"
        field.when = text(values["when"])
        field.minimum = integer(values["minimum"], in: -1_000_000_000_000...1_000_000_000_000)
        field.maximum = integer(values["maximum"], in: -1_000_000_000_000...1_000_000_000_000)
        field.whole = boolean(values["whole"])
        field.options = options(values["options"], of: kind, at: path, entry.place)
        field.checks = checks(values["checks"], at: path)
        checkEffect(of: values, kind)
        var parts: [SourceEntry] = []
        if let node = shared?["fields"] { parts += fieldEntries(node, with: values["with"]) }
        if let node = values["fields"] { parts += node.entries ?? named(node, at: path) }
        readSource(of: &field, values, at: path, entry.place)
        if !kind.parts.isEmpty {
            field.fields = kind.parts
            refuseParts(values)
        } else if kind.isGroup || kind == .composite {
            field.fields = fields(
                SourceNode(content: .map(parts), place: entry.place), at: path, depth: depth + 1)
            if field.fields.isEmpty, values["use"] == nil { missing("fields", entry.place) }
        } else {
            refuseParts(values)
        }
        return field
    }

    private func checks(_ node: SourceNode?, at path: String) -> [FieldCheck] {
        guard let node else { return [] }
        guard case .list(let items) = node.content else {
            report(
                node.place,
                Phrase(
                    vi: "“checks” là một danh sách: mỗi mục có “rule” và “message”",
                    en: "“checks” is a list; each item has “rule” and “message”"))
            return []
        }
        return items.enumerated().compactMap { index, item in
            remember("\(path).checks.\(index)", item.place)
            let values = block(item, .check)
            remember("\(path).checks.\(index)", values["rule"])
            guard let rule = text(values["rule"]), let message = phrase(values["message"]) else { return nil }
            return FieldCheck(rule: rule, message: message)
        }
    }
}

extension FormField {
    /// What kind of answer it has: of a computed one that which its rule gives.
    package var answerKind: FieldKind { kind == .computed ? gives ?? .number : kind }

    /// A question with nothing said about it but its kind and label.
    init(key: String, kind: FieldKind, label: Phrase) {
        self.init(
            key: key, kind: kind, label: label, help: nil, required: "true", when: nil, options: [], checks: [],
            minimum: nil, maximum: nil, whole: nil, fields: [], default: nil, value: nil, gives: nil)
    }
}
