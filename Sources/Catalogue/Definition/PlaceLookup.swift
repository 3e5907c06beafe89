/// How the form engine asks for the territory without knowing where it is kept.
package struct PlaceLookup: Sendable {
    /// The name of a province by its code; nil when no such code is in use.
    package let provinceName: @Sendable (_ code: String) -> String?
    /// The name of a commune by its code, and the code of its province.
    package let commune: @Sendable (_ code: String) -> (name: String, province: String)?
    /// The code of a province whose name somebody typed.
    package let provinceCode: @Sendable (_ name: String) -> String?
    /// The code of a commune whose name somebody typed, within a province.
    package let communeCode: @Sendable (_ name: String, _ province: String) -> String?

    /// The name of a unit of before 1 July 2025 by its code, and the code of the one it lay in.
    package let earlier: @Sendable (_ code: String, _ kind: FieldKind) -> (name: String, around: String?)?
    /// The code of such a unit whose name somebody typed, within the one around it.
    package let earlierCode: @Sendable (_ name: String, _ kind: FieldKind, _ around: String?) -> String?
    /// The codes of today's communes that a commune of before became.
    package let successors: @Sendable (_ code: String) -> [String]

    /// The codes of some province, district and commune of before, for answers that are made up.
    package let earlierExample: [FieldKind: String]

    package init(
        provinceName: @escaping @Sendable (String) -> String?,
        commune: @escaping @Sendable (String) -> (name: String, province: String)?,
        provinceCode: @escaping @Sendable (String) -> String? = { _ in nil },
        communeCode: @escaping @Sendable (String, String) -> String? = { _, _ in nil },
        earlier: @escaping @Sendable (String, FieldKind) -> (name: String, around: String?)? = { _, _ in nil },
        earlierCode: @escaping @Sendable (String, FieldKind, String?) -> String? = { _, _, _ in nil },
        successors: @escaping @Sendable (String) -> [String] = { _ in [] },
        earlierExample: [FieldKind: String] = [:]
    ) {
        self.provinceName = provinceName
        self.commune = commune
        self.provinceCode = provinceCode
        self.communeCode = communeCode
        self.earlier = earlier
        self.earlierCode = earlierCode
        self.successors = successors
        self.earlierExample = earlierExample
    }
}
