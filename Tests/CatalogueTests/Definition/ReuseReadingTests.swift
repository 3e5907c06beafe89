import Foundation
import Kernel
import TestKit
import Testing
import WorkingTime

@testable import Catalogue

/// Papers that are used again, as definitions say so.
@Suite struct ReuseReadingTests {
    private static func check(_ papers: String, result: String = "{title: Giấy}", file: String = "thu.yaml") throws
        -> DefinitionCheck
    {
        let good = DefinitionFindingsTests.good
        let head = try present(good.components(separatedBy: "papers:").first)
        let tail = try present(good.components(separatedBy: "\nfees:").last).replacing(
            "      finish:", with: "      refuse: {title: Từ chối | Refuse, kind: refuse}\n      finish:")
        let text = (head + "papers:\n" + papers + "\nfees:" + tail)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("result:") ? "result: \(result)" : String(line)
        }
        return DefinitionReader(library: DefinitionLibrary()).check(lines.joined(separator: "\n"), file: file)
    }

    @Test(arguments: [
        ("6 months", PaperAge(6, .months)), ("2 years", PaperAge(24, .months)), ("90 days", PaperAge(90, .days)),
    ])
    func `how old a paper may be is read`(text: String, age: PaperAge) throws {
        let check = try Self.check(
            "  form: {title: Đơn, form: true}\n  health: {title: Giấy khám, reuse: {as: health, within: \(text)}}",
            result: "{title: Giấy, as: permit}")
        #expect(check.errors.map { $0.text(.en) } == [])
        let definition = try present(check.definition)
        #expect(definition.paper("health")?.reuse == PaperReuse(word: "health", within: age))
        #expect(definition.reuseWord(of: "health", isResult: false) == "health")
        #expect(definition.reuseWord(of: "result", isResult: true) == "permit")
        // What a branch brought is not the service's own result.
        #expect(definition.reuseWord(of: "card", isResult: true) == nil)
        // The canonical document says the same again.
        let document = try JSON(encoding: definition)
        #expect(try document.decoded(as: ServiceDefinition.self) == definition)
    }

    @Test func `a month later is the last day of a shorter month, and days are days`() throws {
        let day = try present(Day("2026-08-31"))
        #expect(PaperAge(6, .months).earliest(on: day) == Day("2026-02-28"))
        #expect(PaperAge(31, .days).earliest(on: day) == Day("2026-07-31"))
    }

    @Test(arguments: [
        ("reuse: {as: health, within: 3 weeks}", "no age of a paper"),
        ("reuse: {as: health, within: 0 days}", "no age"),
        ("reuse: {as: health, within: soon}", "no age of a paper"), ("reuse: {as: Giấy khám}", "cannot be a name"),
        ("reuse: {within: 6 months}", "“as” is missing"), ("shown: true, reuse: {as: health}", "only shown"),
        ("form: true, reuse: {as: health}", "electronic form"), ("mandate: true, reuse: {as: health}", "authorisation"),
    ])
    func `mistakes are errors on the line of the paper`(part: String, message: String) throws {
        let check = try Self.check("  form: {title: Đơn, form: true}\n  health: {title: Giấy khám, \(part)}")
        let found = try present(check.errors.first { $0.text(.en).contains(message) })
        #expect(found.proposal != nil || message.contains("missing"))
        #expect(try present(check.errors.first).message.vi != check.errors.first?.message.en)
    }

    @Test func `a result that no paper finds, and a paper's word that is nearly another, are warnings of the folder`()
        throws
    {
        let form = "  form: {title: Đơn, form: true}\n"
        let first = try Self.check(
            form + "  health: {title: Giấy khám, reuse: {as: health}}", result: "{title: Giấy, as: permit}",
            file: "mot.yaml")
        let second = try Self.check(
            form + "  old: {title: Giấy phép, reuse: {as: permit}}", result: "{title: Giấy, as: licence}",
            file: "hai.yaml")
        let third = try Self.check(form + "  old: {title: Giấy phép, reuse: {as: pemrit}}", file: "ba.yaml")
        let told = [first, second, third].warningOfLoneWords().flatMap(\.findings).filter { $0.kind == .unused }
        #expect(told.map(\.file) == ["hai.yaml", "ba.yaml"] && told.allSatisfy { $0.weight == .warning })
        #expect(told.first?.text(.en).contains("“licence”") == true)
        #expect(told.last?.text(.en).contains("did you mean “permit”?") == true)
    }

    @Test func `a difference says the word and the age in words`() throws {
        let form = "  form: {title: Đơn, form: true}\n"
        let old = try present(Self.check(form + "  health: {title: Giấy khám}").definition)
        let new = try present(
            Self.check(form + "  health: {title: Giấy khám, reuse: {as: health, within: 6 months}}").definition)
        let told = try ServiceDifference(from: old, to: new).changes.map {
            "\($0.path) \($0.key ?? "") \($0.new?.en ?? "")"
        }.joined(separator: "\n")
        #expect(told.contains("health") && told.contains("6 months"), "\(told)")
    }
}
