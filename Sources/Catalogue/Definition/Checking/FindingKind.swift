package import Kernel

/// What kind of mistake a finding is, with the reason why it is one.
package enum FindingKind: String, Hashable, Sendable, CaseIterable {
    /// The file does not say what the definition language knows.
    case writing
    /// A rule that cannot be read, or whose types do not fit.
    case rule
    /// A rule that reads what is asked later.
    case early = "asked-later"
    /// A step that no case ever comes to.
    case unreachable = "unreachable-step"
    /// A step from which a case never ends, or may get no further.
    case stuck = "no-way-out"
    /// Nobody is named who does what must be done.
    case role = "missing-role"
    /// A condition that can never hold.
    case never = "never-holds"
    /// A condition that always holds.
    case always = "always-holds"
    /// Something that is written and has no effect.
    case unused
    /// A timer that can do nothing, or what needs a person.
    case timer = "idle-timer"
    /// Papers that are asked for although nobody looks at them.
    case papers = "unchecked-papers"
    /// Money that is taken before the end, with nothing said of giving it back.
    case refund = "no-refund"
    /// A case at another agency that lacks what the service there asks for.
    case child = "child-case"
    /// A text in one language only.
    case language = "untranslated"
    /// A placeholder that stands for nothing, or a part of a text without its end.
    case text = "text-variable"
    /// A value that may be missing where a text needs it.
    case blank = "may-be-blank"
    /// Services that mean different things by one register.
    case register = "registers-differ"
    /// An answer that nothing ever fills in, or locks.
    case filling = "never-filled"

    /// Why such a thing is a mistake.
    package var reason: Phrase {
        switch self {
        case .writing:
            Phrase(
                vi: "điều không hiểu được thì không đoán: dịch vụ sẽ chạy khác ý người viết",
                en: "what is not understood is not guessed: the service would not do what was meant")
        case .rule:
            Phrase(
                vi: "điều kiện không đọc được thì không bao giờ đúng", en: "a rule that cannot be read never holds")
        case .early:
            Phrase(
                vi: "khi hỏi đến đây, câu trả lời ấy chưa có; điều kiện sẽ coi như trống",
                en: "when this is asked, that answer is not there yet, and the rule would take it for empty")
        case .unreachable:
            Phrase(
                vi: "không hồ sơ nào đến được bước này, nên việc ghi ở đây không ai làm",
                en: "no case ever comes here, so nobody does what is written here")
        case .stuck:
            Phrase(
                vi: "hồ sơ đến đây sẽ nằm lại và quá hạn, người nộp không có kết quả",
                en: "a case that comes here stays and grows overdue, and the applicant gets no result")
        case .role:
            Phrase(
                vi: "việc không giao cho ai thì không ai thấy trong danh sách việc của mình",
                en: "what is given to nobody stands in nobody's list of work")
        case .never:
            Phrase(
                vi: "với mọi câu trả lời có thể có và các điều kiện bao quanh, điều kiện này sai hoặc trống",
                en: "for every possible answer, with the conditions around it, it gives false or null")
        case .always:
            Phrase(
                vi: "với mọi câu trả lời có thể có và các điều kiện bao quanh, điều kiện này đúng: có lẽ viết nhầm",
                en: "for every possible answer, with the conditions around it, it gives true: perhaps not as meant")
        case .unused:
            Phrase(
                vi: "điều viết ra mà không có tác dụng làm người đọc sau hiểu nhầm",
                en: "what is written without effect misleads whoever reads it next")
        case .timer:
            Phrase(
                vi: "đến giờ mà không có việc gì hệ thống làm được thì hồ sơ vẫn nằm đó",
                en: "when its time comes and the system can do nothing, the case stays where it is")
        case .papers:
            Phrase(
                vi: "chỉ được yêu cầu giấy tờ mà cơ quan dùng để giải quyết (NĐ 118/2025/NĐ-CP)",
                en: "only papers that the agency uses for its decision may be asked for (NĐ 118/2025/NĐ-CP)")
        case .refund:
            Phrase(
                vi: "hồ sơ có thể bị từ chối hoặc được rút sau khi đã nộp tiền, người nộp phải biết trước tiền ra sao",
                en: "a case may be refused or withdrawn after it was paid, and the payer must know beforehand")
        case .child:
            Phrase(
                vi: "cơ quan kia thiếu điều này thì trả lại, người nộp phải khai hoặc nộp lần nữa",
                en: "without it the other agency sends the case back, and the applicant is asked once more")
        case .language:
            Phrase(
                vi: "người dùng giao diện tiếng kia sẽ không đọc được",
                en: "whoever uses the other language cannot read it")
        case .text:
            Phrase(
                vi: "chỗ này trên giấy sẽ để trống ở mọi hồ sơ", en: "this place would be blank on every paper")
        case .blank:
            Phrase(
                vi: "có hồ sơ mà câu trả lời này không được hỏi hoặc không bắt buộc, giấy in ra sẽ có chỗ chấm",
                en: "in some cases this is not asked or not required, and the paper is printed with dots")
        case .register:
            Phrase(
                vi: "một cột của sổ sẽ chứa hai loại thông tin, tra cứu và thống kê đều sai",
                en: "one column of the register would hold two things, and nobody could search or count it")
        case .filling:
            Phrase(
                vi: "không có gì để điền vào đây, nên người nộp vẫn phải tự khai, và câu trả lời không được giữ nguyên",
                en: "nothing fills it in, so that the applicant has to answer after all, and no answer is kept as it is"
            )
        }
    }
}
