import Crypto
import Foundation
import Kernel

/// A search of the desk as it stands in an address: sealed, so that neither names nor numbers come into the logs of
/// servers on the way or into the history of a shared browser. Only the official who searched can open it again.
struct SearchSeal {
    /// What is sealed: what was typed, and after which place the page begins.
    struct Search: Codable, Equatable {
        var typed: String
        var after: String?
    }

    private let key: SymmetricKey
    private let account: Data

    init(secret: String, account: String) {
        key = SymmetricKey(data: SHA256.hash(data: Data("desk-search:\(secret)".utf8)))
        self.account = Data(account.utf8)
    }

    /// Letters, digits, `-` and `_`.
    func seal(_ search: Search) throws -> String {
        let data = try JSONEncoder().encode(search)
        let box = try AES.GCM.seal(data, using: key, authenticating: account)
        return (box.combined ?? Data()).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// Nil for what was not sealed here for this official.
    func open(_ text: String) -> Search? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
        guard let sealed = Data(base64Encoded: padded), let box = try? AES.GCM.SealedBox(combined: sealed),
            let data = try? AES.GCM.open(box, using: key, authenticating: account)
        else { return nil }
        return try? JSONDecoder().decode(Search.self, from: data)
    }
}
