import Catalogue
import DesignSystem
import Kernel
import Markup

/// What a text may name besides its own variables, with how it is written.
struct InsertableNames: Component {
    let facts: [TextFact]

    var markup: Markup {
        Disclosure(Phrase(vi: "Biến có sẵn, không cần thêm", en: "Known already, not to be added")) {
            SummaryList(
                facts.map { fact in
                    SummaryList.Row(FactWords.phrase(fact)) { code("{{\(fact.rawValue)}}") }
                })
        }.markup
    }
}
