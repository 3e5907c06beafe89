package import Kernel

extension WorkingCalendar {
    /// Everything that is wrong with a calendar that somebody edited, field by field (`hours.monday`,
    /// `years.2026.holidays[0].to`); empty when it can be used.
    package var problems: [FieldProblem] {
        var found: [FieldProblem] = []
        if !(1...40).contains(code.utf8.count) || !code.utf8.allSatisfy(WorkingCalendar.isCodeByte) {
            found.append(
                FieldProblem(
                    "code",
                    Phrase(
                        vi: "Mã lịch chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 40 ký tự",
                        en: "The code of a calendar has only lower-case letters, digits and hyphens, 40 at most")))
        }
        found += name.blankProblems("name")
        found += weekProblems
        for (number, year) in years.sorted(by: { $0.key < $1.key }) { found += problems(of: year, number) }
        return found
    }

    private static func isCodeByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }

    private var weekProblems: [FieldProblem] {
        var found: [FieldProblem] = []
        for weekday in Weekday.allCases {
            let field = "hours.\(weekday.key)"
            guard hours[weekday].isInOrder else {
                found.append(FieldProblem(field, .hoursNotInOrder))
                continue
            }
            guard let opening = hours[weekday].first?.from, cutOff <= opening else { continue }
            found.append(
                FieldProblem(
                    "cut_off",
                    Phrase(
                        vi: "Giờ chốt \(cutOff.words.vi) phải sau giờ mở cửa \(opening.words.vi) \(weekday.name.vi)",
                        en: "The cut-off \(cutOff.words.en) must be after \(weekday.name.en)'s opening "
                            + "at \(opening.words.en)")))
        }
        if Weekday.allCases.allSatisfy({ hours[$0].isEmpty }) {
            found.append(
                FieldProblem(
                    "hours",
                    Phrase(
                        vi: "Nhập giờ làm việc cho ít nhất một ngày trong tuần",
                        en: "Enter the office hours of at least one day of the week")))
        }
        return found
    }
}

extension Phrase {
    func blankProblems(_ field: String) -> [FieldProblem] {
        [
            ("vi", vi, Phrase(vi: "Nhập tên tiếng Việt", en: "Enter the name in Vietnamese")),
            ("en", en, Phrase(vi: "Nhập tên tiếng Anh", en: "Enter the name in English")),
        ]
        .filter { $0.1.allSatisfy(\.isWhitespace) }
        .map { FieldProblem("\(field).\($0.0)", $0.2) }
    }

    static let hoursNotInOrder = Phrase(
        vi: "Mỗi khoảng giờ phải mở trước khi đóng và bắt đầu sau khoảng trước, ví dụ 07:30-11:30, 13:30-17:30",
        en: "Each stretch must open before it closes and begin after the one before, for example "
            + "07:30-11:30, 13:30-17:30")
}
