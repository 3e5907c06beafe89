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

    package init(
        provinceName: @escaping @Sendable (String) -> String?,
        commune: @escaping @Sendable (String) -> (name: String, province: String)?,
        provinceCode: @escaping @Sendable (String) -> String? = { _ in nil },
        communeCode: @escaping @Sendable (String, String) -> String? = { _, _ in nil }
    ) {
        self.provinceName = provinceName
        self.commune = commune
        self.provinceCode = provinceCode
        self.communeCode = communeCode
    }
}
