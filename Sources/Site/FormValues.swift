/// What a form sent: names with their values in the order in which they came, and the files.
package struct FormValues: Sendable {
    package private(set) var pairs: [(name: String, value: String)] = []
    package private(set) var files: [UploadedFile] = []
    /// Files that were sent and not kept.
    private var passedOver: [FileName] = []
    /// Those of them that were larger than allowed.
    private(set) var tooLarge: [FileName] = []

    /// A file by its field and the name its sender gave it.
    struct FileName: Sendable, Equatable {
        let field: String
        let filename: String
    }

    package init() {}
    package init(pairs: [(String, String)]) { self.pairs = pairs.map { (name: $0.0, value: $0.1) } }

    package mutating func append(_ name: String, _ value: String) { pairs.append((name, value)) }
    package mutating func append(_ file: UploadedFile) { files.append(file) }
    mutating func passOver(_ file: FileName) { passedOver.append(file) }
    mutating func refuse(_ file: FileName) {
        passedOver.append(file)
        tooLarge.append(file)
    }
    mutating func remove(_ name: String) { pairs.removeAll { $0.name == name } }

    /// All files that were sent, kept or not.
    var fileNames: [FileName] { files.map { FileName(field: $0.field, filename: $0.filename) } + passedOver }

    /// The last value of that name, without white space around it; empty when there is none.
    package subscript(_ name: String) -> String {
        pairs.last { $0.name == name }?.value.trimmed ?? ""
    }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value.trimmed) }

    package func contains(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// All values by name, as the form engine reads them.
    package var byName: [String: [String]] {
        var byName: [String: [String]] = [:]
        for (name, value) in pairs { byName[name, default: []].append(value) }
        return byName
    }

    package func files(_ name: String) -> [UploadedFile] { files.filter { $0.field == name } }
}

/// A file that a form sent, already on disk in the folder for uploads. Whoever keeps it moves it away; otherwise it is
/// removed when the request ends.
package struct UploadedFile: Sendable {
    package let field: String
    /// As the sender named it; never used as a path.
    package let filename: String
    package let path: String
    package let size: Int
    /// SHA-256 of the content, in hexadecimal digits.
    package let sha256: String
}

extension String {
    package var trimmed: String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
