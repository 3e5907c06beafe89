import Kernel

/// Who letters come from: an address, perhaps with a name before it.
struct MailAddress: Sendable, Equatable {
    let name: String
    let address: EmailAddress

    /// What stands behind the @.
    var domain: String { address.text.split(separator: "@").last.map(String.init) ?? "localhost" }

    /// Reads `so@tinh.example` and `Cổng dịch vụ công <so@tinh.example>`. A name of one word is a host like any other
    /// here: mail servers on the machine itself have such addresses.
    init?(_ text: String) {
        let parts = text.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        let typed = parts.count == 2 ? parts[1].prefix { $0 != ">" } : parts[0]
        if let address = EmailAddress(String(typed)) {
            self.address = address
        } else if typed.hasSuffix("@localhost"), let local = EmailAddress(typed + ".localdomain") {
            address = local
        } else {
            return nil
        }
        let words = parts.count == 2 ? parts[0].split(whereSeparator: \.isWhitespace) : []
        name = words.joined(separator: " ").filter { $0 != "\"" }
    }
}
