import Casework
import Catalogue
import DesignSystem
import Directory
import Kernel
import Wording

// The keys of steps and of what stands in them: acts, branches, timers.
extension PartKind {
    /// Who may be named for a step or a branch.
    static let roles = Role.allCases.filter { $0 != .administrator }.map { Choice($0.rawValue, $0.phrase) }

    /// What a role is called; what it is no word for stays as it is written.
    static func role(_ value: YAMLValue?) -> Phrase {
        let word = value?.text ?? ""
        return roles.first { $0.value == word }?.label ?? Phrase(same: word)
    }

    /// The states that a step may stand for; the others come from acts alone.
    private static let states = [OfficialState.registered, .received, .inProcess, .paymentRequested, .finished]
        .map { Choice(String($0.rawValue), $0.name) }

    static let stepKeys = [
        PartKey("title", Phrase(vi: "Tên bước", en: "Title"), .wording, optional: false),
        PartKey("role", Phrase(vi: "Ai làm", en: "Who works it"), .choice(roles), optional: false),
        PartKey(
            "official", Phrase(vi: "Người nộp thấy trạng thái", en: "State that the applicant sees"),
            .choice(states), optional: false),
        PartKey("limit", Phrase(vi: "Hạn của bước", en: "Limit of the step"), .limitByCase),
        PartKey("join", Phrase(vi: "Bao nhiêu ý kiến thì đủ", en: "How many answers are enough"), .join),
        PartKey(
            "to", Phrase(vi: "Đủ ý kiến thì hồ sơ tự chuyển đến bước", en: "With enough answers the case goes on to"),
            .stepName, optional: false),
        PartKey(
            "clock", Phrase(vi: "Khi đó đồng hồ tính hạn", en: "The clock of the limit then"),
            .choice([
                Choice("", Phrase(vi: "Giữ như đang có", en: "Stays as it is")),
                Choice("resume", Phrase(vi: "Chạy tiếp nếu đang dừng", en: "Goes on if it was stopped")),
            ])),
        PartKey(
            "assign", Phrase(vi: "Giao hồ sơ cho ai khi đến bước này", en: "To whom the case is given"), .assignment),
        PartKey(
            "follow", Phrase(vi: "Ai theo dõi, không phải làm gì", en: "Who follows it without having to do anything"),
            .choices(roles)),
    ]

    static let actKeys = [
        PartKey("title", Phrase(vi: "Tên hành động", en: "Title"), .wording, optional: false),
        PartKey("kind", Phrase(vi: "Làm gì", en: "What it does"), .choice(ActKindNames.choices)),
        PartKey("to", Phrase(vi: "Chuyển đến bước", en: "Goes to the step"), .stepName),
        PartKey("effect", Phrase(vi: "Tác dụng, nói trước khi bấm", en: "Effect, said before it is pressed"), .wording),
        PartKey(
            "needs_note", Phrase(vi: "Phải ghi ý kiến", en: "A note is needed"),
            asUsual(
                Phrase(
                    vi: "Theo lệ thường: khi trả lại, từ chối, yêu cầu bổ sung",
                    en: "As usual: when sending back, refusing, asking for supplements"))),
        PartKey(
            "needs_result", Phrase(vi: "Phải có tệp kết quả", en: "The result is needed"),
            asUsual(Phrase(vi: "Theo lệ thường: khi đã có kết quả", en: "As usual: when the result exists"))),
        PartKey("back", Phrase(vi: "Là trả lại", en: "Goes back"), .flag(false)),
        PartKey(
            "clock", Phrase(vi: "Đồng hồ tính hạn", en: "Clock of the limit"),
            .choice([
                Choice("", Phrase(vi: "Vẫn chạy", en: "Runs on")),
                Choice(
                    "stop",
                    Phrase(
                        vi: "Dừng, như khi chờ đi thực địa hoặc chờ nộp tiền",
                        en: "Stops, as for a visit to the site or for money")),
                Choice("resume", Phrase(vi: "Chạy tiếp sau khi dừng", en: "Goes on after a stop")),
            ])),
        PartKey(
            "reason", Phrase(vi: "Lý do dừng đồng hồ", en: "Why the clock stops"), .wording,
            help: Phrase(
                vi: "Cần khi dừng; người nộp đọc được, ví dụ: chờ kiểm tra thực địa.",
                en: "Needed with a stop; the applicant reads it, such as: waiting for the site visit.")),
        PartKey(
            "number", Phrase(vi: "Cấp số cho kết quả theo ký hiệu", en: "Number the result in the series"), .words,
            help: Phrase(
                vi: "Ví dụ GPXD: số chạy trong năm tại mỗi cơ quan. Để trống: không cấp số.",
                en: "Such as GPXD: numbers run within the year at each agency. Empty: no number.")),
        PartKey(
            "by", Phrase(vi: "Ai thực hiện", en: "Done by"),
            .choice([
                Choice("", Phrase(vi: "Cán bộ giữ bước này", en: "The official of the step")),
                Choice("timer", Phrase(vi: "Chỉ hệ thống, khi hết giờ", en: "The system alone, when the time is over")),
            ])),
        when,
    ]

