import Crypto
import Foundation
import Kernel

/// A parcel (gói dịch vụ): one service in one file, its definition with the components and step templates that it uses,
/// to be moved to another site. The services under which it opens cases at other agencies come along with theirs.
///
/// It is YAML with the texts as they were written, so that two parcels compare line by line. It carries two hashes: of its
/// files, to notice that one was changed on the way, and of the published document that they resolve to.
package struct ServiceParcel: Sendable, Equatable {
    package let service: String
    /// The name under which publication would know it; another version of the program may read the same texts otherwise.
    package let definition: String
    package let files: ServiceFiles

    /// The file of the definition itself.
    package var definitionFile: String { "\(service).yaml" }

    /// The services of its child cases, and of theirs, that are in it or not.
    package var children: (inside: [String], outside: [String]) {
        let names = files.children(of: service)
        return (names.filter { files.texts["\($0).yaml"] != nil }, names.filter { files.texts["\($0).yaml"] == nil })
    }

    /// The parcel of a definition, which must be without errors.
    ///
    /// - Parameter isAlone: whether the services of its child cases are left out.
    package init(_ service: String, of all: ServiceFiles, isAlone: Bool = false) throws(DefinitionProblems) {
        let check = try Self.check(service, of: all)
        guard let definition = check.definition, let published = try? PublishedDefinition(definition) else {
            throw DefinitionProblems(check.errors)
        }
        var paths = check.usedParts.union(["\(service).yaml"])
        for child in isAlone ? [] : all.children(of: service) {
            let check = try Self.check(child, of: all)
            guard check.definition != nil else { throw DefinitionProblems(check.errors) }
            paths.formUnion(check.usedParts.union(["\(child).yaml"]))
        }
        self.service = service
        self.definition = published.hash
        files = ServiceFiles(all.texts.filter { paths.contains($0.key) })
    }

    private static func check(_ service: String, of all: ServiceFiles) throws(DefinitionProblems) -> DefinitionCheck {
        let file = "\(service).yaml"
        guard let check = all.check(file) else {
            throw DefinitionProblems([
                DefinitionProblem(
                    SourcePlace(file: file, line: 1),
                    Phrase(vi: "không có dịch vụ nào tên là “\(service)”", en: "no service is called “\(service)”"),
                    proposal: NearestWord.to(service, among: all.definitions.map { String($0.dropLast(5)) })
                        .map { Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?") })
            ])
        }
        return check
    }

    /// SHA-256 of the files' canonical JSON.
    static func hash(of files: [String: String]) -> String {
        let document = JSON.object(files.mapValues { .string($0) }).canonical
        return SHA256.hash(data: Data(document.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }

    /// The canonical text: the definition first, then those of its child cases and the shared parts by their paths.
    package var text: String {
        let (inside, outside) = children
        let paths = [definitionFile] + inside.map { "\($0).yaml" } + files.parts
        let absent = outside.joined(separator: ", ")
        let note =
            outside.isEmpty
            ? "" : "\n# Dịch vụ con không kèm theo: \(absent)\n# Child services that are not in it: \(absent)"
        let head = """
            # Một dịch vụ của MotCua, nhận bằng: motcua service import TỆP
            # A service of MotCua; taken in by: motcua service import FILE\(note)
            parcel: 1
            service: \(service)
            definition: \(definition)
            hash: \(Self.hash(of: files.texts))
            files:

            """
        return head + paths.map { "  \($0): " + BlockText.written(files.texts[$0] ?? "", indent: 4) }.joined()
    }

    /// Reads a parcel.
    ///
    /// - Parameter isChangeAllowed: whether files that somebody changed after the export are taken as they are now.
    package init(reading text: String, file: String, isChangeAllowed: Bool = false) throws(DefinitionProblems) {
        let root: SourceNode
        switch SourceNode.reading(text, file: file) {
        case .success(let node): root = node
        case .failure(let problems): throw problems
        }
        func refusal(_ node: SourceNode?, _ message: Phrase, _ proposal: Phrase? = nil) -> DefinitionProblems {
            DefinitionProblems([
                DefinitionProblem(node?.place ?? SourcePlace(file: file, line: 1), message, proposal: proposal)
            ])
        }
        func word(_ key: String) -> String? {
            if case .text(let text) = root[key]?.content { text } else { nil }
        }
        guard word("parcel") == "1", let service = word("service"), let entries = root["files"]?.entries else {
            throw refusal(
                root, Phrase(vi: "tệp này không phải gói dịch vụ", en: "this is no parcel of a service"),
                Phrase(vi: "tạo gói bằng: motcua service export", en: "made by: motcua service export"))
        }
        var files: [String: String] = [:]
        for entry in entries {
            guard ServiceFiles.isPath(entry.key), case .text(let text) = entry.value.content else {
                throw refusal(
                    entry.value,
                    Phrase(
                        vi: "“\(entry.key)” không phải tệp của một thư mục dịch vụ",
                        en: "“\(entry.key)” is no file of a services' folder"))
            }
            files[entry.key] = text
        }
        // Any other definition would take the place of another service of the site.
        let own = Set(ServiceFiles(files).children(of: service) + [service]).map { "\($0).yaml" }
        if let stranger = entries.first(where: { !$0.key.contains("/") && !own.contains($0.key) }) {
            throw refusal(
                stranger.value,
                Phrase(
                    vi: "gói của dịch vụ “\(service)” không được mang định nghĩa khác: “\(stranger.key)”",
                    en: "the parcel of “\(service)” may hold no other definition: “\(stranger.key)”"))
        }
        guard files["\(service).yaml"] != nil else {
            throw refusal(
                root["files"], Phrase(vi: "gói không có “\(service).yaml”", en: "the parcel lacks “\(service).yaml”"))
        }
        guard isChangeAllowed || word("hash") == Self.hash(of: files) else {
            throw refusal(
                root["hash"],
                Phrase(
                    vi: "nội dung không khớp với mã băm ghi trong gói: gói bị sửa sau khi xuất",
                    en: "the files do not have the hash that the parcel names: it was changed after the export"),
                Phrase(
                    vi: "xin lại gói; nếu chính bạn sửa, thêm --changed",
                    en: "ask for it again; when you changed it yourself, add --changed"))
        }
        self.service = service
        definition = word("definition") ?? ""
        self.files = ServiceFiles(files)
    }
}
