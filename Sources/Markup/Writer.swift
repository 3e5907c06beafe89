package import Kernel

extension Markup {
    /// The HTML in one language, as UTF-8.
    package func html(_ language: Language) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(16_384)
        write(language, into: &out)
        return out
    }

    /// A whole document with its doctype.
    package func document(_ language: Language) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(32_768)
        out.append(contentsOf: "<!DOCTYPE html>\n".utf8)
        write(language, into: &out)
        return out
    }

    func write(_ language: Language, into out: inout [UInt8]) {
        switch self {
        case .element(let name, let attributes, let children):
            Self.open(name, attributes, language, into: &out)
            for child in children { child.write(language, into: &out) }
            out.append(UInt8(ascii: "<"))
            out.append(UInt8(ascii: "/"))
            out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
            out.append(UInt8(ascii: ">"))
        case .void(let name, let attributes): Self.open(name, attributes, language, into: &out)
        case .text(let text): Self.escape(text, into: &out)
        case .phrase(let phrase): Self.escape(phrase(language), into: &out)
        case .trusted(let html): out.append(contentsOf: html.utf8)
        case .many(let children): for child in children { child.write(language, into: &out) }
        }
    }

    private static func open(
        _ name: StaticString, _ attributes: [Attribute], _ language: Language, into out: inout [UInt8]
    ) {
        out.append(UInt8(ascii: "<"))
        out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        for attribute in attributes {
            out.append(UInt8(ascii: " "))
            out.append(contentsOf: attribute.name.utf8)
            switch attribute.value {
            case .flag: continue
            case .text(let text): quote(text, into: &out)
            case .phrase(let phrase): quote(phrase(language), into: &out)
            }
        }
        out.append(UInt8(ascii: ">"))
    }

    private static func quote(_ text: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "="))
        out.append(UInt8(ascii: "\""))
        escape(text, into: &out)
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ text: String, into out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in 0..<bytes.count {
                let replacement: StaticString
                switch bytes[index] {
                case UInt8(ascii: "&"): replacement = "&amp;"
                case UInt8(ascii: "<"): replacement = "&lt;"
                case UInt8(ascii: ">"): replacement = "&gt;"
                case UInt8(ascii: "\""): replacement = "&quot;"
                case UInt8(ascii: "'"): replacement = "&#39;"
                default: continue
                }
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                out.append(
                    contentsOf: UnsafeBufferPointer(
                        start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
                start = index + 1
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }
}