    static let branchKeys = [
        PartKey("title", Phrase(vi: "Xin ý kiến về", en: "Opinion on"), .wording, optional: false),
        PartKey("role", Phrase(vi: "Ai trả lời", en: "Who answers"), .choice(roles), optional: false),
        PartKey("at", Phrase(vi: "Hỏi ở đâu", en: "Where it is answered"), .place),
        PartKey(
            "answer", Phrase(vi: "Trả lời thế nào", en: "What is answered"),
            .choice([
                Choice(
                    "opinion",
                    Phrase(
                        vi: "Ý kiến: đồng ý, đồng ý kèm ý kiến, không đồng ý",
                        en: "An opinion: agree, agree with remarks, disagree")),
                Choice("done", Phrase(vi: "Việc đã làm xong và kết quả", en: "That it is done, and what was found")),
                Choice(
                    "case",
                    Phrase(
                        vi: "Kết quả của hồ sơ con mà cơ quan khác giải quyết",
                        en: "The result of a case of its own at another agency")),
            ])),
        PartKey(
            "service", Phrase(vi: "Hồ sơ con: dịch vụ ở cơ quan khác", en: "Case of its own: the service there"),
            .service,
            help: Phrase(
                vi: "Chỉ khi câu trả lời là kết quả của hồ sơ con. Lưu rồi thì chọn được điều chuyển sang đó.",
                en: "Only with a case of its own. Once saved, what is handed over can be chosen.")),
        PartKey(
            "with", Phrase(vi: "Chuyển câu trả lời sang hồ sơ con", en: "Answers handed over"), .handed,
            help: Phrase(
                vi: "Câu hỏi cùng tên tự chuyển; ở đây là các câu khác. Bỏ chọn để bỏ; lưu để có thêm dòng.",
                en:
                    "Questions of the same name are handed over by themselves; these are others. Choose none to drop one; save for more lines."
            )),
        PartKey(
            "papers", Phrase(vi: "Chuyển giấy tờ sang hồ sơ con", en: "Papers handed over"), .handed,
            help: Phrase(
                vi: "Giấy tờ cùng tên tự chuyển; ở đây là các giấy khác.",
                en: "Papers of the same name are handed over by themselves; these are others.")),
        PartKey("limit", Phrase(vi: "Hạn trả lời", en: "Limit"), .limitByCase), when,
    ]

    static let timerKeys = [
        PartKey(
            "after", Phrase(vi: "Sau bao lâu kể từ khi hồ sơ đến bước này", en: "How long after the case came here"),
            .limit, optional: false),
        PartKey("deed", Phrase(vi: "Hệ thống làm gì", en: "What the system does"), .deed, optional: false),
        PartKey(
            "note", Phrase(vi: "Nội dung ghi kèm", en: "Note written with it"), .wording,
            help: Phrase(
                vi: "Cần khi hệ thống tự từ chối, tự trả lại: người nộp hoặc cán bộ đọc lý do này.",
                en: "Needed when the system refuses or sends back: the applicant or the official reads it.")),
        PartKey(
            "waiting",
            Phrase(vi: "Chỉ đếm khi đang chờ người nộp bổ sung", en: "Counted only while supplements are awaited"),
            .flag(false)),
    ]

    /// What holds by the kind of act, yes, or no.
    private static func asUsual(_ words: Phrase) -> PartKey.Kind {
        .choice([Choice("", words), Choice("true", .yes), Choice("false", .no)])
    }
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
