import Foundation

/// What a file is, told by its content and never by its name.
package enum FileKind: String, Sendable, CaseIterable {
    case pdf, jpeg, png, webp, heic, docx, xlsx, odt, doc

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
        }
    }

    /// Reads the beginning and the end of a file. Blocking. Nil for a kind that is not taken.
    package static func of(fileAt path: String) -> FileKind? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let head = try? file.read(upToCount: 65_536), head.count >= 8, let size = try? file.seekToEnd() else {
            return nil
        }
        let tailStart = size > 65_536 ? size - 65_536 : 0
        guard (try? file.seek(toOffset: tailStart)) != nil, let tail = try? file.readToEnd() else { return nil }
        return of(head: head, tail: tail)
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
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .doc }
        if begins([0x50, 0x4B, 0x03, 0x04]) {
            // The names of a ZIP's entries stand in its directory at the end, and the first one at the beginning.
            func names(_ text: String) -> Bool {
                head.range(of: Data(text.utf8)) != nil || tail.range(of: Data(text.utf8)) != nil
            }
            if names("vbaProject.bin") { return nil }
            if names("word/document.xml") { return .docx }
            if names("xl/workbook.xml") { return .xlsx }
            if names("mimetypeapplication/vnd.oasis.opendocument.text") { return .odt }
        }
        return nil
    }
}
