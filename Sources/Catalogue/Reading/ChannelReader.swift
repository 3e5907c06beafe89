import Kernel

/// Reads a record's ways of filing: limit, fee and remark of each row.
struct ChannelReader {
    /// The order of steps, which may state a limit whose unit is missing in its cell.
    let stepsText: String

    func read(_ value: JSON?, _ cells: inout CellReader) -> [Procedure.Channel] {
        let items = cells.list(value, "channels")
        if items.isEmpty { cells.account(.empty, "channels", said: "") }
        return items.enumerated().compactMap { index, item in
            let path = "channels[\(index)]"
            guard let members = cells.object(item, path) else { return nil }
            cells.known(members, ["channel", "time_limit", "free", "fees", "note"], path)
            let word = cells.text(members["channel"], "\(path).channel") ?? ""
            guard let way = Procedure.Channel.Way(rawValue: word) else {
                cells.account(word.isEmpty ? .empty : .unknownWord, "\(path).channel", said: word)
                return nil
            }
            return channel(way, members, path, &cells)
        }
    }

    private func channel(
        _ way: Procedure.Channel.Way, _ members: [String: JSON], _ path: String, _ cells: inout CellReader
    ) -> Procedure.Channel {
        let source = cells.text(members["note"], "\(path).note")
        let limitCell = cells.object(members["time_limit"], "\(path).time_limit")
        let note = ChannelNote(SourceText.paragraphs(source ?? ""), limitIsMissing: limitCell == nil)
        if note.bracketIsOpen {
            cells.account(.bracketNotClosed, "\(path).note", said: source ?? "", taken: note.feeNote)
        }
        var run: (limit: Int, fee: Int64)?
        let limit: Procedure.TimeLimit?
        if let limitCell {
            limit = read(limitCell, note, path, &cells, &run)
        } else {
            limit = missing(note, path, &cells)
        }
        let remark = [note.limitWords.map(SourceText.line), note.remark].compactMap(\.self).joined(separator: "\n")
        let fees = FeeReader(note: note, runTogether: run?.fee)
        return Procedure.Channel(
            way: way, limit: limit, cost: fees.read(members, path, &cells), remark: remark.isEmpty ? nil : remark,
            source: source)
    }

    // MARK: the limit

    /// No limit at all: the remark's words are taken when they state exactly one duration.
    private func missing(_ note: ChannelNote, _ path: String, _ cells: inout CellReader) -> Procedure.TimeLimit? {
        let stated = Set(LimitWording.all(in: note.remark ?? "").map { [$0.value: $0.unit] })
        guard stated.count == 1, let (value, unit) = stated.first?.first else {
            cells.account(.empty, "\(path).time_limit", said: note.limitWords ?? "")
            return nil
        }
        let limit = Procedure.TimeLimit(value, unit, basis: .remark)
        cells.account(.limitFromRemark, "\(path).time_limit", said: "", taken: limit.phrase?.vi)
        return limit
    }

