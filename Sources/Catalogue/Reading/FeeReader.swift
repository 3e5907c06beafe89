import Kernel

/// Reads what a channel's row says about money.
struct FeeReader {
    let note: ChannelNote
    /// The amount that stood in the limit's cell.
    let runTogether: Int64?

    func read(_ members: [String: JSON], _ path: String, _ cells: inout CellReader) -> Procedure.Cost {
        if let runTogether {
            return .fees([Procedure.Fee(amount: runTogether, currency: .dong, note: note.feeNote)])
        }
        var fees: [Procedure.Fee] = []
        for (index, item) in cells.list(members["fees"], "\(path).fees").enumerated() {
            if let fee = fee(item, "\(path).fees[\(index)]", &cells) { fees.append(fee) }
        }
        if fees.isEmpty, case .amount(let amount, let currency) = note.fee {
            let fee = Procedure.Fee(amount: amount, currency: currency, note: note.feeNote)
            cells.account(.feeFromRemark, "\(path).fees", said: "", taken: fee.text)
            fees = [fee]
        }
        let believed = fees.enumerated().compactMap { index, fee in
            credible(fee, "\(path).fees[\(index)].amount", &cells)
        }
        if !fees.isEmpty {
            if !believed.isEmpty { return .fees(believed) }
            return fees.compactMap(\.note).first.map { .explained($0) } ?? .notStated
        }
        if case .bool(true)? = members["free"] { return free("\(path).free", &cells) }
        return note.fee == .free ? free("\(path).free", &cells) : .notStated
    }

    private func fee(_ item: JSON, _ path: String, _ cells: inout CellReader) -> Procedure.Fee? {
        guard let members = cells.object(item, path) else { return nil }
        cells.known(members, ["amount", "currency", "note"], path)
        guard let amount = cells.integer(members["amount"], "\(path).amount") else {
            cells.account(.empty, "\(path).amount", said: "")
            return nil
        }
        let word = cells.text(members["currency"], "\(path).currency") ?? ""
        guard let currency = Procedure.Fee.Currency(rawValue: word) else {
            cells.account(word.isEmpty ? .empty : .unknownWord, "\(path).currency", said: word)
            return nil
        }
        let words = SourceText.line(cells.text(members["note"], "\(path).note") ?? "")
        return Procedure.Fee(amount: Int64(amount), currency: currency, note: words.isEmpty ? nil : words)
    }

    /// An amount of less than 1,000 đồng does not exist any more: the words say dollars, or nothing is believed.
    private func credible(_ fee: Procedure.Fee, _ cell: String, _ cells: inout CellReader) -> Procedure.Fee? {
        guard fee.currency == .dong, fee.amount < 1_000 else { return fee }
        let words = fee.note ?? ""
        if words.contains("\(fee.amount) USD") || words.contains("\(fee.amount)USD") {
            let dollars = Procedure.Fee(amount: fee.amount, currency: .dollar, note: fee.note)
            cells.account(.otherCurrency, cell, said: fee.text, taken: dollars.text)
            return dollars
        }
        let named = words.replacing(".", with: "").replacing(",", with: "")
        if fee.amount > 0, named.contains("\(fee.amount)000") {
            let thousands = Procedure.Fee(amount: fee.amount * 1_000, currency: .dong, note: fee.note)
            cells.account(.amountNotCredible, cell, said: fee.text, taken: thousands.text)
            return thousands
        }
        cells.account(.amountNotCredible, cell, said: fee.text, taken: fee.note)
        return nil
    }

    /// "Miễn phí" stands for a fee of zero in the source, also where the words beside it name what is due.
    private func free(_ cell: String, _ cells: inout CellReader) -> Procedure.Cost {
        guard let words = note.feeNote, words.count > 2, SourceText.hasLetters(words) else { return .free }
        if Self.saysNothing.contains(Folding.fold(words)) { return .free }
        cells.account(.freeButExplained, cell, said: words, taken: words)
        return .explained(words)
    }

    private static let saysNothing: Set<String> = [
        "khong", "khong co", "khong quy dinh", "chua quy dinh", "mien phi", "khong thu phi", "khong thu", "0 dong",
        "mien",
        "khong co phi", "khong co phi le phi", "khong quy dinh phi le phi", "mien le phi", "khong phi",
        "khong thu le phi",
    ]
}
