/// An element of an XML document with what stands in it; white space and comments between elements are not kept.
package struct XMLTree {
    /// An attribute without a namespace, or with one.
    package struct Attribute {
        package let name: String
        package let namespace: String
        package let value: String
    }

    /// The name without prefix.
    package let name: String
    package let namespace: String
    package let attributes: [Attribute]
    /// The namespaces by prefix that the element declares.
    package let prefixes: [String: String]
    package var children: [XMLTree] = []
    /// All text directly inside.
    package var text = ""
    package let line: Int

    package subscript(_ name: String) -> XMLTree? { children.first { $0.name == name } }
    package func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

    /// The attribute of that name that belongs to the element's own vocabulary.
    package func attribute(_ name: String) -> String? {
        attributes.first { $0.name == name && ($0.namespace.isEmpty || $0.namespace == namespace) }?.value
    }

    package func attribute(_ name: String, in namespace: String) -> String? {
        attributes.first { $0.name == name && $0.namespace == namespace }?.value
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = unicodeScalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        var out = String.UnicodeScalarView()
        out.append(contentsOf: scalars)
        return String(out)
    }
}
