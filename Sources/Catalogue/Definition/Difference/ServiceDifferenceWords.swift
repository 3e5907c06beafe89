package import Kernel

extension ServiceDifference.Area {
    package var title: Phrase {
        switch self {
        case .general: Phrase(vi: "Thông tin chung", en: "General")
        case .form: Phrase(vi: "Biểu mẫu", en: "Form")
        case .papers: Phrase(vi: "Thành phần hồ sơ", en: "Papers")
        case .fees: Phrase(vi: "Phí, lệ phí", en: "Fees")
        case .limit: Phrase(vi: "Thời hạn, bổ sung hồ sơ", en: "Limit, supplements")
        case .steps: Phrase(vi: "Quy trình", en: "Steps")
        case .result: Phrase(vi: "Kết quả", en: "Result")
        }
    }
}

extension ServiceDifference.Change {
    /// The change as a sentence: `Câu hỏi “Ngày sinh”: bắt buộc từ “Có” thành “Không”`.
    package var sentence: Phrase {
        let (part, none) = (part ?? Phrase(same: ""), Phrase(vi: "không có", en: "nothing"))
        switch kind {
        case .added: return Self.telling(Phrase(vi: "Thêm \(part.vi)", en: "Added: \(part.en)"), new)
        case .removed: return Self.telling(Phrase(vi: "Bỏ \(part.vi)", en: "Removed: \(part.en)"), old)
        case .moved: return Phrase(vi: "Chuyển chỗ \(part.vi)", en: "Moved: \(part.en)")
        case .changed:
            let (aspect, old, new) = (aspect ?? none, old ?? none, new ?? none)
            let change = Phrase(
                vi: "\(aspect.vi.lowercased()) từ “\(old.vi)” thành “\(new.vi)”",
                en: "\(aspect.en.lowercased()) from “\(old.en)” to “\(new.en)”")
            guard self.part != nil else { return change.capitalised }
            return Phrase(vi: "\(part.vi): \(change.vi)", en: "\(part.en): \(change.en)").capitalised
        }
    }

    private static func telling(_ what: Phrase, _ says: Phrase?) -> Phrase {
        guard let says, !says.vi.isEmpty else { return what }
        return Phrase(vi: "\(what.vi) (\(says.vi))", en: "\(what.en) (\(says.en))")
    }
}

extension Phrase {
    fileprivate var capitalised: Phrase {
        Phrase(vi: vi.prefix(1).uppercased() + vi.dropFirst(), en: en.prefix(1).uppercased() + en.dropFirst())
    }
}

extension ServiceDifference {
    /// For a terminal or a letter: each area with its changes below it.
    package func lines(_ language: Language) -> [String] {
        Area.allCases.flatMap { area -> [String] in
            let own = changes.filter { $0.area == area }
            guard !own.isEmpty else { return [] }
            return [area.title(language)]
                + own.map { "  \($0.kind.sign) \($0.sentence(language))" + ($0.path.isEmpty ? "" : "  [\($0.path)]") }
        }
    }

    /// For other programs, in both languages.
    package var json: JSON {
        func both(_ phrase: Phrase?) -> JSON {
            phrase.map { .object(["vi": .string($0.vi), "en": .string($0.en)]) } ?? .null
        }
        return .array(
            changes.map { change in
                .object([
                    "kind": .string(change.kind.rawValue), "area": .string(change.area.rawValue),
                    "path": .string(change.path), "key": change.key.map { .string($0) } ?? .null,
                    "part": both(change.part), "aspect": both(change.aspect), "from": both(change.old),
                    "to": both(change.new), "sentence": both(change.sentence),
                ])
            })
    }
}

extension ServiceDifference.Change.Kind {
    fileprivate var sign: String {
        switch self {
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        case .moved: "↕"
        }
    }
}
