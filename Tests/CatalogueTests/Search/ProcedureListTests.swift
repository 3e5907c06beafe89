import Kernel
import Testing

@testable import Catalogue

/// Leafing through the catalogue.
@Suite struct ProcedureListTests {
    @Test func `every procedure that people file stands once, field by field`() {
        let index = CatalogueSamples.index
        let page = ProcedureListPage(index, page: 1, online: [])
        #expect(page.entries.map(\.code).sorted() == index.entries.map(\.code).filter { !$0.isInternal }.sorted())
        var fields: [String] = []
        for entry in page.entries where fields.last != entry.field { fields.append(entry.field) }
        #expect(Set(fields).count == fields.count)
    }

    @Test func `a page that is not there is the last, and an empty catalogue has one empty page`() {
        let page = ProcedureListPage(CatalogueSamples.index, page: 400, online: [])
        #expect(page.number == 1 && !page.entries.isEmpty)
        let empty = ProcedureListPage(ProcedureIndex([]), page: 1, online: [])
        #expect(empty.entries.isEmpty && empty.total == 0)
    }
}
