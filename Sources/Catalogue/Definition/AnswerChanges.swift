package import Kernel

/// One answer that differs between two states of a form.
package struct AnswerChange: Sendable, Equatable {
    /// The answer's name: `child.birth_day`, `household.members[1].full_name`.
    package let name: String
    package let old: JSON?
    package let new: JSON?
}

extension JSON {
    /// The single answers in which `other` differs from this, in the order of their names.
    package func answersChanged(to other: JSON) -> [AnswerChange] {
        let (old, new) = (leaves, other.leaves)
        return Set(old.keys).union(new.keys).sorted().compactMap { name in
            old[name] == new[name] ? nil : AnswerChange(name: name, old: old[name], new: new[name])
        }
    }

    private var leaves: [String: JSON] {
        var found: [String: JSON] = [:]
        collect("", into: &found)
        return found
    }

    private func collect(_ name: String, into found: inout [String: JSON]) {
        switch self {
        case .object(let members):
            for (key, value) in members { value.collect(name.isEmpty ? key : "\(name).\(key)", into: &found) }
        case .array(let items):
            for (index, item) in items.enumerated() { item.collect("\(name)[\(index)]", into: &found) }
        case .null: break
        default: found[name] = self
        }
    }
}
