import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import WorkingTime

/// A draft as far as it can be played: its rules compiled, the places and the calendar of the one who looks.
struct DraftPreview: Sendable {
    let open: OpenDraftFile
    let service: CompiledService
    let table: TerritoryTable
    let calendar: WorkingCalendar?
    let now: Instant

    var address: String { DesignerPaths.preview(open.draft.id) }

    func facts(_ state: PreviewState) -> CaseFacts { state.facts(now.day) }

    /// Answers made by the form's own rules; nil when none were found that it takes. A question for a file gets a name.
    func sampled(_ state: PreviewState) -> PreviewState? {
        let province = table.provinces.first { !table.communes(of: $0.code).isEmpty }
        let commune = province.flatMap { table.communes(of: $0.code).first }
        var random: any RandomNumberGenerator = SeededRandom(UInt64(state.sample + 1))
        let answers = GeneratedAnswers(
            service, places: PlaceLookup(table), place: (province?.code ?? "", commune?.code ?? ""),
            style: .lifelike(name: nil))
        guard let facts = answers(owner: state.owner, channel: state.channel, day: now.day, &random) else {
            return nil
        }
        var state = state
        state.answers = facts.answers
        state.moves = []
        state.sample += 1
        return state
    }

    /// The page of a preview, with what all of them say above.
    func page(_ title: Phrase, problems: [FieldProblem] = [], @MarkupBuilder main: () -> [Markup]) -> Page {
        DesignerFrame(open: open).page(
            title, at: address,
            lead: Phrase(
                vi: "Chạy thử: không hồ sơ nào được lập, câu trả lời không được lưu.",
                en: "Played: no case is made and no answer is kept."),
            problems: problems, main: main)
    }

    /// A form with one button that goes somewhere in the preview.
    func going(_ state: PreviewState, _ what: String, page: String? = nil, _ button: Button) -> Markup {
        postForm(to: address) {
            for one in state.carried { hiddenField(one.name, one.value) }
            if let page { hiddenField("page", page) }
            hiddenField("do", what)
            button
        }
    }
}
