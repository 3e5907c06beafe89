import Kernel

/// What is to be told: a title and paragraphs, each in both languages.
struct NoticeText: Sendable, Equatable {
    let kind: Notice.Kind
    let title: Phrase
    var paragraphs: [Phrase]

    init(_ kind: Notice.Kind, _ title: Phrase, _ paragraphs: [Phrase?]) {
        self.kind = kind
        self.title = title
        self.paragraphs = paragraphs.compactMap(\.self)
    }

    var body: Phrase {
        Phrase(
            vi: paragraphs.map(\.vi).joined(separator: "\n\n"), en: paragraphs.map(\.en).joined(separator: "\n\n"))
    }
}
