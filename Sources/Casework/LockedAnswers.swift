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

    /// Those of a filed case that is answered anew: what was filed locked and stands as it was filed.
    func lockedAnswers(_ facts: CaseFacts, filed: JSON, _ origins: AnswerOrigins) -> [String: AnswerOrigin] {
        lockedAnswers(facts, origins).filter { name, _ in
            let path = AnswerPath(name)
            return path.get(filed).map { $0 == path.get(facts.answers) } ?? false
        }
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

extension ServiceDefinition {
    /// The questions that a register answers, by their paths.
    var filledIn: Set<String> { Set(singleQuestions.filter { $0.field.filledFrom != nil }.map(\.path)) }
}

extension AnswerOrigin {
    /// Whether it is a record that others keep, so that a definition may lock what comes from it.
    var isOfRecord: Bool { self == .account || self == .register }

    /// Beside a locked answer: where it comes from, and what to do when it is wrong.
    ///
    /// - Parameters:
    ///   - agency: the name of the agency whose registers they are.
    ///   - isFiled: the case is filed: what was filed locked stays so, whatever the record says by now.
    ///   - isAtDesk: an official reads it, not the applicant.
    func lockedWords(_ agency: Phrase, isFiled: Bool, isAtDesk: Bool) -> Phrase {
        let from =
            self == .register
            ? Phrase(vi: "Lấy từ sổ của \(agency.vi)", en: "From a register of \(agency.en)")
            : isAtDesk
                ? Phrase(vi: "Lấy từ tài khoản của người nộp", en: "From the applicant's account") : ownWords
        let mend =
            self == .register
            ? Phrase(
                vi: "đề nghị cơ quan này xem lại và chỉnh sửa trong sổ",
                en: "ask this agency to look into it and correct its register")
            : isAtDesk
                ? Phrase(
                    vi: "người nộp sửa trong tài khoản; thông tin đã xác minh thì bộ phận một cửa chỉnh sửa",
                    en: "the applicant changes it in the account; what was verified the one-stop desk corrects")
                : Phrase(
                    vi: "xin sửa trong tài khoản; thông tin đã xác minh thì đề nghị bộ phận một cửa chỉnh sửa",
                    en: "change it in the account; what was verified the one-stop desk corrects")
        guard isFiled else {
            return Phrase(
                vi: "\(from.vi), không sửa được tại đây. Nếu chưa đúng, \(mend.vi).",
                en: "\(from.en); it cannot be changed here. If it is not right, \(mend.en).")
        }
        return Phrase(
            vi:
                "\(from.vi) khi nộp. Hồ sơ đã nộp thì không sửa được câu này. Nếu chưa đúng, \(mend.vi); sau đó \(isAtDesk ? "người nộp" : "bạn") rút hồ sơ này và nộp lại.",
            en:
                "\(from.en), when it was filed; in a filed dossier it cannot be changed. If it is not right, \(mend.en); then \(isAtDesk ? "the applicant withdraws" : "withdraw") this dossier and \(isAtDesk ? "files" : "file") again."
        )
    }
}
