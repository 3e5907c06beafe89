package import Casework
import Directory
import Kernel
import Site

/// What the pages of payments work with. Composition fills it.
package struct PaymentsSite: Sendable {
    let office: CaseOffice
    let agencies: AgencyBook
    let official: DeskSite.Officials
    let book: PaymentBook

    /// - Parameters:
    ///   - agencies: agencies by id, as the applicant's pages know them.
    ///   - official: in which post a visitor acts; nil for whoever has none at a desk.
    package init(office: CaseOffice, agencies: AgencyBook, official: @escaping DeskSite.Officials) {
        self.office = office
        self.agencies = agencies
        self.official = official
        book = PaymentBook(office.database)
    }

    func asOfficial(_ visitor: Visitor, _ body: (DeskOfficial) async throws -> Response) async throws -> Response {
        guard let official = try await official(visitor) else { return .notFound }
        return try await body(official)
    }

    /// Lets `body` answer for a case that the official may see, and leaves the record that it was opened.
    func withCase(
        _ id: Dossier.ID, of visitor: Visitor, _ body: (CaseFile, DeskOfficial) async throws -> Response
    ) async throws -> Response {
        try await asOfficial(visitor) { official in
            guard let file = try await OpenCase(office)(id, by: official) else { return .notFound }
            return try await body(file, official)
        }
    }

    func withPayment(
        _ id: Payment.ID, of visitor: Visitor, _ body: (Payment, CaseFile, DeskOfficial) async throws -> Response
    ) async throws -> Response {
        guard let payment = try await book.payment(id) else { return .notFound }
        return try await withCase(payment.dossier, of: visitor) { file, official in
            try await body(payment, file, official)
        }
    }
}
