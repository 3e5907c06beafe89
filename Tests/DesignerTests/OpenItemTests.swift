import Foundation
import Kernel
import Site
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

/// What a draft leaves open, and how it is settled.
@Suite struct OpenItemTests {
    private static let text = """
        title: Cấp giấy phép (mẫu) | Procedure 1.009454
        papers:
          deed: {title: "Giấy chứng nhận, trừ trường hợp đã có dữ liệu"}
          plan: {title: Bản vẽ}
          proof: {title: Giấy tờ chứng minh (nếu có), required: true}
          child: {title: Giấy khai sinh đối với trẻ em, when: owner = "child"}
          form: {title: Tờ khai khi đăng ký, form: true}
        """

    private func items(_ text: String) throws -> [OpenItem] { OpenItem.all(try YAMLPatch(text).value()) }

    @Test func `a paper whose name speaks of cases is open until its rule is written or it is always needed`() throws {
        let found = try items(Self.text)
        #expect(found.map(\.path) == [[], ["papers", "deed"]])
        #expect(found.map(\.kind) == [.english, .conditionalPaper])
        var ruled = YAMLPatch(Self.text)
        try ruled.set(["papers", "deed", "when"], .text("owner = \"child\""))
        #expect(try items(ruled.text).map(\.kind) == [.english])
        var confirmed = YAMLPatch(Self.text)
        try confirmed.set(["papers", "deed", "required"], .text("true"))
        try confirmed.set(["title"], .text("Cấp giấy phép (mẫu) | Granting a licence"))
        #expect(try items(confirmed.text).isEmpty)
    }

    @Test func `saving the page of a paper keeps that it is always needed`() throws {
        let paper = try #require(try YAMLPatch(Self.text).value()[path: ["papers", "proof"]])
        let form = FormValues(pairs: [("title", "Giấy tờ chứng minh (nếu có)"), ("required", "true")])
        #expect(try PartForm(.paper, paper).changes(form).get().isEmpty)
    }

    @Test func `records whose papers speak of cases give drafts that say so`() throws {
        let url = ReferenceData.projectRoot.appendingPathComponent("services/catalogue/procedures.jsonl")
        let records = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap {
            ProcedureReader()($0, line: 1).procedure
        }
        let draft = DraftFromProcedure(DefinitionLibrary())
        let day = try #require(Day("2026-06-01"))
        let found = try records.map { try items(draft($0, from: day).text) }
        #expect(found.allSatisfy { $0.contains { $0.kind == .english } })
        #expect(found.contains { $0.contains { $0.kind == .conditionalPaper } })
    }
}
