package import Kernel

/// The difference of two versions of a service definition, part by part, as an official reads it.
///
/// The canonical documents are compared, so that nothing is passed over: it is empty exactly when both have the same
/// hash. A part is known by its name; one that was renamed was taken out and put in.
package struct ServiceDifference: Hashable, Sendable {
    /// The fields of an official's interest, in the order in which they are read.
    package enum Area: String, Hashable, Sendable, CaseIterable {
        case general, form, papers, fees, limit, steps, result
    }

    /// One thing that differs.
    package struct Change: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable { case added, removed, changed, moved }
        package let kind: Kind
        package let area: Area
        /// Where, as findings name parts: `form.child.birth_day`, `steps.reception.accept`; empty for the whole.
        package let path: String
        /// The part in words: `câu hỏi “Ngày sinh”`; nil for the definition as a whole.
        package let part: Phrase?
        /// The key of the file that changed, `required`, and what it is called.
        package let key: String?
        package let aspect: Phrase?
        /// What it was and what it is; of a part that was added or removed, what it says.
        package let old: Phrase?
        package let new: Phrase?
    }

    package private(set) var changes: [Change] = []

    package var isEmpty: Bool { changes.isEmpty }

    package init(from old: ServiceDefinition, to new: ServiceDefinition) throws {
        compare(try JSON(encoding: old), try JSON(encoding: new), DefinitionPart.whole)
        let order = Area.allCases
        changes = order.flatMap { area in changes.filter { $0.area == area } }
    }

    // MARK: comparing

    private mutating func compare(_ old: JSON, _ new: JSON, _ part: DefinitionPart) {
        let (before, after) = (old.object ?? [:], new.object ?? [:])
        // A fee table stands there a second time, as one rule.
        let isTable = before["table"] != nil && after["table"] != nil
        for key in part.keys(of: Set(before.keys).union(after.keys)) where before[key] != after[key] {
            if key == "amount", isTable { continue }
            compare(before[key], after[key], under: key, of: part)
        }
    }

    private mutating func compare(_ old: JSON?, _ new: JSON?, under key: String, of part: DefinitionPart) {
        let (before, after) = (old?.array ?? [], new?.array ?? [])
        if let identity = DefinitionPart.identity(of: before + after), DefinitionPart.areDistinct(before, by: identity),
            DefinitionPart.areDistinct(after, by: identity)
        {
            compare(before, after, by: identity, under: key, of: part)
        } else if let old, let new, DefinitionPart.isBlock(old, key), DefinitionPart.isBlock(new, key) {
            compare(old, new, part.block(key))
        } else {
            changes.append(
                Change(
                    kind: .changed, area: part.area(of: key), path: part.path, part: part.words,
                    key: part.fileKey(key), aspect: part.title(of: key),
                    old: old.map { part.words(of: $0, under: key) },
                    new: new.map { part.words(of: $0, under: key) }))
        }
    }

    private mutating func compare(
        _ old: [JSON], _ new: [JSON], by identity: String, under key: String, of part: DefinitionPart
    ) {
        func name(_ item: JSON) -> String { item[identity]?.string ?? "" }
        let (names, oldNames) = (new.map(name), old.map(name))
        for item in old where !names.contains(name(item)) {
            add(.removed, part.child(item, named: name(item), under: key), item)
        }
        let (kept, oldKept) = (names.filter(oldNames.contains), oldNames.filter(names.contains))
        let moved = Set(kept.difference(from: oldKept).insertions.map(\.element))
        for item in new {
            let child = part.child(item, named: name(item), under: key)
            guard let before = old.first(where: { name($0) == name(item) }) else {
                add(.added, child, item)
                continue
            }
            if moved.contains(name(item)) { add(.moved, child, nil) }
            compare(before, item, child)
        }
    }

    private mutating func add(_ kind: Change.Kind, _ part: DefinitionPart, _ item: JSON?) {
        let says = item.map { part.summary(of: $0) }
        changes.append(
            Change(
                kind: kind, area: part.area, path: part.path, part: part.words, key: nil, aspect: nil,
                old: kind == .removed ? says : nil, new: kind == .added ? says : nil))
    }
}

extension CollectionDifference.Change {
    fileprivate var element: ChangeElement {
        switch self {
        case .insert(_, let element, _), .remove(_, let element, _): element
        }
    }
}
