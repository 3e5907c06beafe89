import Casework
import Kernel
import Payments
import Site

extension Installation {
    /// The pages on which people file and follow their dossiers.
    var applicantPages: ApplicantSite {
        ApplicantSite(
            office: office, blobs: blobs, library: library, accounts: accounts,
            limiter: RateLimiter(database: database, clock: clock), procedurePath: { HomePaths.search() + "/" + $0 },
            receiptPath: { Payment.ID($0).map { PaymentPaths.ownReceipt($0) } }, signInPath: HomePaths.signIn,
            baseURL: settings.baseURL, secret: settings.secret)
    }
}
