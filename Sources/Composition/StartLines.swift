import Accounts
import Site

extension Installation {
    /// What the operator is told when the program starts and nobody administers the site: where to begin, and the code
    /// that the page asks for.
    package func startLines() async throws -> [String] {
        guard try await accounts.needsFirstAdministrator() else { return [] }
        return [
            "Chưa có quản trị viên / there is no administrator yet.",
            "Mở / open: \(settings.baseURL)\(AccountPaths.firstStart())",
            "Mã khởi động / start code: \(CreateFirstAdministrator.startCode(secret: settings.secret))",
        ]
    }
}
