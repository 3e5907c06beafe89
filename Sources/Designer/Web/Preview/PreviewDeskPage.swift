import Casework
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// The steps of the draft as officials go through them with the answers of a preview.
struct PreviewDeskPage {
    let preview: DraftPreview
    let state: PreviewState
    let played: PlayedCase

    var page: Page {
        preview.page(Phrase(vi: "Xem trước như cán bộ", en: "Preview as an official")) {
            Split {
                PlayedDesk(
                    played, to: preview.address, carrying: state.carried + [("do", "move")], now: preview.now
                ) { code in preview.open.site.place(code) ?? Phrase(same: code) }
            } side: {
                course
                preview.going(
                    state, "outcome",
                    Button(Phrase(vi: "Về giấy tờ, phí, thời hạn", en: "Back to papers, fees, limit"), .plain)
                )
            }
        }
    }

    /// Where it stood before the last thing that was done.
    private var before: PreviewState {
        var state = state
        state.moves = state.moves.dropLast()
        return state
    }

    private var course: Card {
        Card(Phrase(vi: "Đã làm", en: "Done so far")) {
            if played.done.isEmpty {
                p(Phrase(vi: "Hồ sơ vừa nộp, chưa làm gì.", en: "Just filed: nothing was done."), .class("note"))
            } else {
                ol {
                    for one in played.done {
                        li { Phrase(vi: "\(one.step.vi): \(one.what.vi)", en: "\(one.step.en): \(one.what.en)") }
                    }
                }
                preview.going(before, "desk", Button(Phrase(vi: "Lùi một việc", en: "One back"), .secondary))
            }
        }
    }
}
