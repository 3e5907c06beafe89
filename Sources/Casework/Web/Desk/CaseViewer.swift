import Blobs
import DesignSystem
import Kernel
import Markup
import Site

/// PDF and pictures of a case, seen on its page beside the answers.
struct CaseViewer {
    static let asked = "xem"

    let opened: OpenedCase

    @MarkupBuilder func view(_ paper: Paper) -> [Markup] {
        if FileKind.isViewable(mediaType: paper.mediaType), !paper.isReplaced {
            FileViewer(
                Phrase(vi: "Xem tại đây", en: "Look at it here"), of: paper.filename,
                source: DeskPaths.file.with([(Self.asked, "1")], opened.id, paper.id))
        }
    }
}
