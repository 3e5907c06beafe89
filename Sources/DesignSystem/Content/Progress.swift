package import Kernel
package import Markup
import Wording

/// How far long work is: a bar and the same in words.
package struct ProgressBar: Component {
    let done: Int
    let total: Int
    let words: Phrase

    package init(_ done: Int, of total: Int, _ words: Phrase) {
        self.done = done
        self.total = total
        self.words = words
    }

    package var markup: Markup {
        div(.class("progress")) {
            p(words)
            progress(.named("max", String(total)), .value(String(done)), .aria("label", words))
        }
    }
}

/// Where a person is in a form, in words: "Phần 2 trên 5: Cha mẹ".
package struct Whereabouts: Component {
    let part: Int
    let total: Int
    let name: Phrase

    package init(_ part: Int, of total: Int, _ name: Phrase) {
        self.part = part
        self.total = total
        self.name = name
    }

    package var markup: Markup {
        p(.class("whereabouts")) {
            Phrase(vi: "Phần \(part) trên \(total): ", en: "Part \(part) of \(total): ")
            strong(name)
        }
    }
}

/// The link back at the top of a page of a form.
package func backLink(_ href: String, _ words: Phrase = .back) -> Markup {
    a(.class("back"), .href(href)) {
        Icon.left
        words
    }
}
