import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// The papers of the one-stop desk, to print: forms 01, 02, 03, 05 and 06 of TT 03/2025/TT-VPCP, and the
/// draft of the result.
enum SheetRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.receipt, .may(.workCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                let sheet = ReceiptSheet(follow: opened.follow, links: site.links(opened.file))
                let title = ReceiptSheet.title(isReceived: opened.dossier.clock != nil)
                return .page(Self.page(title, opened) { sheet })
            }
        }
        routes.get(DeskPaths.supplementSheet, .may(.workCases)) { _, visitor, id, request in
            try await site.withCase(id, of: visitor) { opened in
                guard let asked = opened.file.requests.first(where: { $0.id == request }) else { return .notFound }
                let sheet = SupplementSheet(opened: opened, request: asked)
                return .page(Self.page(SupplementSheet.title, opened) { sheet })
            }
        }
        routes.get(DeskPaths.refusalSheet, .may(.workCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                guard let refused = opened.file.refusal else { return .notFound }
                let sheet = RefusalSheet(opened: opened, refused: refused)
                return .page(Self.page(RefusalSheet.title(opened.dossier.official), opened) { sheet })
            }
        }
        routes.get(DeskPaths.resultDraft, .may(.workCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                guard let sheet = ResultDraftSheet(opened) else { return .notFound }
                let note = Phrase(
                    vi: "Dự thảo lập từ mẫu của dịch vụ, chưa có giá trị khi chưa ký. Chỗ chấm là điều chưa biết.",
                    en: "A draft from the service's template, of no effect until it is signed. Dots: not known yet.")
                return .page(Self.page(ResultDraftSheet.title, opened, note: note) { sheet })
            }
        }
        routes.get(DeskPaths.controlSheet, .may(.workCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { opened in
                .page(Self.page(ControlSheet.title, opened) { ControlSheet(opened: opened) })
            }
        }
    }

    /// A paper with the way back and the button to print above it.
    private static func page(
        _ title: Phrase, _ opened: OpenedCase, note: Phrase? = nil, @MarkupBuilder sheet: () -> [Markup]
    ) -> Page {
        Page(title, side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(
                        DeskPaths.dossier(opened.id), Phrase(same: opened.dossier.code))
                    if let note { p(note, .class("note")) }
                    ButtonRow { PrintButton() }
                }
            }
            sheet()
        }
    }
}

extension OpenedCase {
    /// The case as its applicant's papers show it.
    var follow: Follow {
        var receiver: String?
        for record in file.history { if case .received = record.event { receiver = record.actorName } }
        return Follow(
            file: file, agency: agency, unit: nil, official: nil, receiver: receiver, handed: handed,
            calendar: calendar, table: table, now: now)
    }
}

extension DeskSite {
    fileprivate func links(_ file: CaseFile) -> ReceiptLinks {
        let secret = office.secret(of: file.dossier.id)
        return ReceiptLinks(
            secret: secret,
            follow: baseURL + ApplicantPaths.lookup.with([("ma", file.dossier.code), ("khoa", secret)]),
            site: baseURL + ApplicantPaths.lookup())
    }
}
