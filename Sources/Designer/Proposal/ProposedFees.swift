import Catalogue
import Kernel

/// The fees of a record: one amount by channel, or a table by a question where the record lists several.
struct ProposedFees {
    /// The block `fees`; nil when the record knows no amount.
    private(set) var value: YAMLValue?
    /// What has to be asked so that the amount is known.
    private(set) var questions: [YAMLValue.Entry] = []
    private(set) var missing: [Phrase] = []

    private static let mostRows = 12

    init(_ procedure: Procedure) {
        var byWay: [(way: Procedure.Channel.Way, fees: [Procedure.Fee])] = []
        var isExplained = false
        for way in Procedure.Channel.Way.allCases {
            let channels = procedure.channels.filter { $0.way == way }
            guard !channels.isEmpty else { continue }
            var fees: [Procedure.Fee] = []
            for channel in channels {
                switch channel.cost {
                case .fees(let list): for fee in list where !fees.contains(fee) { fees.append(fee) }
                case .explained: isExplained = true
                case .free, .notStated: continue
                }
            }
            if fees.contains(where: { $0.currency != .dong }) { isExplained = true }
            byWay.append((way, fees.filter { $0.currency == .dong }))
        }
        if isExplained {
            missing.append(
                Phrase(
                    vi: "Phí, lệ phí: danh mục diễn giải bằng lời hoặc bằng ngoại tệ, cần tự nhập",
                    en: "Fees: the catalogue explains them in words or in another currency; enter them yourself"))
        }
        let widest = byWay.map(\.fees).max { $0.count < $1.count } ?? []
        if widest.isEmpty { return }
        if widest.count == 1 {
            value = Self.fee(Self.byChannel(byWay.map { ($0.way, $0.fees.first?.amount ?? 0) }))
        } else if widest.count <= Self.mostRows {
            table(widest)
        } else {
            missing.append(
                Phrase(
                    vi: "Phí, lệ phí: danh mục nêu \(widest.count) mức, cần tự lập bảng",
                    en: "Fees: the catalogue lists \(widest.count) amounts; make the table yourself"))
        }
    }

    private mutating func table(_ fees: [Procedure.Fee]) {
        let keys = fees.indices.map { "rate_\($0 + 1)" }
        let options = zip(keys, fees).enumerated().map { number, one in
            let words = DraftFromProcedure.line(String((one.1.note ?? "").prefix(200)))
            let vi = words.isEmpty ? "Mức \(number + 1): \(one.1.text)" : words
            return YAMLValue.Entry(one.0, DraftFromProcedure.wording(vi, "Rate \(number + 1)"))
        }
        questions = [
            .init(
                "fee_rate",
                .map([
                    .init("kind", .text("choice")),
                    .init("label", .text("Hồ sơ thuộc mức phí nào? | Which rate applies?")),
                    .init("options", .map(options)),
                ]))
        ]
        // The last is what the formula gives otherwise: no branch of it is idle.
        let rows = zip(keys, fees).dropLast().map { FeeTable.Row(cells: ["\"\($0)\""], amount: String($1.amount)) }
        let table = FeeTable(inputs: ["matter.fee_rate"], rows: Array(rows), otherwise: String(fees.last?.amount ?? 0))
        value = Self.fee(table.formula)
        missing.append(
            Phrase(
                vi: "Phí, lệ phí: danh mục nêu \(fees.count) mức; xem lại bảng và tên tiếng Anh của các mức",
                en: "Fees: the catalogue lists \(fees.count) amounts; look at the table and at their English names"))
    }

    private static func byChannel(_ amounts: [(way: Procedure.Channel.Way, amount: Int64)]) -> String {
        guard let usual = amounts.first?.amount, amounts.contains(where: { $0.amount != usual }) else {
            return String(amounts.first?.amount ?? 0)
        }
        return amounts.dropFirst().filter { $0.amount != usual }.reduce("") { text, one in
            text + "if channel = \"\(one.way.rawValue)\" then \(one.amount) else "
        } + String(usual)
    }

    private static func fee(_ amount: String) -> YAMLValue {
        .map([
            .init(
                "fee",
                .map([
                    .init("title", .text("Phí, lệ phí | Fee")), .init("amount", .text(amount)),
                ]))
        ])
    }
}
