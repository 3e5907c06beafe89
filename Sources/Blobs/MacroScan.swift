import Foundation

/// What a whole office file tells of its kind and of macros (programs inside), which are never taken.
///
/// Old Word and Excel files (OLE, [MS-CFB]) name their streams in UTF-16 in entries that no sector's border divides: a
/// project of macros always has the stream `_VBA_PROJECT` ([MS-OVBA] 2.2.1). The names of a ZIP's entries stand in its
/// central directory (APPNOTE 4.3.12), however large that is.
enum MacroScan {
    private static let piece = 1_048_576

    /// Reads an OLE file to its end. Blocking. Nil when it has macros or is neither Word's nor Excel's.
    static func old(_ file: FileHandle) throws -> FileKind.Finding {
        let macros = ["_VBA_PROJECT", "Macros"].map(utf16)
        let (word, excel) = (utf16("WordDocument"), [utf16("Workbook"), utf16("Book\0")])
        var kind: FileKind?
        try file.seek(toOffset: 0)
        var rest = Data()
        while let more = try file.read(upToCount: piece), !more.isEmpty {
            let data = rest + more
            if macros.contains(where: { data.range(of: $0) != nil }) { return .macros }
            if kind == nil, data.range(of: word) != nil { kind = .doc }
            if kind == nil, excel.contains(where: { data.range(of: $0) != nil }) { kind = .xls }
            rest = data.suffix(64)
        }
        return kind.map { .kind($0) } ?? .unknown
    }

    /// The names of all entries of a ZIP as bytes of its directory; nil when there is no directory. Blocking.
    static func directory(_ file: FileHandle, size: UInt64, tail: Data) throws -> Data? {
        guard let end = tail.range(of: Data([0x50, 0x4B, 0x05, 0x06]), options: .backwards),
            end.lowerBound + 20 <= tail.endIndex
        else { return nil }
        func number(at offset: Int) -> UInt64 {
            (0..<4).reduce(UInt64(0)) { $0 | UInt64(tail[end.lowerBound + offset + $1]) << (8 * UInt64($1)) }
        }
        let (length, start) = (number(at: 12), number(at: 16))
        guard start + length <= size else { return nil }
        try file.seek(toOffset: start)
        return try file.read(upToCount: Int(length))
    }

    private static func utf16(_ text: String) -> Data {
        Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
}
