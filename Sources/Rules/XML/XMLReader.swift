import CXML2
package import Kernel

/// Reads XML 1.0 with namespaces through libxml2. Document types, and with them all entities but the five of XML itself,
/// are refused, nothing is fetched, and size, depth and number of elements are limited.
package enum XMLReader {
    /// Why a text is no XML that is read here.
    package struct Fault: Error, Hashable {
        package let line: Int
        package let message: Phrase
    }

    static let sizeLimit = 8_000_000
    /// Opening, closing and other marks together.
    static let markLimit = 600_000

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    package static func read(_ bytes: [UInt8]) -> Result<XMLTree, Fault> {
        guard isReady, bytes.count <= sizeLimit, bytes.count(where: { $0 == UInt8(ascii: "<") }) <= markLimit else {
            return .failure(
                Fault(line: 0, message: Phrase(vi: "Tệp XML quá lớn.", en: "The XML file is too large.")))
        }
        guard let parser = xmlNewParserCtxt() else { return .failure(broken(0)) }
        defer { xmlFreeParserCtxt(parser) }
        parser.pointee.sax?.pointee.internalSubset = { context, _, _, _ in
            guard let context else { return }
            xmlStopParser(context.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
        let document = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
                Int32(options))
        }
        guard let document else { return .failure(broken(Int(parser.pointee.lastError.line))) }
        defer { xmlFreeDoc(document) }
        guard document.pointee.intSubset == nil, document.pointee.extSubset == nil,
            parser.pointee.wellFormed == 1, let root = xmlDocGetRootElement(document)
        else { return .failure(broken(Int(parser.pointee.lastError.line))) }
        return .success(tree(root))
    }

    private static func broken(_ line: Int) -> Fault {
        Fault(
            line: line,
            message: Phrase(
                vi: "Tệp không phải là XML đúng quy cách, hoặc có khai báo DOCTYPE không được phép.",
                en: "The file is no well-formed XML, or it declares a document type, which is not allowed."))
    }

    /// libxml2 refuses more than 256 levels, so that walking down is safe.
    private static func tree(_ node: xmlNodePtr) -> XMLTree {
        var tree = XMLTree(
            name: string(node.pointee.name), namespace: string(node.pointee.ns?.pointee.href),
            attributes: attributes(node), prefixes: prefixes(node), line: Int(xmlGetLineNo(node)))
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: tree.children.append(self.tree(child))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: tree.text += string(child.pointee.content)
            default: break
            }
            next = child.pointee.next
        }
        return tree
    }

    private static func attributes(_ node: xmlNodePtr) -> [XMLTree.Attribute] {
        var attributes: [XMLTree.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            attributes.append(
                XMLTree.Attribute(
                    name: string(attribute.pointee.name), namespace: string(attribute.pointee.ns?.pointee.href),
                    value: string(attribute.pointee.children?.pointee.content)))
            next = attribute.pointee.next
        }
        return attributes
    }

    private static func prefixes(_ node: xmlNodePtr) -> [String: String] {
        var prefixes: [String: String] = [:]
        var next = node.pointee.nsDef
        while let declared = next {
            prefixes[string(declared.pointee.prefix)] = string(declared.pointee.href)
            next = declared.pointee.next
        }
        return prefixes
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
