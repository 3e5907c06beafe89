import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Where an answer is filled in from is judged beside the services that keep the registers, and goes wherever its question goes.
@Suite struct RegisterSourceTests {
    private static func text(_ service: String, fields: String, registers: String = "") -> String {
        """
        service: \(service)
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Thử | Trial
        owners: [self]
        limit: 3 working_days
        result: {title: Giấy}
        \(registers)
        form:
          matter:
            title: Việc | The matter
            fields:
              is_new: {kind: yes_no, label: Mới? | New?}
              \(fields)
        papers: {form: {title: Tờ khai, form: true}, proof: {title: Giấy}}
        steps: {use: short}
        """
    }

    private static let book =
        "registers: {book: {title: Sổ | Register, columns: {new: {title: Mới | New, rule: matter.is_new, gives: yes_no}}}}"

    private static func files(_ fields: String) throws -> ServiceFiles {
        var texts = try Samples.folder.contents().texts.filter { $0.key.contains("/") }
        texts["hai.yaml"] = text("hai", fields: "more: {label: Thêm | More}", registers: book)
        texts["mot.yaml"] = text("mot", fields: fields)
        return ServiceFiles(texts)
    }

    @Test(arguments: [
        ("number: {label: Số | Number, filled_from: book.result_number}", nil),
        ("day: {kind: date, label: Ngày | Day, filled_from: book.entered_on, locked: this.is_new}", nil),
        ("number: {label: Số | Number, filled_from: boo.result_number}", "“book.result_number”"),
        ("number: {label: Số | Number, filled_from: book.result_numbr}", "“book.result_number”"),
        ("number: {label: Số | Number, filled_from: book.entered_on}", "“book.entry_number”"),
        ("was: {kind: yes_no, label: Đã mới? | Was it?, filled_from: book.entry_number}", "“book.new”"),
    ])
    func `a register, a column or a kind that does not fit is a warning with a proposal`(
        fields: String, proposal: String?
    ) throws {
        let files = try Self.files(fields)
        let findings = files.checks().flatMap(\.findings)
        #expect(findings.map(\.kind) == (proposal == nil ? [] : [.filling]), "\(fields)")
        #expect(findings.allSatisfy { $0.file == "mot.yaml" && $0.line == 14 && $0.weight == .warning })
        if let proposal { #expect(findings.first?.proposal?.en.contains(proposal) == true, "\(findings)") }
    }

    @Test func `a file is judged beside the others of its folder when it is checked alone`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (column, isRight) in [("result_number", true), ("result_numbr", false)] {
            for (path, text) in try Self.files("number: {label: Số | Number, filled_from: book.\(column)}").texts {
                let file = folder.appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            let check = try ServiceFolder(folder).check(file: folder.appendingPathComponent("mot.yaml"))
            #expect(check.findings.map(\.kind) == (isRight ? [] : [.filling]))
        }
    }

    @Test
    func `the document keeps where an answer comes from and when it is locked, and versions are told apart by it`()
        throws
    {
        let field = "number: {label: Số | Number, filled_from: book.result_number, locked: this.is_new}"
        let plain = try #require(Self.files("number: {label: Số | Number}").check("mot.yaml")?.definition)
        let filled = try #require(Self.files(field).check("mot.yaml")?.definition)
        let document = try PublishedDefinition(filled)
        #expect(document.document.contains("\"filledFrom\":\"book.result_number\""))
        #expect(!(try PublishedDefinition(plain).document.contains("filledFrom")))
        let back = try PublishedDefinition(document: document.document)
        #expect(back.definition == filled && back.hash == document.hash)
        let changes = try ServiceDifference(from: plain, to: filled).changes.map { "\($0)" }.joined(separator: "\n")
        #expect(changes.contains("book.result_number") && changes.contains("this.is_new"), "\(changes)")
    }
}
