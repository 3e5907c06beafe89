import Accounts
import Casework
import Catalogue
import Designer
import Directory
import Jobs
import Journal
import Notices
import Payments
import Site
package import Storage

/// The migrations of every feature, lower rooms first.
package enum Schema {
    package static let migrations: [Migration] =
        SiteSchema.migrations + JobsSchema.migrations + JournalSchema.migrations + AccessRecord.migrations
        + DirectorySchema.migrations + AccountsSchema.migrations + ProcedureStore.migrations
        + DefinitionStore.migrations + CaseworkSchema.migrations + PaymentsSchema.migrations
        + NoticesSchema.migrations + ServiceDraftStore.migrations
}
