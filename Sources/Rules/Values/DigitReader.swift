/// Reads fixed forms such as dates, times and durations from left to right.
struct DigitReader {
    private let bytes: [UInt8]
    private(set) var at = 0

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { at == bytes.count }
    var rest: Substring { Substring(String(decoding: bytes[at...], as: UTF8.self)) }
    var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    /// Takes one of these ASCII characters when it comes next.
    mutating func take(_ choices: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard let next, let found = choices.first(where: { $0.value == UInt32(next) }) else { return nil }
        at += 1
        return found
    }

    /// A number of exactly so many digits.
    mutating func number(digits: Int) -> Int? {
        guard let run = run(), run.count == digits else { return nil }
        return run.value
    }

    /// A run of up to 18 digits; nil, without moving on, when there is none or a longer one.
    mutating func run() -> (value: Int, count: Int)? {
        var (value, end) = (0, at)
        while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 {
            if end - at == 18 { return nil }
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        guard end > at else { return nil }
        defer { at = end }
        return (value, end - at)
    }

    /// The digits behind a decimal point as nanoseconds; further ones are cut off.
    mutating func nanoseconds() -> Int? {
        var (value, scale, count) = (0, 100_000_000, 0)
        while let byte = next, byte >= 0x30, byte <= 0x39 {
            value += Int(byte - 0x30) * scale
            scale /= 10
            count += 1
            at += 1
        }
        return count > 0 ? value : nil
    }
}

func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Nanoseconds as the fraction behind seconds, without trailing zeros: `.25`, or nothing.
func fraction(_ nanoseconds: Int) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(nanoseconds, 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "." + digits
}
