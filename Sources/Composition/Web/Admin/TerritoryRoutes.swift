import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The list of provinces and communes: what is there, and loading it from a file.
enum TerritoryRoutes {
    private static let uploads = Route.Uploads(files: 1, bytes: 16_000_000)

    static func add(to routes: inout Routes, _ installation: Installation, _ frame: AdminFrame) {
        routes.get(AdminPaths.territories, .may(.administerSite)) { _, visitor in
            .page(page(frame, visitor, try await installation.directory.territories()))
        }
        routes.post(AdminPaths.territories, .may(.administerSite), uploads: uploads) { request, visitor in
            guard let text = RecordFile.text(request.form) else {
                return .problems(
                    page(frame, visitor, try await installation.directory.territories(), problems: RecordFile.missing))
            }
            let run = ImportTerritories(database: installation.database, clock: installation.clock)
            let report = try await run(text, by: visitor.actor)
            installation.directory.forgetTerritories()
            return .page(page(frame, visitor, try await installation.directory.territories(), report: report))
        }
    }

    private static func page(
        _ frame: AdminFrame, _ visitor: Visitor, _ table: TerritoryTable, report: ImportReport? = nil,
        problems: [FieldProblem] = []
    ) -> Page {
        let title = AdminSection.territories.title
        return frame.page(title, in: .territories, for: visitor) {
            ErrorSummary(problems)
            if let report { outcome(report) }
            if table.provinces.isEmpty {
                EmptyState(Phrase(vi: "Chưa có danh mục tỉnh, xã", en: "The list is empty")) {
                    p(
                        Phrase(
                            vi: "Nhập tệp bên dưới để người dân chọn được địa chỉ và cơ quan gắn được với địa bàn.",
                            en:
                                "Load the file below, so that people can choose addresses and agencies have a territory."
                        ))
                }
            } else {
                p(
                    Phrase(
                        vi:
                            "Đang có \(table.provinces.count) tỉnh, thành phố và \(communes(table)) xã, phường, đặc khu.",
                        en: "There are \(table.provinces.count) provinces and \(communes(table)) communes."))
                if !table.earlier.provinces.isEmpty { p(earlier(table.earlier)) }
            }
            RecordFile.form(
                to: AdminPaths.territories(), Phrase(vi: "Tệp danh mục (JSON lines)", en: "The list (JSON lines)"),
                help: Phrase(
                    vi:
                        "Mỗi dòng một đơn vị: code, name, name_en, level, parent (QĐ 19/2025/QĐ-TTg); đơn vị trước 01/7/2025 thêm until, successors.",
                    en:
                        "One territory a line: code, name, name_en, level, parent (QĐ 19/2025/QĐ-TTg); one of before July 2025 has until and successors too."
                ),
                verb: Phrase(vi: "Nhập danh mục", en: "Load the list"), problems: problems)
        }
    }

    private static func earlier(_ table: EarlierTerritoryTable) -> Phrase {
        Phrase(
            vi:
                "Trước 01/7/2025: \(table.provinces.count) tỉnh, thành phố và \(table.communes) xã, phường, thị trấn, cho địa chỉ ghi trên giấy tờ cũ.",
            en:
                "Before 1 July 2025: \(table.provinces.count) provinces and \(table.communes) communes, for addresses on old papers."
        )
    }

    private static func communes(_ table: TerritoryTable) -> Int {
        table.provinces.reduce(0) { $0 + table.communes(of: $1.code).count }
    }

    @MarkupBuilder
    private static func outcome(_ report: ImportReport) -> [Markup] {
        Banner(report.problems.isEmpty ? .success : .warning, report.summary) {
            if !report.problems.isEmpty {
                ul {
                    for problem in report.problems.prefix(20) {
                        li {
                            Phrase(vi: "Dòng \(problem.line): ", en: "Line \(problem.line): ")
                            problem.message
                        }
                    }
                }
            }
        }
    }
}
