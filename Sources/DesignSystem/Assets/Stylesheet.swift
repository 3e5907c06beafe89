/// The one style sheet of the project, made of the tokens and the families of styles, lightly shortened.
package enum Stylesheet {
    package static let css =
        Tokens.rule
        + shortened(
            [
                Styles.base, Styles.shell, Styles.layout, Styles.forms, Styles.content, Styles.lists, Styles.desk,
                Styles.paper, Styles.print,
            ].joined())

    package static let path = "/assets/style-\(ContentHash.short(css)).css"

    /// Without comments, line ends, indentation, and the spaces that only people need; steps of space and type are
    /// written out, since nothing overrides them.
    static func shortened(_ css: String) -> String {
        var out = ""
        var rest = css[...]
        while let start = rest.firstRange(of: "/*") {
            out += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        out += rest
        var text = ""
        for line in out.split(separator: "\n").map({ $0.drop(while: { $0 == " " }) }) where !line.isEmpty {
            if let last = text.last, !"{};,".contains(last) { text += " " }
            text += line
        }
        for (long, short) in [
            (" {", "{"), ("{ ", "{"), ("; ", ";"), (": ", ":"), (", ", ","), (" > ", ">"), (" }", "}"), (";}", "}"),
        ] {
            text = text.replacing(long, with: short)
        }
        for (name, value) in Tokens.spaces + Tokens.sizes { text = text.replacing("var(--\(name))", with: value) }
        return text
    }
}

/// The families of styles, each in a file of its own.
enum Styles {}
