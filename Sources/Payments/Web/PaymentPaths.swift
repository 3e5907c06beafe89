import Casework
import Kernel
package import Site

/// The addresses of payments at the counter.
package enum PaymentPaths {
    static let taking = Place<Dossier.ID>("/ban-lam-viec/ho-so/{}/thu-phi")
    package static let receipt = Place<Payment.ID>("/ban-lam-viec/bien-lai/{}")
    /// The same for the applicant who paid.
    package static let ownReceipt = Place<Payment.ID>("/bien-lai/{}")
    static let voiding = Place<Payment.ID>("/ban-lam-viec/bien-lai/{}/huy")

    /// What was taken on a day: `?ngay=2026-04-24&cong-chuc=…`.
    package static let takings = PlainPlace("/ban-lam-viec/thu-phi")
    static let takingsSheet = PlainPlace("/ban-lam-viec/thu-phi/bang-ke")
}
