/// Why a text is no expression of FEEL, and where.
struct SyntaxFault: Error, Hashable {
    enum Reason: Hashable {
        case tooLong(Int)
        case tooDeep
        case openString
        case openComment
        case empty
        case unexpected(String)
        case missing(String)
        case missingValue(after: String)
        case badNumber(String)
        case badDate(String)
        case singleEquals
        case unknownType(String)
    }

    let reason: Reason
    let start: Int
    let end: Int

    init(_ reason: Reason, _ start: Int, _ end: Int) {
        self.reason = reason
        self.start = start
        self.end = end
    }
}
