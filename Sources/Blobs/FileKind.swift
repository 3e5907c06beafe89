import Foundation

/// What a file is, told by its content and never by its name.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf, jpeg, png, webp, heic, docx, xlsx, odt, doc, xls

    /// What was found in a file.
    package enum Finding: Sendable, Equatable {
        case kind(FileKind)
        /// An office file with a program inside.
        case macros
        case unknown
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .webp: "image/webp"
        case .heic: "image/heic"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        }
    }

    /// Whether browsers show it by themselves, so that it may be seen beside a page.
    package static func isViewable(mediaType: String) -> Bool {
        [FileKind.pdf, .jpeg, .png, .webp].contains { $0.mediaType == mediaType }
    }

    /// Reads the beginning and the end of a file, of office files what else tells their kind. Blocking.
    package static func found(fileAt path: String) -> Finding {
        guard let file = FileHandle(forReadingAtPath: path) else { return .unknown }
        defer { try? file.close() }
        return (try? found(in: file)) ?? .unknown
    }

    private static func found(in file: FileHandle) throws -> Finding {
        guard let head = try file.read(upToCount: 65_536), head.count >= 8 else { return .unknown }
        let size = try file.seekToEnd()
        try file.seek(toOffset: size > 65_558 ? size - 65_558 : 0)
        guard let tail = try file.readToEnd() else { return .unknown }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return try MacroScan.old(file) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard let names = try MacroScan.directory(file, size: size, tail: tail) else { return .unknown }
            return zip(head: head, names: names)
        }
        return of(head: head, tail: tail).map { .kind($0) } ?? .unknown
    }

    /// Macros of Word and Excel, sheets of Excel's older macro language, and OpenDocument's Basic.
    private static let macroNames = ["vbaProject.bin", "xl/macrosheets/", "Basic/", "Scripts/"]

    private static func zip(head: Data, names: Data) -> Finding {
        func has(_ text: String) -> Bool { names.range(of: Data(text.utf8)) != nil }
        if macroNames.contains(where: has) { return .macros }
        if has("word/document.xml") { return .kind(.docx) }
        if has("xl/workbook.xml") { return .kind(.xlsx) }
        // An OpenDocument file begins with its type, not compressed (OpenDocument 1.3, part 2, 3.3).
        let isText = head.prefix(200).range(of: Data("mimetypeapplication/vnd.oasis.opendocument.text".utf8)) != nil
        return isText ? .kind(.odt) : .unknown
    }

    static func of(head: Data, tail: Data) -> FileKind? {
        let bytes = [UInt8](head.prefix(64))
        func begins(_ text: [UInt8], at offset: Int = 0) -> Bool {
            bytes.count >= offset + text.count && Array(bytes[offset..<offset + text.count]) == text
        }
        if begins(Array("%PDF-".utf8)) { return tail.range(of: Data("%%EOF".utf8)) == nil ? nil : .pdf }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if begins(Array("RIFF".utf8)), begins(Array("WEBP".utf8), at: 8) { return .webp }
        if begins(Array("ftyp".utf8), at: 4) {
            let brand = String(decoding: bytes[8..<12], as: UTF8.self)
            return ["heic", "heix", "mif1", "heim"].contains(brand) ? .heic : nil
        }
        return nil
    }
}
