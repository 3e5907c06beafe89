/// Who asks, in the walk over all routes.
enum Caller: String, CaseIterable, Sendable {
    case nobody
    /// A person, whose dossiers, drafts and sessions stand in the addresses.
    case owner
    /// Another person.
    case stranger
    case oneStop, specialist, head, leader
    /// Of the commune at which the dossiers are.
    case administrator
    /// Of the top of the tree.
    case siteAdministrator
    /// The specialist, acting in the one-stop official's post.
    case delegate
    /// Officials of another agency of the same province.
    case oneStopElsewhere, leaderElsewhere, administratorElsewhere
    /// An official whose only post has ended, with a session that began before.
    case formerOfficial
}

/// Routes that the same callers may use: the rule as the law of the house has it, written down apart from the program.
enum Area: String, Sendable {
    /// Everybody.
    case open
    /// Programs of the operator, with a token.
    case machine
    /// Whoever is signed in.
    case signed
    /// Officials in office.
    case official
    /// People, not officials in office.
    case person
    /// Whose it is.
    case own
    /// The holder of the post.
    case ownPost
    /// The holder of the post, and administrators of the agency.
    case ownPostOrAgency
    /// Whose it is, by a secret; to others it is over.
    case secret
    /// Officials who work cases, for lists of their own agency.
    case desk
    /// Officials who work cases at the agency where the dossier is.
    case deskCase
    /// The desk and the leader of the agency where the receipt was given.
    case void
    /// Those who take money at the counter, and the leader, for what their own agency took.
    case takings
    /// Those who receive and hand out, for lists of their own.
    case counter
    /// Those who receive and hand out at the agency where the dossier is.
    case counterCase
    /// The official who began entering it.
    case counterDraft
    /// Those who check a person's papers at any counter of the site.
    case identity
    /// Administrators, for lists of what they look after.
    case administration
    /// Administrators of this agency, or of one above it.
    case agency
    /// Administrators of the whole site.
    case site

    /// Who is let in. Nobody in particular is sent to sign in; everybody else finds nothing.
    var callers: Set<Caller> {
        switch self {
        case .open: Set(Caller.allCases)
        case .machine: []
        case .signed: Set(Caller.allCases).subtracting([.nobody, .formerOfficial])
        case .official: Area.signed.callers.subtracting([.owner, .stranger])
        case .person: [.owner, .stranger]
        case .own, .secret: [.owner]
        case .ownPost: [.oneStop]
        case .ownPostOrAgency: [.oneStop, .administrator, .siteAdministrator]
        case .desk: [.oneStop, .specialist, .head, .leader, .delegate, .oneStopElsewhere, .leaderElsewhere]
        case .deskCase: [.oneStop, .specialist, .head, .leader, .delegate]
        case .void: [.oneStop, .leader, .delegate]
        case .takings: [.oneStop, .delegate, .leader, .oneStopElsewhere, .leaderElsewhere]
        case .counter: [.oneStop, .delegate, .oneStopElsewhere]
        case .counterCase: [.oneStop, .delegate]
        case .counterDraft: [.oneStop]
        case .identity: [.oneStop, .delegate, .oneStopElsewhere]
        case .administration: [.administrator, .siteAdministrator, .administratorElsewhere]
        case .agency: [.administrator, .siteAdministrator]
        case .site: [.siteAdministrator]
        }
    }

    /// Who sees what it is about and is told that they may not.
    var refused: Set<Caller> { self == .void ? [.specialist, .head] : [] }

    /// Who may read the owner's name, number, telephone and answers on such a page.
    var readers: Set<Caller> {
        switch self {
        case .desk, .deskCase, .void, .takings, .counter, .counterCase, .counterDraft:
            Area.deskCase.callers.union([.owner])
        case .identity: Area.identity.callers.union([.owner])
        default: [.owner]
        }
    }
}
