/// Who acts. Every operation that changes something takes one.
package enum Actor: Hashable, Sendable, Codable {
    /// A person signed in to the portal.
    case person(account: String, name: String)
    /// An official acting in a post, perhaps for another by delegation.
    case official(account: String, name: String, post: String, agency: String)
    /// Somebody without an account who holds a dossier's code and secret.
    case holder(dossier: String)
    /// The program itself: a job, a migration, a command on the machine.
    case system(String)

    package var name: String {
        switch self {
        case .person(_, let name), .official(_, let name, _, _): name
        case .holder: ""
        case .system(let what): what
        }
    }

    package var account: String? {
        switch self {
        case .person(let account, _), .official(let account, _, _, _): account
        case .holder, .system: nil
        }
    }

    /// Short, stable text for journal entries; holds ids only, never a name.
    package var reference: String {
        switch self {
        case .person(let account, _): "person:\(account)"
        case .official(let account, _, let post, _): "official:\(account):\(post)"
        case .holder(let dossier): "holder:\(dossier)"
        case .system(let what): "system:\(what)"
        }
    }
}
