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

    /// What a named part inside a shared one says at least, by the block it stands in: an act, a branch, a timer, a question.
    private static let leastKeys = [
        "acts": ["title"], "parallel": ["title"], "timers": ["after"], "fields": ["label", "use"],
    ]

    /// Whether a part of that block is whole, or only the change of one that is not there: then its name is misspelt, and
    /// nothing else is to be said of it.
    private func isWhole(_ part: SourceNode, in block: String?) -> Bool {
        guard let keys = block.flatMap({ Self.leastKeys[$0] }) else { return true }
        if case .text = part.content { return block == "fields" }
        return keys.contains { part[$0] != nil }
    }

    /// Below a part everything may be changed or added; the reading of the part itself refuses unknown keys.
    ///
    /// - Parameter block: the key whose named parts these are; nil for the keys of a part.
    private func merged(_ old: SourceNode, _ new: SourceNode, _ shorthand: String?, in block: String? = nil)
        -> SourceNode
    {
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
            case (let index?, false):
                let inside = block == nil ? change.key : nil
                entries[index].value = merged(entries[index].value, change.value, shorthand, in: inside)
            case (nil, _) where !isWhole(change.value, in: block):
                refuseUnknown(change.key, at: change.place, (old.entries ?? []).map(\.key))
            case (nil, false): entries.append(change)
            case (nil, true): continue
            }
        }
        return SourceNode(content: .map(entries), place: new.place)
    }
}
