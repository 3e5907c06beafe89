import Catalogue
import DesignSystem
import Kernel

/// What an act of the desk does, said before it is pressed: its own words, where the case goes, what happens to the
/// clock, which official state the applicant will see.
struct ActWords {
    let act: Act
    let file: CaseFile

    /// Whether the case is the child of another, whose applicant hears from the origin.
    private var isChild: Bool { file.dossier.origin != nil }

    private var outcome: ActOutcome { file.outcome(of: act) }

    /// How its button looks: the first act forwards is the primary one.
    func kind(isFirst: Bool) -> ButtonKind {
        if act.kind == .refuse { return .danger }
        return isFirst && !act.isBack ? .primary : .secondary
    }

    var effect: Phrase {
        let parts = [act.effect ?? usual, moves, clock, state].compactMap(\.self)
        return Phrase(
            vi: parts.map(\.vi).joined(separator: ". ") + ".", en: parts.map(\.en).joined(separator: ". ") + ".")
    }

    private var usual: Phrase? {
        switch act.kind {
        case .receive:
            Phrase(
                vi: "Hồ sơ được tiếp nhận, thời hạn bắt đầu tính, người nộp nhận thư",
                en: "The dossier is received, the limit begins, the applicant gets a letter")
        case .supplement:
            outcome.clock == .stops
                ? Phrase(vi: "Đồng hồ dừng, người nộp nhận thư", en: "The clock stops, the applicant gets a letter")
                : Phrase(vi: "Người nộp nhận thư", en: "The applicant gets a letter")
        case .refuse where isChild:
            Phrase(
                vi: "Hồ sơ con kết thúc, lý do chuyển về cơ quan có hồ sơ gốc; không hoàn tác được",
                en: "The child case ends and its reason goes to the agency of the origin; this cannot be taken back")
        case .finish where isChild:
            Phrase(
                vi: "Thời hạn giải quyết dừng tính, kết quả chuyển về cơ quan có hồ sơ gốc",
                en: "The limit ends and the result goes to the agency of the origin")
        case .refuse:
            Phrase(
                vi: "Hồ sơ kết thúc, người nộp nhận thư nêu lý do; không hoàn tác được",
                en: "The case ends and the applicant gets a letter with the reason; this cannot be taken back")
        case .move: nil
        case .finish: Phrase(vi: "Thời hạn giải quyết dừng tính", en: "The limit ends")
        case .give: Phrase(vi: "Hồ sơ kết thúc", en: "The case ends")
        }
    }

    /// What becomes of the legal clock, where an act that moves changes it.
    private var clock: Phrase? {
        guard act.kind == .move else { return nil }
        switch outcome.clock {
        case .stops:
            let why = act.reason ?? Phrase(same: "")
            return Phrase(vi: "Đồng hồ dừng: \(why.vi)", en: "The clock stops: \(why.en)")
        case .resumes: return Phrase(vi: "Đồng hồ chạy tiếp", en: "The clock goes on")
        case .starts, .ends, .goesOn: return nil
        }
    }

    private var moves: Phrase? {
        guard let step = outcome.step, step.key != file.dossier.step, act.kind != .supplement else { return nil }
        let role = DeskWording.role(step.role)
        return Phrase(
            vi: "\(act.isBack ? "Trở lại" : "Chuyển sang") bước “\(step.title.vi)” của \(role.vi)",
            en: "\(act.isBack ? "Back" : "On") to “\(step.title.en)” with \(role.en)")
    }

    private var state: Phrase {
        let state = outcome.official
        return Phrase(
            vi: "Trạng thái: \(state.name.vi) (\(state.rawValue))", en: "State: \(state.name.en) (\(state.rawValue))")
    }
}
