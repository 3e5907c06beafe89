import DesignSystem
import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

/// Rules as officials read them.
@Suite struct RuleWordsTests {
    private static let text = """
        service: mau
        procedure: "1.004884"
        effective_from: 2026-01-01
        title: Mẫu | Sample
        owners: [self, organisation]
        limit: 5 working_days
        result: {title: Kết quả}
        form:
          matter:
            title: Nội dung | The matter
            fields:
              kind:
                kind: choice
                label: Loại nhà | Kind of house
                options: {old: Nhà cũ | Old, new: Nhà mới | New}
              built: {kind: date, label: Ngày xây | Built on}
              shared: {kind: yes_no, label: Chung chủ | Shared}
              people: {kind: group, label: Người ở | People, fields: {name: Tên | Name}}
        papers: {}
        steps: {}
        """

    private func words(_ rule: String) throws -> String? {
        let definition = try #require(
            DefinitionReader(library: DefinitionLibrary()).resolved(Self.text, file: "mau.yaml"))
        return RuleWords(KnownAnswer.all(definition)).phrase(rule)?.vi
    }

    @Test(arguments: [
        ("matter.kind = \"old\"", "“Loại nhà” là “Nhà cũ”"), ("not(matter.shared)", "“Chung chủ” là “Không”"),
        (
            "owner = \"organisation\" and matter.built < date(\"2020-01-31\")",
            "“Nộp cho ai” là “Tổ chức, doanh nghiệp” và “Ngày xây” dưới 31/01/2020"
        ),
        (
            "matter.built < date(\"2020-01-31\") or matter.kind = null",
            "“Ngày xây” dưới 31/01/2020 hoặc “Loại nhà” để trống"
        ),
        ("count(matter.people) > 1", "“Người ở: số mục” trên 1"), ("matter.kind = \"none\"", nil),
        ("not(matter.kind = \"old\")", "không phải: “Loại nhà” là “Nhà cũ”"),
        ("matter.gone = 1", nil), ("some p in matter.people satisfies p.name = null", nil),
    ])
    func `a condition that could be chosen is said in words, no other`(rule: String, expected: String?) throws {
        #expect(try words(rule) == expected)
    }
}
