import Blobs
import Foundation
import Testing

/// What a file is told to be by its content, office files with macros among them.
@Suite struct FileKindTests {
    private func found(_ content: Data) throws -> FileKind.Finding {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("kind_\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: path) }
        try content.write(to: path)
        return FileKind.found(fileAt: path.path)
    }

    private static func utf16(_ text: String) -> Data {
        Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }

    /// An old office file with streams of these names far inside.
    private static func old(_ streams: [String], after: Int) -> Data {
        var data = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: after)
        for stream in streams { data += utf16(stream) + Data(count: 100) }
        return data + Data(count: 100_000)
    }

    /// A ZIP with entries of these names: a directory after `filling` bytes, and its end.
    private static func zip(_ names: [String], filling: Int) -> Data {
        var data = Data([0x50, 0x4B, 0x03, 0x04]) + Data(count: 26 + filling)
        let start = data.count
        var directory = Data()
        for name in names { directory += Data([0x50, 0x4B, 0x01, 0x02]) + Data(count: 42) + Data(name.utf8) }
        data += directory
        func four(_ value: Int) -> Data { Data((0..<4).map { UInt8(value >> (8 * $0) & 0xFF) }) }
        return data + Data([0x50, 0x4B, 0x05, 0x06]) + Data(count: 8) + four(directory.count) + four(start)
            + Data(count: 2)
    }

    @Test func `old office files are told apart, and those with macros are found however far inside`() throws {
        #expect(try found(Self.old(["WordDocument"], after: 512)) == .kind(.doc))
        #expect(try found(Self.old(["Workbook"], after: 2_000_000)) == .kind(.xls))
        #expect(try found(Self.old(["WordDocument", "_VBA_PROJECT"], after: 1_048_560)) == .macros)
        #expect(try found(Self.old(["Workbook", "_VBA_PROJECT_CUR"], after: 3_000_000)) == .macros)
        #expect(try found(Self.old(["PowerPoint Document"], after: 512)) == .unknown)
    }

    @Test func `macros in a large office file are found by its directory`() throws {
        let many = (0..<3_000).map { "word/media/image\($0).png" }
        #expect(try found(Self.zip(["word/document.xml"] + many, filling: 10)) == .kind(.docx))
        #expect(try found(Self.zip(["word/vbaProject.bin", "word/document.xml"] + many, filling: 200_000)) == .macros)
        #expect(try found(Self.zip(["xl/macrosheets/sheet1.xml", "xl/workbook.xml"], filling: 10)) == .macros)
        #expect(try found(Self.zip(["xl/workbook.xml"], filling: 10)) == .kind(.xlsx))
        #expect(try found(Self.zip(["a.txt"], filling: 10)) == .unknown)
    }

    @Test func `what is too short or cut off is of no kind`() throws {
        #expect(try found(Data()) == .unknown)
        #expect(try found(Data("%PDF-1.7".utf8)) == .unknown)
        #expect(try found(Data([0x50, 0x4B, 0x03, 0x04]) + Data(count: 100)) == .unknown)
    }
}
