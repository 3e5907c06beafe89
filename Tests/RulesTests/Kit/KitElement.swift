import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element of an XML file, with local names only.
final class KitElement {
    let name: String
    let attributes: [String: String]
    var children: [KitElement] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    subscript(_ name: String) -> KitElement? { children.first { $0.name == name } }
    func all(_ name: String) -> [KitElement] { children.filter { $0.name == name } }

    static func read(_ file: URL) throws -> KitElement? {
        let builder = Builder()
        let parser = XMLParser(data: try Data(contentsOf: file))
        parser.delegate = builder
        return parser.parse() ? builder.root : nil
    }

    private final class Builder: NSObject, XMLParserDelegate {
        var root: KitElement?
        private var open: [KitElement] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = KitElement(Self.local(name), attributes)
            if let last = open.last { last.children.append(element) } else { root = element }
            open.append(element)
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            open.last?.text += String(decoding: block, as: UTF8.self)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) { open.removeLast() }

        private static func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
    }
}
