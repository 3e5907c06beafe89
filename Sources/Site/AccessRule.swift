/// Who may use a route. A route cannot be declared without one.
package enum AccessRule: Sendable, Hashable, CustomStringConvertible {
    /// Everybody, signed in or not. What belongs to somebody is checked by the operation (a code with its secret).
    case anyone
    /// Programs of the site's own operator: metrics. By the bearer token of the settings, or from the machine itself.
    case machine
    /// Whoever is signed in.
    case signedIn
    /// A person signed in to the portal, not an official in office.
    case person
    /// An official whose post has the permission.
    case may(Permission)

    package var description: String {
        switch self {
        case .anyone: "anyone"
        case .machine: "machine"
        case .signedIn: "signed in"
        case .person: "person"
        case .may(let permission): "may \(permission)"
        }
    }

    func admits(_ visitor: Visitor?) -> Bool {
        switch self {
        case .anyone, .machine: true
        case .signedIn: visitor != nil
        case .person: visitor.map { !$0.isOfficial } ?? false
        case .may(let permission): visitor?.may(permission) ?? false
        }
    }
}

/// A rule under which nobody need be signed in.
package struct OpenRule: Sendable {
    let rule: AccessRule
    package static let anyone = OpenRule(rule: .anyone)
    package static let machine = OpenRule(rule: .machine)
}

/// A rule under which somebody is signed in, so that the handler is given who.
package struct SignedRule: Sendable {
    let rule: AccessRule
    package static let signedIn = SignedRule(rule: .signedIn)
    package static let person = SignedRule(rule: .person)
    package static func may(_ permission: Permission) -> SignedRule { SignedRule(rule: .may(permission)) }
}
