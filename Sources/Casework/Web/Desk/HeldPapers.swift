import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What the agency holds of an owner already, below one paper at the counter: each offer with its files and the button
/// that uses it, inside the page's own form.
struct HeldPapers: Component {
    /// What the button asks: `reuse:PAPER:DOSSIER:RULE`.
    static let ask = "reuse:"

    let key: String
    let offers: [EarlierPapers.Offer]

    var markup: Markup {
        div {
            for offer in offers {
                p(.class("note")) {
                    offer.words
                    for file in offer.files {
                        " · "
                        a(.href(DeskPaths.file(offer.dossier, file.id))) { vietnamese(file.filename) }
                    }
                    " "
                    Button(
                        Phrase(vi: "Dùng lại", en: "Use again"), .plain, name: FormFields.action,
                        value: "\(Self.ask)\(key):\(offer.key)")
                }
            }
        }
    }

    /// The paper and the offer that a button named; nil for another button.
    static func asked(_ action: String) -> (paper: String, offer: String)? {
        guard action.hasPrefix(ask) else { return nil }
        let parts = action.dropFirst(ask.count).split(separator: ":", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}
