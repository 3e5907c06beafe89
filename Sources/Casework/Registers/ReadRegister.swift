package import Catalogue
import Journal
package import Kernel
import Storage

/// Reads the registers of an agency (tra cứu sổ). Whoever stands in the entries that an official is shown finds that look
/// among those at their data (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
package struct ReadRegister: Sendable {
    /// A register of the agency.
    package struct Register: Sendable {
        package let key: String
        package let title: Phrase
        package let columns: [Column]
        /// The years with entries, the newest first.
        package let years: [Int]
    }

    package struct Column: Sendable, Equatable {
        package let key: String
        package let title: Phrase
        package let gives: FieldKind
    }

    /// What is asked of a register.
    package enum Question: Sendable, Equatable {
        /// The entries of a year, the newest first.
        case page(year: Int, below: Int?)
        /// A number, or a text that stands in a column.
        case find(String)
        /// All entries of a year as they stand in the book: to print, to keep as a table.
        case year(Int)
    }

    /// Entries with the columns in which they stand.
    package struct Listing: Sendable {
        package let entries: [RegisterEntry]
        package let columns: [Column]
        /// The number below which the next page begins; nil after the last.
        package let next: Int?
        /// How many entries the year has; nil of what was looked for.
        package let count: Int?
    }

    package static let perPage = 50

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// The registers into which something was entered at the official's agency, and those of the services that it offers.
    package func registers(of official: DeskOfficial, offered: [RegisterRule]) async throws -> [Register] {
        let (years, last) = try await office.database.read { tx in
            let years = try RegisterStore.registers(at: official.agency, in: tx)
            var last: [String: String] = [:]
            for key in years.keys { last[key] = try RegisterStore.lastDefinition(key, at: official.agency, in: tx) }
            return (years, last)
        }
        var registers: [String: RegisterRule] = [:]
        for (key, hash) in last {
            registers[key] = try await office.services.service(hash)?.definition.registers?.first { $0.key == key }
        }
        for rule in offered where registers[rule.key] == nil { registers[rule.key] = rule }
        return registers.values.map { rule in
            Register(key: rule.key, title: rule.title, columns: rule.columns.map(\.read), years: years[rule.key] ?? [])
        }.sorted { ($0.title.vi, $0.key) < ($1.title.vi, $1.key) }
    }

    package func callAsFunction(
        _ register: Register, _ question: Question, by official: DeskOfficial
    ) async throws -> Listing {
        let now = office.clock.now
        let purpose = LookPurpose.register
        let (found, count, looks) = try await office.database.read { [office] tx in
            let sql = Self.sql(register, question, official.agency)
            let found = try sql.map { try RegisterStore.entries($0, in: tx) } ?? []
            var count: Int?
            if case .page(let year, _) = question {
                count = try RegisterStore.count(register.key, year: year, at: official.agency, in: tx)
            }
            let shown = found.prefix(Self.limit(question)).filter { $0.content != nil }.map(\.dossier)
            let people = try RegisterStore.people(of: shown, in: tx).flatMap { one in
                office.people(of: one.submitter, one.parties).map { AccessRecord.Look($0, one.dossier.description) }
            }
            var fresh: [AccessRecord.Look] = []
            for start in stride(from: 0, to: people.count, by: 300) {
                fresh += try AccessRecord.fresh(
                    Array(people[start..<min(start + 300, people.count)]), purpose: purpose, by: official.actor,
                    at: now, in: tx)
            }
            return (found, count, fresh)
        }
        if !looks.isEmpty {
            try await office.database.write { tx in
                try AccessRecord.write(
                    looks, purpose: purpose, by: official.actor, agencyName: official.agencyName, at: now, in: tx)
            }
        }
        let entries = Array(found.prefix(Self.limit(question)))
        return Listing(
            entries: entries, columns: try await columns(of: entries, in: register),
            next: found.count > entries.count ? entries.last?.number : nil, count: count)
    }

    private static func limit(_ question: Question) -> Int {
        switch question {
        case .page, .find: perPage
        case .year: .max
        }
    }

    /// Nil where too little was typed to look for.
    private static func sql(_ register: Register, _ question: Question, _ agency: String) -> SQL? {
        switch question {
        case .page(let year, let below):
            return RegisterStore.yearSQL(register.key, year: year, at: agency, below: below, limit: perPage + 1)
        case .year(let year):
            return RegisterStore.yearSQL(register.key, year: year, at: agency, below: nil, limit: nil)
        case .find(let typed):
            // `12`, or `12/2026` with or without the register's sign; the result's own number is a text of the entry.
            let parts = typed.split(separator: "/").map { $0.filter { !$0.isWhitespace } }
            if let number = parts.first.flatMap({ Int($0) }), number < 1_000_000, parts.count < 3,
                parts.count == 1 || Int(parts[1]) != nil
            {
                let years = parts.count == 2 ? [Int(parts[1]) ?? 0] : register.years
                return RegisterStore.numberSQL(register.key, number: number, at: agency, years: years)
            }
            let text = String(Folding.words(typed).joined(separator: " ").prefix(ContentStore.longestKey))
            guard text.utf8.count > 1 else { return nil }
            return RegisterStore.textSQL(register.key, text: text, at: agency, limit: perPage)
        }
    }

    /// The columns of the last version, then those that only earlier versions had.
    private func columns(of entries: [RegisterEntry], in register: Register) async throws -> [Column] {
        var columns = register.columns
        for hash in Set(entries.map(\.definition)).sorted() {
            let rule = try await office.services.service(hash)?.definition.registers?.first { $0.key == register.key }
            for column in rule?.columns ?? [] where !columns.contains(where: { $0.key == column.key }) {
                columns.append(column.read)
            }
        }
        return columns
    }
}

extension RegisterColumn {
    fileprivate var read: ReadRegister.Column { ReadRegister.Column(key: key, title: title, gives: gives) }
}
