import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// The form with which a wrong result is taken back.
struct ResultTakingBack: Component {
    let opened: OpenedCase
    let result: Paper
    let typed: TypedAct
    let problems: [FieldProblem]

    private var name: String { TakeBackResult.reason(result.id) }

    var markup: Markup {
        Disclosure(
            Phrase(vi: "Tệp “\(result.filename)” sai, thu hồi", en: "“\(result.filename)” is wrong, take it back"),
            open: problems[name] != nil || typed.paperNotes[name]?.isEmpty == false
        ) {
            postForm(to: DeskPaths.resultTakingBack(opened.id, result.id)) {
                hiddenField(CaseActs.seen, String(opened.dossier.version))
                Field(
                    name, Phrase(vi: "Vì sao tệp này sai?", en: "Why is this file wrong?"),
                    .text(typed.paperNotes[name] ?? ""),
                    help: help,
                    problem: problems[name])
                ButtonRow { Button(Phrase(vi: "Thu hồi tệp này", en: "Take this file back"), .danger) }
            }
        }.markup
    }

    private var help: Phrase {
        let kept = Phrase(
            vi: "Người nộp sẽ không nhận tệp này. Tệp vẫn được lưu trong hồ sơ của cơ quan.",
            en: "The applicant will not get this file. It stays in the agency's record.")
        guard opened.dossier.isFinished else { return kept }
        return Phrase(
            vi: "\(kept.vi) Hồ sơ trở lại bước làm ra kết quả, thời hạn tính tiếp, và người nộp được báo.",
            en:
                "\(kept.en) The case goes back to the step that makes the result, its limit goes on, and the applicant is told."
        )
    }

    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.post(DeskPaths.resultTakingBack, .may(.workCases)) { request, visitor, id, result in
            try await site.asOfficial(visitor) { official in
                let name = TakeBackResult.reason(result)
                let reason = String(request.form[name].trimmed.prefix(2_000))
                let seen = Int(request.form[CaseActs.seen]) ?? 0
                switch try await TakeBackResult(site.office)(
                    id, result: result, reason: reason, seen: seen, by: official)
                {
                case .success(let dossier): return .see(site.after(dossier) + "#ket-qua")
                case .failure(let refusal):
                    var typed = TypedAct()
                    typed.paperNotes[name] = reason
                    return try await site.again(id, official, request, typed, refusal)
                }
            }
        }
    }
}
