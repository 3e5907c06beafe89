import Catalogue
import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import Wording

/// A year of a register as the book that is printed; what was struck out is crossed through.
struct RegisterSheet {
    let register: ReadRegister.Register
    let year: Int
    let listing: ReadRegister.Listing
    let agency: String

    var page: Page {
        Page(register.title, side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(DeskPaths.register.with([("nam", "\(year)")], register.key), register.title)
                    ButtonRow { PrintButton() }
                }
            }
            Sheet(.a4, agency: agency, title: register.title.vi, about: "Năm \(year)") {
                div(.class("sheet-wide"), .role("region"), .tabindex(0), .aria("label", register.title)) {
                    table(.class("sheet-table sheet-book")) {
                        thead { tr { for title in titles { th(title, .scope("col")) } } }
                        tbody { for entry in listing.entries { row(entry) } }
                    }
                }
                p("Sổ có \(listing.entries.count) số.", .class("sheet-note"))
            }
        }
    }

    private var titles: [String] { ["Số", "Ngày", "Số kết quả"] + listing.columns.map(\.title.vi) + ["Ghi chú"] }

    private func row(_ entry: RegisterEntry) -> Markup {
        let cells = RegisterTable.cells(entry, listing.columns)
        return .element("tr", entry.struckOn == nil ? [] : [.class("sheet-struck")]) {
            // Dates and numbers stay in one piece; only what is longer is broken where the sheet is narrow.
            for cell in cells { cell.count <= 10 ? td(cell, .class("whole")) : td(cell) }
            td(entry.struckOn.map { "Gạch bỏ \($0.phrase.vi)" } ?? "")
        }
    }
}

/// A year of a register as a table for spreadsheets (RFC 4180), marked as UTF-8 so that they read Vietnamese.
struct RegisterTable {
    let listing: ReadRegister.Listing

    var text: String {
        let head = ["Số", "Ngày", "Số kết quả"] + listing.columns.map(\.title.vi) + ["Gạch bỏ"]
        let rows = listing.entries.map { entry in
            Self.cells(entry, listing.columns, isPlain: true) + [entry.struckOn?.phrase.vi ?? ""]
        }
        return "\u{FEFF}" + ([head] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// What an entry says, cell by cell.
    ///
    /// - Parameter isPlain: numbers without points, as programs read them.
    static func cells(_ entry: RegisterEntry, _ columns: [ReadRegister.Column], isPlain: Bool = false) -> [String] {
        [entry.written, entry.enteredOn.phrase.vi, entry.content?.result ?? ""]
            + columns.map { column in
                guard let value = entry.content?.values[column.key] else { return "" }
                if isPlain, let number = value.number { return number.description }
                return ValueWords.words(of: value, column.gives)?.vi ?? ""
            }
    }

    /// What begins like a formula is kept from being one.
    private static func quoted(_ cell: String) -> String {
        let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula && Double(cell) == nil ? "'" + cell : cell
        return safe.contains(where: { ",\"\r\n".contains($0) || $0.isNewline })
            ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
