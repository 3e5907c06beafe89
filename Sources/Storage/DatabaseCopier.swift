/// How a database is put whole into one file, and made from such a file again.
package protocol DatabaseCopier: Sendable {
    /// The kind of database that the file can be loaded into.
    var dialect: Dialect { get }

    /// The name of the file, with the ending that its kind usually has.
    var fileName: String { get }

    /// Writes the whole database, as it is at one moment, to a new file at `path`, beside reads and writes that go on,
    /// and runs `body` on exactly what the file holds.
    func save<Value: Sendable>(
        to path: String, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// What stands where the database would be loaded, in words for the operator; nil when nothing does.
    func whatIsThere() async throws -> String?

    /// Makes the database from a file that `save` has written. When it throws, nothing was made.
    func load(from path: String) async throws
}

/// A copier's reason why it cannot go on, in words for the operator.
package struct CopyProblem: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
