package import Kernel
package import Markup

/// Counts with their words, each perhaps a link to its rows.
package struct Stats: Component {
    package struct Stat: Sendable {
        let value: Phrase
        let words: Phrase
        let href: String?
        let tone: Tone

        package init(_ value: Phrase, _ words: Phrase, href: String? = nil, tone: Tone = .quiet) {
            self.value = value
            self.words = words
            self.href = href
            self.tone = tone
        }

        package init(_ value: Int, _ words: Phrase, href: String? = nil, tone: Tone = .quiet) {
            self.init(Phrase(same: Int64(value).groupedByThousands), words, href: href, tone: tone)
        }
    }

    let stats: [Stat]

    package init(_ stats: [Stat]) { self.stats = stats }

    package var markup: Markup {
        ul(.class("stats")) {
            for stat in stats {
                li(.class("stat-" + stat.tone.rawValue)) {
                    if let href = stat.href { a(.href(href)) { face(stat) } } else { face(stat) }
                }
            }
        }
    }

    @MarkupBuilder private func face(_ stat: Stat) -> [Markup] {
        span(stat.value, .class("stat-value"))
        " "
        span(stat.words, .class("stat-words"))
    }
}
