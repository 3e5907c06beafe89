package import Catalogue
package import Kernel
package import Storage

extension CaseFee {
    /// Notes when amounts of a case were paid; nil makes them due again. Call it with the dossier's row locked.
    package static func settle(
        _ keys: some Sequence<String>, of id: Dossier.ID, at paidAt: Instant?, in tx: any Transaction
    ) throws {
        try tx.run(
            "UPDATE dossier_fee SET paid_at = \(paidAt) WHERE dossier_id = \(id) AND fee IN (\(list: keys))")
    }
}

/// What an event says of an amount that is due.
package struct FeeMark: Codable, Sendable, Equatable {
    package let key: String
    package let amount: Money
}

extension CaseFee {
    /// Brings what is due into line with new answers. What was paid stays paid: when more is due now, the rest is an
    /// amount of its own; when less is, nothing is owed and giving back is the treasury's. Call it with the dossier's row
    /// locked.
    ///
    /// - Returns: all amounts as they are now; nil when nothing has changed.
    package static func adjust(to due: [FeeDue], of id: Dossier.ID, in tx: any Transaction) throws -> [FeeMark]? {
        let before = try fees(of: id, in: tx)
        let (paid, open) = (before.filter { $0.paidAt != nil }, before.filter { $0.paidAt == nil })
        let wanted = unpaid(of: due, after: paid)
        guard wanted.sorted(by: { $0.key < $1.key }) != open.sorted(by: { $0.key < $1.key }) else { return nil }
        try tx.run("DELETE FROM dossier_fee WHERE dossier_id = \(id) AND paid_at IS NULL")
        try tx.runAll(wanted.map { try $0.insertion(of: id) })
        return (paid + wanted).map { FeeMark(key: $0.key, amount: $0.amount) }
    }

    /// What is left to pay of what is due.
    static func unpaid(of due: [FeeDue], after paid: [CaseFee]) -> [CaseFee] {
        var wanted: [CaseFee] = []
        let taken = Set(paid.map(\.key))
        for fee in due {
            let settled = paid.filter { $0.rule == fee.key }
            let rest = Money(dong: settled.reduce(fee.amount.dong) { $0 - $1.amount.dong })
            guard rest > .zero else { continue }
            let title = Phrase(vi: "\(fee.title.vi) (phần nộp bổ sung)", en: "\(fee.title.en) (the rest)")
            // A receipt may have been voided between two others: the first key that nothing paid has.
            let keys = [fee.key] + (1...paid.count + 1).map { "\(fee.key)+\($0)" }
            wanted.append(
                CaseFee(
                    key: keys.first { !taken.contains($0) } ?? fee.key,
                    title: settled.isEmpty ? fee.title : title, amount: rest, basis: fee.basis, paidAt: nil))
        }
        return wanted
    }

    /// The rule of the service from which the amount comes.
    package var rule: String { String(key.prefix { $0 != "+" }) }

    /// As the rules of the service ask for it.
    init(due: FeeDue) {
        self.init(key: due.key, title: due.title, amount: due.amount, basis: due.basis, paidAt: nil)
    }

    /// The statement that writes it down as due.
    func insertion(of id: Dossier.ID) throws -> SQL {
        """
        INSERT INTO dossier_fee (dossier_id, fee, title, amount, basis, paid_at)
        VALUES (\(id), \(key), \(try JSON(encoding: title)), \(amount), \(basis), NULL)
        """
    }
}
