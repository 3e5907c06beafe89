import DesignSystem
import Foundation
package import Kernel
package import Markup
package import Site

/// The page on which a spreadsheet is handed in, and what came of it line by line.
package struct ImportPage: Sendable {
    /// One column of the table: its name, and whether it must be there.
    package struct Column: Sendable {
        let name: String
        let note: Phrase
        let isRequired: Bool

        package init(_ name: String, _ note: Phrase, required: Bool = true) {
            self.name = name
            self.note = note
            isRequired = required
        }
    }

    package static let uploads = Route.Uploads(files: 1, bytes: 4_194_304)
    package static let field = "table"

    let title: Phrase
    let path: String
    let columns: [Column]
    /// Where an empty table with these columns is found.
    let template: String
    /// What follows the report of an import.
    package var followUp: [Markup] = []
    package var report: ImportReport?
    package var problems: [FieldProblem] = []

    package init(_ title: Phrase, path: String, template: String, columns: [Column]) {
        self.template = template
        self.title = title
        self.path = path
        self.columns = columns
    }

    /// The text of the file that was sent; nil when there is none or it is no UTF-8.
    package static func text(_ form: FormValues) -> String? {
        guard let file = form.files(field).first, let data = FileManager.default.contents(atPath: file.path) else {
            return nil
        }
        return String(data: data, encoding: .utf8)
    }

    /// An empty table with the columns of a page, as a spreadsheet opens it: with a byte order mark.
    package static func template(_ page: ImportPage, file: String) -> Response {
        var response = Response.text(
            "\u{FEFF}" + page.columns.map(\.name).joined(separator: ",") + "\r\n", type: "text/csv; charset=utf-8")
        response.headers.append(("Content-Disposition", "attachment; filename=\"\(file)\""))
        return response
    }

    package static let missing = [
        FieldProblem(
            field,
            Phrase(vi: "Chọn một tệp CSV mã UTF-8.", en: "Choose a CSV file in UTF-8."))
    ]

    package func page(_ frame: AdminFrame, in section: AdminSection, _ visitor: Visitor) -> Page {
        frame.page(title, in: section, for: visitor, above: [(title, "")]) {
            Narrow {
                ErrorSummary(problems)
                if let report { outcome(report) }
                followUp
                p(
                    Phrase(
                        vi:
                            "Xuất bảng tính ra tệp CSV (UTF-8), dòng đầu là tên cột. Dòng nào dùng được thì được nhận, dòng nào không thì được báo lại. Nhập lại lần nữa không tạo bản trùng.",
                        en:
                            "Export the spreadsheet as CSV (UTF-8) with column names in the first line. Lines that can be used are taken, the others are reported. Importing again makes no duplicates."
                    ))
                p {
                    a(Phrase(vi: "Tải bảng mẫu (CSV)", en: "Get an empty table (CSV)"), .href(template))
                }
                DataTable(
                    Phrase(vi: "Các cột", en: "Columns"), showsCaption: true,
                    columns: [
                        .init(Phrase(vi: "Tên cột", en: "Column")), .init(Phrase(vi: "Nội dung", en: "Content")),
                    ],
                    rows: columns.map { column in
                        DataTable.Row {
                            code(column.name)
                            span {
                                column.note
                                if !column.isRequired {
                                    " ("
                                    Phrase(vi: "không bắt buộc", en: "optional")
                                    ")"
                                }
                            }
                        }
                    })
                postForm(to: path, upload: true) {
                    Field(
                        Self.field, Phrase(vi: "Tệp CSV", en: "CSV file"),
                        .files([], accept: [".csv", "text/csv"], multiple: false), problem: problems[Self.field])
                    ButtonRow { Button(Phrase(vi: "Nhập", en: "Import")) }
                }
            }
        }
    }

    @MarkupBuilder private func outcome(_ report: ImportReport) -> [Markup] {
        Banner(report.problems.isEmpty ? .success : .warning, report.summary)
        if !report.problems.isEmpty {
            DataTable(
                Phrase(vi: "Những dòng không dùng được", en: "Lines that could not be used"), showsCaption: true,
                columns: [
                    .init(Phrase(vi: "Dòng", en: "Line"), .number), .init(Phrase(vi: "Vì sao", en: "Why")),
                ],
                rows: report.problems.map { problem in
                    DataTable.Row {
                        span(String(problem.line))
                        span(problem.message)
                    }
                })
        }
    }
}
