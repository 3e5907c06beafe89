/// Finds the route of a path: literal segments before parameters.
struct RouteTable: Sendable {
    private struct Node: Sendable {
        var literal: [Substring: Int] = [:]
        var parameter: Int?
        var routes: [Route.Method: Route] = [:]
    }

    private var nodes = [Node()]

    init(_ routes: [Route]) {
        for route in routes { insert(route) }
    }

    private mutating func insert(_ route: Route) {
        var at = 0
        for segment in route.pattern.split(separator: "/") {
            if segment == "{}" {
                if let next = nodes[at].parameter {
                    at = next
                } else {
                    nodes.append(Node())
                    nodes[at].parameter = nodes.count - 1
                    at = nodes.count - 1
                }
            } else if let next = nodes[at].literal[segment] {
                at = next
            } else {
                nodes.append(Node())
                nodes[at].literal[segment] = nodes.count - 1
                at = nodes.count - 1
            }
        }
        nodes[at].routes[route.method] = route
    }

    enum Found {
        case route(Route, captured: [String])
        case otherMethod
        case nothing
    }

    func find(_ method: Route.Method, _ path: some StringProtocol) -> Found {
        var captured: [String] = []
        guard let node = walk(0, path.split(separator: "/").map { Substring($0) }[...], &captured) else {
            return .nothing
        }
        if let route = nodes[node].routes[method] { return .route(route, captured: captured) }
        return .otherMethod
    }

    private func walk(_ at: Int, _ rest: ArraySlice<Substring>, _ captured: inout [String]) -> Int? {
        guard let segment = rest.first else { return nodes[at].routes.isEmpty ? nil : at }
        if let next = nodes[at].literal[segment], let found = walk(next, rest.dropFirst(), &captured) { return found }
        if let next = nodes[at].parameter {
            let count = captured.count
            captured.append(URLText.decode(segment))
            if let found = walk(next, rest.dropFirst(), &captured) { return found }
            captured.removeSubrange(count...)
        }
        return nil
    }
}
