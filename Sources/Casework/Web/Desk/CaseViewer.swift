import Blobs
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One frame on the page of a case in which PDF and pictures are seen beside the answers; a file's link opens it there, so
/// that nothing is loaded before it is wanted and no script is needed. On narrow screens there is only the plain link.
struct CaseViewer {
    static let asked = "xem"
    private static let name = "khung-xem"

    let opened: OpenedCase

    private var isNeeded: Bool { opened.file.papers.contains(where: isViewable) }

    private func isViewable(_ paper: Paper) -> Bool {
        FileKind.isViewable(mediaType: paper.mediaType) && !paper.isReplaced
    }

    @MarkupBuilder var frame: [Markup] {
        if isNeeded {
            ViewerFrame(
                Self.name, Phrase(vi: "Khung xem giấy tờ", en: "Papers are seen here"),
                help: Phrase(
                    vi: "Bấm “Xem tại đây” ở một tệp để đọc tệp trong khung này.",
                    en: "Press “Look at it here” at a file to read it in this frame."))
        }
    }

    @MarkupBuilder func link(to paper: Paper) -> [Markup] {
        if isViewable(paper) {
            ViewerLink(
                Phrase(vi: "Xem tại đây", en: "Look at it here"), of: paper.filename, in: Self.name,
                href: DeskPaths.file.with([(Self.asked, "1")], opened.id, paper.id))
        }
    }
}
