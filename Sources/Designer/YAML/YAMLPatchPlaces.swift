import Catalogue

// Where parts are written: the lines of a block's keys, the comments that belong to them.
extension YAMLPatch {
    func node(_ root: YAMLTree.Node, _ path: ArraySlice<String>) -> YAMLTree.Node? {
        var node: YAMLTree.Node? = root
        for key in path { node = node?.entries?.first { $0.key == key }?.node }
        return node
    }

    func spans(_ tree: YAMLTree, _ block: YAMLTree.Node, _ path: [String]) throws(Refusal) -> [FlowSpans.Part] {
        guard let spans = FlowSpans(tree.scalars, at: block.start), spans.parts.count == block.entries?.count else {
            throw .entangled(path)
        }
        return spans.parts
    }

    func start(_ tree: YAMLTree, ofLine line: Int) -> Int {
        line < tree.lines.count ? tree.lines[line] : tree.scalars.count
    }

    /// The lines of every key of a block, each with the comments directly above it, without what stands between them.
    func entryLines(_ tree: YAMLTree, _ parent: [String], _ path: [String]) throws(Refusal) -> [Range<Int>] {
        guard let entries = node(tree.root, parent[...])?.entries, let first = entries.first else {
            throw .unknown(path)
        }
        let column = tree.column(of: first.start)
        let begins = entries.map { tree.line(of: $0.start) }
        // Each key must begin its own line, in the column of the first.
        for (index, entry) in entries.enumerated() {
            guard let head = tree.head(ofLine: begins[index]), head.column == column,
                tree.column(of: entry.start) == column, index == 0 || begins[index] > begins[index - 1]
            else { throw .entangled(path) }
        }
        let bottom = try bottom(tree, parent)
        var lines: [Range<Int>] = []
        for index in entries.indices {
            var top = begins[index]
            let above = index == 0 ? try openingLine(tree, parent) ?? top : lines[index - 1].upperBound
            while top > above, let head = tree.head(ofLine: top - 1), head.sign == "#", head.column == column {
                top -= 1
            }
            var end = index + 1 < entries.count ? begins[index + 1] : bottom
            while end > begins[index] + 1 {
                guard let head = tree.head(ofLine: end - 1) else {
                    end -= 1
                    continue
                }
                guard head.sign == "#", head.column <= column else { break }
                end -= 1
            }
            lines.append(top..<max(end, begins[index] + 1))
        }
        return lines
    }

    /// The line below the key of a block; nil for the whole file, whose first comment is its own.
    private func openingLine(_ tree: YAMLTree, _ path: [String]) throws(Refusal) -> Int? {
        guard let key = path.last else { return nil }
        let siblings = node(tree.root, path.dropLast())?.entries
        return siblings?.first { $0.key == key }.map { tree.line(of: $0.start) + 1 }
    }

    /// The line below the last one of a block.
    private func bottom(_ tree: YAMLTree, _ path: [String]) throws(Refusal) -> Int {
        guard let key = path.last else { return tree.scalars.last == "\n" ? tree.lines.count - 1 : tree.lines.count }
        let parent = Array(path.dropLast())
        guard let siblings = node(tree.root, parent[...])?.entries,
            let index = siblings.firstIndex(where: { $0.key == key })
        else { throw .unknown(path) }
        return index + 1 < siblings.count ? tree.line(of: siblings[index + 1].start) : try bottom(tree, parent)
    }

    /// The comment behind a key or behind its value in the same line, with the blanks before it.
    func note(_ tree: YAMLTree, _ entry: YAMLTree.Entry) -> String {
        guard let key = FlowSpans.piece(tree.scalars, from: entry.start, isKey: true) else { return "" }
        let line = tree.line(of: entry.start)
        let end = tree.end(ofLine: line)
        var at = min(key + 1, end)
        while at < end, tree.scalars[at] == " " { at += 1 }
        if at < end, ["\"", "'", "{", "["].contains(tree.scalars[at]) {
            at = FlowSpans.piece(tree.scalars, from: at, isKey: false) ?? end
        } else if at > 0 {
            at -= 1
        }
        while at < end {
            if tree.scalars[at] == "#", [" ", "\t"].contains(tree.scalars[at - 1]) {
                var from = at
                while from > 0, tree.scalars[from - 1] == " " { from -= 1 }
                return tree.text(from..<end)
            }
            at += 1
        }
        return ""
    }
}
