/// What a colour says; always beside a word that says the same.
package enum Tone: String, Sendable, CaseIterable {
    /// Nothing to do or to fear.
    case quiet
    /// River: good to know, under way.
    case info
    /// Amber: waiting, due today.
    case waiting
    /// Jade: done, on time.
    case good
    /// Lacquer: late, refused, cannot be taken back.
    case bad
}
