/// The texts of a services' folder in memory, by their paths in it: definitions, `components/…`, `steps/…`, `templates/…`.
///
/// What a change would do is tried on these before anything is written.
package struct ServiceFiles: Sendable, Equatable {
    package var texts: [String: String]

    package init(_ texts: [String: String]) { self.texts = texts }

    /// The files of definitions, in the order of their names.
    package var definitions: [String] { texts.keys.filter { !$0.contains("/") }.sorted() }
    /// The files of shared parts.
    package var parts: [String] { texts.keys.filter { $0.contains("/") }.sorted() }

    package var library: DefinitionLibrary {
        var library = DefinitionLibrary()
        for (path, text) in texts {
            let name = path.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) } ?? path
            guard let folder = path.split(separator: "/").first, path.contains("/") else { continue }
            library.add(name, in: String(folder), text: text)
        }
        return library
    }

    /// One definition with what is to be said about it; nil when there is no such file.
    package func check(_ file: String) -> DefinitionCheck? {
        texts[file].map { DefinitionReader(library: library).check($0, file: file) }
    }

    /// The services under which a service opens cases at other agencies, and those that these open in turn, in the order of
    /// their names; those that are not among the files too.
    package func children(of service: String) -> [String] {
        let reader = DefinitionReader(library: library)
        var (found, waiting): (Set<String>, [String]) = ([], [service])
        while let name = waiting.popLast() {
            let file = "\(name).yaml"
            let cases = texts[file].flatMap { reader.resolved($0, file: file) }?.cases ?? []
            waiting += cases.filter { $0 != service && found.insert($0).inserted }
        }
        return found.sorted()
    }

    /// All definitions, each with what is to be said about it.
    package func checks() -> [DefinitionCheck] {
        let reader = DefinitionReader(library: library)
        let checks = definitions.compactMap { file in texts[file].map { reader.check($0, file: file) } }
        let children = ChildServices(checks)
        return checks.map(children.judged).findingSources().agreeing()
    }

    /// These files with others in the places of those of the same path.
    package func replacing(_ other: [String: String]) -> ServiceFiles {
        ServiceFiles(texts.merging(other) { $1 })
    }

    /// Whether something may be the path of a file here: nothing that a parcel says leads out of the folder.
    static func isPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, name.hasSuffix(".yaml"), name.utf8.count <= 80 else { return false }
        let stem = name.dropLast(".yaml".count).utf8
        let isPlain = stem.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        return isPlain && !stem.isEmpty
            && (parts.count == 1 || parts.count == 2 && DefinitionLibrary.folders.contains(String(parts[0])))
    }
}
