import Kernel
import Testing

@testable import Catalogue

/// What is no YAML is told in both languages, with its place.
@Suite struct YAMLFaultTests {
    private static func problem(_ text: String) throws -> DefinitionProblem {
        let problems = DefinitionFindingsTests.problems(text)
        #expect(problems.count == 1)
        return try #require(problems.first)
    }

    @Test(arguments: [
        ("service: thu\nform:\n\tone: 1\n", 3, 1, "bằng phím Tab"),
        ("service: thu\ntitle: \"Thử | Trial\nlimit: 3\n", 2, 8, "dấu nháy mở ở đây không được đóng"),
        ("service: thu\ntitle: Bằng cấp: chuyên môn\n", 2, 16, "không được có dấu hai chấm"),
        ("service: thu\ntitle\nlimit: 3\n", 2, 1, "thiếu dấu hai chấm"),
        ("service: thu\ntitle: @mã\n", 2, 8, "dấu “@”"),
        ("service: thu\nform: {a: 1\nlimit: [\n", 3, 6, "dấu }"),
        ("service: thu\nowners: [self, child\nlimit: 3\n", 3, 6, "dấu ]"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "cần một khóa"),
        ("a:\n  - x\n  y: 1\n", 3, 3, "mục kế tiếp của danh sách"),
        ("title: \"a\\qb\"\n", 1, 10, "không có nghĩa"),
        ("title: *x\n", 1, 8, "dấu * hoặc &"),
        ("a: 1\nform:\n  b: 1\n  c: 2\n  b: 3\nb: 4\n", 5, 3, "khóa “b” viết hai lần"),
        ("a: {b: 1, b: 2}\n", 1, 5, "khóa “b” viết hai lần"),
    ])
    func `a mistake of syntax is told in Vietnamese with its place`(
        text: String, line: Int, column: Int, words: String
    ) throws {
        let problem = try Self.problem(text)
        #expect(problem.message.vi.contains(words), "\(problem.message.vi)")
        #expect((problem.line, problem.place.column) == (line, column), "\(problem.place)")
        #expect(problem.proposal != nil && problem.message.vi != problem.message.en)
    }

    @Test func `what the words are not known for is told in general, with the original in brackets`() throws {
        let problem = try Self.problem("%YAML 1.1\n%YAML 1.1\n---\na: 1\n")
        #expect(problem.message.vi == "không đọc được YAML (found duplicate %YAML directive)")
    }
}
