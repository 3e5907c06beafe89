package import Catalogue

/// Changes a YAML text in place: only the lines that a change concerns are written anew, so that comments, order and
/// the writing of everything else stay byte for byte.
///
/// Parts are named by the keys that lead to them (`form`, `requester`, `fields`). Every change is read again and
/// compared with what was meant; a text in which it cannot be made safely (aliases, unusual writing) is left as it is.
package struct YAMLPatch: Sendable {
    package enum Refusal: Error, Equatable {
        /// It is no YAML.
        case unreadable
        /// There is no such part.
        case unknown([String])
        /// Written so that the change would touch something else: it can be made in the text.
        case entangled([String])
    }

    package private(set) var text: String

    package init(_ text: String) { self.text = text }

    package func value() throws(Refusal) -> YAMLValue { try YAMLTree(text).root.value }

    // MARK: changes

    // Each is made on a copy: a refusal leaves the text as it was.

    /// Writes a value at a path. What is not there yet is added behind the last key of its block.
    package mutating func set(_ path: [String], _ value: YAMLValue) throws(Refusal) {
        var changed = self
        try changed.write(path, value)
        self = changed
    }

    /// Takes a part out, with the comments directly above it.
    package mutating func remove(_ path: [String]) throws(Refusal) {
        var changed = self
        try changed.takeOut(path)
        self = changed
    }

    /// Changes places with the neighbour above (`-1`) or below (`1`); nothing at either end.
    package mutating func move(_ path: [String], by step: Int) throws(Refusal) {
        var changed = self
        try changed.swap(path, by: step)
        self = changed
    }

    /// Gives a part another name; what refers to it is not looked for.
    package mutating func rename(_ path: [String], to name: String) throws(Refusal) {
        var changed = self
        try changed.call(path, name)
        self = changed
    }

    private mutating func write(_ path: [String], _ value: YAMLValue) throws(Refusal) {
        let tree = try YAMLTree(text)
        let old = tree.root.value
        guard let last = path.last, old[path: path] != value else { return }
        let wanted = old.setting(path[...], value)
        let parent = Array(path.dropLast())
        if let block = node(tree.root, parent[...]), let entries = block.entries, !entries.isEmpty {
            if let index = entries.firstIndex(where: { $0.key == last }) {
                try replace(tree, path, index, value)
            } else {
                try append(tree, parent, block, last, value)
            }
            try settle(wanted, path)
        } else {
            // The block itself is not there, or holds nothing: it is written whole.
            guard !parent.isEmpty, let whole = wanted[path: parent] else { throw .unknown(path) }
            try write(parent, whole)
        }
    }

    private mutating func takeOut(_ path: [String]) throws(Refusal) {
        let tree = try YAMLTree(text)
        let parent = Array(path.dropLast())
        guard let key = path.last, let block = node(tree.root, parent[...]), let entries = block.entries,
            let index = entries.firstIndex(where: { $0.key == key })
        else { throw .unknown(path) }
        let wanted = tree.root.value.changing(parent[...]) { $0.removeAll { $0.key == key } }
        if entries.count == 1, !parent.isEmpty {
            try write(parent, .map([]))
            return
        }
        if block.isFlow {
            let spans = try spans(tree, block, path)
            let range =
                index == 0
                ? spans[0].whole.lowerBound..<spans[1].whole.lowerBound
                : spans[index - 1].whole.upperBound..<spans[index].whole.upperBound
            replace(tree, range, "")
        } else {
            let lines = try entryLines(tree, parent, path)[index]
            replace(tree, tree.lines[lines.lowerBound]..<start(tree, ofLine: lines.upperBound), "")
        }
        try settle(wanted, path)
    }

    private mutating func swap(_ path: [String], by step: Int) throws(Refusal) {
        let tree = try YAMLTree(text)
        let parent = Array(path.dropLast())
        guard let key = path.last, let block = node(tree.root, parent[...]), let entries = block.entries,
            let index = entries.firstIndex(where: { $0.key == key })
        else { throw .unknown(path) }
        guard abs(step) == 1, entries.indices.contains(index + step) else { return }
        let wanted = tree.root.value.changing(parent[...]) { $0.swapAt(index, index + step) }
        let (upper, lower) = (min(index, index + step), max(index, index + step))
        if block.isFlow {
            let spans = try spans(tree, block, path)
            let (a, b) = (spans[upper].whole, spans[lower].whole)
            let between = tree.text(a.upperBound..<b.lowerBound)
            replace(tree, a.lowerBound..<b.upperBound, tree.text(b) + between + tree.text(a))
        } else {
            let lines = try entryLines(tree, parent, path)
            let (a, b) = (lines[upper], lines[lower])
            func part(_ lines: Range<Int>) -> String {
                let text = tree.text(tree.lines[lines.lowerBound]..<start(tree, ofLine: lines.upperBound))
                return text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
            }
            replace(
                tree, tree.lines[a.lowerBound]..<start(tree, ofLine: b.upperBound),
                part(b) + part(a.upperBound..<b.lowerBound) + part(a))
        }
        try settle(wanted, path)
    }

    private mutating func call(_ path: [String], _ name: String) throws(Refusal) {
        let tree = try YAMLTree(text)
        let parent = Array(path.dropLast())
        guard let key = path.last, let entries = node(tree.root, parent[...])?.entries,
            let entry = entries.first(where: { $0.key == key }),
            let end = FlowSpans.piece(tree.scalars, from: entry.start, isKey: true)
        else { throw .unknown(path) }
        guard !entries.contains(where: { $0.key == name }) else { throw .entangled(path) }
        let wanted = tree.root.value.changing(parent[...]) { entries in
            for index in entries.indices where entries[index].key == key { entries[index].key = name }
        }
        replace(tree, entry.start..<end, YAMLText.scalar(name, inFlow: true))
        try settle(wanted, path)
    }

    // MARK: writing

    private mutating func replace(
        _ tree: YAMLTree, _ path: [String], _ index: Int, _ value: YAMLValue
    ) throws(Refusal) {
        let parent = Array(path.dropLast())
        guard let block = node(tree.root, parent[...]), let entry = block.entries?[index] else { throw .unknown(path) }
        if block.isFlow {
            let part = try spans(tree, block, path)[index]
            if let range = part.value {
                replace(tree, range, (range.isEmpty ? " " : "") + YAMLText.flow(value))
            } else {
                replace(tree, part.key.upperBound..<part.key.upperBound, ": " + YAMLText.flow(value))
            }
            try unfold(tree, path)
            return
        }
        let lines = try entryLines(tree, parent, path)[index]
        let column = tree.column(of: entry.start)
        let fresh = YAMLText.entry(entry.key, value, indent: column, note: note(tree, entry))
        let ends = start(tree, ofLine: lines.upperBound)
        let isLast = ends == tree.scalars.count && tree.scalars.last != "\n"
        replace(tree, entry.start..<ends, fresh.joined(separator: "\n") + (isLast ? "" : "\n"))
    }

    private mutating func append(
        _ tree: YAMLTree, _ parent: [String], _ block: YAMLTree.Node, _ key: String, _ value: YAMLValue
    ) throws(Refusal) {
        if block.isFlow {
            guard let last = try spans(tree, block, parent).last else { throw .entangled(parent) }
            let fresh = ", " + YAMLText.scalar(key, inFlow: true) + ": " + YAMLText.flow(value)
            replace(tree, last.whole.upperBound..<last.whole.upperBound, fresh)
            try unfold(tree, parent + [key])
            return
        }
        guard let lines = try entryLines(tree, parent, parent).last, let first = block.entries?.first else {
            throw .entangled(parent)
        }
        let column = tree.column(of: first.start)
        let at = start(tree, ofLine: lines.upperBound)
        let isOpen = at > 0 && tree.scalars[at - 1] != "\n"
        let fresh = YAMLText.entry(key, value, indent: column).joined(separator: "\n") + "\n"
        replace(tree, at..<at, (isOpen ? "\n" : "") + String(repeating: " ", count: column) + fresh)
    }

    /// A line in braces that grew too long is written as a block; what is written over several lines stays so.
    private mutating func unfold(_ before: YAMLTree, _ path: [String]) throws(Refusal) {
        guard let outer = outermostFlow(before.root, path), let node = node(before.root, outer[...]),
            let spans = FlowSpans(before.scalars, at: node.start),
            before.line(of: node.start) == before.line(of: spans.end - 1)
        else { return }
        let after = try YAMLTree(text)
        guard let now = self.node(after.root, outer[...]) else { throw .entangled(path) }
        let line = after.line(of: now.start)
        guard after.end(ofLine: line) - after.lines[line] > 110,
            let index = self.node(after.root, outer.dropLast())?
                .entries?.firstIndex(where: { $0.key == outer.last })
        else { return }
        try replace(after, outer, index, now.value)
    }

    /// The path of the outermost block in braces around a part.
    private func outermostFlow(_ root: YAMLTree.Node, _ path: [String]) -> [String]? {
        for count in 1..<max(1, path.count) {
            let outer = path.prefix(count)
            if let node = node(root, outer), node.isFlow { return Array(outer) }
        }
        return nil
    }

    private mutating func replace(_ tree: YAMLTree, _ range: Range<Int>, _ fresh: String) {
        text = tree.text(0..<range.lowerBound) + fresh + tree.text(range.upperBound..<tree.scalars.count)
    }

    /// Whether what stands there now says what was meant.
    private func settle(_ wanted: YAMLValue, _ path: [String]) throws(Refusal) {
        guard let now = try? value(), now == wanted else { throw .entangled(path) }
    }
}
