import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Wording

// Which keys each kind of part has on its page. What is not here is edited in the text.
extension PartKind {
    private static let help = PartKey("help", Phrase(vi: "Hướng dẫn", en: "Help"), .wording)
    private static let when = PartKey(
        "when", Phrase(vi: "Chỉ áp dụng khi", en: "Only when"), .rule,
        help: Phrase(vi: "Để trống: luôn áp dụng.", en: "Empty: always."))

    static let generalKeys = [
        PartKey("title", Phrase(vi: "Tên dịch vụ", en: "Title of the service"), .wording, optional: false),
        PartKey(
            "effective_from", Phrase(vi: "Có hiệu lực từ", en: "In force from"), .day,
            help: Phrase(
                vi: "Ngày đầu tiên nhận hồ sơ theo bản này, từ ngày công bố trở đi.",
                en: "The first day of filing under this version, not before it is published."), optional: false),
        PartKey(
            "owners", Phrase(vi: "Nộp cho ai", en: "For whom one may file"),
            .choices([
                Choice("self", Phrase(vi: "Chính mình", en: "Oneself")),
                Choice("child", Phrase(vi: "Con, người được giám hộ", en: "A child or ward")),
                Choice("other", Phrase(vi: "Người khác, theo ủy quyền", en: "Another person, by authorisation")),
                Choice("household_business", Phrase(vi: "Hộ kinh doanh", en: "A household business")),
                Choice("organisation", Phrase(vi: "Tổ chức, doanh nghiệp", en: "An organisation or firm")),
            ]), optional: false),
        PartKey(
            "offered_by", Phrase(vi: "Cơ quan nào nhận", en: "Which agencies offer it"),
            .choices([
                Choice("commune", Phrase(vi: "Cấp xã", en: "Commune")),
                Choice("department", Phrase(vi: "Sở, ban, ngành", en: "Department")),
                Choice("province", Phrase(vi: "Cấp tỉnh", en: "Province")),
                Choice("root", Phrase(vi: "Trung ương", en: "National")),
            ])),
        PartKey(
            "channels", Phrase(vi: "Cách nộp", en: "Channels"),
            .choices([
                Choice("online", Phrase(vi: "Trực tuyến", en: "Online")),
                Choice("counter", Phrase(vi: "Tại quầy", en: "At the counter")),
                Choice("post", Phrase(vi: "Bưu chính", en: "By post")),
            ]), help: Phrase(vi: "Không chọn: mọi cách.", en: "None: every way.")),
        PartKey("limit", Phrase(vi: "Thời hạn giải quyết", en: "Limit"), .limit, optional: false),
        PartKey("fee_note", Phrase(vi: "Lưu ý về phí", en: "Note about money"), .wording),
    ]

    static let pageKeys = [
        PartKey("title", Phrase(vi: "Tên trang", en: "Title"), .wording, optional: false), help, when,
        PartKey(
            "about", Phrase(vi: "Trang hỏi về ai", en: "Whose details it asks"),
            .choice([
                Choice("", Phrase(vi: "Việc khác", en: "Something else")),
                Choice("owner", Phrase(vi: "Chủ hồ sơ", en: "The owner")),
                Choice("submitter", Phrase(vi: "Người nộp", en: "The submitter")),
            ])),
    ]

    static let questionKeys = [
        PartKey("label", Phrase(vi: "Câu hỏi", en: "Question"), .wording, optional: false),
        PartKey("kind", Phrase(vi: "Loại câu trả lời", en: "Kind of answer"), .choice(FieldKindNames.choices)),
        help, PartKey("required", Phrase(vi: "Bắt buộc trả lời", en: "Required"), .required), when,
        PartKey("options", Phrase(vi: "Lựa chọn", en: "Options"), .options),
        PartKey(
            "minimum", Phrase(vi: "Tối thiểu", en: "Minimum"), .number,
            help: Phrase(
                vi: "Độ dài của chữ, giá trị của số, số mục của nhóm.",
                en: "Length of texts, value of numbers, entries of groups.")),
        PartKey("maximum", Phrase(vi: "Tối đa", en: "Maximum"), .number),
    ]

    static let paperKeys = [
        PartKey("title", Phrase(vi: "Tên giấy tờ", en: "Title"), .words, optional: false),
        PartKey("originals", Phrase(vi: "Số bản chính", en: "Originals"), .number),
        PartKey("copies", Phrase(vi: "Số bản sao", en: "Copies"), .number),
        PartKey("required", Phrase(vi: "Bắt buộc nộp", en: "Required"), .required), when,
        PartKey(
            "form", Phrase(vi: "Biểu mẫu điện tử chính là giấy tờ này", en: "The electronic form is this paper"),
            .flag(false)),
        PartKey("shown", Phrase(vi: "Chỉ xuất trình", en: "Only shown"), .flag(false)),
    ]

