import Catalogue
import Kernel

/// What a timer does when it runs out, in words.
struct PlayedTimer {
    let does: Phrase

    /// - Parameter act: the act that it performs, where this case allows it now.
    init(_ timer: StepTimer, _ act: Act?) {
        if let act {
            does = Phrase(vi: "hệ thống tự làm “\(act.title.vi)”", en: "the system does “\(act.title.en)”")
        } else if timer.act != nil {
            does = Phrase(
                vi: "hành động tự làm không có ở hồ sơ này", en: "the act it would do is not there in this case")
        } else if timer.tell == "leader" {
            does = Phrase(vi: "báo cho lãnh đạo", en: "the leader is told")
        } else if timer.tell != nil {
            does = Phrase(vi: "báo cho trưởng đơn vị", en: "the head of the unit is told")
        } else {
            does = Phrase(vi: "nhắc người đang giữ hồ sơ", en: "whoever has the case is reminded")
        }
    }
}
