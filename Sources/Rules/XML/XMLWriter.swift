/// Writes XML, indented, with every text escaped. What XML 1.0 cannot hold at all (most control characters) is written as
/// U+FFFD.
package struct XMLWriter {
    package private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var level = 0

    package init() {}

    /// An element with elements inside, or none.
    package mutating func element(
        _ name: String, _ attributes: [(String, String?)] = [], _ inside: ((inout XMLWriter) -> Void)? = nil
    ) {
        indent()
        text += "<\(name)"
        write(attributes)
        guard let inside else {
            text += "/>\n"
            return
        }
        text += ">\n"
        level += 1
        inside(&self)
        level -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// An element that holds text, kept as it is.
    package mutating func element(_ name: String, text content: String, _ attributes: [(String, String?)] = []) {
        indent()
        text += "<\(name)"
        write(attributes)
        text += ">"
        escape(content, inAttribute: false)
        text += "</\(name)>\n"
    }

    private mutating func write(_ attributes: [(String, String?)]) {
        for case (let name, let value?) in attributes {
            text += " \(name)=\""
            escape(value, inAttribute: true)
            text += "\""
        }
    }

    private mutating func indent() { text += String(repeating: "  ", count: level) }

    private mutating func escape(_ content: String, inAttribute: Bool) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"" where inAttribute: text += "&quot;"
            case "\r": text += "&#13;"
            case "\n" where inAttribute: text += "&#10;"
            case "\t" where inAttribute: text += "&#9;"
            case "\n", "\t": text.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