    static let feeKeys = [
        PartKey("title", Phrase(vi: "Tên khoản phí", en: "Title"), .wording, optional: false),
        PartKey(
            "amount", Phrase(vi: "Số tiền (đồng), hoặc công thức", en: "Amount (VND), or a formula"), .rule,
            optional: false), when,
        PartKey("basis", Phrase(vi: "Căn cứ", en: "Basis"), .words),
        PartKey(
            "due", Phrase(vi: "Nộp lúc nào", en: "When it is due"),
            .choice([
                Choice("", Phrase(vi: "Trước khi nhận kết quả", en: "Before the result is handed over")),
                Choice("reception", Phrase(vi: "Trước khi được tiếp nhận", en: "Before the dossier is received")),
            ])),
        PartKey(
            "refund", Phrase(vi: "Khi hồ sơ bị từ chối hoặc rút", en: "When the case is refused or withdrawn"),
            .choice([
                Choice("", Phrase(vi: "Không nêu", en: "Not said")),
                Choice("full", Phrase(vi: "Trả lại tiền", en: "It is given back")),
                Choice("none", Phrase(vi: "Không trả lại", en: "It is kept")),
            ])),
    ]

    /// Who may be named for a step or a branch.
    static let roles = Role.allCases.filter { $0 != .administrator }.map { Choice($0.rawValue, $0.phrase) }

    /// The states that a step may stand for; the others come from acts alone.
    private static let states = [OfficialState.registered, .received, .inProcess, .paymentRequested, .finished]
        .map { Choice(String($0.rawValue), $0.name) }

    static let stepKeys = [
        PartKey("title", Phrase(vi: "Tên bước", en: "Title"), .wording, optional: false),
        PartKey("role", Phrase(vi: "Ai làm", en: "Who works it"), .choice(roles), optional: false),
        PartKey(
            "official", Phrase(vi: "Người nộp thấy trạng thái", en: "State that the applicant sees"),
            .choice(states), optional: false),
        PartKey("limit", Phrase(vi: "Hạn của bước", en: "Limit of the step"), .limit),
    ]

    static let actKeys = [
        PartKey("title", Phrase(vi: "Tên hành động", en: "Title"), .wording, optional: false),
        PartKey("kind", Phrase(vi: "Làm gì", en: "What it does"), .choice(ActKindNames.choices)),
        PartKey("to", Phrase(vi: "Chuyển đến bước", en: "Goes to the step"), .stepName),
        PartKey("effect", Phrase(vi: "Tác dụng, nói trước khi bấm", en: "Effect, said before it is pressed"), .wording),
        PartKey("needs_note", Phrase(vi: "Phải ghi ý kiến", en: "A note is needed"), .flag(false)),
        PartKey("back", Phrase(vi: "Là trả lại", en: "Goes back"), .flag(false)), when,
    ]

    static let branchKeys = [
        PartKey("title", Phrase(vi: "Xin ý kiến về", en: "Opinion on"), .wording, optional: false),
        PartKey("role", Phrase(vi: "Ai trả lời", en: "Who answers"), .choice(roles), optional: false),
        PartKey(
            "at", Phrase(vi: "Hỏi ai", en: "Who is asked"),
            .words,
            help: Phrase(
                vi: "Để trống: ngay tại cơ quan. “chosen”: cán bộ của bước chọn. Hoặc mã cơ quan.",
                en: "Empty: the agency itself. “chosen”: the official chooses. Or the code of an agency.")),
        PartKey("limit", Phrase(vi: "Hạn trả lời", en: "Limit"), .limit), when,
    ]
}

/// Acts as officials call them.
enum ActKindNames {
    static let choices = [
        Choice("move", Phrase(vi: "Chuyển sang bước khác", en: "Goes to another step")),
        Choice("receive", Phrase(vi: "Tiếp nhận hồ sơ", en: "Receives the dossier")),
        Choice("supplement", Phrase(vi: "Yêu cầu bổ sung", en: "Asks for supplements")),
        Choice("refuse", Phrase(vi: "Từ chối, kết thúc hồ sơ", en: "Refuses, the case ends")),
        Choice("finish", Phrase(vi: "Đã có kết quả, dừng tính hạn", en: "The result exists, the limit ends")),
        Choice("give", Phrase(vi: "Trả kết quả, kết thúc hồ sơ", en: "Gives the result, the case ends")),
    ]

    static func name(_ kind: String) -> Phrase { choices.first { $0.value == kind }?.label ?? Phrase(same: kind) }
}

/// Kinds of answer as officials call them.
enum FieldKindNames {
    static let choices = FieldKind.allCases.map { Choice($0.rawValue, $0.title.capitalized) }

    static func name(_ kind: String) -> Phrase { FieldKind(rawValue: kind)?.title ?? Phrase(same: kind) }
}
