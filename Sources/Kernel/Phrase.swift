/// One wording in both languages of the interface. Vietnamese comes first; a phrase without English does not compile.
package struct Phrase: Hashable, Sendable, Codable {
    package let vi: String
    package let en: String

    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// The same text in both, for names that are not translated (catalogue texts, people's names).
    package init(same text: String) { self.init(vi: text, en: text) }

    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

/// The languages of the interface.
package enum Language: String, Sendable, Codable, CaseIterable {
    case vi, en
}
