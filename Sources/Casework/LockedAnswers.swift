import Catalogue
import Kernel

extension CompiledService {
    /// The answers of a case that are not the applicant's to change (khóa), by the names of their questions, with where they
    /// come from: the account or a register of the agency, where the definition's `locked` holds.
    func lockedAnswers(_ facts: CaseFacts, _ origins: AnswerOrigins) -> [String: AnswerOrigin] {
        guard definition.holdsAnswers else { return [:] }
        var locked: [String: AnswerOrigin] = [:]
        for shown in shownPages(facts).flatMap(\.fields).flatMap(\.single) where shown.isLockable {
            guard let origin = origins[shown.name], origin.isOfRecord, shown.isAcceptable(on: facts.day) else {
                continue
            }
            locked[shown.name] = origin
        }
        return locked
    }

    /// New answers of a filed case with its locked ones as they were filed: a supplement changes none of them.
    func keepingLocked(_ answers: JSON, of filed: CaseFacts, _ origins: AnswerOrigins) -> JSON {
        guard definition.holdsAnswers else { return answers }
        var now = filed
        now.answers = answers
        // What was filed locked stays so, and so does what a new answer would lock.
        let names = Set(lockedAnswers(filed, origins).keys).union(
            shownPages(now).flatMap(\.fields).flatMap(\.single).filter(\.isLockable).map(\.name))
        for name in names.sorted() where origins[name]?.isOfRecord == true {
            let path = AnswerPath(name)
            if let value = path.get(filed.answers) { now.answers = path.set(value, in: now.answers) }
        }
        return now.answers
    }
}

extension AnswerOrigin {
    /// Whether it is a record that others keep, so that a definition may lock what comes from it.
    var isOfRecord: Bool { self == .account || self == .register }

    /// Beside a locked answer: where it comes from, and what to do when it is wrong.
    ///
    /// - Parameter agency: the name of the agency whose registers they are.
    func lockedWords(_ agency: Phrase) -> Phrase {
        switch self {
        case .register:
            Phrase(
                vi:
                    "Lấy từ sổ của \(agency.vi), không sửa được tại đây. Nếu chưa đúng, đề nghị cơ quan này xem lại và chỉnh sửa trong sổ.",
                en:
                    "From a register of \(agency.en); it cannot be changed here. If it is not right, ask this agency to look into it and correct its register."
            )
        default:
            Phrase(
                vi:
                    "\(ownWords.vi), không sửa được tại đây. Nếu chưa đúng, xin sửa trong tài khoản; thông tin đã xác minh thì đề nghị bộ phận một cửa chỉnh sửa.",
                en:
                    "\(ownWords.en); it cannot be changed here. If it is not right, change it in the account; what was verified the one-stop desk corrects."
            )
        }
    }
}
