import Kernel

/// One reading of a definition: collects every finding, and remembers on which line each named part stands.
final class DefinitionReading {
    private(set) var problems: [DefinitionProblem] = []
    /// Where a part is written, by its path: `form.child.birth_day`, `steps.reception.accept`.
    private(set) var places: [String: SourcePlace] = [:]
    /// The shared parts that were read, with the places that name them.
    private(set) var uses: [String: Set<SourcePlace>] = [:]
    let library: DefinitionLibrary

    init(_ library: DefinitionLibrary) { self.library = library }

    func report(
        _ place: SourcePlace, _ message: Phrase, kind: FindingKind = .writing,
        weight: DefinitionProblem.Weight = .error, proposal: Phrase? = nil
    ) {
        report(DefinitionProblem(place, message, kind: kind, weight: weight, proposal: proposal))
    }

    func report(_ problem: DefinitionProblem) { problems.append(problem) }

    func use(part name: String, at place: SourcePlace) { uses[name, default: []].insert(place) }

    func remember(_ path: String, _ place: SourcePlace) { places[path] = place }

    func remember(_ path: String, _ node: SourceNode?) {
        if let node { places[path] = node.place }
    }

    /// Whether the file says this part itself, not a shared part that it uses.
    func isOwn(_ path: String) -> Bool { place(path).file == place("").file }

    /// The line of a part, or of the nearest part around it.
    func place(_ path: String) -> SourcePlace {
        var path = Substring(path)
        while true {
            if let place = places[String(path)] { return place }
            guard let dot = path.lastIndex(of: ".") else { break }
            path = path[..<dot]
        }
        return places[""] ?? SourcePlace(file: "", line: 1)
    }

    // MARK: blocks

    /// The values of a block of the file.
    func block(_ node: SourceNode, _ kind: DefinitionBlock, reportingMissing isTold: (String) -> Bool = { _ in true })
        -> [String: SourceNode]
    {
        block(node, kind.keys, required: kind.required.filter(isTold))
    }

