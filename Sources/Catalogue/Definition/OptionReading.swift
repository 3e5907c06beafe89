import Kernel

extension DefinitionReading {
    func options(_ node: SourceNode?, of kind: FieldKind, at path: String, _ place: SourcePlace)
        -> [FieldOption]
    {
        guard let node else {
            if kind == .choice {
                report(
                    place,
                    Phrase(vi: "câu hỏi chọn không có lựa chọn nào", en: "a choice without options"),
                    proposal: Phrase(same: "options: {nam: Nam | Male}"))
            }
            return []
        }
        guard kind == .choice else {
            report(
                node.place,
                Phrase(
                    vi: "chỉ câu hỏi loại “choice” có lựa chọn", en: "only a field of the kind “choice” has options"))
            return []
        }
        let options = named(node, at: "\(path).options").compactMap { entry in
            option(entry, at: "\(path).options.\(entry.key)")
        }
        if options.count < 2, node.entries.map({ $0.count < 2 }) ?? false {
            report(
                node.place,
                Phrase(vi: "cần ít nhất hai lựa chọn", en: "at least two options are needed"))
        }
        return options
    }

    /// `nam: Nam | Male`, or a block with `label` and the rule `when` under which it is offered.
    private func option(_ entry: SourceEntry, at path: String) -> FieldOption? {
        guard entry.value["label"] != nil || entry.value["when"] != nil else {
            return phrase(entry.value).map { FieldOption(value: entry.key, label: $0) }
        }
        let values = block(entry.value, .option)
        remember("\(path).when", values["when"])
        return phrase(values["label"]).map {
            FieldOption(value: entry.key, label: $0, when: text(values["when"]))
        }
    }

    /// Where an answer comes from besides being typed: `default`, and `value` with `gives` of a computed one.
    func readSource(of field: inout FormField, _ values: [String: SourceNode], at path: String, _ place: SourcePlace) {
        for rule in ["default", "value", "filled_from", "locked"] { remember("\(path).\(rule)", values[rule]) }
        field.default = text(values["default"])
        field.value = text(values["value"])
        field.gives = word(values["gives"], of: FieldKind.computable.map(\.rawValue)).flatMap(FieldKind.init)
        field.filledFrom = registerSource(values["filled_from"])
        field.locked = text(values["locked"])
        let kind = field.kind
        if kind == .computed {
            if field.value == nil {
                report(
                    place,
                    Phrase(
                        vi: "giá trị tự tính “\(field.key)” không có công thức",
                        en: "the computed value “\(field.key)” has no rule"),
                    proposal: Phrase(same: "value: this.a + this.b"))
            }
            field.required = "false"
            refuse(
                values, ["required", "default", "filled_from", "locked"],
                Phrase(vi: "giá trị tự tính", en: "a computed value"))
            return
        }
        refuse(
            values, ["value", "gives"],
            Phrase(vi: "câu hỏi không phải kind: computed", en: "a question that is not of kind: computed"))
        if kind == .choice, let node = values["default"], let constant = field.default.flatMap(Self.constant),
            !field.options.contains(where: { $0.value == constant })
        {
            report(
                node.place,
                Phrase(vi: "không có lựa chọn nào tên là “\(constant)”", en: "no option is called “\(constant)”"),
                proposal: NearestWord.to(constant, among: field.options.map(\.value)).map {
                    Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                })
        }
        if kind.isGroup || kind.isComposite || kind == .file {
            refuse(
                values, ["default", "filled_from", "locked"],
                Phrase(vi: "câu hỏi kind: \(kind.rawValue)", en: "a question of kind: \(kind.rawValue)"))
        }
    }

    /// The text of a rule that is nothing but a text in quotation marks.
    private static func constant(_ rule: String) -> String? {
        let inside = rule.dropFirst().dropLast()
        guard rule.hasPrefix("\""), rule.hasSuffix("\""), rule.utf8.count > 1, !inside.contains("\"") else {
            return nil
        }
        return String(inside)
    }

    private func refuse(_ values: [String: SourceNode], _ keys: [String], _ what: Phrase) {
        for key in keys {
            guard let node = values[key] else { continue }
            report(
                node.place,
                Phrase(vi: "\(what.vi) không có khóa “\(key)”", en: "\(what.en) has no key “\(key)”"),
                proposal: Phrase(vi: "bỏ khóa này", en: "leave the key out"))
        }
    }

    /// Questions inside one that has none, or whose parts are settled.
    func refuseParts(_ values: [String: SourceNode]) {
        guard let stray = values["fields"] ?? values["use"] else { return }
        report(
            stray.place,
            Phrase(
                vi: "chỉ “group”, “table” và “composite” mới có câu hỏi bên trong",
                en: "only “group”, “table” and “composite” have questions inside"),
            proposal: Phrase(vi: "bỏ “kind”, hoặc viết kind: group", en: "leave out “kind”, or write kind: group"))
    }
}
