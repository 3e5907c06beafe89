extension FEELDate: LosslessStringConvertible {
    /// `2026-04-22`; years have at least four digits.
    package var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `2026-04-22`, `-0044-03-15`; more than four digits of a year do not begin with 0; nil otherwise.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        let negative = reader.take(["-"]) != nil
        let leadingZero = reader.next == 0x30
        guard let (year, digits) = reader.run(), digits == 4 || digits > 4 && digits <= 9 && !leadingZero,
            reader.take(["-"]) != nil, let month = reader.number(digits: 2), reader.take(["-"]) != nil,
            let day = reader.number(digits: 2), reader.isAtEnd
        else { return nil }
        self.init(year: negative ? -year : year, month: month, day: day)
    }
}
