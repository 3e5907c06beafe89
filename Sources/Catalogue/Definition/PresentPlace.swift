import Kernel

/// The questions for today's province and commune that follow a question for a commune of before 1 July 2025 on its page:
/// what the old one became can be written into them.
package struct PresentPlace: Sendable, Equatable {
    /// The names of the two questions.
    package let province: String
    package let commune: String
    /// What the second is answered with.
    package let answer: String?
}

extension ShownPage {
    /// By the name of the question for the old commune; the entries of a group look at their own questions only.
    package var presentPlaces: [String: PresentPlace] {
        var found: [String: PresentPlace] = [:]
        Self.collect(fields, into: &found)
        return found
    }

    private static func collect(_ fields: [ShownField], into found: inout [String: PresentPlace]) {
        var (old, province): (String?, String?) = (nil, nil)
        for field in fields.flatMap(\.leaves) {
            switch field.kind {
            case .oldCommune: (old, province) = (field.name, nil)
            case .province: province = field.name
            case .commune:
                if let old, let province {
                    found[old] = PresentPlace(province: province, commune: field.name, answer: field.answer?.string)
                }
                old = nil
            default: for entry in field.entries { collect(entry, into: &found) }
            }
        }
    }
}

extension ShownField {
    /// Itself, or the questions asked together in it.
    fileprivate var leaves: [ShownField] { kind.isComposite ? parts.flatMap(\.leaves) : [self] }
}
