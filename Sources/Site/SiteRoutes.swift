import DesignSystem
package import Kernel
import Markup
import Wording

/// The addresses of the site itself.
package enum SitePaths {
    package static let language = Place<Language>("/ngon-ngu/{}")
    static let parked = Place<String>("/tiep-tuc/{}")
    static let metrics = PlainPlace("/metrics")
    package static let live = PlainPlace("/healthz")
}

extension Language: LosslessStringConvertible {
    package init?(_ text: String) { self.init(rawValue: text) }
    package var description: String { rawValue }
}

/// The routes of the site itself: the files of the design, the language, waiting forms, life signs.
enum SiteRoutes {
    static func routes(parked: ParkedForms, metrics: Metrics, settings: SiteSettings) -> Routes {
        var routes = Routes()
        for asset in Assets.all {
            let response = Response(
                200,
                [
                    ("Content-Type", asset.contentType),
                    (
                        "Cache-Control",
                        asset.isImmutable
                            ? "public, max-age=31536000, immutable" : "public, max-age=3600"
                    ),
                ], .fixed(FixedContent(asset.bytes)))
            routes.get(PlainPlace(asset.path), .anyone) { _ in response }
        }
        routes.get(SitePaths.language, .anyone) { request, language in
            Response.see(Request.localPath(request.query["ve"]) ?? "/")
                .setting(Cookie(CookieJar.language, language.rawValue, seconds: 365 * 86_400))
        }
        routes.get(SitePaths.parked, .signedIn) { request, visitor, secret in
            let visit = request.cookies[CookieJar.visit] ?? ""
            guard let found = try await parked.take(secret, by: visitor.account, visit: visit) else {
                return .page(FaultPages.gone(), status: 410)
            }
            return .page(ParkedFormPage(secret: secret, parked: found).page)
        }
        routes.get(SitePaths.metrics, .machine) { _ in
            .text(await metrics.read(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        routes.get(SitePaths.live, .anyone) { _ in .text("ok\n") }
        return routes
    }
}
