import Catalogue
import Foundation
package import Kernel

/// What `motcua service` answers: whole services moved between sites, versions compared, the use of shared parts.
package struct ServiceTransport: Sendable {
    /// Why something was not done, in both languages; the exit code is 2.
    package struct Trouble: Error, Equatable {
        package let lines: [Phrase]

        init(_ lines: Phrase...) { self.lines = lines }
        init(_ problems: [DefinitionProblem]) {
            lines = problems.map { Phrase(vi: $0.text(.vi), en: $0.text(.en)) }
        }
    }

    let language: Language
    let isJSON: Bool
    let folder: ServiceFolder

    /// - Parameter settings: the folder of the setting `MOTCUA_SERVICES`.
    package init(language: Language, isJSON: Bool = false, services settings: String?) throws(Trouble) {
        guard let folder = ServiceFolder.found(setting: settings, executable: Bundle.main.executableURL) else {
            throw Trouble(
                Phrase(
                    vi: "MOTCUA_SERVICES: không có thư mục dịch vụ nào",
                    en: "MOTCUA_SERVICES: there is no folder with service definitions"))
        }
        self.language = language
        self.isJSON = isJSON
        self.folder = folder
    }

    // MARK: export

    /// The parcel of a service of the folder, written to a file or told.
    ///
    /// - Parameter isAlone: whether the services of its child cases are left out.
    package func export(_ service: String, to output: String?, isAlone: Bool = false) throws -> Outcome {
        let parcel = try parcel(service, isAlone: isAlone)
        guard let output else { return Outcome(lines: [parcel.text.trimmed]) }
        try Data(parcel.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        let (inside, outside) = parcel.children
        func line(_ names: [String], _ words: Phrase) -> [String] {
            names.isEmpty ? [] : ["\(words(language)): \(names.joined(separator: ", "))"]
        }
        return Outcome(
            lines: line(inside, Phrase(vi: "Kèm các dịch vụ con", en: "With the child services"))
                + line(outside, Phrase(vi: "Không kèm các dịch vụ con", en: "Without the child services")))
    }

    private func parcel(_ service: String, isAlone: Bool) throws -> ServiceParcel {
        let name = service.hasSuffix(".yaml") ? String(service.dropLast(".yaml".count)) : service
        let files = try contents()
        do throws(DefinitionProblems) {
            return try ServiceParcel(name, of: files, isAlone: isAlone)
        } catch { throw Trouble(error.list) }
    }

    // MARK: import

    /// What becomes of a name that the site has with another text.
    package enum Collision: Sendable { case refuse, replace, keep }

    /// Takes a parcel in, or only tells what that would do.
    package func `import`(
        _ text: String, file: String, collision: Collision, isChangeAllowed: Bool, isTrial: Bool
    ) throws -> Outcome {
        let handling: ParcelPlan.Handling =
            switch collision {
            case .refuse: .refuse
            case .replace: .replace
            case .keep: .keep
            }
        let parcel: ServiceParcel
        do throws(DefinitionProblems) {
            parcel = try ServiceParcel(reading: text, file: file, isChangeAllowed: isChangeAllowed)
        } catch { throw Trouble(error.list) }
        let plan = try ParcelPlan(parcel, into: try folder.contents(), handling)
        var lines = plan.files.map { "\($0.state.words(language))  \($0.path)" }
        if !plan.isAsNamed {
            lines.append(
                Phrase(
                    vi: "Chú ý: bản công bố sẽ có mã băm khác mã ghi trong gói",
                    en: "Note: what is published will have another hash than the parcel names")(language))
        }
        for service in plan.sameProcedure {
            lines.append(
                Phrase(
                    vi: "Chú ý: “\(service)” cũng cung cấp thủ tục này",
                    en: "Note: “\(service)” puts the same procedure online")(language))
        }
        for child in plan.missingChildren {
            lines.append(
                Phrase(
                    vi: "Thiếu dịch vụ con “\(child)”: nhận nó trước, hoặc xuất lại gói không có --alone",
                    en: "The child service “\(child)” is missing: take it first, or export again without --alone")(
                        language))
        }
        for effect in plan.effects {
            lines.append(Phrase(vi: "“\(effect.service)” thay đổi:", en: "“\(effect.service)” changes:")(language))
            lines += effect.difference.lines(language).map { "  \($0)" }
        }
        if !plan.errors.isEmpty {
            return Outcome(
                lines: lines + plan.errors.map { $0.text(language) } + [Self.nothing(language)], hasProblems: true)
        }
        if handling == .refuse, plan.hasCollision {
            lines.append(
                Phrase(
                    vi:
                        "Trùng tên mà khác nội dung: chưa ghi gì. Thêm --replace để lấy bản trong gói, --keep để giữ phần dùng chung của nơi này",
                    en:
                        "The same names with other texts: nothing was written. --replace takes the parcel's, --keep leaves the shared parts of this site"
                )(language))
            return Outcome(lines: lines, hasProblems: true)
        }
        if isTrial { return Outcome(lines: lines + [Self.nothing(language)]) }
        try folder.write(plan.writing)
        lines.append(
            Phrase(
                vi: "Đã ghi \(plan.writing.count) tệp vào \(folder.url.path); công bố bằng: motcua services publish",
                en: "Wrote \(plan.writing.count) files to \(folder.url.path); publish with: motcua services publish")(
                    language))
        return Outcome(lines: lines)
    }

    private static func nothing(_ language: Language) -> String {
        Phrase(vi: "Chưa ghi gì.", en: "Nothing was written.")(language)
    }

    // MARK: diff

    /// Where a version to compare is found.
    package enum Version: Sendable {
        case file(String)
        /// A published version, by the beginning of its hash.
        case hash(String)
        /// The version in force today.
        case inForce(String)
        /// The definition of the folder.
        case own(String)

        /// `tạm-trú.yaml` or a parcel's file, a hash, `dang-ky-tam-tru@published`, or a service's name.
        package init(_ text: String) {
            let isHash = text.count >= 8 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
            if FileManager.default.fileExists(atPath: text) {
                self = .file(text)
            } else if isHash {
                self = .hash(text)
            } else if text.hasSuffix("@published") {
                self = .inForce(String(text.dropLast("@published".count)))
            } else {
                self = .own(text)
            }
        }

        /// Whether the database knows it, not a file.
        package var isPublished: Bool {
            switch self {
            case .hash, .inForce: true
            case .file, .own: false
            }
        }
    }

    /// The difference of two versions; what is published is asked of the installation.
    package func difference(_ old: Version, _ new: Version, in installation: Installation?) async throws -> Outcome {
        let difference = try ServiceDifference(
            from: try await definition(old, in: installation), to: try await definition(new, in: installation))
        if isJSON { return Outcome(lines: [difference.json.canonical], hasProblems: !difference.isEmpty) }
        let none = Phrase(vi: "Hai bản giống nhau.", en: "There is no difference.")
        return Outcome(
            lines: difference.isEmpty ? [none(language)] : difference.lines(language), hasProblems: !difference.isEmpty)
    }

    func definition(_ version: Version, in installation: Installation?) async throws -> ServiceDefinition {
        switch version {
        case .file(let path): return try definition(ofFile: path)
        case .own(let name):
            let file = name.hasSuffix(".yaml") ? name : "\(name).yaml"
            guard let check = try contents().check(file) else { throw Self.unknown(name) }
            return try Self.settled(check)
        case .hash(let prefix):
            guard let installation else { throw Self.noSite }
            guard let found = try await installation.library.published(beginning: prefix) else {
                throw Self.unknown(prefix)
            }
            return found.definition
        case .inForce(let name):
            guard let installation else { throw Self.noSite }
            guard let found = try await installation.library.current(name) else { throw Self.unknown(name) }
            return found.definition
        }
    }

    private static func unknown(_ name: String) -> Trouble {
        Trouble(
            Phrase(
                vi: "không có tệp, dịch vụ hay bản công bố nào là “\(name)”",
                en: "no file, service or published version is “\(name)”"))
    }

    /// What is published is asked where nobody has made a site.
    static let noSite = Trouble(
        Phrase(
            vi: "ở đây chưa công bố dịch vụ nào: chưa có cơ sở dữ liệu (MOTCUA_DATA, MOTCUA_DATABASE)",
            en: "nothing is published here: there is no database yet (MOTCUA_DATA, MOTCUA_DATABASE)"))

    /// A definition file with the shared parts around it, a parcel, or a canonical document.
    private func definition(ofFile path: String) throws -> ServiceDefinition {
        let text: String
        do throws(InputFile.Problem) { text = try InputFile.text(of: path) } catch {
            throw Trouble(Phrase(same: error.words))
        }
        let name = (path as NSString).lastPathComponent
        if text.hasPrefix("{"), let published = try? PublishedDefinition(document: text.trimmed) {
            return published.definition
        }
        if let parcel = try? ServiceParcel(reading: text, file: name, isChangeAllowed: true),
            let check = parcel.files.check(parcel.definitionFile)
        {
            return try Self.settled(check)
        }
        let beside = ServiceFolder(URL(fileURLWithPath: path).deletingLastPathComponent())
        let library = try (beside.hasSharedParts ? beside : folder).library()
        // A file that is compared may have any name.
        let stem = (name as NSString).deletingPathExtension
        return try Self.settled(DefinitionReader(library: library).check(text, file: stem))
    }

    private static func settled(_ check: DefinitionCheck) throws(Trouble) -> ServiceDefinition {
        guard let definition = check.definition else { throw Trouble(check.errors) }
        return definition
    }

    // MARK: uses

    /// Who uses the shared parts; of one part also what a change of its text would do.
    package func uses(of part: String?, instead text: String?) throws -> Outcome {
        let files = try contents()
        var uses = files.uses()
        if let part {
            let stem = part.hasSuffix(".yaml") ? String(part.dropLast(".yaml".count)) : part
            uses = uses.filter { $0.part == "\(stem).yaml" || $0.part.hasSuffix("/\(stem).yaml") }
            guard !uses.isEmpty else {
                throw Trouble(
                    Phrase(
                        vi: "không có phần dùng chung nào tên là “\(part)”", en: "no shared part is called “\(part)”"))
            }
        }
        var lines: [String] = []
        var hasProblems = false
        for use in uses {
            let count = use.services.count
            lines.append(Phrase(vi: "\(use.part): \(count) dịch vụ", en: "\(use.part): \(count) services")(language))
            for service in use.services { lines.append("  \(service)") }
            lines += use.places.map { "    use: \($0)" }
            guard let text else { continue }
            let (effects, errors) = try files.effects(of: use.part, text: text)
            for effect in effects {
                lines.append(
                    Phrase(vi: "“\(effect.service)” sẽ thay đổi:", en: "“\(effect.service)” would change:")(language))
                lines += effect.difference.lines(language).map { "  \($0)" }
            }
            if effects.isEmpty, errors.isEmpty {
                lines.append(Phrase(vi: "Không dịch vụ nào thay đổi.", en: "No service would change.")(language))
            }
            lines += errors.map { $0.text(language) }
            hasProblems = hasProblems || !errors.isEmpty
        }
        if isJSON { return Outcome(lines: [Self.json(uses).canonical], hasProblems: hasProblems) }
        return Outcome(lines: lines, hasProblems: hasProblems)
    }

    private static func json(_ uses: [SharedPartUse]) -> JSON {
        .array(
            uses.map { use in
                .object([
                    "part": .string(use.part), "services": .array(use.services.map { .string($0) }),
                    "places": .array(use.places.map { .string("\($0)") }),
                ])
            })
    }

    private func contents() throws -> ServiceFiles { try folder.contents() }
}

extension ParcelPlan.State {
    fileprivate func words(_ language: Language) -> String {
        switch self {
        case .new: Phrase(vi: "mới      ", en: "new      ")(language)
        case .same: Phrase(vi: "giống    ", en: "the same ")(language)
        case .different: Phrase(vi: "khác     ", en: "different")(language)
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
