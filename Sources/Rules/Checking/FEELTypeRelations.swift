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
