import Kernel

/// The names of steps and acts that were drawn elsewhere and have none: made from what they are called.
enum StepName {
    /// `Tiếp nhận hồ sơ` → `tiep_nhan_ho_so`.
    static func plain(_ title: String) -> String {
        let words = Folding.fold(title).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = words.joined(separator: "_").lowercased().drop { !$0.isLetter }
        return String(name.prefix(36)).isEmpty ? "buoc" : String(name.prefix(36))
    }

    /// The name, with a number behind it when it is taken already.
    static func unused(_ name: String, _ taken: inout Set<String>) -> String {
        var free = name
        var number = 2
        while !taken.insert(free).inserted {
            free = "\(name.prefix(36))_\(number)"
            number += 1
        }
        return free
    }
}
