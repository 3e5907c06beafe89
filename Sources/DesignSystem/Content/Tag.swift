package import Kernel
package import Markup

/// A state as one word in its tone, "Đang xử lý".
package struct Tag: Component {
    let word: Phrase
    let tone: Tone

    package init(_ word: Phrase, _ tone: Tone = .quiet) {
        self.word = word
        self.tone = tone
    }

    package var markup: Markup { span(word, .class("tag tag-" + tone.rawValue)) }
}

/// How a dossier stands to its limit, in words and with a sign: "còn 2 ngày (24/04)".
package struct DeadlineTag: Component {
    package enum Standing: String, Sendable, CaseIterable { case late, today, soon, fine, stopped, done }

    let standing: Standing
    let words: Phrase

    package init(_ standing: Standing, _ words: Phrase) {
        self.standing = standing
        self.words = words
    }

    package var markup: Markup {
        span(.class("due due-" + standing.rawValue)) {
            switch standing {
            case .late: Icon.alert
            case .today, .soon: Icon.clock
            case .stopped: Icon.pause
            case .fine: Markup.empty
            case .done: Icon.check
            }
            words
        }
    }
}
