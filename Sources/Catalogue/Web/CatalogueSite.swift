/// What the catalogue's pages need.
package struct CatalogueSite: Sendable {
    let shelf: ProcedureShelf
    let library: ServiceLibrary
    /// Where a service is begun, by its short name.
    let start: @Sendable (_ service: String) -> String

    package init(
        shelf: ProcedureShelf, library: ServiceLibrary, start: @escaping @Sendable (_ service: String) -> String
    ) {
        self.shelf = shelf
        self.library = library
        self.start = start
    }
}
