import Kernel

/// The number by which a person is named: the citizen number, or that of a foreign passport (letters in it tell).
struct PersonalNumber: Sendable, Equatable {
    let text: String

    init?(_ typed: String) {
        if let number = CitizenNumber(typed) {
            text = number.digits
            return
        }
        let bare = typed.filter { !$0.isWhitespace && $0 != "-" }.uppercased()
        guard (6...20).contains(bare.count), bare.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
            bare.contains(where: \.isLetter), bare.contains(where: \.isNumber)
        else { return nil }
        text = bare
    }
}

/// A telephone number under which somebody can be called: a Vietnamese one, or a foreign one with `+` and the code of
/// its country (ITU-T E.164: at most fifteen digits).
struct ReachableNumber: Sendable, Equatable {
    let text: String

    init?(_ typed: String) {
        if let number = PhoneNumber(typed) {
            text = number.digits
            return
        }
        let bare = typed.filter { !$0.isWhitespace && !"().-".contains($0) }
        let digits = bare.dropFirst()
        guard bare.first == "+", (7...15).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            digits.first != "0", !digits.hasPrefix("84")
        else { return nil }
        text = bare
    }
}
