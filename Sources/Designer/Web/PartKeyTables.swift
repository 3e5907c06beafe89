import Catalogue
import DesignSystem
import Kernel
import Wording

// Which keys each kind of part has on its page. What is not here is edited in the text.
extension PartKind {
    private static let help = PartKey("help", Phrase(vi: "Hướng dẫn", en: "Help"), .wording)
    static let when = PartKey(
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
        PartKey(
            "value", Phrase(vi: "Công thức tự tính", en: "Rule that gives the value"), .rule,
            help: Phrase(
                vi:
                    "Ví dụ this.count * this.price: “this” là các câu cùng nhóm. Người nộp thấy kết quả, không điền.",
                en:
                    "Such as this.count * this.price, where “this” is the questions around it. The applicant sees what it gives."
            ), optional: false),
        PartKey(
            "gives", Phrase(vi: "Công thức cho ra", en: "What the rule gives"),
            .choice(FieldKind.computable.map { Choice($0.rawValue, $0.title.capitalized) })),
        help, PartKey("required", Phrase(vi: "Bắt buộc trả lời", en: "Required"), .required), when,
        PartKey("options", Phrase(vi: "Lựa chọn", en: "Options"), .options),
        PartKey(
            "minimum", Phrase(vi: "Tối thiểu", en: "Minimum"), .number,
            help: Phrase(
                vi: "Độ dài của chữ, giá trị của số, số mục của nhóm.",
                en: "Length of texts, value of numbers, entries of groups.")),
        PartKey("maximum", Phrase(vi: "Tối đa", en: "Maximum"), .number),
        PartKey("whole", Phrase(vi: "Chỉ nhận số nguyên", en: "Whole numbers only"), .flag(false)),
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
}

/// Kinds of answer as officials call them.
enum FieldKindNames {
    static let choices = FieldKind.allCases.map { Choice($0.rawValue, $0.title.capitalized) }

    static func name(_ kind: String) -> Phrase { FieldKind(rawValue: kind)?.title ?? Phrase(same: kind) }
}
