import Catalogue
import Kernel

/// A file that answers a question of the form: the paper it is kept as, its name and its size.
struct AnswerFile: Equatable {
    let paper: Paper.ID
    let name: String
    let size: Int

    init(_ paper: Paper) {
        self.paper = paper.id
        name = paper.filename
        size = paper.size
    }

    /// A file of a played form, of which nothing but its name is known.
    init(played name: String, _ number: UInt64) {
        paper = Paper.ID(high: 0, low: number)
        self.name = name
        size = 0
    }

    private init?(_ json: JSON) {
        guard let id = json["paper"]?.string.flatMap({ Paper.ID($0) }), let name = json["name"]?.string else {
            return nil
        }
        paper = id
        self.name = name
        size = json["size"]?.integer ?? 0
    }

    var json: JSON {
        ["paper": .string(paper.description), "name": .string(name), "size": .init(integerLiteral: size)]
    }

    static func files(_ answer: JSON?) -> [AnswerFile] { (answer?.array ?? []).compactMap { AnswerFile($0) } }
}

/// The place of one answer: `child.birth_day`, `household.members[1].photo`.
struct AnswerPath {
    private enum Segment {
        case key(String)
        case index(Int)
    }

    private let segments: [Segment]

    init(_ name: String) {
        segments = name.split(separator: ".").flatMap { part -> [Segment] in
            guard let open = part.firstIndex(of: "["), part.hasSuffix("]"),
                let index = Int(part[part.index(after: open)...].dropLast())
            else { return [.key(String(part))] }
            return [.key(String(part[..<open])), .index(index)]
        }
    }

    /// The same answer's name in every entry of a group: `household.members.photo`.
    static func rule(_ name: String) -> String {
        var out = ""
        var isInside = false
        for character in name {
            if character == "[" { isInside = true }
            if !isInside { out.append(character) }
            if character == "]" { isInside = false }
        }
        return out
    }

    func get(_ answers: JSON) -> JSON? {
        segments.reduce(Optional(answers)) { value, segment in
            switch segment {
            case .key(let key): value?[key]
            case .index(let index): value?[index]
            }
        }
    }

    func set(_ new: JSON?, in answers: JSON) -> JSON { Self.set(new, segments[...], in: answers) ?? answers }

    private static func set(_ new: JSON?, _ path: ArraySlice<Segment>, in value: JSON?) -> JSON? {
        switch path.first {
        case nil: return new
        case .key(let key):
            var members = value?.object ?? [:]
            members[key] = set(new, path.dropFirst(), in: members[key])
            return .object(members)
        case .index(let index):
            var items = value?.array ?? []
            while items.count <= index, index < 200 { items.append([:]) }
            guard items.indices.contains(index) else { return value }
            items[index] = set(new, path.dropFirst(), in: items[index]) ?? [:]
            return .array(items)
        }
    }
}

extension ShownPage {
    /// The questions of the page that ask for files, in composites and entries too.
    var fileFields: [ShownField] { fields.flatMap { $0.fileFields } }
}

extension ShownField {
    var fileFields: [ShownField] {
        kind == .file ? [self] : parts.flatMap { $0.fileFields } + entries.flatMap { $0.flatMap { $0.fileFields } }
    }
}
