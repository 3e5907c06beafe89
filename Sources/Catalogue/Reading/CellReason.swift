package import Kernel

/// Why a cell of the catalogue's source was not taken as it stands.
package enum CellReason: String, Codable, Hashable, Sendable, CaseIterable {
    // The whole record is refused.
    case notJSON = "not_json"
    case noCode = "no_code"
    case noName = "no_name"
    case sameCodeTwice = "same_code_twice"

    // The cell could not be used.
    case empty
    case wrongType = "wrong_type"
    case unknownCell = "unknown_cell"
    case unknownWord = "unknown_word"
    case noUnit = "no_unit"
    case zeroLimit = "zero_limit"
    case onlyPunctuation = "only_punctuation"
    case countNotCredible = "count_not_credible"
    case notALegalDocument = "not_a_legal_document"

    // The cell was used after a repair.
    case unitFromRemark = "unit_from_remark"
    case unitFromSteps = "unit_from_steps"
    case limitFromRemark = "limit_from_remark"
    case limitAndFeeRunTogether = "limit_and_fee_run_together"
    case remarkSaysOtherUnit = "remark_says_other_unit"
    case feeFromRemark = "fee_from_remark"
    case freeButExplained = "free_but_explained"
    case otherCurrency = "other_currency"
    case amountNotCredible = "amount_not_credible"
    case bracketNotClosed = "bracket_not_closed"
    case countAndNameRunTogether = "count_and_name_run_together"
    case nameAndFileRunTogether = "name_and_file_run_together"
    case notAPaper = "not_a_paper"
    case numberAndTitleRunTogether = "number_and_title_run_together"

    /// Whether the whole record is refused.
    package var refusesRecord: Bool {
        switch self {
        case .notJSON, .noCode, .noName, .sameCodeTwice: true
        default: false
        }
    }

    package var phrase: Phrase {
        switch self {
        case .notJSON: Phrase(vi: "Dòng không phải là một bản ghi JSON", en: "The line is not a JSON record")
        case .noCode: Phrase(vi: "Không có mã thủ tục đọc được", en: "No readable procedure code")
        case .noName: Phrase(vi: "Không có tên thủ tục", en: "No name")
        case .sameCodeTwice:
            Phrase(vi: "Mã này đã có ở dòng trước của cùng tệp", en: "An earlier line of the file has the same code")
        case .empty: Phrase(vi: "Ô để trống", en: "The cell is empty")
        case .wrongType: Phrase(vi: "Ô có kiểu dữ liệu khác", en: "The cell holds another kind of value")
        case .unknownCell:
            Phrase(vi: "Ô không có trong cấu trúc đã biết", en: "The cell is not part of the known shape")
        case .unknownWord: Phrase(vi: "Từ không có trong danh mục", en: "The word is not in the list")
        case .noUnit:
            Phrase(
                vi: "Thời hạn không ghi đơn vị và không chỗ nào nói rõ",
                en: "The limit has no unit and nothing says it plainly")
        case .zeroLimit: Phrase(vi: "Thời hạn bằng không", en: "The limit is zero")
        case .onlyPunctuation: Phrase(vi: "Ô chỉ có dấu câu", en: "The cell holds only punctuation")
        case .countNotCredible: Phrase(vi: "Số lượng không thể đúng", en: "The number cannot be true")
        case .notALegalDocument:
            Phrase(vi: "Không đọc được số văn bản; giữ nguyên", en: "Not a document number; kept as it stands")
        case .unitFromRemark:
            Phrase(vi: "Đơn vị để trống, ghi chú nói rõ", en: "The unit is empty; the remark says it plainly")
        case .unitFromSteps:
            Phrase(vi: "Đơn vị để trống, trình tự thực hiện nói rõ", en: "The unit is empty; the steps say it plainly")
        case .limitFromRemark:
            Phrase(vi: "Thời hạn để trống, ghi chú nói rõ", en: "The limit is empty; the remark says it plainly")
        case .limitAndFeeRunTogether:
            Phrase(vi: "Số của thời hạn dính với mức phí", en: "The limit's number runs into the fee")
        case .remarkSaysOtherUnit:
            Phrase(
                vi: "Ghi chú nói đơn vị khác với ô; giữ đơn vị của ô",
                en: "The remark says another unit than the cell; the cell's unit is kept")
        case .feeFromRemark:
            Phrase(vi: "Ô phí để trống, ghi chú nêu mức phí", en: "The fee's cell is empty; the words state an amount")
        case .freeButExplained:
            Phrase(
                vi: "Ô ghi miễn phí nhưng lời kèm theo nói khác; hiển thị lời kèm theo",
                en: "The cell says free, the words beside it say otherwise; the words are shown")
        case .otherCurrency:
            Phrase(vi: "Lời kèm theo nói loại tiền khác", en: "The words beside it name another currency")
        case .amountNotCredible:
            Phrase(
                vi: "Mức phí không thể tính bằng đồng; hiển thị lời kèm theo",
                en: "The amount cannot be in đồng; the words are shown")
        case .bracketNotClosed: Phrase(vi: "Ngoặc không đóng", en: "A bracket is not closed")
        case .countAndNameRunTogether:
            Phrase(vi: "Số cuối của tên dính với số lượng", en: "The name's last number runs into the count")
        case .nameAndFileRunTogether:
            Phrase(vi: "Tên giấy tờ dính với tên tệp mẫu", en: "The paper's name runs into the form's file name")
        case .notAPaper:
            Phrase(
                vi: "Không có bản chính, bản sao nào: là lời hướng dẫn, không phải giấy tờ",
                en: "No original and no copy: guidance, not a paper")
        case .numberAndTitleRunTogether:
            Phrase(vi: "Số văn bản dính với chữ đứng cạnh", en: "The document's number runs into what stands beside it")
        }
    }
}
