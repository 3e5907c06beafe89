package import Kernel

/// What a piece of YAML says, without how it is written: blocks keep the order of their keys, every single value is a
/// text.
package indirect enum YAMLValue: Equatable, Sendable {
    case null
    case text(String)
    case list([YAMLValue])
    case map([Entry])

    /// One key of a block with its value.
    package struct Entry: Equatable, Sendable {
        package var key: String
        package var value: YAMLValue

        package init(_ key: String, _ value: YAMLValue) {
            self.key = key
            self.value = value
        }
    }

    /// A wording as definitions write it: `Tiếng Việt | English`, or a block where one of them holds that sign or a line
    /// end.
    package static func phrase(_ phrase: Phrase) -> YAMLValue {
        guard "\(phrase.vi)\(phrase.en)".contains(where: { $0 == "|" || $0.isNewline }) else {
            return .text("\(phrase.vi) | \(phrase.en)")
        }
        return .map([Entry("vi", .text(phrase.vi)), Entry("en", .text(phrase.en))])
    }

    package var entries: [Entry]? { if case .map(let entries) = self { entries } else { nil } }
    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var items: [YAMLValue]? { if case .list(let items) = self { items } else { nil } }
    package var keys: [String] { entries?.map(\.key) ?? [] }

    package subscript(_ key: String) -> YAMLValue? { entries?.first { $0.key == key }?.value }

    package subscript(path path: some Sequence<String>) -> YAMLValue? {
        var value: YAMLValue? = self
        for key in path { value = value?[key] }
        return value
    }
}

// MARK: changes, as a patch intends them

extension YAMLValue {
    /// With a value below a path; blocks that are not there yet are made, the last key stands behind those that are.
    package func setting(_ path: ArraySlice<String>, _ value: YAMLValue) -> YAMLValue {
        guard let first = path.first else { return value }
        var entries = self.entries ?? []
        let inner = path.dropFirst()
        if let index = entries.firstIndex(where: { $0.key == first }) {
            entries[index].value = entries[index].value.setting(inner, value)
        } else {
            entries.append(Entry(first, YAMLValue.map([]).setting(inner, value)))
        }
        return .map(entries)
    }

    /// With the block at a path changed; itself when there is none.
    package func changing(_ path: ArraySlice<String>, _ change: (inout [Entry]) -> Void) -> YAMLValue {
        guard var entries else { return self }
        guard let first = path.first else {
            change(&entries)
            return .map(entries)
        }
        if let index = entries.firstIndex(where: { $0.key == first }) {
            entries[index].value = entries[index].value.changing(path.dropFirst(), change)
        }
        return .map(entries)
    }
}
