import Composition
import Foundation
import Testing

/// Files that somebody names on the command line.
@Suite struct InputFileTests {
    private func withFile(_ content: Data?, _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_\(UUID().uuidString)").path
        try content?.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func problem(_ path: String) -> InputFile.Problem? {
        do throws(InputFile.Problem) { _ = try InputFile.text(of: path) } catch { return error }
        return nil
    }

    @Test func `text is read, without the mark that editors put first`() throws {
        for bytes in [Array("tên\n".utf8), [0xEF, 0xBB, 0xBF] + Array("tên\n".utf8)] {
            try withFile(Data(bytes)) { path in
                let text = try InputFile.text(of: path)
                #expect(text == "tên\n")
            }
        }
    }

    @Test func `a file that is missing, a folder, empty or not UTF-8 is told apart`() throws {
        try withFile(nil) { #expect(problem($0) == .missing($0)) }
        try withFile(Data()) { #expect(problem($0) == .empty($0)) }
        try withFile(Data("một\nhai\n".utf8) + Data([0x74, 0xEA, 0x6E])) {
            #expect(problem($0) == .notUTF8($0, line: 3))
        }
        let folder = FileManager.default.temporaryDirectory.path
        #expect(problem(folder) == .folder(folder))
    }

    @Test func `every problem says what to do`() {
        let problems: [InputFile.Problem] = [
            .missing("a.csv"), .folder("a.csv"), .unreadable("a.csv"), .notUTF8("a.csv", line: 2), .empty("a.csv"),
        ]
        for problem in problems { #expect(problem.words.contains("a.csv") && problem.words.contains(":")) }
    }
}
