import CPostgreSQL
import Storage

/// A prepared statement of one connection, with what is known of the columns of its answers.
final class PostgreSQLStatement {
    let name: String
    let text: String
    private var columns: (names: Row.Columns, types: [Oid])?

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The columns of `result`. An answer of a prepared statement always has the same ones: the server refuses to carry
    /// it out when they would change.
    func columns(of result: OpaquePointer) -> (names: Row.Columns, types: [Oid]) {
        if let columns { return columns }
        let count = PQnfields(result)
        let names = (0..<count).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let new = (names: Row.Columns(names), types: (0..<count).map { PQftype(result, $0) })
        columns = new
        return new
    }
}
