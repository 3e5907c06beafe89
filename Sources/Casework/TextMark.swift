/// What an event says of a text (a reason, a note) that stands in an erasable row of its own: its id, and a salted
/// commitment to it, so that nobody changes its words unseen.
package struct TextMark: Codable, Sendable, Equatable {
    package let id: String
    package let commitment: String
}
