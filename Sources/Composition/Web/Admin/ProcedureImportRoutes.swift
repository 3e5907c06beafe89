import Catalogue
import DesignSystem
import Directory
import Foundation
import Kernel
import Markup
import Site
import Wording

/// The catalogue of procedures: how many there are, and loading the national records from a file.
enum ProcedureImportRoutes {
    private static let uploads = Route.Uploads(files: 1, bytes: 64_000_000)

    static func add(to routes: inout Routes, _ installation: Installation, _ frame: AdminFrame) {
        routes.get(AdminPaths.procedures, .may(.administerSite)) { _, visitor in
            .page(page(frame, visitor, try await installation.catalogue.contents()))
        }
        routes.post(AdminPaths.procedures, .may(.administerSite), uploads: uploads) { request, visitor in
            guard let text = RecordFile.text(request.form) else {
                return .problems(
                    page(frame, visitor, try await installation.catalogue.contents(), problems: RecordFile.missing))
            }
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let run = ImportProcedures(database: installation.database, clock: installation.clock)
            let report = try await run(lines.map(Substring.init), by: visitor.actor)
            installation.catalogue.forget()
            return .page(page(frame, visitor, try await installation.catalogue.contents(), report: report))
        }
    }

    private static func page(
        _ frame: AdminFrame, _ visitor: Visitor, _ contents: ProcedureShelf.Contents,
        report: Catalogue.ImportReport? = nil, problems: [FieldProblem] = []
    ) -> Page {
        frame.page(AdminSection.procedures.title, in: .procedures, for: visitor) {
            ErrorSummary(problems)
            if let report { outcome(report) }
            if contents.procedures.isEmpty {
                EmptyState(Phrase(vi: "Chưa có thủ tục nào", en: "The catalogue is empty")) {
                    p(
                        Phrase(
                            vi:
                                "Nhập tệp bên dưới để người dân tìm được thủ tục. Công bố dịch vụ cũng đưa vào các thủ tục của dịch vụ đó.",
                            en:
                                "Load the file below, so that people find procedures. Publishing services brings their own procedures along."
                        ))
                }
            } else {
                p {
                    Phrase(
                        vi: "Đang có \(contents.procedures.count) thủ tục. ",
                        en: "There are \(contents.procedures.count) procedures. ")
                    a(Phrase(vi: "Xem trên cổng", en: "See them on the portal"), .href(HomePaths.search()))
                }
            }
            RecordFile.form(
                to: AdminPaths.procedures(), Phrase(vi: "Tệp danh mục (JSON lines)", en: "The catalogue (JSON lines)"),
                help: Phrase(
                    vi:
                        "Mỗi dòng một thủ tục của Cơ sở dữ liệu quốc gia về thủ tục hành chính. Nhập lại không tạo bản trùng; thủ tục thay đổi thành phiên bản mới.",
                    en:
                        "One procedure of the national catalogue a line. Importing again makes no duplicates; a changed procedure becomes a new version."
                ), verb: Phrase(vi: "Nhập danh mục", en: "Load the catalogue"), problems: problems)
        }
    }

    @MarkupBuilder
    private static func outcome(_ report: Catalogue.ImportReport) -> [Markup] {
        Banner(
            report.refused == 0 ? .success : .warning,
            Phrase(
                vi:
                    "Đọc \(report.read) dòng: thêm \(report.new), thay đổi \(report.changed), giữ nguyên \(report.unchanged), không dùng được \(report.refused).",
                en:
                    "Read \(report.read) lines: new \(report.new), changed \(report.changed), unchanged \(report.unchanged), refused \(report.refused)."
            ))
        if !report.byReason.isEmpty {
            Disclosure(Phrase(vi: "Những ô chưa hiểu hoặc đã sửa", en: "Cells not understood or put right")) {
                ul {
                    for (reason, count) in report.byReason {
                        li {
                            "\(count) "
                            reason.phrase
                        }
                    }
                }
            }
        }
    }
}
