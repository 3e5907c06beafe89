import Composition
import DesignSystem
import Storage
import TestKit
import Testing

@testable import Site

/// Every address of the site, and who may use it.
@Suite struct RouteListTests {
    @Test func `the committed list of routes is what the site serves`() async throws {
        try await TrialSite.with(.sqlite, isEmpty: true) { site in
            try Snapshot.matches(RouteList.of(site).map(\.line).joined(), "docs/routes.txt")
        }
    }
}

/// The routes of the composed site with those of the site itself.
struct RouteList {
    let method: Route.Method
    let pattern: String
    let rule: AccessRule
    let needsToken: Bool

    var name: String { "\(method.rawValue) \(pattern)" }
    var line: String {
        method.rawValue.padding(to: 6) + pattern.padding(to: 56) + rule.description
            + (method == .post && !needsToken ? ", without a form token" : "") + "\n"
    }

    static func of(_ site: TrialSite) -> [RouteList] {
        let installation = site.installation
        let own = SiteRoutes.routes(
            parked: ParkedForms(database: installation.database, clock: installation.clock),
            metrics: installation.metrics,
            settings: SiteSettings(
                isSecure: true, trustsProxy: true, secret: site.settings.secret, uploadFolder: "", metricsToken: nil))
        return (installation.routes().all + own.all)
            .map { RouteList(method: $0.method, pattern: shown($0.pattern), rule: $0.rule, needsToken: $0.needsToken) }
            .sorted { ($0.pattern, $0.method.rawValue) < ($1.pattern, $1.method.rawValue) }
    }

    /// The files of the design carry a hash of their content in their names; the list does not.
    static func shown(_ pattern: String) -> String { pattern.replacing(/-[0-9a-f]{10}\./, with: "-….") }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
