import Kernel

/// Reads the YAML text of a service definition, with everything it uses, into the resolved definition.
///
/// All findings are given at once, each with its line and a proposal.
package struct DefinitionReader: Sendable {
    let library: DefinitionLibrary

    package init(library: DefinitionLibrary) { self.library = library }

    /// The definition, or what refuses it.
    package func read(_ text: String, file: String) -> Result<ServiceDefinition, DefinitionProblems> {
        let check = check(text, file: file)
        return check.definition.map { .success($0) } ?? .failure(DefinitionProblems(check.errors))
    }

    /// The definition as far as it can be read, whatever refuses it; nil for what is no YAML. For pages that show a draft.
    package func resolved(_ text: String, file: String) -> ServiceDefinition? {
        guard case .success(let root) = SourceNode.reading(text, file: file) else { return nil }
        let reading = DefinitionReading(library)
        reading.remember("", root.place)
        return reading.definition(root)
    }

    /// The definition with everything that is to be said about it.
    package func check(_ text: String, file: String) -> DefinitionCheck {
        let root: SourceNode
        switch SourceNode.reading(text, file: file) {
        case .success(let node): root = node
        case .failure(let problems):
            return DefinitionCheck(file: file, definition: nil, findings: problems.list, uses: [:])
        }
        let reading = DefinitionReading(library)
        reading.remember("", root.place)
        let definition = reading.definition(root)
        reading.checkName(definition.service, of: file)
        reading.check(definition)
        let findings = reading.sortedProblems
        let isRefused = findings.contains { $0.weight == .error }
        return DefinitionCheck(
            file: file, definition: isRefused ? nil : definition, findings: findings, uses: reading.uses,
            reuseWords: definition.reuseWords.map { ($0.word, reading.place($0.path), $0.isOfPaper) },
            places: definition.hasCases || !definition.registersRead.isEmpty ? reading.places : [:],
            registers: Dictionary(
                (definition.registers ?? []).map { ($0.key, reading.place("registers.\($0.key)")) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension DefinitionReading {
    fileprivate func definition(_ root: SourceNode) -> ServiceDefinition {
        let values = block(root, .service)
        for entry in root.entries ?? [] { remember(entry.key, entry.place) }
        let papers = papers(values["papers"])
        return ServiceDefinition(
            service: service(values["service"]), procedure: procedure(values["procedure"]),
            effectiveFrom: day(values["effective_from"]), title: phrase(values["title"]) ?? Phrase(same: ""),
            owners: (words(values["owners"], of: OwnerKind.allCases.map(\.rawValue)) ?? []).compactMap(OwnerKind.init),
            offeredBy: words(values["offered_by"], of: ServiceDefinition.agencyKinds),
            channels: words(values["channels"], of: FilingChannel.allCases.map(\.rawValue))?.compactMap(
                FilingChannel.init),
            form: pages(values["form"]), papers: papers, fees: fees(values["fees"], papers),
            feeNote: phrase(values["fee_note"]),
            limit: limit(values["limit"], at: "limit") ?? LimitRule(value: 1, unit: "working_days", cases: []),
            supplement: supplement(values["supplement"]), steps: steps(values["steps"]),
            result: result(values["result"], root), messages: messages(values["messages"]),
            registers: registers(values["registers"]))
    }

    /// Part of addresses and the file's name.
    private func service(_ node: SourceNode?) -> String {
        guard let node, let text = text(node) else { return "" }
        let isPlain = text.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        if !isPlain || text.utf8.count > 60 {
            report(
                node.place,
                Phrase(vi: "“\(text)” không dùng làm tên dịch vụ được", en: "“\(text)” cannot name a service"),
                proposal: Phrase(
                    vi: "chữ thường không dấu, chữ số và gạch nối: dang-ky-tam-tru",
                    en: "lower-case letters, digits and hyphens: dang-ky-tam-tru"))
        }
        return text
    }

    /// A definition is looked for under its name.
    fileprivate func checkName(_ service: String, of file: String) {
        let name = file.split(separator: "/").last ?? ""
        guard !service.isEmpty, name.hasSuffix(".yaml"), name != "\(service).yaml" else { return }
        report(
            place("service"),
            Phrase(
                vi: "tệp tên là “\(name)” mà dịch vụ tên là “\(service)”",
                en: "the file is called “\(name)” and the service “\(service)”"),
            proposal: Phrase(vi: "đổi tên tệp thành “\(service).yaml”", en: "rename the file to “\(service).yaml”"))
    }

    /// What the catalogue takes for a code, a definition takes too: the national database began with 1 to 6, and goes on.
    private func procedure(_ node: SourceNode?) -> String {
        guard let node, let text = text(node) else { return "" }
        if Procedure.Code(text) == nil {
            report(
                node.place,
                Phrase(vi: "“\(text)” không phải mã thủ tục", en: "“\(text)” is no procedure code"),
                proposal: Phrase(vi: "ví dụ 1.004884", en: "such as 1.004884"))
        }
        checkQuoted(node, "procedure")
        return text
    }

    private func day(_ node: SourceNode?) -> Day {
        guard let node, let text = text(node) else { return Day(number: 0) }
        if let day = Day(text) { return day }
        report(
            node.place, Phrase(vi: "“\(text)” không phải ngày", en: "“\(text)” is no day"),
            proposal: Phrase(vi: "viết 2026-04-24", en: "write 2026-04-24"))
        return Day(number: 0)
    }

    /// In the order of files and lines, each once: a shared part that is used twice is told once.
    var sortedProblems: [DefinitionProblem] {
        var seen: Set<DefinitionProblem> = []
        return problems.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            let (first, second) = (a.element.place, b.element.place)
            return (first.file, first.line, first.column, a.offset)
                < (second.file, second.line, second.column, b.offset)
        }.map(\.element)
    }
}
