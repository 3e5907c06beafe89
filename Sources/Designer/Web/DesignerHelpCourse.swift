import DesignSystem
import Kernel
import Markup

/// Help on what a course may hold besides steps and acts: opinions asked for at the same time, timers, stops of the clock.
struct DesignerHelpCourse: Component {
    @MarkupBuilder private var parts: [Markup] {
        h2(Phrase(vi: "Lấy ý kiến song song", en: "Opinions in parallel"))
        p(
            Phrase(
                vi:
                    "Khi cần nhiều nơi cho ý kiến cùng lúc: thêm một bước, rồi trong bước đó thêm mỗi nơi một nhánh. Mỗi nhánh là một việc riêng, có người trả lời và hạn riêng.",
                en:
                    "When several places are asked at the same time: add a step, and in it a branch for each. Every branch is a task with its own person and limit."
            ))
        ul {
            li(
                Phrase(
                    vi:
                        "Hỏi ở đâu: ngay tại cơ quan; nơi mà người giữ bước chọn khi gửi hỏi; hoặc luôn một nơi, theo mã.",
                    en:
                        "Where: at the agency itself; where whoever has the step chooses to ask; or always one place, by its code."
                ))
            li(
                Phrase(
                    vi:
                        "Bao nhiêu ý kiến thì đủ: tất cả, chỉ cần một, hoặc một số. Đủ rồi thì hồ sơ tự chuyển sang bước đã chọn.",
                    en:
                        "How many are enough: all, any one, or a number. Then the case goes on by itself to the step you chose."
                ))
            li(
                Phrase(
                    vi:
                        "Bước lấy ý kiến không cần hành động nào. Nếu có, hành động chuyển bước sẽ đóng các nhánh chưa trả lời.",
                    en: "The step needs no act. If it has one, an act that moves the case closes what is still open."))
            li(
                Phrase(
                    vi: "Nơi được hỏi chỉ đọc hồ sơ cho đến khi trả lời. Bước đầu tiên không lấy ý kiến được.",
                    en: "Whoever is asked reads the case until they answer. The first step cannot ask."))
        }
        h2(Phrase(vi: "Hẹn giờ", en: "Timers"))
        p(
            Phrase(
                vi:
                    "Hẹn giờ nói hệ thống làm gì khi hồ sơ ở một bước quá lâu: nhắc người đang giữ, báo trưởng đơn vị hoặc lãnh đạo, hay tự làm một hành động của bước, như từ chối khi hết hạn bổ sung. Tự từ chối hoặc trả lại thì phải ghi nội dung.",
                en:
                    "A timer says what the system does when a case stays too long in a step: it reminds whoever has it, tells the head or the leader, or performs an act of the step, such as refusing when supplements never came. Refusing and sending back need a note."
            ))
        h2(Phrase(vi: "Dừng đồng hồ tính hạn", en: "Stopping the clock"))
        p(
            Phrase(
                vi:
                    "Khi phải chờ việc ngoài cơ quan, như đi thực địa hoặc người dân nộp tiền, hành động đưa hồ sơ vào bước chờ chọn “Dừng” và ghi lý do; hành động đưa ra chọn “Chạy tiếp”. Thời gian giữa hai lần không tính vào hạn, và người nộp đọc được lý do.",
                en:
                    "While waiting for something outside, such as a visit to the site or money, the act that leads into waiting says “Stops” with a reason, and the act that leads out says “Goes on”. The time between does not count, and the applicant reads the reason."
            ))
        p(
            Phrase(
                vi: "Yêu cầu bổ sung tự dừng đồng hồ; không cần đặt gì thêm.",
                en: "A request for supplements stops the clock by itself."))
    }

    var markup: Markup { .many(parts) }
}
