/// One route: method, pattern, who may use it, and what it answers.
package struct Route: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// What a POST may bring along.
    package struct Uploads: Sendable {
        package let maximumFiles: Int
        /// Of one file.
        package let maximumBytes: Int
        /// Of all files together.
        package let maximumTotal: Int
        package init(files: Int, bytes: Int, total: Int? = nil) {
            maximumFiles = files
            maximumBytes = bytes
            maximumTotal = total ?? bytes
        }
        package static let none = Uploads(files: 0, bytes: 0)
    }

    package let method: Method
    package let pattern: String
    package let rule: AccessRule
    package let uploads: Uploads
    /// Whether the form must carry its token. Only programs that sign their calls otherwise go without.
    package let needsToken: Bool
    let answer: @Sendable (Request, [String]) async throws -> Response
}

/// The routes of a feature.
package struct Routes: Sendable {
    package private(set) var all: [Route] = []

    package init() {}

    package mutating func add(_ others: Routes) { all += others.all }

    package mutating func get<each P: LosslessStringConvertible & Sendable>(
        _ place: Place<repeat each P>, _ rule: OpenRule,
        _ answer: @escaping @Sendable (Request, repeat each P) async throws -> Response
    ) { open(.get, place, rule, .none, true, answer) }

    package mutating func get<each P: LosslessStringConvertible & Sendable>(
        _ place: Place<repeat each P>, _ rule: SignedRule,
        _ answer: @escaping @Sendable (Request, Visitor, repeat each P) async throws -> Response
    ) { signed(.get, place, rule, .none, answer) }

    package mutating func post<each P: LosslessStringConvertible & Sendable>(
        _ place: Place<repeat each P>, _ rule: OpenRule, uploads: Route.Uploads = .none, needsToken: Bool = true,
        _ answer: @escaping @Sendable (Request, repeat each P) async throws -> Response
    ) { open(.post, place, rule, uploads, needsToken, answer) }

    package mutating func post<each P: LosslessStringConvertible & Sendable>(
        _ place: Place<repeat each P>, _ rule: SignedRule, uploads: Route.Uploads = .none,
        _ answer: @escaping @Sendable (Request, Visitor, repeat each P) async throws -> Response
    ) { signed(.post, place, rule, uploads, answer) }

    private mutating func open<each P: LosslessStringConvertible & Sendable>(
        _ method: Route.Method, _ place: Place<repeat each P>, _ rule: OpenRule, _ uploads: Route.Uploads,
        _ needsToken: Bool, _ answer: @escaping @Sendable (Request, repeat each P) async throws -> Response
    ) {
        all.append(
            Route(
                method: method, pattern: place.pattern, rule: rule.rule, uploads: uploads, needsToken: needsToken
            ) { request, captured in
                guard let parameters = place.read(captured) else { return .notFound }
                return try await answer(request, repeat each parameters)
            })
    }

    private mutating func signed<each P: LosslessStringConvertible & Sendable>(
        _ method: Route.Method, _ place: Place<repeat each P>, _ rule: SignedRule, _ uploads: Route.Uploads,
        _ answer: @escaping @Sendable (Request, Visitor, repeat each P) async throws -> Response
    ) {
        all.append(
            Route(method: method, pattern: place.pattern, rule: rule.rule, uploads: uploads, needsToken: true) {
                request, captured in
                guard let visitor = request.visitor, let parameters = place.read(captured) else { return .notFound }
                return try await answer(request, visitor, repeat each parameters)
            })
    }
}
