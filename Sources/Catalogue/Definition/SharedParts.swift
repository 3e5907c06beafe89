import Kernel

extension DefinitionReading {
    /// The root block of the component that `use` names; nil, with a finding, when there is none.
    func component(_ use: SourceNode) -> SourceNode? { part(use, library.component, library.componentNames) }

    /// The root block of the step template that `use` names.
    func template(_ use: SourceNode) -> SourceNode? { part(use, library.template, library.templateNames) }

    /// The root block of the template of a result that `use` names.
    func resultTemplate(named use: SourceNode) -> SourceNode? {
        part(use, library.resultTemplate, library.resultTemplateNames)
    }

    private func part(
        _ use: SourceNode, _ find: (String) -> DefinitionLibrary.Part?, _ known: [String]
    ) -> SourceNode? {
        guard let name = text(use) else { return nil }
        guard let part = find(name) else {
            refusePart(name, at: use.place, known)
            return nil
        }
        self.use(part: part.file, at: use.place)
        return root(of: part)
    }

    private func root(of part: DefinitionLibrary.Part) -> SourceNode? {
        switch part.root {
        case .success(let node): return node
        case .failure(let found):
            for problem in found.list { report(problem) }
            return nil
        }
    }

    private func refusePart(_ name: String, at place: SourcePlace, _ known: [String]) {
        let near = NearestWord.to(name, among: known)
        report(
            place,
            Phrase(vi: "không có phần dùng chung nào tên là “\(name)”", en: "no shared part is called “\(name)”"),
            proposal: near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Phrase(
                    vi: "hiện có: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"))
    }

    /// `base` with the changes of `with`: blocks are merged key by key, other values replaced, `~` takes a part out.
    ///
    /// Only what the shared part has may be changed or taken out; what it has not is added when it `isWhole`, and refused by
    /// name otherwise. A part written as a single value stands for a block with that value under the key `shorthand` (a
    /// field that is written as its label).
    func changed(
        _ base: SourceNode, by changes: SourceNode, shorthand: String? = nil,
        adding isWhole: (SourceNode) -> Bool = { _ in false }
    ) -> SourceNode {
        guard let parts = base.entries else { return changes }
        guard let wanted = changes.entries else {
            _ = block(changes, parts.map(\.key))
            return base
        }
        var entries = parts
        for change in wanted {
            guard let index = entries.firstIndex(where: { $0.key == change.key }) else {
                if isWhole(change.value) {
                    entries.append(change)
                    continue
                }
                refuseUnknown(change.key, at: change.place, parts.map(\.key))
                continue
            }
            if change.value.isNull {
                entries.remove(at: index)
            } else {
                entries[index].value = merged(entries[index].value, change.value, shorthand)
            }
        }
        return SourceNode(content: .map(entries), place: base.place)
    }

    /// Below a part everything may be changed or added; the reading of the part itself refuses unknown keys.
    private func merged(_ old: SourceNode, _ new: SourceNode, _ shorthand: String?) -> SourceNode {
        guard let changes = new.entries else { return new }
        var entries: [SourceEntry]
        if let parts = old.entries {
            entries = parts
        } else if let shorthand, case .text = old.content, changes.contains(where: { !["vi", "en"].contains($0.key) }) {
            entries = [SourceEntry(key: shorthand, place: old.place, value: old)]
        } else {
            return new
        }
        for change in changes {
            let index = entries.firstIndex { $0.key == change.key }
            switch (index, change.value.isNull) {
            case (let index?, true): entries.remove(at: index)
            case (let index?, false): entries[index].value = merged(entries[index].value, change.value, shorthand)
            case (nil, false): entries.append(change)
            case (nil, true): continue
            }
        }
        return SourceNode(content: .map(entries), place: new.place)
    }
}
