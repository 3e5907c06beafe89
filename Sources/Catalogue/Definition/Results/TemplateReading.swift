import Kernel

extension DefinitionReading {
    /// `template:` of a result, written here or used from `templates/` with changes under `with`.
    func resultTemplate(_ node: SourceNode?) -> ResultTemplate? {
        guard var node else { return nil }
        if let use = node["use"] {
            let values = block(node, .template)
            guard let shared = resultTemplate(named: use) else { return nil }
            node = values["with"].map { changed(shared, by: $0, shorthand: "rule") } ?? shared
        }
        remember("result.template", node.place)
        let values = block(node, .resultTemplate)
        for key in ["about", "text"] { remember("result.template.\(key)", values[key]) }
        var recipients: [String]?
        if let list = values["recipients"] {
            recipients =
                if case .list(let items) = list.content { items.compactMap { text($0) } } else {
                    text(list).map { [$0] }
                }
        }
        return ResultTemplate(
            title: text(values["title"]) ?? "", about: text(values["about"]), text: text(values["text"]) ?? "",
            variables: variables(values["variables"], at: "result.template"), signer: text(values["signer"]),
            recipients: recipients)
    }

    /// `variables:` by name, each a rule, or a block with `rule`, `gives` and `written`.
    private func variables(_ node: SourceNode?, at path: String) -> [TextVariable] {
        guard let node else { return [] }
        return named(node, at: "\(path).variables").map { entry in
            let path = "\(path).variables.\(entry.key)"
            if TextFact.allCases.contains(where: { $0.rawValue == entry.key }) {
                report(
                    entry.place,
                    Phrase(
                        vi: "“\(entry.key)” là biến có sẵn, không khai báo lại",
                        en: "“\(entry.key)” is known already and not declared again"))
            }
            if entry.value.entries == nil {
                remember("\(path).rule", entry.value.place)
                return TextVariable(key: entry.key, rule: text(entry.value) ?? "null", gives: nil, written: nil)
            }
            let values = block(entry.value, .variable)
            remember("\(path).rule", values["rule"])
            remember("\(path).written", values["written"])
            return TextVariable(
                key: entry.key, rule: text(values["rule"]) ?? "null", gives: kind(values["gives"]),
                written: word(values["written"], of: TextVariable.Manner.allCases.map(\.rawValue))
                    .flatMap(TextVariable.Manner.init))
        }
    }

    private func kind(_ node: SourceNode?) -> FieldKind? {
        word(node, of: FieldKind.computable.map(\.rawValue)).flatMap(FieldKind.init)
    }

    /// `messages:` by event.
    func messages(_ node: SourceNode?) -> [MessageRule]? {
        guard let node else { return nil }
        let values = block(node, MessageRule.Event.allCases.map(\.rawValue))
        for entry in node.entries ?? [] { remember("messages.\(entry.key)", entry.place) }
        return MessageRule.Event.allCases.compactMap { event in
            guard let message = values[event.rawValue] else { return nil }
            let path = "messages.\(event.rawValue)"
            let parts = block(message, .message)
            remember("\(path).text", parts["text"])
            for half in ["vi", "en"] { remember("\(path).text.\(half)", parts["text"]?[half]) }
            return MessageRule(
                key: event.rawValue, text: phrase(parts["text"]) ?? Phrase(same: ""),
                variables: variables(parts["variables"], at: path))
        }
    }

    /// `registers:` by name.
    func registers(_ node: SourceNode?) -> [RegisterRule]? {
        guard let node else { return nil }
        return named(node, at: "registers").map { entry in
            let values = block(entry.value, .register)
            let path = "registers.\(entry.key)"
            let columns = values["columns"].map { named($0, at: "\(path).columns") } ?? []
            if columns.isEmpty, values["columns"] != nil {
                report(
                    entry.place,
                    Phrase(
                        vi: "sổ “\(entry.key)” không có cột nào", en: "the register “\(entry.key)” has no columns"))
            }
            return RegisterRule(
                key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
                series: series(values["series"]),
                columns: columns.map { column in
                    let values = block(column.value, .column)
                    remember("\(path).columns.\(column.key).rule", values["rule"])
                    return RegisterColumn(
                        key: column.key, title: phrase(values["title"]) ?? Phrase(same: column.key),
                        rule: text(values["rule"]) ?? "null", gives: kind(values["gives"]) ?? .text)
                })
        }
    }
}
