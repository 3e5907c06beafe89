/// What an event says of a text (a reason, a note) that stands in an erasable row of its own: its id, and a salted
/// commitment to it, so that nobody changes its words unseen.
package struct TextMark: Codable, Sendable, Equatable {
    package let id: String
    /// Empty in entries of the time before there were commitments.
    package let commitment: String

    package init(id: String, commitment: String) {
        self.id = id
        self.commitment = commitment
    }

    private enum CodingKeys: String, CodingKey { case id, commitment }

    /// Also reads the bare id, as entries of the time before commitments have it.
    package init(from decoder: any Decoder) throws {
        if let id = try? decoder.singleValueContainer().decode(String.self) {
            self.init(id: id, commitment: "")
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            commitment: try container.decode(String.self, forKey: .commitment))
    }
}
