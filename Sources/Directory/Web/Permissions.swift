package import Site

// What posts allow, and which role has which: the one table of it.

extension Permission {
    /// Sees the desk, its inbox and the cases of its agency; works the steps of its role.
    package static let workCases = Permission("work-cases")
    /// Takes dossiers at the counter and online, hands out results, takes money.
    package static let receiveCases = Permission("receive-cases")
    /// Sees what was taken at the counter of the agency on a day.
    package static let seeTakings = Permission("see-takings")
    /// Sees what the whole unit has and shares it out.
    package static let superviseUnit = Permission("supervise-unit")
    /// Sees the figures of the whole agency and approves in its name.
    package static let leadAgency = Permission("lead-agency")
    /// Checks a person's papers at the counter and gives them access to their account again.
    package static let verifyIdentity = Permission("verify-identity")
    /// Changes agencies, posts and officials of the agency and below.
    package static let administer = Permission("administer")
    /// Writes service definitions as drafts.
    package static let designServices = Permission("design-services")
    /// Reviews the drafts of others, publishes and retires services.
    package static let reviewServices = Permission("review-services")
    /// Changes what holds for the whole site: calendars, services, the queue of jobs.
    package static let administerSite = Permission("administer-site")
}

extension Role {
    package var permissions: Set<Permission> {
        switch self {
        case .oneStop: [.workCases, .receiveCases, .verifyIdentity, .seeTakings]
        case .specialist: [.workCases]
        case .head: [.workCases, .superviseUnit]
        case .leader: [.workCases, .superviseUnit, .leadAgency, .seeTakings]
        case .administrator: [.administer, .designServices]
        }
    }

    /// The permissions at an agency: an administrator of the top of the tree looks after the whole site, and its leader
    /// reviews services too, so that a site with one administrator has a second person.
    package func permissions(atTop isTop: Bool) -> Set<Permission> {
        guard isTop else { return permissions }
        switch self {
        case .administrator: return permissions.union([.administerSite, .reviewServices])
        case .leader: return permissions.union([.designServices, .reviewServices])
        case .oneStop, .specialist, .head: return permissions
        }
    }
}
