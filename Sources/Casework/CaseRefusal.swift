package import Kernel
import WorkingTime

/// Why an act on a dossier was not carried out. Nothing was changed.
package enum CaseRefusal: Error, Sendable, Equatable {
    /// There is no such dossier, or the one who asks may not know of it.
    case unknown
    /// Somebody acted since the page was shown.
    case changed(by: String, at: Instant, what: Phrase)
    /// The dossier has come to its end.
    case ended(OfficialState)
    /// The act does not exist in the step where the dossier is, or belongs to another role.
    case notPossible
    /// The service allows no further request for supplements (once, by NĐ 118/2025).
    case supplementsUsedUp(Int)
    /// The calendar cannot tell the deadline.
    case noDeadline(Phrase)
    /// A rule of the service or another feature stands against it.
    case blocked(Phrase)
    /// A fee is due whose amount the answers do not give; left out, it would be free.
    case feeUnknown(Phrase)
    /// What was entered has problems.
    case problems([FieldProblem])
    case alreadyFiled(id: Dossier.ID, code: String)
    /// The agency does not take dossiers of this service any more.
    case notOffered
    /// Another definition is in force than the one under which it was filled in.
    case formChanged

    /// The answers were changed in another window after they had been checked.
    case answersChanged

    /// A register or the account no longer says what was filled in from it.
    case filledInChanged

    /// The account has as many drafts as it may have.
    case tooManyDrafts
    /// The account has filed as many dossiers within a day as it may.
    case tooManyFiled(Int)

    package var words: Phrase {
        switch self {
        case .tooManyDrafts:
            Phrase(
                vi: "Bạn đang có \(KeepDraft.most) bản nháp. Xin nộp hoặc xóa bớt bản nháp rồi làm hồ sơ mới.",
                en: "You have \(KeepDraft.most) drafts. File or delete some of them, then begin another.")
        case .tooManyFiled(let most):
            Phrase(
                vi:
                    "Tài khoản này đã nộp \(most) hồ sơ trong 24 giờ qua. Bản nháp vẫn được giữ; xin nộp tiếp sau, hoặc nộp tại bộ phận một cửa.",
                en:
                    "This account has filed \(most) dossiers within 24 hours. The draft is kept; file it later, or at the one-stop desk."
            )
        case .filledInChanged:
            Phrase(
                vi:
                    "Thông tin lấy từ sổ của cơ quan hoặc từ tài khoản vừa thay đổi. Những câu liên quan đã được cập nhật hoặc cần trả lời lại; xin xem lại rồi nộp.",
                en:
                    "What comes from a register of the agency or from the account has just changed. The answers concerned were brought up to date or are asked again; look them over, then file."
            )
        case .answersChanged:
            Phrase(
                vi: "Câu trả lời vừa được sửa ở một cửa sổ khác. Xin xem lại rồi gửi.",
                en: "The answers have just been changed in another window. Look them over, then send them.")
        case .unknown: Phrase(vi: "Không tìm thấy hồ sơ này.", en: "This dossier was not found.")
        case .changed(let name, let at, let what):
            Phrase(
                vi:
                    "Hồ sơ vừa thay đổi: \(name.isEmpty ? "người nộp" : name) đã thực hiện “\(what.vi)” lúc \(time(at).vi). "
                    + "Những gì bạn nhập vẫn còn bên dưới; hãy xem lại rồi thực hiện nếu vẫn cần.",
                en:
                    "The dossier has just changed: \(name.isEmpty ? "the applicant" : name) did “\(what.en)” at \(time(at).en). "
                    + "What you typed is kept below; look again and act if it is still needed.")
        case .ended(let state):
            Phrase(
                vi: "Hồ sơ đã kết thúc (\(state.name.vi)), không thực hiện thêm được.",
                en: "The dossier has ended (\(state.name.en)); nothing more can be done.")
        case .notPossible:
            Phrase(
                vi: "Bước hiện tại của hồ sơ không có việc này, hoặc việc này thuộc vai trò khác.",
                en: "The step where the dossier is has no such act, or it belongs to another role.")
        case .supplementsUsedUp(let times):
            Phrase(
                vi: "Đã yêu cầu bổ sung \(times) lần; pháp luật không cho phép yêu cầu thêm.",
                en: "Supplements were requested \(times) time(s) already; the law allows no more.")
        case .noDeadline(let why): why
        case .feeUnknown(let fee):
            Phrase(
                vi:
                    "Chưa tính được số tiền của khoản “\(fee.vi)” từ các câu trả lời. Xin trả lời đủ các câu hỏi, kể cả câu không bắt buộc; nếu vẫn vậy, xin liên hệ cơ quan.",
                en:
                    "The answers do not give the amount of “\(fee.en)”. Answer all questions, the optional ones too; if that does not help, ask the agency."
            )
        case .blocked(let why): why
        case .problems: Phrase(vi: "Có chỗ cần sửa.", en: "Something needs correcting.")
        case .notOffered:
            Phrase(
                vi: "Cơ quan không còn nhận hồ sơ của dịch vụ này. Những gì đã nhập vẫn được giữ.",
                en: "The agency does not take dossiers of this service any more. What was entered is kept.")
        case .formChanged:
            Phrase(
                vi:
                    "Biểu mẫu, giấy tờ hoặc lệ phí của dịch vụ đã thay đổi từ khi bắt đầu nhập. Những gì đã nhập vẫn được giữ; xin xem lại theo biểu mẫu đang áp dụng.",
                en:
                    "The form, papers or fees of the service have changed since this was begun. What was entered is kept; look it over by the form now in force."
            )
        case .alreadyFiled(_, let code):
            Phrase(vi: "Hồ sơ đã được nộp với mã \(code).", en: "The dossier was filed already, as \(code).")
        }
    }

    private func time(_ at: Instant) -> Phrase {
        let minute = at.minuteOfDay
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return Phrase(
            vi: "\(two(minute / 60)) giờ \(two(minute % 60))", en: "\(two(minute / 60)):\(two(minute % 60))")
    }
}
