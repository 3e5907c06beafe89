import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Two services that write to one register mean the same by it.
@Suite struct RegisterAgreementTests {
    private static func text(_ service: String, columns: String, title: String = "Sổ | Register") -> String {
        """
        service: \(service)
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Thử | Trial
        owners: [self]
        limit: 3 working_days
        result: {title: Giấy}
        registers:
          book: {title: \(title), columns: {\(columns)}}
        form:
          matter:
            title: Việc | The matter
            fields:
              name: {label: Tên | Name}
              day: {kind: date, label: Ngày | Day}
        papers: {form: {title: Tờ khai, form: true}, proof: {title: Giấy}}
        steps: {use: short}
        """
    }

    private static let name = "name: {title: Tên | Name, rule: matter.name}"

    private static func files(_ second: String) throws -> ServiceFiles {
        var texts = try Samples.folder.contents().texts.filter { $0.key.contains("/") }
        texts["mot.yaml"] = text("mot", columns: name)
        texts["hai.yaml"] = second.isEmpty ? nil : second
        return ServiceFiles(texts)
    }

    @Test(arguments: [
        ("columns", "name: {title: Tên | Name, rule: 'string(matter.day)'}", "Sổ | Register", nil),
        ("kind", "name: {title: Tên | Name, rule: matter.day, gives: date}", "Sổ | Register", "“name”"),
        ("missing", "day: {title: Ngày | Day, rule: matter.day, gives: date}", "Sổ | Register", "“day”"),
        ("column's title", "name: {title: Tên | Names, rule: matter.name}", "Sổ | Register", "“name”"),
        ("title", "name: {title: Tên | Name, rule: matter.name}", "Sổ khác | Another", "title"),
    ])
    func `the check of a folder finds what does not agree`(
        _ what: String, columns: String, title: String, word: String?
    ) throws {
        let files = try Self.files(Self.text("hai", columns: columns, title: title))
        let findings = files.checks().flatMap(\.findings)
        // The files are read in the order of their names: “hai” is followed.
        #expect(findings.map(\.kind) == (word == nil ? [] : [.register]), "\(what)")
        #expect(findings.allSatisfy { $0.file == "mot.yaml" && $0.line == 9 && $0.weight == .error })
        if let word { #expect(findings.first?.message.en.contains(word) == true) }
    }
}
