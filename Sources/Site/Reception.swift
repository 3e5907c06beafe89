import Foundation
import HTTPTypes
package import Hummingbird
package import HummingbirdCore
package import Kernel
package import Logging
package import Markup
import NIOCore
import NIOPosix
package import Storage

/// What Hummingbird knows of a connection, with the address of whoever asks.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "unix"
    }
}

/// Meets every request: finds its route, session, language and form, checks access and the form's token, lets the
/// feature answer, and puts pages into the frame of the site.
package struct Reception: HTTPResponder {
    package typealias Context = SiteContext
    /// The frame around a page: header, navigation, footer.
    package typealias Frame = @Sendable (Page, Request) async throws -> Markup

    let table: RouteTable
    let settings: SiteSettings
    let sessions: any SessionFinder
    let signInPath: String
    let frame: Frame
    let parked: ParkedForms
    let limiter: RateLimiter
    let body: BodyReader
    let publicPages = PublicPages()
    let metrics: Metrics
    let logger: Logger
    let clock: any TimeSource

    /// `signInPath`: where somebody is sent who must sign in first; takes `?ve=` (where to go on afterwards).
    package init(
        routes: Routes, settings: SiteSettings, sessions: any SessionFinder, signInPath: String,
        database: any Database, clock: any TimeSource, metrics: Metrics, logger: Logger, frame: @escaping Frame
    ) {
        let parked = ParkedForms(database: database, clock: clock)
        var all = routes
        all.add(SiteRoutes.routes(parked: parked, metrics: metrics, settings: settings))
        table = RouteTable(all.all)
        self.settings = settings
        self.sessions = sessions
        self.signInPath = signInPath
        self.frame = frame
        self.parked = parked
        limiter = RateLimiter(database: database, clock: clock)
        body = BodyReader(folder: settings.uploadFolder, pool: .singleton)
        self.metrics = metrics
        self.logger = logger
        self.clock = clock
    }

    package func respond(
        to request: HummingbirdCore.Request, context: SiteContext
    ) async throws -> HummingbirdCore.Response {
        let started = ContinuousClock.now
        let number = ID<Reception>(at: clock.now).description
        var pattern = "none"
        var response: Response
        let isHead = request.method == .head
        var site: Request?
        let key = PublicPages.Key(request, isSecure: settings.isSecure)
        do {
            if let key, let kept = publicPages.find(key, at: clock.now) {
                let out = await window(.publicPage(kept.content), request, nil, number, isHead: isHead)
                count(request, kept.pattern, out, number, since: started)
                return out
            }
            let found =
                Route.Method(rawValue: isHead ? "GET" : request.method.rawValue)
                .map { table.find($0, request.uri.path) } ?? RouteTable.Found.otherMethod
            let basic = try await bare(request, context, number)
            site = basic
            switch found {
            case .nothing: response = .notFound
            case .otherMethod: response = Response(405)
            case .route(let route, let captured):
                pattern = route.pattern
                response = try await answer(route, captured, request, basic)
            }
        } catch let problem as BodyReader.Problem {
            response =
                problem == .tooLarge
                ? .page(FaultPages.tooLarge(backTo: site?.formPath ?? "/"), status: 413) : Response(problem.status)
        } catch {
            logger.error(
                "fault",
                metadata: ["request": "\(number)", "route": "\(pattern)", "error": "\(String(describing: error))"])
            response = Response(500)
        }
        let out = await window(response, request, site, number, isHead: isHead) { content in
            if let key { publicPages.keep(content, under: key, pattern: pattern, at: clock.now) }
        }
        count(request, pattern, out, number, since: started)
        return out
    }

    private func count(
        _ request: HummingbirdCore.Request, _ pattern: String, _ out: HummingbirdCore.Response, _ number: String,
        since started: ContinuousClock.Instant
    ) {
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        metrics.count(method: request.method.rawValue, route: pattern, status: out.status.code, seconds: seconds)
        logger.debug(
            "request",
            metadata: [
                "request": "\(number)", "method": "\(request.method.rawValue)", "route": "\(pattern)",
                "status": "\(out.status.code)", "seconds": "\(seconds)",
            ])
    }

    /// The request before its form was read.
    private func bare(
        _ request: HummingbirdCore.Request, _ context: SiteContext, _ number: String
    ) async throws -> Request {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        // Cookies may come in several fields (RFC 9113, 8.2.3); read together they are one.
        let cookies = CookieJar.read(request.headers[.cookie] ?? "", isSecure: settings.isSecure)
        var visitor: Visitor?
        if let secret = cookies[CookieJar.session] { visitor = try await sessions.visitor(secret: secret) }
        let query = request.uri.query ?? ""
        var address = context.remoteAddress
        if settings.trustsProxy, let forwarded = headers["x-forwarded-for"]?.split(separator: ",").last {
            address = String(forwarded).trimmed
        }
        let visit = cookies[CookieJar.visit] ?? ""
        return Request(
            method: request.method == .post ? .post : .get, path: request.uri.path,
            address: request.uri.path + (query.isEmpty ? "" : "?" + query),
            query: FormValues(pairs: URLText.pairs(query)), form: FormValues(), headers: headers,
            language: cookies[CookieJar.language].flatMap { Language(rawValue: $0) } ?? .vi, visitor: visitor,
            cookies: cookies,
            clientAddress: address, number: number,
            formToken: FormToken(
                visit: visit, session: visitor == nil ? nil : cookies[CookieJar.session], key: settings.secret
            ).text)
    }

    private func answer(
        _ route: Route, _ captured: [String], _ raw: HummingbirdCore.Request, _ basic: Request
    ) async throws -> Response {
        guard route.rule != .machine || mayScrape(basic) else { return .forbidden }
        guard route.method == .post else {
            guard route.rule.admits(basic.visitor) else { return turnAway(basic, parked: nil) }
            return try await route.answer(basic, captured)
        }
        guard
            !route.needsToken
                || Sender.isThisSite(basic.headers, host: raw.head.authority, address: settings.address)
        else { return .page(FaultPages.staleForm(backTo: basic.path), status: 403) }
        let isAdmitted = route.rule.admits(basic.visitor)
        var form = try await body.read(raw, route.uploads, keepsFiles: isAdmitted)
        defer { for file in form.files { try? FileManager.default.removeItem(atPath: file.path) } }
        if route.needsToken {
            switch token(basic).fit(form[Rendering.formTokenField]) {
            case .whole: break
            // Signing in and the like: what nobody need be signed in for is done for the browser.
            case .browserOnly where route.rule == .anyone: break
            case .browserOnly where isAdmitted:
                if let secret = try await park(form, basic) { return .see(SitePaths.parked(secret)) }
                return .page(FaultPages.staleForm(backTo: basic.path), status: 403)
            case .browserOnly: return .notFound
            case .none: return .page(FaultPages.staleForm(backTo: basic.path), status: 403)
            }
        }
        guard isAdmitted else { return turnAway(basic, parked: try await park(form, basic)) }
        guard form.tooLarge.isEmpty else {
            return .page(TooLargePage(address: basic.path, form: form, uploads: route.uploads).page, status: 413)
        }
        let wasParked = form[ParkedFormPage.field]
        form.remove(ParkedFormPage.field)
        let response = try await route.answer(basic.with(form), captured)
        if !wasParked.isEmpty, response.status < 500, let visitor = basic.visitor {
            try await parked.remove(wasParked, of: visitor.account, visit: basic.cookies[CookieJar.visit] ?? "")
        }
        return response
    }

    private func token(_ request: Request) -> FormToken {
        FormToken(
            visit: request.cookies[CookieJar.visit] ?? "", session: request.liveSession, key: settings.secret)
    }

    /// Keeps what somebody typed under a session that has ended; twenty forms an hour of one account, or from one
    /// network when nobody knows whose they are.
    private func park(_ form: FormValues, _ request: Request) async throws -> String? {
        var account = request.visitor?.account
        if account == nil, let secret = request.cookies[CookieJar.session] {
            account = try await sessions.account(secret: secret)
        }
        guard try await limiter.allows("park:\(account ?? request.clientNetwork)", limit: 20, seconds: 3_600)
        else { return nil }
        return try await parked.park(
            form, for: request.path, of: account, visit: request.cookies[CookieJar.visit] ?? "")
    }

    /// Signed in but not allowed: it does not exist. Not signed in: sign in, and go on where it stopped.
    private func turnAway(_ request: Request, parked secret: String?) -> Response {
        guard request.visitor == nil else { return .notFound }
        let next = secret.map { SitePaths.parked($0) } ?? (request.method == .get ? request.address : "/")
        return .see(signInPath + URLText.query([("ve", next)]))
    }

    private func mayScrape(_ request: Request) -> Bool {
        if let token = settings.metricsToken {
            return Secret.equal(request.header("authorization") ?? "", "Bearer " + token)
        }
        return !settings.trustsProxy && ["127.0.0.1", "::1", "unix"].contains(request.clientAddress)
    }
}

extension Request {
    /// The page with the form that was sent: the browser names it, and it is one of this site by its path alone.
    fileprivate var formPath: String {
        guard let sent = header("referer"), let page = URLComponents(string: sent), page.path.hasPrefix("/"),
            !page.path.hasPrefix("//")
        else { return path }
        return page.percentEncodedPath + (page.percentEncodedQuery.map { "?" + $0 } ?? "")
    }

    func with(_ form: FormValues) -> Request {
        Request(
            method: method, path: path, address: address, query: query, form: form, headers: headers,
            language: language, visitor: visitor, cookies: cookies, clientAddress: clientAddress, number: number,
            formToken: formToken)
    }
}

extension BodyReader.Problem {
    var status: Int {
        switch self {
        case .tooLarge: 413
        case .malformed: 400
        case .otherType: 415
        }
    }
}
