import Kernel

/// What a file of territories says: one JSON object a line, `{"code", "name", "name_en", "level", "parent"}` for a unit
/// of today, and with `until` and `successors` for one that is no more.
struct TerritoryFile {
    private(set) var current: [(line: Int, territory: Territory)] = []
    private(set) var earlier: [(line: Int, territory: EarlierTerritory)] = []
    private(set) var problems: [ImportReport.Problem] = []

    init(_ text: String) {
        var seen: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            do throws(Unusable) {
                guard let record = try? JSON(parsing: String(line)) else { throw Unusable(.lineNotJSON) }
                let code = record["code"]?.string ?? ""
                // The lists are two: the same code may stand once in each.
                let list = record["until"] == nil ? "now" : "earlier"
                if record["until"] == nil {
                    let territory = try Self.territory(record, code)
                    guard seen.insert(list + code).inserted else { throw Unusable(.codeTwice(code)) }
                    current.append((index + 1, territory))
                } else {
                    let territory = try Self.earlier(record, code)
                    guard seen.insert(list + code).inserted else { throw Unusable(.codeTwice(code)) }
                    earlier.append((index + 1, territory))
                }
            } catch {
                problems.append(.init(index + 1, error.message))
            }
        }
    }

    private struct Unusable: Error {
        let message: Phrase
        init(_ message: Phrase) { self.message = message }
    }

    private static func territory(_ record: JSON, _ code: String) throws(Unusable) -> Territory {
        guard let level = Territory.level(ofCode: code) else { throw Unusable(.badTerritoryCode(code)) }
        let name = try named(record, code, level.rawValue)
        let parent = record["parent"]?.string
        guard (parent == nil) == (level == .province) else { throw Unusable(.unknownParent(parent ?? "")) }
        return Territory(
            code: code, level: level, name: name, englishName: record["name_en"]?.string ?? name, parent: parent,
            validity: Validity(from: ImportTerritories.since))
    }

    private static func earlier(_ record: JSON, _ code: String) throws(Unusable) -> EarlierTerritory {
        guard let level = EarlierTerritory.level(ofCode: code) else { throw Unusable(.badTerritoryCode(code)) }
        let name = try named(record, code, level.rawValue)
        let parent = record["parent"]?.string
        guard (parent == nil) == (level == .province) else { throw Unusable(.unknownParent(parent ?? "")) }
        guard let until = (record["until"]?.string).flatMap({ Day($0) }) else { throw Unusable(.badEnd(code)) }
        return EarlierTerritory(
            code: code, level: level, name: name, englishName: record["name_en"]?.string ?? name, parent: parent,
            until: until, successors: Set((record["successors"]?.array ?? []).compactMap(\.string)).sorted())
    }

    private static func named(_ record: JSON, _ code: String, _ level: String) throws(Unusable) -> String {
        guard record["level"]?.string == level else { throw Unusable(.levelAgainstCode(code)) }
        guard let name = record["name"]?.string, !name.isEmpty else { throw Unusable(.territoryNameMissing(code)) }
        return name
    }
}

extension Phrase {
    static let lineNotJSON = Phrase(
        vi: "Dòng này không phải một đối tượng JSON.", en: "This line is no JSON object.")
    static func badTerritoryCode(_ code: String) -> Phrase {
        Phrase(
            vi: "Mã “\(code)” không phải mã tỉnh (2 chữ số), mã xã (5 chữ số) hay mã huyện cũ (3 chữ số).",
            en: "The code “\(code)” is no province's (2 digits), no commune's (5) and no former district's (3).")
    }
    static func levelAgainstCode(_ code: String) -> Phrase {
        Phrase(vi: "Cấp ghi ở dòng này không khớp với mã \(code).", en: "The level does not fit the code \(code).")
    }
    static func territoryNameMissing(_ code: String) -> Phrase {
        Phrase(vi: "Mã \(code) không có tên.", en: "The code \(code) has no name.")
    }
    static func unknownParent(_ code: String) -> Phrase {
        Phrase(
            vi: "Không có đơn vị cấp trên mang mã “\(code)”.", en: "There is no unit above with the code “\(code)”.")
    }
    static func unknownSuccessor(_ code: String) -> Phrase {
        Phrase(
            vi: "Không có đơn vị hiện nay mang mã “\(code)”.", en: "There is no unit of today with the code “\(code)”.")
    }
    static func badEnd(_ code: String) -> Phrase {
        Phrase(
            vi: "Đơn vị cũ mã \(code) cần ngày hết hiệu lực dạng 2025-07-01.",
            en: "The former unit \(code) needs the day on which it ended, as 2025-07-01.")
    }
    static func codeTwice(_ code: String) -> Phrase {
        Phrase(vi: "Mã \(code) đã có ở dòng trên.", en: "The code \(code) stands on a line above.")
    }
}
