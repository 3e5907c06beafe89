import Catalogue

// Changes of a part as lines of the definition.
extension PartForm {
    /// Writes changes into the text of a definition.
    ///
    /// - Parameter shared: where the part changes a variable of a shared template for one service, that variable as the
    ///   template has it.
    func write(
        _ changes: [Change], at path: [String], shared: YAMLValue?, to patch: inout YAMLPatch
    ) throws(YAMLPatch.Refusal) {
        let now = try patch.value()[path: path]
        if let text = now?.text, !changes.isEmpty {
            if changes.count == 1, let change = changes.first, change.key == kind.nameKey, let value = change.value {
                return try patch.set(path, value)
            }
            // What was only its label, or only its rule, becomes a block when something else is said of it.
            try patch.set(path, shared.map { Self.whole(text, over: $0) } ?? value)
        }
        for change in changes {
            let at = path + change.key.split(separator: ".").map(String.init)
            if let value = change.value {
                try Self.put(value, at: at, to: &patch)
            } else if shared?[change.key] != nil {
                // What the shared template says is left out for this service.
                try patch.set(at, .null)
            } else if shared != nil, try patch.value()[path: path]?.keys.count == 1 {
                // What changes nothing any more is no change of the template.
                try patch.remove(path)
            } else {
                let block = Array(at.dropLast())
                // With its last key a block within the part goes.
                let keys = try patch.value()[path: block]?.keys
                let isLast = block != path && keys?.count == 1
                try patch.remove(isLast ? block : at)
            }
        }
    }

    /// A rule alone takes the place of all that the template says of the variable: as a block it says so of each key.
    private static func whole(_ rule: String, over shared: YAMLValue) -> YAMLValue {
        let others = shared.keys.filter { $0 != "rule" }
        return .map([.init("rule", .text(rule))] + others.map { .init($0, .null) })
    }

    /// Writes a value; of a block only the keys that say something else, so that comments between them stay.
    private static func put(
        _ value: YAMLValue, at path: [String], to patch: inout YAMLPatch
    ) throws(YAMLPatch.Refusal) {
        if let new = value.entries, let old = try patch.value()[path: path]?.entries, !new.isEmpty, !old.isEmpty {
            var trial = patch
            do throws(YAMLPatch.Refusal) {
                let (before, after) = (old.map(\.key), value.keys)
                if old.count == new.count {
                    for (was, name) in zip(before, after) where !after.contains(was) && !before.contains(name) {
                        try trial.rename(path + [was], to: name)
                    }
                }
                let named = try trial.value()[path: path]
                for entry in new where named?[entry.key] != entry.value {
                    try trial.set(path + [entry.key], entry.value)
                }
                for key in named?.keys ?? [] where !after.contains(key) { try trial.remove(path + [key]) }
                if try trial.value()[path: path] == value {
                    patch = trial
                    return
                }
            } catch {
                // Written so that one line alone cannot be changed: the block is written anew below.
            }
        }
        try patch.set(path, value)
    }
}
