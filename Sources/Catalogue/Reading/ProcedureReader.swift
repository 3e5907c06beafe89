import Kernel

/// Reads the national catalogue's records as JSON lines. Nothing is guessed silently: every cell that was not taken as it
/// stands has its account.
package struct ProcedureReader: Sendable {
    /// What one line gave.
    package struct Reading: Sendable {
        package var line: Int
        /// Nil when the record is refused; the account says why.
        package var procedure: Procedure?
        package var accounts: [CellAccount]
    }

    package init() {}

    /// Reads one line; `line` is its number in the file, counted from 1.
    package func callAsFunction(_ text: some StringProtocol, line: Int) -> Reading {
        var cells = CellReader(line: line)
        guard let record = try? JSON(parsing: String(text)), let members = record.object else {
            cells.account(.notJSON, "", said: String(text))
            return Reading(line: line, procedure: nil, accounts: cells.accounts)
        }
        let procedure = read(members, &cells)
        return Reading(line: line, procedure: procedure, accounts: cells.accounts)
    }

    private static let names: Set<String> = [
        "code", "name", "ministry", "decision", "levels", "kind", "field", "applicants", "executing_agency",
        "competent_agency", "coordinating_agency", "procedure_text", "channels", "dossier", "results", "legal_basis",
        "conditions",
    ]

    private func read(_ members: [String: JSON], _ cells: inout CellReader) -> Procedure? {
        let codeText = cells.text(members["code"], "code") ?? ""
        guard let code = Procedure.Code(codeText.trimmed) else {
            cells.account(.noCode, "code", said: codeText)
            return nil
        }
        cells.code = code.description
        cells.known(members, Self.names, "")
        let name = title(members["name"], "name", code: code, &cells)
        guard SourceText.hasLetters(name) else {
            cells.account(.noName, "name", said: name)
            return nil
        }
        let steps = SourceText.paragraphs(cells.text(members["procedure_text"], "procedure_text") ?? "")
        if steps.isEmpty { cells.account(.empty, "procedure_text", said: "") }
        return Procedure(
            code: code, name: name,
            ministry: required(members["ministry"], "ministry", &cells),
            decision: line(members["decision"], "decision", &cells),
            levels: levels(members["levels"], &cells),
            kind: line(members["kind"], "kind", &cells),
            field: required(members["field"], "field", &cells),
            applicants: applicants(members["applicants"], &cells),
            executingAgency: line(members["executing_agency"], "executing_agency", &cells),
            competentAgency: line(members["competent_agency"], "competent_agency", &cells),
            coordinatingAgency: line(members["coordinating_agency"], "coordinating_agency", &cells),
            stepsText: steps,
            channels: ChannelReader(stepsText: steps).read(members["channels"], &cells),
            paperCases: PaperReader.read(members["dossier"], &cells),
            outcomes: outcomes(members["results"], &cells),
            legalBasis: legalBasis(members["legal_basis"], &cells),
            conditions: conditions(members["conditions"], &cells))
    }

    /// The name without its own code in brackets and without being said twice.
    private func title(_ value: JSON?, _ cell: String, code: Procedure.Code, _ cells: inout CellReader) -> String {
        var name = SourceText.title(cells.text(value, cell) ?? "")
        if let bracket = name.lastIndex(of: "("),
            name[bracket...].filter({ $0 != " " }) == "(\(code))"
        {
            name = SourceText.withoutTail(String(name[..<bracket]))
        }
        let middle = name.index(name.startIndex, offsetBy: name.count / 2)
        if name.count % 2 == 1, name[middle] == " ", name[..<middle] == name[name.index(after: middle)...] {
            name = String(name[..<middle])
        }
        return name
    }

    private func line(_ value: JSON?, _ cell: String, _ cells: inout CellReader) -> String? {
        let text = SourceText.line(cells.text(value, cell) ?? "")
        return text.isEmpty ? nil : text
    }

    private func required(_ value: JSON?, _ cell: String, _ cells: inout CellReader) -> String {
        let text = line(value, cell, &cells)
        if text == nil { cells.account(.empty, cell, said: "") }
        return text ?? ""
    }

    private func conditions(_ value: JSON?, _ cells: inout CellReader) -> String? {
        let text = SourceText.paragraphs(cells.text(value, "conditions") ?? "")
        return SourceText.hasLetters(text) ? text : nil
    }

    private func levels(_ value: JSON?, _ cells: inout CellReader) -> [Procedure.Level] {
        var levels: Set<Procedure.Level> = []
        let items = cells.list(value, "levels")
        if items.isEmpty { cells.account(.empty, "levels", said: "") }
        for (index, item) in items.enumerated() {
            guard let word = cells.text(item, "levels[\(index)]") else { continue }
            if let level = Procedure.Level(rawValue: word) {
                levels.insert(level)
            } else {
                cells.account(.unknownWord, "levels[\(index)]", said: word)
            }
        }
        return levels.sorted()
    }

    private func applicants(_ value: JSON?, _ cells: inout CellReader) -> [Procedure.Applicant] {
        var found: Set<Procedure.Applicant> = []
        let items = cells.list(value, "applicants")
        if items.isEmpty { cells.account(.empty, "applicants", said: "") }
        for (index, item) in items.enumerated() {
            guard let word = cells.text(item, "applicants[\(index)]") else { continue }
            if let applicant = Procedure.Applicant(source: word) {
                found.insert(applicant)
            } else {
                cells.account(.unknownWord, "applicants[\(index)]", said: word)
            }
        }
        return Procedure.Applicant.allCases.filter(found.contains)
    }

    private func outcomes(_ value: JSON?, _ cells: inout CellReader) -> [Procedure.Outcome] {
        let items = cells.list(value, "results")
        if items.isEmpty { cells.account(.empty, "results", said: "") }
        return items.enumerated().compactMap { index, item in
            let path = "results[\(index)]"
            guard let members = cells.object(item, path) else { return nil }
            cells.known(members, ["code", "name"], path)
            let said = cells.text(members["name"], "\(path).name") ?? ""
            let name = SourceText.title(said)
            guard SourceText.hasLetters(name) else {
                cells.account(said.isEmpty ? .empty : .onlyPunctuation, "\(path).name", said: said)
                return nil
            }
            return Procedure.Outcome(code: cells.text(members["code"], "\(path).code") ?? "", name: name)
        }
    }

    private func legalBasis(_ value: JSON?, _ cells: inout CellReader) -> [String] {
        let items = cells.list(value, "legal_basis")
        if items.isEmpty { cells.account(.empty, "legal_basis", said: "") }
        var numbers: [String] = []
        var seen: Set<String> = []
        for (index, item) in items.enumerated() {
            let path = "legal_basis[\(index)]"
            guard let text = cells.text(item, path) else {
                cells.account(.empty, path, said: "")
                continue
            }
            let reference = LegalReference(SourceText.line(text))
            if !reference.isDocument {
                cells.account(.notALegalDocument, path, said: text, taken: reference.number)
            } else if reference.wasRunTogether {
                cells.account(.numberAndTitleRunTogether, path, said: text, taken: reference.number)
            }
            if seen.insert(reference.number).inserted { numbers.append(reference.number) }
        }
        return numbers
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined() }
}
