import Kernel

/// Names of parts (pages, questions, papers) made from what they are called: `Ngày cấp` becomes `ngay_cap`.
package enum KeyName {
    /// Words of the rule language, which name nothing.
    private static let reserved: Set<String> = [
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between",
        "true", "false", "null", "function", "external", "instance", "of", "item", "value", "this", "date", "time",
        "owner", "channel", "yes", "no", "on", "off", "y", "n", "vi", "en", "use", "with", "mandate",
    ]

    /// A name that none of `taken` has, of at most 32 signs.
    package static func of(_ label: String, taken: some Collection<String>, usual: String = "muc") -> String {
        let words = Folding.words(label.split(separator: "|").first.map(String.init) ?? label)
        var name = ""
        for word in words {
            if !name.isEmpty, name.utf8.count + word.utf8.count + 1 > 28 { break }
            name += (name.isEmpty ? "" : "_") + word.prefix(28)
        }
        if name.isEmpty { name = usual }
        if let first = name.utf8.first, !(0x61...0x7A).contains(first) || reserved.contains(name) {
            name = "\(usual)_\(name)"
        }
        guard taken.contains(name) else { return name }
        var number = 2
        while taken.contains("\(name)_\(number)") { number += 1 }
        return "\(name)_\(number)"
    }

    /// The short name of a service, as it stands in addresses: `dang-ky-tam-tru`.
    package static func service(_ title: String, taken: some Collection<String>) -> String {
        var name = ""
        for word in Folding.words(title) {
            if !name.isEmpty, name.utf8.count + word.utf8.count + 1 > 50 { break }
            name += (name.isEmpty ? "" : "-") + word.prefix(50)
        }
        if name.isEmpty { name = "dich-vu" }
        guard taken.contains(name) else { return name }
        var number = 2
        while taken.contains("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }
}
