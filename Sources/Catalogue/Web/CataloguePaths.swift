import Kernel
package import Site

/// The addresses of the catalogue.
package enum CataloguePaths {
    /// Search and browsing, with `q`, `linh-vuc`, `cap`, `doi-tuong`, `su-kien` and `trang` in the query.
    package static let search = PlainPlace("/thu-tuc")
    /// All procedures by field, with `trang`.
    package static let list = PlainPlace("/dich-vu")
    package static let procedure = Place<Procedure.Code>("/thu-tuc/{}")
    /// Suggestions while somebody types.
    package static let suggestions = PlainPlace("/goi-y")

    /// The procedures of a life event.
    package static func lifeEvent(_ event: LifeEvent) -> String { search.with([("su-kien", event.id)]) }
}
