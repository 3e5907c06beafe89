package import Kernel
package import Storage
import Wording

/// Loads agencies and units from a table with the columns `mã`, `tên`, `loại`, `mã cấp trên`, and perhaps `tên tiếng
/// Anh`, `mã đơn vị hành chính`, `địa chỉ`, `điện thoại`, `từ ngày`. An agency is recognised by its code.
///
/// Every line stands for itself: what can be used is taken, what cannot is reported with its line.
package struct ImportAgencies: Sendable {
    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func callAsFunction(_ text: String, by actor: Actor) async throws -> ImportReport {
        var report = ImportReport()
        guard let table = CSVTable(text) else {
            report.problems.append(.init(1, .tableNotRead))
            return report
        }
        // Parents before children, whatever the order of the lines: a code of fewer groups stands above.
        let rows = table.rows.sorted { a, b in
            (AgencyCode(a["mã", "code"])?.level ?? 0, a.line) < (AgencyCode(b["mã", "code"])?.level ?? 0, b.line)
        }
        for row in rows { try await take(row, by: actor, &report) }
        report.problems.sort { $0.line < $1.line }
        return report
    }

    private func take(_ row: CSVTable.Row, by actor: Actor, _ report: inout ImportReport) async throws {
        guard let code = AgencyCode(row["mã", "code"]) else {
            report.problems.append(.init(row.line, .agencyCodeNotUnderstood))
            return
        }
        guard let kind = AgencyKind(typed: row["loại", "kind"]) else {
            report.problems.append(.init(row.line, .kindNotUnderstood(row["loại", "kind"])))
            return
        }
        let name = row["tên", "name"]
        let typedParent = row["mã cấp trên", "parent"]
        let (existing, parent) = try await database.read { tx in
            (
                try AgencyStore.find(code: code, in: tx),
                try AgencyCode(typedParent).flatMap { try AgencyStore.find(code: $0, in: tx) }
            )
        }
        if let existing {
            if existing.name == name {
                report.unchanged += 1
            } else {
                report.problems.append(.init(row.line, .agencyCodeTaken(existing.name)))
            }
            return
        }
        guard typedParent.isEmpty || parent != nil else {
            report.problems.append(.init(row.line, .parentUnknown(typedParent)))
            return
        }
        let typedDay = row["từ ngày", "from"]
        guard let from = typedDay.isEmpty ? clock.now.day : Day(typed: typedDay) else {
            report.problems.append(.init(row.line, .dayNotUnderstood(typedDay)))
            return
        }
        let draft = AgencyDraft(
            kind: kind, code: code.text, name: name, englishName: row["tên tiếng Anh", "name_en"],
            territory: row["mã đơn vị hành chính", "territory"], address: row["địa chỉ", "address"],
            phone: row["điện thoại", "phone"], from: from)
        switch try await CreateAgency(database: database, clock: clock)(draft, below: parent?.id, by: actor) {
        case .success: report.added += 1
        case .failure(.outsideScope): report.problems.append(.init(row.line, .outsideYourScope))
        case .failure(.invalid(let problems)): report.problems += problems.map { .init(row.line, $0.message) }
        }
    }
}

extension AgencyKind {
    /// Reads a kind as lists write it: `commune`, or its Vietnamese or English name, or an everyday word for it.
    package init?(typed text: String) {
        let folded = Folding.fold(text)
        let everyday: [String: AgencyKind] = [
            "bo": .root, "tinh": .province, "thanh pho": .province, "so": .department, "ban": .department,
            "chi cuc": .department, "xa": .commune, "phuong": .commune, "dac khu": .commune, "phong": .unit,
            "don vi": .unit, "mot cua": .desk, "trung tam phuc vu hanh chinh cong": .desk,
        ]
        let named = AgencyKind.allCases.first { kind in
            [kind.rawValue, kind.phrase.vi, kind.phrase.en].contains { Folding.fold($0) == folded }
        }
        guard let kind = named ?? everyday[folded] else { return nil }
        self = kind
    }
}

extension Phrase {
    package static let tableNotRead = Phrase(
        vi: "Tệp không đọc được. Hãy xuất bảng tính ra tệp CSV mã UTF-8, dòng đầu là tên cột.",
        en: "The file cannot be read. Export the spreadsheet as CSV in UTF-8 with column names in the first line.")
    package static let outsideYourScope = Phrase(
        vi: "Cơ quan này nằm ngoài phạm vi quản trị của bạn.", en: "This agency is not among those you administer.")
    package static func dayNotUnderstood(_ typed: String) -> Phrase {
        Phrase(
            vi: "Ngày “\(typed)” không đọc được; hãy viết như 01/07/2025.",
            en: "The day “\(typed)” cannot be read; write it like 01/07/2025.")
    }
    fileprivate static func kindNotUnderstood(_ typed: String) -> Phrase {
        Phrase(
            vi: "Loại “\(typed)” không đọc được; hãy viết tỉnh, sở, xã, phòng hoặc một cửa.",
            en: "The kind “\(typed)” cannot be read; write province, department, commune, unit or desk.")
    }
    fileprivate static func parentUnknown(_ typed: String) -> Phrase {
        Phrase(vi: "Không có cơ quan mang mã “\(typed)”.", en: "There is no agency with the code “\(typed)”.")
    }
}
