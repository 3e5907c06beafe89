import Kernel

/// What a password must be: long enough and not one that everybody tries. No rules about kinds of characters, which
/// only make people write it down (NIST SP 800-63B, section 5.1.1.2).
enum PasswordRule {
    static let shortest = 10
    static let longest = 200

    static func problems(_ password: String, email: String, field: String = "password") -> [FieldProblem] {
        if password.count < shortest { return [FieldProblem(field, .passwordTooShort)] }
        if password.count > longest { return [FieldProblem(field, .passwordTooLong)] }
        let lower = password.lowercased()
        let local = email.lowercased().prefix { $0 != "@" }
        let isOwnAddress =
            lower == email.lowercased() || (local.count >= 4 && lower.hasPrefix(local) && lower.count < local.count + 5)
        if common.contains(lower) || Set(lower).count < 4 || isRun(lower) || isOwnAddress {
            return [FieldProblem(field, .passwordTooCommon)]
        }
        return []
    }

    /// `1234567890`, `abcdefghij`, `9876543210`: every character follows the one before.
    private static func isRun(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        return steps.filter { $0 == 1 || $0 == -1 }.count >= steps.count - 1
    }

    /// Those of at least ten characters that lists of stolen passwords and everyday Vietnamese bring up first.
    private static let common: Set<String> = [
        "1234567890", "12345678910", "123456789a", "a123456789", "0123456789", "0987654321", "1234567899",
        "123123123123", "112233445566", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "qwertyuiop", "qwerty12345",
        "qwerty123456", "asdfghjkl1", "asdfghjkl123", "zxcvbnm123", "password12", "password123", "password1234",
        "password12345", "passw0rd123", "administrator", "admin12345", "admin123456", "administrator1", "abcd123456",
        "abc1234567", "abc123456789", "aa123456789", "iloveyou123", "iloveyou1234", "welcome123", "welcome1234",
        "letmein123", "changeme123", "matkhau123", "matkhau1234", "matkhau12345", "matkhau123456", "mat khau 123",
        "vietnam123", "vietnam1234", "vietnam2024", "vietnam2025", "vietnam2026", "vietnamvodich", "vietnam@123",
        "anhyeuem123", "emyeuanh123", "yeuemnhieu", "yeuanhnhieu", "khongbiet123", "khongcopass", "khongnhopass",
        "hanoi12345", "saigon12345", "hochiminh123", "dichvucong", "dichvucong1", "dichvucong123", "motcua12345",
        "congdan123", "congdan1234", "canbo12345", "abc@123456", "abc@12345678", "123456@abc", "p@ssw0rd123",
    ]
}

extension Phrase {
    static let passwordTooShort = Phrase(
        vi: "Mật khẩu cần ít nhất \(PasswordRule.shortest) ký tự. Một câu ngắn dễ nhớ là đủ.",
        en: "A password needs at least \(PasswordRule.shortest) characters. A short sentence will do.")
    static let passwordTooLong = Phrase(
        vi: "Mật khẩu dài nhất \(PasswordRule.longest) ký tự.",
        en: "A password has at most \(PasswordRule.longest) characters.")
    static let passwordTooCommon = Phrase(
        vi: "Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.",
        en: "This password is too easy to guess. Choose another one.")
}
