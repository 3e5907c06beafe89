import CPostgreSQL
import Storage

/// Where the server is, and what each connection asks of it.
struct PostgreSQLAddress: Sendable {
    let url: String
    /// The settings of each session, by their names in the server's documentation.
    let session: [(name: String, value: String)]

    init(url: String, statementTimeout: Duration, lockTimeout: Duration) throws {
        let options = PQconninfoParse(url, nil)
        defer { PQconninfoFree(options) }
        guard options != nil, url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
            throw DatabaseFault(.connection, code: "url", detail: "not an address like postgres://user@host/database")
        }
        self.url = url
        session = [
            ("statement_timeout", "\(Int(statementTimeout / .milliseconds(1)))ms"),
            ("lock_timeout", "\(Int(lockTimeout / .milliseconds(1)))ms"),
            ("idle_in_transaction_session_timeout", "60s"),
            // A statement outside of a transaction is a read; BEGIN of a write says READ WRITE.
            ("default_transaction_read_only", "on"),
            // Short statements lose more by compiling than they win.
            ("jit", "off"),
            ("client_encoding", "UTF8"),
            ("bytea_output", "hex"),
            ("DateStyle", "ISO"),
        ]
    }

    /// What libpq is asked for; what the URL says goes before the defaults that stand ahead of it.
    var parameters: [(keyword: String, value: String)] {
        [
            ("connect_timeout", "5"), ("tcp_user_timeout", "30000"), ("keepalives_idle", "15"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"), ("fallback_application_name", "motcua"),
            ("dbname", url),
        ]
    }

    var sessionStatement: SQL {
        let parts = session.map { setting -> SQL in "set_config(\(setting.name), \(setting.value), false)" }
        return parts.dropFirst().reduce("SELECT " + parts[0]) { $0 + ", " + $1 }
    }
}
