package import Kernel

/// What a page becomes only when it is written: its language, and the token that its forms carry against forgery.
package struct Rendering: Sendable {
    package static let formTokenField = "_token"

    package let language: Language
    package let formToken: String
    /// Whether elements may stand here; `title` holds text only.
    var holdsElements = true

    package init(_ language: Language, formToken: String = "") {
        self.language = language
        self.formToken = formToken
    }
}

extension Markup {
    /// The HTML, as UTF-8.
    package func html(_ how: Rendering) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(16_384)
        write(how, into: &out)
        return out
    }

    /// A whole document with its doctype.
    package func document(_ how: Rendering) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(32_768)
        out.append(contentsOf: "<!DOCTYPE html>\n".utf8)
        write(how, into: &out)
        return out
    }

    func write(_ how: Rendering, into out: inout [UInt8]) {
        switch self {
        case .element(let name, let attributes, let children):
            // Where the whole of an element is Vietnamese on an English page, the element says so (WCAG 2.2, 3.1.2).
            if children.count == 1, case .phrase(let phrase) = children[0], how.mustName(phrase),
                !attributes.contains(where: { $0.name == "lang" })
            {
                Self.open(name, attributes + [.lang("vi")], how, into: &out)
                Self.escape(phrase.vi, into: &out)
                Self.close(name, into: &out)
                return
            }
            Self.open(name, attributes, how, into: &out)
            var inside = how
            if how.language != .vi, name.utf8CodeUnitCount == 5, name.description == "title" {
                inside.holdsElements = false
            }
            for child in children { child.write(inside, into: &out) }
            Self.close(name, into: &out)
        case .void(let name, let attributes): Self.open(name, attributes, how, into: &out)
        case .text(let text): Self.escape(text, into: &out)
        case .phrase(let phrase):
            if how.holdsElements, how.mustName(phrase) {
                Self.open("span", [.lang("vi")], how, into: &out)
                Self.escape(phrase.vi, into: &out)
                Self.close("span", into: &out)
            } else {
                Self.escape(phrase(how.language), into: &out)
            }
        case .trusted(let html): out.append(contentsOf: html.utf8)
        case .formToken:
            Self.open(
                "input", [.type("hidden"), .name(Rendering.formTokenField), .value(how.formToken)], how, into: &out)
        case .many(let children): for child in children { child.write(how, into: &out) }
        }
    }

    private static func close(_ name: StaticString, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "<"))
        out.append(UInt8(ascii: "/"))
        out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        out.append(UInt8(ascii: ">"))
    }

    private static func open(
        _ name: StaticString, _ attributes: [Attribute], _ how: Rendering, into out: inout [UInt8]
    ) {
        out.append(UInt8(ascii: "<"))
        out.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        for attribute in attributes {
            out.append(UInt8(ascii: " "))
            out.append(contentsOf: attribute.name.utf8)
            switch attribute.value {
            case .flag: continue
            case .text(let text): quote(text, into: &out)
            case .phrase(let phrase): quote(phrase(how.language), into: &out)
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
