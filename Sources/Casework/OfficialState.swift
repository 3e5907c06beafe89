package import Kernel
import Storage

/// The state of a dossier as it is reported to the national portal (trạng thái hồ sơ): codes 1 to 10.
package enum OfficialState: Int, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case registered = 1
    case received = 2
    case notReceived = 3
    case inProcess = 4
    case supplementRequested = 5
    case paymentRequested = 6
    case withdrawn = 7
    case stopped = 8
    case finished = 9
    case returned = 10

    /// The official words.
    package var name: Phrase {
        switch self {
        case .registered: Phrase(vi: "Mới đăng ký", en: "Newly registered")
        case .received: Phrase(vi: "Được tiếp nhận", en: "Received")
        case .notReceived: Phrase(vi: "Không được tiếp nhận", en: "Not received")
        case .inProcess: Phrase(vi: "Đang xử lý", en: "In process")
        case .supplementRequested: Phrase(vi: "Yêu cầu bổ sung giấy tờ", en: "Supplement requested")
        case .paymentRequested: Phrase(vi: "Yêu cầu thực hiện nghĩa vụ tài chính", en: "Payment requested")
        case .withdrawn: Phrase(vi: "Công dân yêu cầu rút hồ sơ", en: "Withdrawn by the applicant")
        case .stopped: Phrase(vi: "Dừng xử lý", en: "Processing stopped")
        case .finished: Phrase(vi: "Đã xử lý xong", en: "Processing finished")
        case .returned: Phrase(vi: "Đã trả kết quả", en: "Result returned")
        }
    }

    /// What it means, in everyday words.
    package var gloss: Phrase {
        switch self {
        case .registered:
            Phrase(vi: "Hồ sơ đã nộp, đang chờ bộ phận một cửa xem.", en: "Filed; the one-stop desk will look at it.")
        case .received:
            Phrase(vi: "Bộ phận một cửa đã nhận hồ sơ.", en: "The one-stop desk has taken the dossier.")
        case .notReceived:
            Phrase(vi: "Hồ sơ không được nhận giải quyết; lý do ghi bên dưới.", en: "Not taken; the reason is below.")
        case .inProcess: Phrase(vi: "Cơ quan đang giải quyết.", en: "The agency is working on it.")
        case .supplementRequested:
            Phrase(vi: "Cần bạn bổ sung giấy tờ hoặc thông tin.", en: "You are asked for papers or answers.")
        case .paymentRequested:
            Phrase(vi: "Có khoản tiền cần nộp.", en: "There is an amount to pay.")
        case .withdrawn: Phrase(vi: "Bạn đã rút hồ sơ.", en: "You withdrew the dossier.")
        case .stopped: Phrase(vi: "Việc giải quyết đã dừng; lý do ghi bên dưới.", en: "Stopped; the reason is below.")
        case .finished:
            Phrase(vi: "Đã có kết quả, chờ trả cho bạn.", en: "The result is there and will be handed to you.")
        case .returned: Phrase(vi: "Bạn đã nhận kết quả.", en: "You have the result.")
        }
    }
}
