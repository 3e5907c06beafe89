import Accounts
import Journal
import Kernel
import Storage

/// The purposes recorded about an account, oldest first.
enum AccessRecords {
    static func about(_ account: Account.ID, in database: any Database) async throws -> [String] {
        try await database.read { tx in
            try AccessRecord.about([account.description], limit: 10, in: tx).map(\.purpose)
        }
    }
}
