package import Kernel
import Wording

extension DossierEvent {
    /// What happened, in a few words, for histories and for the official who came second.
    package var summary: Phrase {
        switch self {
        case .filed: Phrase(vi: "Nộp hồ sơ", en: "Filed")
        case .received: Phrase(vi: "Tiếp nhận hồ sơ", en: "Received")
        case .supplementRequested: Phrase(vi: "Yêu cầu bổ sung hồ sơ", en: "Supplement requested")
        case .supplementAnswered: Phrase(vi: "Bổ sung hồ sơ", en: "Supplement given")
        case .feesChanged: Phrase(vi: "Tính lại phí, lệ phí", en: "Fees counted again")
        case .refused: Phrase(vi: "Từ chối giải quyết hồ sơ", en: "Refused")
        case .assigned(let account):
            account == nil
                ? Phrase(vi: "Bỏ phân công", en: "Assignment lifted")
                : Phrase(vi: "Phân công xử lý", en: "Assigned")
        case .moved: Phrase(vi: "Chuyển bước xử lý", en: "Moved to the next step")
        case .transferred: Phrase(vi: "Chuyển đơn vị xử lý", en: "Passed to another unit")
        case .finished: Phrase(vi: "Hoàn thành xử lý", en: "Finished")
        case .given: Phrase(vi: "Trả kết quả", en: "Result handed over")
        case .withdrawn: Phrase(vi: "Rút hồ sơ", en: "Withdrawn")
        case .resultAttached: Phrase(vi: "Đính kèm kết quả", en: "Result attached")
        case .resultTakenBack: Phrase(vi: "Thu hồi tệp kết quả sai", en: "Wrong result taken back")
        case .paperChecked(_, let verdict, _):
            verdict == .accepted
                ? Phrase(vi: "Kiểm tra giấy tờ: đạt", en: "Paper checked: in order")
                : Phrase(vi: "Kiểm tra giấy tờ: chưa đạt", en: "Paper checked: not in order")
        case .recalculated: Phrase(vi: "Tính lại ngày hẹn trả", en: "Promised date counted again")
        case .branchesOpened: Phrase(vi: "Mở các việc song song", en: "Work beside each other begins")
        case .branchAsked: Phrase(vi: "Gửi lấy ý kiến", en: "Asked for an answer")
        case .branchAnswered(_, let verdict?, _, _):
            Phrase(vi: "Ý kiến: \(verdict.name.vi)", en: "Opinion: \(verdict.name.en)")
        case .branchAnswered: Phrase(vi: "Trả lời", en: "Answered")
        case .joined: Phrase(vi: "Đã đủ trả lời, chuyển bước", en: "Answers are complete; the case goes on")
        case .clockStopped: Phrase(vi: "Tạm dừng tính thời hạn", en: "The clock stands still")
        case .clockResumed: Phrase(vi: "Tính tiếp thời hạn", en: "The clock goes on")
        case .timed(let timer):
            if timer.reminds {
                Phrase(vi: "Nhắc việc", en: "Reminded")
            } else if timer.tells != nil {
                Phrase(vi: "Báo lãnh đạo vì đã lâu", en: "Told because it takes long")
            } else if timer.isDone {
                Phrase(vi: "Hết thời gian chờ, hệ thống tự xử lý", en: "Time is over; done by the system")
            } else {
                Phrase(vi: "Hết thời gian chờ, hệ thống chưa xử lý được", en: "Time is over; the system could not act")
            }
        case .timerSeen: Phrase(vi: "Lãnh đạo đã biết", en: "Taken note of")
        case .numbered(let series, let number, let year):
            Phrase(
                vi: "Số kết quả \(number)/\(year)/\(series)", en: "Number of the result: \(number)/\(year)/\(series)")
        case .entered(_, _, let number, let year, _):
            Phrase(vi: "Vào sổ số \(number)/\(year)", en: "Entered into the register, no. \(number)/\(year)")
        case .struckOut: Phrase(vi: "Gạch bỏ số vào sổ", en: "Entry of the register struck out")
        case .versionChanged:
            Phrase(vi: "Áp dụng phiên bản mới của dịch vụ", en: "A newer version of the service applies")
        case .rated: Phrase(vi: "Đánh giá", en: "Rated")
        case .paid(_, let receipt, let amount):
            Phrase(
                vi: "Thu \(amount.phrase.vi), biên lai số \(receipt)",
                en: "\(amount.phrase.en) taken, receipt no. \(receipt)")
        case .paymentVoided(_, let receipt, _):
            Phrase(vi: "Hủy biên lai số \(receipt)", en: "Receipt no. \(receipt) voided")
        }
    }
}
