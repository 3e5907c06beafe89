import Kernel

/// Reads a record's papers by case.
enum PaperReader {
    static func read(_ value: JSON?, _ cells: inout CellReader) -> [Procedure.PaperCase] {
        let items = cells.list(value, "dossier")
        if items.isEmpty { cells.account(.empty, "dossier", said: "") }
        return items.enumerated().compactMap { index, item in
            let path = "dossier[\(index)]"
            guard let members = cells.object(item, path) else { return nil }
            cells.known(members, ["case", "items"], path)
            let name = SourceText.title(cells.text(members["case"], "\(path).case") ?? "")
            var found = Procedure.PaperCase(name: SourceText.hasLetters(name) ? name : nil, papers: [], remarks: [])
            let rows = cells.list(members["items"], "\(path).items")
            if rows.isEmpty { cells.account(.empty, "\(path).items", said: "") }
            for (row, item) in rows.enumerated() { read(item, "\(path).items[\(row)]", into: &found, &cells) }
            return found.name == nil && found.papers.isEmpty && found.remarks.isEmpty ? nil : found
        }
    }

    private static func read(
        _ item: JSON, _ path: String, into found: inout Procedure.PaperCase, _ cells: inout CellReader
    ) {
        guard let members = cells.object(item, path) else { return }
        cells.known(members, ["name", "form_file", "originals", "copies"], path)
        let said = cells.text(members["name"], "\(path).name")
        let named = self.named(said, cells.text(members["form_file"], "\(path).form_file"), path, &cells)
        var name = named.name
        var originals = cells.integer(members["originals"], "\(path).originals")
        let copies = cells.integer(members["copies"], "\(path).copies")
        if let said = originals, said > 9 { originals = separate(said, from: &name, "\(path).originals", &cells) }
        name = SourceText.title(name)
        guard SourceText.hasLetters(name) else {
            cells.account(said == nil ? .empty : .onlyPunctuation, "\(path).name", said: said ?? "")
            return
        }
        if originals == 0, copies == 0, named.file == nil {
            cells.account(.notAPaper, path, said: name)
            found.remarks.append(name)
        } else {
            found.papers.append(
                Procedure.Paper(name: name, formFile: named.file, originals: originals, copies: copies))
        }
    }

    /// The paper's name and its form's file. The source cut a name where a link stood and ran the link's text into the
    /// file's name; sometimes the whole name is there.
    private static func named(
        _ said: String?, _ formFile: String?, _ path: String, _ cells: inout CellReader
    ) -> (name: String, file: String?) {
        let name = SourceText.line(said ?? "")
        guard let formFile else {
            guard FormFileName.endsInFile(name) else { return (name, nil) }
            let file = FormFileName(name)
            guard let title = file.title else { return (name, nil) }
            cells.account(.nameAndFileRunTogether, "\(path).name", said: name, taken: title)
            return (title, file.file)
        }
        let file = FormFileName(SourceText.line(formFile))
        guard let title = file.title else { return (name.isEmpty ? withoutEnding(file.file) : name, file.file) }
        let whole = name.isEmpty ? title : "\(name)\(name.hasSuffix("(") ? "" : " ")\(title)"
        cells.account(.nameAndFileRunTogether, "\(path).form_file", said: formFile, taken: whole)
        return (whole, file.file)
    }

    /// A form without any other name is called by its file.
    private static func withoutEnding(_ file: String) -> String {
        guard FormFileName.endsInFile(file), let dot = file.lastIndex(of: ".") else { return file }
        return String(file[..<dot])
    }

    /// "… ngày 01/01/" and 20261 were "… ngày 01/01/2026" and 1: the last digit is the count, the others end the name.
    private static func separate(
        _ said: Int, from name: inout String, _ cell: String, _ cells: inout CellReader
    ) -> Int? {
        let expectsNumber =
            name.last.map { "/.".contains($0) } == true
            || ["so", "nam", "mau", "dinh", "buoc"].contains(Folding.words(String(name.suffix(8))).last ?? "")
        guard expectsNumber else {
            cells.account(.countNotCredible, cell, said: String(said))
            return nil
        }
        let (head, count) = (said / 10, said % 10)
        name += (name.last.map { "/.".contains($0) } == true ? "" : " ") + String(head)
        cells.account(.countAndNameRunTogether, cell, said: String(said), taken: "\(count); …\(name.suffix(30))")
        return count
    }
}
