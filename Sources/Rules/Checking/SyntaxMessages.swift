import Kernel

extension SyntaxFault.Reason {
    /// What officials read about it.
    var phrase: Phrase {
        switch self {
        case .tooLong(let limit):
            Phrase(vi: "Biểu thức dài quá \(limit) ký tự.", en: "The expression is longer than \(limit) characters.")
        case .tooDeep:
            Phrase(
                vi: "Biểu thức lồng nhau quá sâu; hãy chia thành nhiều quy tắc.",
                en: "The expression nests too deep; divide it into several rules.")
        case .openString:
            Phrase(vi: "Thiếu dấu ngoặc kép đóng của chuỗi ký tự.", en: "The closing quote of a text is missing.")
        case .openComment:
            Phrase(vi: "Thiếu dấu “*/” kết thúc chú thích.", en: "The “*/” that ends a comment is missing.")
        case .empty: Phrase(vi: "Chưa có biểu thức nào.", en: "There is no expression yet.")
        case .unexpected(let text):
            Phrase(
                vi: "Không hiểu “\(text)” ở vị trí này.", en: "“\(text)” cannot be understood in this place.")
        case .missing(let text):
            Phrase(
                vi: "Biểu thức chưa hết: thiếu “\(text)”.", en: "The expression is not complete: “\(text)” is missing.")
        case .missingValue(let before):
            Phrase(
                vi: "Biểu thức chưa hết: thiếu giá trị sau “\(before)”.",
                en: "The expression is not complete: a value is missing after “\(before)”.")
        case .badNumber(let text):
            Phrase(vi: "“\(text)” không phải là số dùng được.", en: "“\(text)” is no usable number.")
        case .badDate(let text):
            Phrase(
                vi: "“\(text)” không phải là ngày, giờ hay khoảng thời gian; ví dụ đúng: @\"2026-04-22\", @\"P1M\".",
                en: "“\(text)” is no date, time or duration; right are for example @\"2026-04-22\", @\"P1M\".")
        case .singleEquals:
            Phrase(vi: "So sánh bằng chỉ viết một dấu “=”.", en: "Equality is written with a single “=”.")
        case .unknownType(let name):
            Phrase(vi: "Không có kiểu dữ liệu “\(name)”.", en: "There is no type “\(name)”.")
        }
    }
}
