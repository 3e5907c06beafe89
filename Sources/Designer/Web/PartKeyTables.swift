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
        PartKey("limit", Phrase(vi: "Thời hạn giải quyết", en: "Limit"), .limitByCase, optional: false),
        PartKey("result.title", Phrase(vi: "Tên kết quả", en: "The result"), .words, optional: false),
        PartKey(
            "result.ways", Phrase(vi: "Cách nhận kết quả", en: "How the result is received"),
            .choices([
                Choice("counter", Phrase(vi: "Tại bộ phận một cửa", en: "At the one-stop desk")),
                Choice("post", Phrase(vi: "Qua bưu chính", en: "By post")),
                Choice("online", Phrase(vi: "Trực tuyến, trên cổng này", en: "Online, in this portal")),
            ]), help: Phrase(vi: "Không chọn: mọi cách.", en: "None: every way.")),
        PartKey(
            "supplement.times",
            Phrase(vi: "Được yêu cầu bổ sung mấy lần", en: "How often supplements may be asked for"),
            .number, help: Phrase(vi: "Để trống: một lần.", en: "Empty: once.")),
        PartKey(
            "supplement.clock", Phrase(vi: "Sau khi bổ sung, thời hạn", en: "After supplements the limit"),
            .choice([
                Choice("restart", Phrase(vi: "Tính lại từ đầu", en: "Starts again")),
                Choice("resume", Phrase(vi: "Tính tiếp phần còn lại", en: "Goes on where it stood")),
            ])),
        PartKey(
            "supplement.within",
            Phrase(vi: "Chỉ được yêu cầu bổ sung trong", en: "Supplements may be asked for only within"), .limit,
            help: Phrase(vi: "Kể từ khi nhận hồ sơ. Để trống: lúc nào cũng được.", en: "Of reception. Empty: always.")),
        PartKey(
            "result.as", Phrase(vi: "Loại giấy mà kết quả này là", en: "The kind of paper that the result is"),
            .paperKind,
            help: Phrase(
                vi:
                    "Một tên chung, để dịch vụ khác dùng lại kết quả này: giấy tờ của dịch vụ đó mang cùng tên, như giay_phep_xay_dung.",
                en:
                    "A common name, by which other services use the result again: their paper has the same, such as building_permit."
            )),
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
            "default", Phrase(vi: "Điền sẵn", en: "Filled in beforehand"), .source,
            help: Phrase(
                vi: "Người nộp sửa được. Công thức đọc câu hỏi trước; chữ đặt trong ngoặc kép: \"Việt Nam\".",
                en:
                    "The applicant may change it. A rule reads questions before; texts stand in quotation marks: \"Hanoi\"."
            )),
        PartKey(
            "filled_from", Phrase(vi: "Lấy từ sổ của cơ quan", en: "Filled in from a register of the agency"), .source,
            help: Phrase(
                vi: "Dòng mới nhất của cùng chủ hồ sơ. Không có thì người nộp tự điền.",
                en: "From the newest entry of the same owner. Where there is none the applicant answers.")),
        PartKey(
            "locked",
            Phrase(vi: "Khóa điều lấy từ sổ hoặc tài khoản", en: "Lock what the register or the account gave"),
            .source, help: Phrase(vi: "Không chọn: người nộp sửa được.", en: "None: the applicant may change it.")),
        PartKey(
            "minimum", Phrase(vi: "Tối thiểu", en: "Minimum"), .number,
            help: Phrase(
                vi: "Độ dài của chữ, giá trị của số, số mục của nhóm.",
                en: "Length of texts, value of numbers, entries of groups.")),
        PartKey("maximum", Phrase(vi: "Tối đa", en: "Maximum"), .number),
        PartKey("whole", Phrase(vi: "Chỉ nhận số nguyên", en: "Whole numbers only"), .flag(false)),
        PartKey(
            "checks", Phrase(vi: "Câu trả lời phải thỏa", en: "What the answer must meet"), .checks,
            help: Phrase(
                vi:
                    "Công thức trong đó “value” là câu trả lời, ví dụ value <= today(), và lời báo khi không thỏa. Xóa công thức để bỏ; lưu để có thêm ô trống.",
                en:
                    "A rule in which “value” is the answer, such as value <= today(), and what is said when it does not hold. Empty the rule to drop it; save to get another."
            )),
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
        PartKey(
            "one_of", Phrase(vi: "Thuộc nhóm giấy tờ chỉ cần nộp một", en: "One of a group of which one is enough"),
            .group,
            help: Phrase(
                vi:
                    "Viết cùng một tên nhóm ở mọi giấy thay được cho nhau, ví dụ: nhan than. Để trống: không thuộc nhóm nào.",
                en: "The same word at every paper that would do, such as: identity. Empty: none.")),
        PartKey(
            "accepts", Phrase(vi: "Được nhận ở dạng nào", en: "In which forms it is taken"),
            .choices(PaperForm.allCases.map { Choice($0.rawValue, $0.name.capitalized) }),
            help: Phrase(vi: "Không chọn: mọi dạng.", en: "None: every form.")),
        PartKey(
            "reuse.as",
            Phrase(vi: "Dùng lại giấy cơ quan đã có, theo loại", en: "Used again where the agency holds it, as"),
            .paperKind,
            help: Phrase(
                vi:
                    "Tên loại giấy, giống nhau ở mọi dịch vụ, như giay_kham_suc_khoe. Giấy cùng loại mà chủ hồ sơ đã nộp hoặc được cấp thì được đưa ra để dùng lại. Để trống: luôn nộp giấy mới.",
                en:
                    "The kind of paper, the same in every service, such as health_certificate. What the same owner handed in or was given is offered. Empty: it is always handed in anew."
            )),
        PartKey(
            "reuse.within", Phrase(vi: "Dùng lại khi không cũ hơn", en: "Used again when not older than"), .age,
            help: Phrase(vi: "Để trống: cũ bao nhiêu cũng được.", en: "Empty: however old.")),
        PartKey(
            "mandate", Phrase(vi: "Là văn bản ủy quyền của người nộp", en: "It authorises the submitter"),
            .flag(false)),
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

    static let reductionKeys = [
        PartKey("title", Phrase(vi: "Miễn, giảm cho ai", en: "Who is exempt or pays less"), .wording, optional: false),
        PartKey(
            "when", Phrase(vi: "Áp dụng khi", en: "When it holds"), .rule,
            help: Phrase(
                vi: "Điều kiện đầu tiên thỏa được áp dụng.", en: "The first that holds counts."), optional: false),
        PartKey(
            "percent", Phrase(vi: "Giảm bao nhiêu phần trăm", en: "By how many per cent"), .number,
            help: Phrase(
                vi: "100 là miễn. Hoặc điền số tiền ở dưới.", en: "100 is an exemption. Or fill in the amount below.")),
        PartKey(
            "amount", Phrase(vi: "Hoặc chỉ phải nộp (đồng)", en: "Or what is due instead (VND)"), .rule),
        PartKey("proof", Phrase(vi: "Giấy tờ chứng minh", en: "The paper that proves it"), .paperName),
        PartKey("basis", Phrase(vi: "Căn cứ", en: "Basis"), .words),
    ]
}

/// Kinds of answer as officials call them.
enum FieldKindNames {
    static let choices = FieldKind.allCases.map { Choice($0.rawValue, $0.title.capitalized) }

    static func name(_ kind: String) -> Phrase { FieldKind(rawValue: kind)?.title ?? Phrase(same: kind) }
}
