/// A typed address: the pattern that a route answers and the links that lead to it come from one declaration.
///
///     static let receipt = Place<ID<Dossier>>("/dossiers/{}/receipt")
///     receipt(id)                                       // "/dossiers/0190…/receipt"
///
/// Every `{}` stands for one parameter, a whole segment of the path.
package struct Place<each Parameter: LosslessStringConvertible & Sendable>: Sendable {
    package let pattern: String

    package init(_ pattern: String) { self.pattern = pattern }

    /// The address with these parameters.
    package func callAsFunction(_ parameters: repeat each Parameter) -> String {
        var texts: [String] = []
        repeat texts.append((each parameters).description)
        var rest = texts[...]
        return pattern.split(separator: "/", omittingEmptySubsequences: false)
            .map { segment in segment == "{}" ? URLText.encode(rest.popFirst() ?? "") : String(segment) }
            .joined(separator: "/")
    }

    /// The address with a query behind it.
    package func with(_ query: [(String, String)], _ parameters: repeat each Parameter) -> String {
        self(repeat each parameters) + URLText.query(query)
    }

    /// The parameters as typed values; nil when one does not read.
    func read(_ captured: [String]) -> (repeat each Parameter)? {
        var rest = captured[...]
        func next<Value: LosslessStringConvertible>(_ type: Value.Type) throws -> Value {
            guard let text = rest.popFirst(), let value = Value(text) else { throw Unreadable() }
            return value
        }
        return try? (repeat next((each Parameter).self))
    }

    private struct Unreadable: Error {}
}

/// An address without parameters.
package typealias PlainPlace = Place<>
