/// A set of characters, as a class in brackets or an escape describes it.
indirect enum ScalarClass: Sendable {
    case range(ClosedRange<UInt32>)
    case everything
    case everythingOnALine
    case digit, word, space, nameStart, name
    case category(String)
    case not(ScalarClass)
    case union([ScalarClass])
    case minus(ScalarClass, ScalarClass)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range): range.contains(scalar.value)
        case .everything: true
        case .everythingOnALine: scalar != "\n" && scalar != "\r"
        case .digit: scalar.properties.generalCategory == .decimalNumber
        case .word: !["P", "Z", "C"].contains(scalar.category.prefix(1))
        case .space: scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        case .nameStart: scalar == "_" || scalar == ":" || scalar.properties.isAlphabetic
        case .name:
            scalar.properties.isAlphabetic || ["_", ":", "-", ".", "\u{B7}"].contains(scalar)
                || ["Nd", "Mn", "Mc"].contains(scalar.category)
        case .category(let name): name.count == 1 ? scalar.category.hasPrefix(name) : scalar.category == name
        case .not(let inner): !inner.contains(scalar)
        case .union(let parts): parts.contains { $0.contains(scalar) }
        case .minus(let whole, let part): whole.contains(scalar) && !part.contains(scalar)
        }
    }

    /// With the flag `i`: a character that is written counts in both its cases, an escape such as `\p{Lu}` as it is.
    func containsIgnoringCase(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range):
            if range.contains(scalar.value) { return true }
            return [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].contains {
                $0.unicodeScalars.count == 1 && $0.unicodeScalars.allSatisfy { range.contains($0.value) }
            }
        case .not(let inner): return !inner.containsIgnoringCase(scalar)
        case .union(let parts): return parts.contains { $0.containsIgnoringCase(scalar) }
        case .minus(let whole, let part):
            return whole.containsIgnoringCase(scalar) && !part.containsIgnoringCase(scalar)
        default: return contains(scalar)
        }
    }

    static let categories: Set<String> = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
    ]
}

extension Unicode.Scalar {
    /// The two letters of the general category.
    fileprivate var category: String {
        switch properties.generalCategory {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        default: "Cn"
        }
    }
}
