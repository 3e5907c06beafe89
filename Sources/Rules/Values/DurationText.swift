/// The parts of a duration as XML Schema writes it: `P1Y2M`, `-P3DT4H5M6.7S`.
struct DurationText {
    private(set) var negative = false
    private(set) var hasMonths = false
    private(set) var hasTime = false
    private(set) var months: Int? = 0
    private(set) var seconds: FEELDuration? = .zero

    init?(_ text: String) {
        var reader = DigitReader(text)
        negative = reader.take(["-"]) != nil
        guard reader.take(["P"]) != nil else { return nil }
        guard readParts(&reader, [("Y", 12, true), ("M", 1, true), ("D", 86_400, false)]) else { return nil }
        if reader.take(["T"]) != nil {
            let before = reader.at
            guard readParts(&reader, [("H", 3_600, false), ("M", 60, false), ("S", 1, false)]), reader.at > before
            else { return nil }
        }
        guard reader.isAtEnd, hasMonths || hasTime else { return nil }
    }

    private mutating func readParts(
        _ reader: inout DigitReader, _ parts: [(unit: Unicode.Scalar, factor: Int, isMonths: Bool)]
    ) -> Bool {
        var left = parts[...]
        while let (value, _) = reader.run() {
            var nanoseconds = 0
            let fraction = reader.take(["."]) != nil
            if fraction {
                nanoseconds = reader.nanoseconds() ?? 0
            }
            guard let unit = reader.take(left.map(\.unit)), let index = left.firstIndex(where: { $0.unit == unit }),
                !fraction || unit == "S"
            else { return false }
            add(value, parts[index].factor, nanoseconds, isMonths: parts[index].isMonths)
            left = left[(index + 1)...]
        }
        return true
    }

    private mutating func add(_ value: Int, _ factor: Int, _ nanoseconds: Int, isMonths: Bool) {
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        let size = overflow || product.magnitude > 1 << 60 ? nil : product
        if isMonths {
            hasMonths = true
            months = months.flatMap { sum in size.map { sum + $0 } }
        } else {
            hasTime = true
            seconds = seconds.flatMap { sum in
                size.flatMap { sum.adding(FEELDuration(seconds: $0, nanoseconds: nanoseconds)) }
            }
        }
    }
}
