import Kernel

/// A part of a definition's document (a page, a question, a paper, a step) with what it is called in words.
struct DefinitionPart {
    /// The block of the file that it is written in: `page`, `question`, `paper`; `service` for the whole.
    let block: String
    let area: ServiceDifference.Area
    let path: String
    /// `câu hỏi “Ngày sinh”`; nil for the whole.
    let words: Phrase?
    /// The keys above it within its part: `supplement.`.
    private var prefix = ""

    static let whole = DefinitionPart(block: "service", area: .general, path: "", words: nil)

    init(block: String, area: ServiceDifference.Area, path: String, words: Phrase?) {
        self.block = block
        self.area = area
        self.path = path
        self.words = words
    }

    // MARK: the shape of the document

    /// The lists of named parts: the block of their items, and what one of them is called.
    private static let lists: [String: (block: String, noun: Phrase)] = [
        "form": ("page", Phrase(vi: "trang", en: "page")),
        "fields": ("question", Phrase(vi: "câu hỏi", en: "question")),
        "options": ("option", Phrase(vi: "lựa chọn", en: "option")),
        "checks": ("check", Phrase(vi: "kiểm tra", en: "check")),
        "papers": ("paper", Phrase(vi: "giấy tờ", en: "paper")), "fees": ("fee", Phrase(vi: "khoản thu", en: "fee")),
        "reductions": ("reduction", Phrase(vi: "miễn, giảm", en: "reduction")),
        "steps": ("step", Phrase(vi: "bước", en: "step")), "acts": ("act", Phrase(vi: "hành động", en: "act")),
        "parallel": ("branch", Phrase(vi: "việc song song", en: "branch")),
        "timers": ("timer", Phrase(vi: "hẹn giờ", en: "timer")),
        "variables": ("variable", Phrase(vi: "biến", en: "variable")),
        "messages": ("message", Phrase(vi: "tin báo", en: "message")),
        "registers": ("register", Phrase(vi: "sổ", en: "register")),
        "columns": ("column", Phrase(vi: "cột", en: "column")),
    ]

    private static let areas: [String: ServiceDifference.Area] = [
        "form": .form, "papers": .papers, "fees": .fees, "feeNote": .fees, "limit": .limit, "supplement": .limit,
        "steps": .steps, "result": .result, "messages": .result, "registers": .result,
    ]

    /// By which member the items of a list are known; nil when it is no list of named parts.
    static func identity(of items: [JSON]) -> String? {
        guard !items.isEmpty else { return nil }
        return ["key", "value", "rule"].first { name in items.allSatisfy { $0[name]?.string != nil } }
    }

    static func areDistinct(_ items: [JSON], by identity: String) -> Bool {
        Set(items.map { $0[identity]?.string }).count == items.count
    }

    /// Whether something is a block of keys that are compared one by one; wordings and limits are read as a whole.
    static func isBlock(_ value: JSON, _ key: String) -> Bool {
        value.object.map { $0["vi"] == nil && $0["unit"] == nil } ?? false
    }

    /// The keys that differ in the order of the file, unknown ones last.
    func keys(of found: Set<String>) -> [String] {
        let order = DefinitionBlock.all.first { $0.name == block }?.keys ?? []
        func place(_ key: String) -> Int { order.firstIndex(of: fileKey(key)) ?? order.count }
        return found.sorted { (place($0), $0) < (place($1), $1) }
    }

    func area(of key: String) -> ServiceDifference.Area {
        if block == "service", prefix.isEmpty { return Self.areas[key] ?? .general }
        return area
    }

    /// A named part below this one.
    func child(_ item: JSON, named name: String, under key: String) -> DefinitionPart {
        let known = Self.lists[key]
        let below = path.isEmpty ? "" : "\(path)."
        let path =
            switch key {
            case "fields", "acts": "\(below)\(name)"
            case "checks": path
            default: "\(below)\(fileKey(key)).\(name)"
            }
        let noun = known?.noun ?? title(of: key)
        let label = Self.label(of: item) ?? Phrase(same: name)
        var words = Phrase(vi: "\(noun.vi) “\(label.vi)”", en: "\(noun.en) “\(label.en)”")
        if ["options", "checks"].contains(key), let around = self.words {
            words = Phrase(vi: "\(words.vi) của \(around.vi)", en: "\(words.en) of \(around.en)")
        }
        return DefinitionPart(block: known?.block ?? key, area: area(of: key), path: path, words: words)
    }

    /// A block of keys within this part.
    func block(_ key: String) -> DefinitionPart {
        let name = fileKey(key)
        var part = DefinitionPart(
            block: DefinitionBlock.all.contains { $0.name == name } ? name : block, area: area(of: key),
            path: path.isEmpty ? name : path, words: words)
        part.prefix = "\(prefix)\(name)."
        return part
    }

    private static func label(of item: JSON) -> Phrase? {
        for key in ["title", "label"] {
            switch item[key] {
            case .string(let text): return Phrase(same: text)
            case .object(let halves):
                if let vi = halves["vi"]?.string, let en = halves["en"]?.string { return Phrase(vi: vi, en: en) }
            default: continue
            }
        }
        return item["rule"]?.string.map { Phrase(same: $0) }
    }

    // MARK: in words

    /// The key of the file under which the document's member is written: `needsNote` is `needs_note`, `isForm` is `form`.
    func fileKey(_ member: String) -> String {
        let isFlag = member.hasPrefix("is") && member.dropFirst(2).first?.isUppercase == true
        var name = ""
        for letter in isFlag ? member.dropFirst(2) : member[...] {
            if letter.isUppercase, !name.isEmpty { name += "_" }
            name += letter.lowercased()
        }
        return name
    }

    /// What a key is called: `Bắt buộc`.
    func title(of member: String) -> Phrase {
        let key = fileKey(member)
        let line = DefinitionKeys.table["\(block).\(key)"] ?? DefinitionKeys.table[key]
        let own = line?.title ?? Self.titles[key] ?? Phrase(same: key)
        guard !prefix.isEmpty, let around = DefinitionKeys.table[String(prefix.dropLast())]?.title else { return own }
        return Phrase(vi: "\(around.vi), \(own.vi.lowercased())", en: "\(around.en), \(own.en.lowercased())")
    }

    private static let titles: [String: Phrase] = [
        "value": Phrase(vi: "Giá trị", en: "Value"), "unit": Phrase(vi: "Đơn vị", en: "Unit"),
    ]

    func words(of value: JSON, under member: String) -> Phrase {
        DefinitionValueWords(block: block, key: fileKey(member)).words(of: value)
    }

    /// What a part says, on one line: everything but its name and what is usual.
    func summary(of item: JSON) -> Phrase {
        let members = item.object ?? [:]
        let told = keys(of: Set(members.keys)).filter { key in
            guard !["key", "title", "label", "help", "value"].contains(key), let value = members[key] else {
                return false
            }
            return
                !(value == false || value == "true" || value == 0 || value == [] || (key == "rule" && block == "check"))
        }
        let parts = told.map { key in
            let title = self.title(of: key)
            let words = self.words(of: members[key] ?? .null, under: key)
            return Phrase(vi: "\(title.vi.lowercased()): \(words.vi)", en: "\(title.en.lowercased()): \(words.en)")
        }
        return Phrase(vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    }
}