    private func read(
        _ cell: [String: JSON], _ note: ChannelNote, _ path: String, _ cells: inout CellReader,
        _ run: inout (limit: Int, fee: Int64)?
    ) -> Procedure.TimeLimit? {
        let (valuePath, unitPath) = ("\(path).time_limit.value", "\(path).time_limit.unit")
        cells.known(cell, ["value", "unit"], "\(path).time_limit")
        guard var value = cells.integer(cell["value"], valuePath), value >= 0 else {
            cells.account(.empty, valuePath, said: cell["value"]?.canonical ?? "")
            return nil
        }
        let word = cells.text(cell["unit"], unitPath)
        if case .tail(let thousands) = note.fee, word == nil {
            if let parts = Self.separate(value, thousands: thousands, note.feeNote) {
                cells.account(
                    .limitAndFeeRunTogether, valuePath, said: String(value),
                    taken: "\(parts.limit) + \(parts.fee.groupedByThousands) đồng")
                run = parts
                value = parts.limit
            } else {
                cells.account(.countNotCredible, valuePath, said: String(value))
                cells.account(.noUnit, unitPath, said: "")
                return nil
            }
        }
        if value == 0 {
            cells.account(.zeroLimit, valuePath, said: "0")
            if word == nil { cells.account(.noUnit, unitPath, said: "") }
            return nil
        }
        if let half = note.half, word == nil {
            let limit = Procedure.TimeLimit(halves: value * 2 + 1, half, basis: .remark)
            cells.account(.unitFromRemark, unitPath, said: "", taken: limit.phrase?.vi)
            return limit
        }
        if let word {
            guard let unit = Procedure.TimeLimit.Unit(rawValue: word) else {
                cells.account(.unknownWord, unitPath, said: word)
                return Procedure.TimeLimit(value, nil)
            }
            let other = Self.units(of: value, in: LimitWording.all(in: note.remark ?? ""))
            if other.count == 1, let said = other.first, said != unit {
                cells.account(
                    .remarkSaysOtherUnit, unitPath, said: note.remark ?? "",
                    taken: Procedure.TimeLimit(value, unit).phrase?.vi)
            }
            return Procedure.TimeLimit(value, unit)
        }
        return withoutUnit(value, note, unitPath, &cells)
    }

    /// The unit is missing: taken from the remark, or from the steps when they state this number as the limit counted
    /// from receipt. A 1 in the steps is nearly always the time of one step, so it is never taken from them.
    private func withoutUnit(
        _ value: Int, _ note: ChannelNote, _ unitPath: String, _ cells: inout CellReader
    ) -> Procedure.TimeLimit {
        let fromRemark = Self.units(of: value, in: LimitWording.all(in: note.remark ?? ""))
        if fromRemark.count == 1, let unit = fromRemark.first {
            let limit = Procedure.TimeLimit(value, unit, basis: .remark)
            cells.account(.unitFromRemark, unitPath, said: "", taken: limit.phrase?.vi)
            return limit
        }
        let steps = value > 1 ? LimitWording.all(in: stepsText) : []
        let fromSteps = Self.units(of: value, in: steps)
        if fromRemark.isEmpty, fromSteps.count == 1, let unit = fromSteps.first,
            steps.contains(where: { $0.value == value && $0.isFromReceipt })
        {
            let limit = Procedure.TimeLimit(value, unit, basis: .steps)
            cells.account(.unitFromSteps, unitPath, said: "", taken: limit.phrase?.vi)
            return limit
        }
        cells.account(.noUnit, unitPath, said: "")
        return Procedure.TimeLimit(value, nil)
    }

    private static func units(of value: Int, in wordings: [LimitWording]) -> Set<Procedure.TimeLimit.Unit> {
        Set(wordings.filter { $0.value == value }.map(\.unit))
    }

    /// "1" and "20,000 VNĐ" came as 120 and ",000 VNĐ". The fee's words say where to cut; without them the cut is after
    /// the first digit when the rest is an amount in use (20, 25, 50, 100, 200, 250, 500).
    private static func separate(_ value: Int, thousands: Bool, _ words: String?) -> (limit: Int, fee: Int64)? {
        let digits = String(value)
        let named = (words ?? "").replacing(".", with: "").replacing(",", with: "")
        for cut in 1..<max(2, digits.count) {
            guard let limit = Int(digits.prefix(cut)), let fee = Int64(digits.dropFirst(cut)), limit > 0, fee > 0 else {
                continue
            }
            if named.contains("\(fee)000") { return (limit, fee * 1_000) }
        }
        guard let limit = Int(digits.prefix(1)), let fee = Int64(digits.dropFirst(1)),
            thousands || [20, 23, 25, 40, 50, 100, 200, 250, 500].contains(fee)
        else { return nil }
        return (limit, fee * 1_000)
    }
}
