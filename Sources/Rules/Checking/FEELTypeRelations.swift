package import Kernel

// How types are joined, compared and named to people.
extension FEELType {
    /// The type of something that is the one or the other.
    func joined(with other: FEELType) -> FEELType {
        if self == other || other == .null { return self }
        if self == .null { return other }
        switch (self, other) {
        case (.choice, .string), (.string, .choice), (.choice, .choice): return .string
        case (.list(let a), .list(let b)): return .list(a.joined(with: b))
        default: return .any
        }
    }

    /// Whether a value of this type may be used where the other is wanted, implicit conversions included. What is not
    /// known may always.
    func fits(_ wanted: FEELType) -> Bool {
        switch (self, wanted) {
        case (.any, _), (_, .any), (.null, _), (.function, .function): true
        case (.choice, .string), (.string, .choice), (.choice, .choice), (.date, .dateTime): true
        case (.list(let mine), .list(let its)): mine.fits(its)
        case (_, .list(let item)): fits(item)
        case (.list(let item), _): item.fits(wanted)
        case (.range(let mine), .range(let its)): mine.fits(its)
        case (.context(let mine), .context(let its)):
            mine.isEmpty || its.allSatisfy { name, type in mine[name]?.fits(type) ?? false }
        default: self == wanted
        }
    }

    /// Why a value of this type cannot stand for the other where both are called by the same words: the entry that is
    /// missing, or the one that is something else. Nil where their names tell.
    func misfit(with wanted: FEELType, entry: String? = nil) -> Phrase? {
        switch (self, wanted) {
        case (.list(let mine), .list(let its)): return mine.misfit(with: its, entry: entry)
        case (.range(let mine), .range(let its)):
            return Phrase(
                vi: "Hai đầu của khoảng phải là \(its.phrase.vi), nhưng đây là \(mine.phrase.vi).",
                en: "The ends of the range must be \(its.phrase.en), but this is \(mine.phrase.en).")
        case (.list(let mine), .context): return mine.misfit(with: wanted, entry: entry)
        case (.context, .list(let its)): return misfit(with: its, entry: entry)
        case (.context(let mine), .context(let its)):
            let missing = its.keys.filter { mine[$0] == nil }.sorted()
            if !missing.isEmpty {
                let names = missing.map { "“\($0)”" }.joined(separator: ", ")
                let place = entry.map { Phrase(vi: ", ở mục “\($0)”,", en: ", in its entry “\($0)”,") }
                return Phrase(
                    vi: "Nhóm thông tin này\(place?.vi ?? "") thiếu mục \(names) mà ở đây cần.",
                    en: "This group of entries\(place?.en ?? "") has no \(names), which is needed here.")
            }
            for (name, type) in its.sorted(by: { $0.key < $1.key }) {
                guard let own = mine[name], !own.fits(type) else { continue }
                let path = entry.map { "\($0).\(name)" } ?? name
                return own.misfit(with: type, entry: path)
                    ?? Phrase(
                        vi: "Mục “\(path)” ở đây phải là \(type.phrase.vi), nhưng đây là \(own.phrase.vi).",
                        en: "The entry “\(path)” must be \(type.phrase.en) here, but it is \(own.phrase.en).")
            }
            return nil
        default: return nil
        }
    }

    /// The type without limits on its values, inside as well.
    var unlimited: FEELType {
        switch self {
        case .limited(let base, _): base.unlimited
        case .list(let item): .list(item.unlimited)
        case .range(let item): .range(item.unlimited)
        case .context(let entries): .context(entries.mapValues(\.unlimited))
        case .function(let parameters, let result): .function(parameters.map(\.unlimited), result.unlimited)
        default: self
        }
    }

    /// The type as `instance of` looks at it, which leaves allowed values out of account.
    var structure: FEELType {
        switch self {
        case .choice: .string
        case .limited(let base, _): base.structure
        case .list(let item): .list(item.structure)
        case .range(let item): .range(item.structure)
        case .context(let entries): .context(entries.mapValues(\.structure))
        case .function(let parameters, let result): .function(parameters.map(\.structure), result.structure)
        default: self
        }
    }

    /// Whether `=` can say anything but null about a value of each.
    func isComparable(with other: FEELType) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any), (.null, _), (_, .null): true
        case (.choice, .string), (.string, .choice), (.choice, .choice), (.list, .list), (.context, .context),
            (.range, .range), (.function, .function):
            true
        default: self == other
        }
    }

    /// Whether values of the type have an order for `<` and its kind.
    var hasOrder: Bool {
        switch self {
        case .boolean, .list, .context, .range, .function: false
        default: true
        }
    }

    /// What officials call it.
    package var phrase: Phrase {
        switch self {
        case .any: Phrase(vi: "giá trị bất kỳ", en: "any value")
        case .null: Phrase(vi: "giá trị trống", en: "an empty value")
        case .boolean: Phrase(vi: "giá trị đúng/sai", en: "a true/false value")
        case .number: Phrase(vi: "số", en: "a number")
        case .string: Phrase(vi: "chuỗi ký tự", en: "a text")
        case .choice: Phrase(vi: "lựa chọn trong danh sách", en: "a choice from a list")
        case .date: Phrase(vi: "ngày", en: "a date")
        case .time: Phrase(vi: "giờ", en: "a time")
        case .dateTime: Phrase(vi: "ngày giờ", en: "a date and time")
        case .duration: Phrase(vi: "khoảng thời gian tính bằng ngày, giờ", en: "a duration in days and hours")
        case .months: Phrase(vi: "khoảng thời gian tính bằng năm, tháng", en: "a duration in years and months")
        case .list(.any): Phrase(vi: "danh sách", en: "a list")
        case .list(let item):
            Phrase(vi: "danh sách (mỗi mục là \(item.phrase.vi))", en: "a list (each item \(item.phrase.en))")
        case .context: Phrase(vi: "nhóm thông tin", en: "a group of entries")
        case .range: Phrase(vi: "khoảng giá trị", en: "a range")
        case .function: Phrase(vi: "hàm", en: "a function")
        case .limited(let base, _):
            Phrase(
                vi: base.phrase.vi + " trong các giá trị cho phép", en: base.phrase.en + " among the allowed values")
        }
    }
}