    /// The values of a block that may have only `known` keys; unknown ones are refused by name.
    func block(_ node: SourceNode, _ known: [String], required: [String] = []) -> [String: SourceNode] {
        guard let entries = node.entries else {
            report(
                node.place,
                Phrase(
                    vi: "ở đây cần một khối khóa, không phải \(node.kind.vi)",
                    en: "a block of keys is needed here, not \(node.kind.en)"),
                proposal: Phrase(
                    vi: "các khóa được dùng: \(known.joined(separator: ", "))",
                    en: "its keys are: \(known.joined(separator: ", "))"))
            return [:]
        }
        var found: [String: SourceNode] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                if !entry.value.isNull { found[entry.key] = entry.value }
            } else if entry.value.isNull, !Self.isName(entry.key) {
                report(
                    entry.place,
                    Phrase(vi: "“\(entry.key)” đứng một mình ở đây", en: "“\(entry.key)” stands alone here"),
                    proposal: Phrase(
                        vi: "trong { }, chữ có dấu phẩy phải nằm trong dấu nháy \"…\"",
                        en: "within { } a text with a comma needs quotation marks \"…\""))
            } else {
                refuseUnknown(entry.key, at: entry.place, known)
            }
        }
        for key in required where found[key] == nil {
            report(node.place, Phrase(vi: "thiếu khóa “\(key)”", en: "the key “\(key)” is missing"))
        }
        return found
    }

    func refuseUnknown(_ key: String, at place: SourcePlace, _ known: [String]) {
        let near = NearestWord.to(key, among: known)
        report(
            place, Phrase(vi: "không có khóa nào tên là “\(key)” ở đây", en: "no key is called “\(key)” here"),
            proposal: near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Phrase(
                    vi: "các khóa được dùng: \(known.joined(separator: ", "))",
                    en: "the keys are: \(known.joined(separator: ", "))"))
    }

    /// The named parts of a block (pages, fields, papers, steps): every key is a name.
    func named(_ node: SourceNode, at path: String) -> [SourceEntry] {
        guard let entries = node.entries else {
            report(
                node.place,
                Phrase(
                    vi: "ở đây cần một khối, mỗi khóa là một tên, không phải \(node.kind.vi)",
                    en: "a block is needed here whose keys are names, not \(node.kind.en)"))
            return []
        }
        return entries.filter { entry in
            remember(path.isEmpty ? entry.key : "\(path).\(entry.key)", entry.place)
            if Self.isName(entry.key) { return true }
            report(
                entry.place,
                Phrase(vi: "“\(entry.key)” không dùng làm tên được", en: "“\(entry.key)” cannot be a name"),
                proposal: Phrase(
                    vi: "chữ thường không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ: ngay_sinh",
                    en: "lower-case letters, digits and underscores, a letter first: birth_day"))
            return false
        }
    }

    /// Names stand in rules and in form values: ASCII, no capitals, no dots; words of FEEL are no names.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40 else { return false }
        guard !reserved.contains(text) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private static let reserved: Set<String> = [
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between",
        "true", "false", "null", "function", "external", "instance", "of", "item", "value", "this",
    ]

    // MARK: single values

    func text(_ node: SourceNode?) -> String? {
        guard let node else { return nil }
        if case .text(let text) = node.content { return text.trimmingWhiteSpace }
        report(
            node.place,
            Phrase(
                vi: "ở đây cần một giá trị, không phải \(node.kind.vi)",
                en: "a single value is needed here, not \(node.kind.en)"))
        return nil
    }

    /// A wording in both languages: `Tiếng Việt | English`, or a block with `vi` and `en` for long ones.
    func phrase(_ node: SourceNode?) -> Phrase? {
        guard let node else { return nil }
        if node.entries != nil {
            let values = block(node, .text)
            guard let vi = text(values["vi"]), let en = text(values["en"]) else { return nil }
            return translated(Phrase(vi: vi, en: en), node.place)
        }
        guard let text = text(node) else { return nil }
        let halves = text.split(separator: "|", omittingEmptySubsequences: false).map {
            String($0).trimmingWhiteSpace
        }
        if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty {
            return translated(Phrase(vi: halves[0], en: halves[1]), node.place)
        }
        report(
            node.place,
            Phrase(
                vi: "“\(text)” cần cả hai ngôn ngữ", en: "“\(text)” is needed in both languages"),
            kind: .language, proposal: Phrase(same: "Tiếng Việt | English"))
        // Pages that show a draft say what there is.
        return halves.first { !$0.isEmpty }.map { Phrase(same: $0) }
    }

    /// A wording whose halves are the same words is not translated; a name such as “A1” may be the same.
    private func translated(_ phrase: Phrase, _ place: SourcePlace) -> Phrase {
        let words = phrase.en.split { !$0.isLetter }.filter { $0.count > 1 }
        let vietnamese = words.count { word in word.contains { !$0.isASCII } }
        if phrase.vi == phrase.en, vietnamese > 0 || words.count > 1 {
            report(
                place,
                Phrase(
                    vi: "hai ngôn ngữ viết giống hệt nhau: “\(phrase.vi)”",
                    en: "both languages say the same: “\(phrase.en)”"),
                kind: .language, proposal: Phrase(same: "Tiếng Việt | English"))
        } else if vietnamese * 2 > words.count {
            report(
                place,
                Phrase(
                    vi: "phần tiếng Anh còn là tiếng Việt: “\(phrase.en)”",
                    en: "the English half is still Vietnamese: “\(phrase.en)”"),
                kind: .language, weight: .warning,
                proposal: Phrase(
                    vi: "viết phần sau dấu | bằng tiếng Anh", en: "write what stands behind | in English"))
        }
        return phrase
    }

    func integer(_ node: SourceNode?, in range: ClosedRange<Int>) -> Int? {
        guard let node, let text = text(node) else { return nil }
        if let value = Int(text), range.contains(value) { return value }
        report(
            node.place,
            Phrase(
                vi: "“\(text)” không phải số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
                en: "“\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound)"))
        return nil
    }

    /// A code that looks like a number loses its zeros in programs that read one: it needs quotation marks.
    func checkQuoted(_ node: SourceNode, _ key: String) {
        guard node.isPlain, case .text(let text) = node.content, Double(text) != nil else { return }
        report(
            node.place,
            Phrase(
                vi: "mã \(text) viết không có dấu nháy: chương trình khác đọc thành số và bỏ số 0 ở cuối",
                en: "the code \(text) has no quotation marks: other programs read a number and drop its last zeros"),
            weight: .warning, proposal: Phrase(same: "\(key): \"\(text)\""))
    }

    func boolean(_ node: SourceNode?) -> Bool? {
        guard let node, let text = text(node) else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        report(
            node.place, Phrase(vi: "“\(text)” phải là true hoặc false", en: "“\(text)” must be true or false"))
        return nil
    }

    /// One of a few words.
    func word(_ node: SourceNode?, of known: [String]) -> String? {
        guard let node, let text = text(node) else { return nil }
        if known.contains(text) { return text }
        let near = NearestWord.to(text, among: known)
        report(
            node.place,
            Phrase(vi: "không có từ “\(text)” ở đây", en: "the word “\(text)” is not known here"),
            proposal: near.map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") }
                ?? Phrase(
                    vi: "chọn trong: \(known.joined(separator: ", "))",
                    en: "choose among: \(known.joined(separator: ", "))"))
        return nil
    }

    /// A list of such words; a single word stands for a list of one.
    func words(_ node: SourceNode?, of known: [String]) -> [String]? {
        guard let node else { return nil }
        if case .list(let items) = node.content { return items.compactMap { word($0, of: known) } }
        return word(node, of: known).map { [$0] }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingWhiteSpace: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
