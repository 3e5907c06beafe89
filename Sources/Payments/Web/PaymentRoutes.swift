import Casework
import Directory
import Kernel
package import Site

/// The pages of payments at the counter.
package enum PaymentRoutes {
    package static func routes(_ site: PaymentsSite) -> Routes {
        var routes = Routes()
        routes.get(PaymentPaths.taking, .may(.receiveCases)) { _, visitor, id in
            try await site.withCase(id, of: visitor) { file, _ in
                let typed = PaymentForm.fresh(file, at: site.office.clock.now)
                return .page(try await site.takingPage(file, typed).page)
            }
        }
        routes.post(PaymentPaths.taking, .may(.receiveCases)) { request, visitor, id in
            try await site.take(request, visitor, id)
        }
        // The leader voids receipts too, so these two are open to whoever works cases; the operation says who may.
        routes.get(PaymentPaths.receipt, .may(.workCases)) { _, visitor, id in
            try await site.withPayment(id, of: visitor) { payment, file, official in
                let agency = try await site.agencies.card(payment.agency)
                return .page(ReceiptPage(payment: payment, file: file, agency: agency, official: official).page)
            }
        }
        routes.get(PaymentPaths.ownReceipt, .person) { _, visitor, id in
            guard let payment = try await site.book.payment(id), let file = try await site.office.file(payment.dossier),
                file.dossier.submitter == visitor.account
            else { return .notFound }
            let agency = try await site.agencies.card(payment.agency)
            return .page(ReceiptPage(payment: payment, file: file, agency: agency, official: nil).page)
        }
        routes.get(PaymentPaths.voiding, .may(.workCases)) { _, visitor, id in
            try await site.withPayment(id, of: visitor) { payment, _, official in
                guard official.mayVoidReceipts else { return .forbidden }
                guard payment.voiding == nil else { return .see(PaymentPaths.receipt(id)) }
                return .page(VoidPaymentPage(payment: payment).page)
            }
        }
        routes.post(PaymentPaths.voiding, .may(.workCases)) { request, visitor, id in
            try await site.void(request, visitor, id)
        }
        routes.get(PaymentPaths.takings, .may(.seeTakings)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let query = site.takingsQuery(request, visitor, official)
                let listing = try await Takings(site.office)(
                    at: official.agency, on: query.day, of: query.official, after: query.after)
                return .page(TakingsPage(listing: listing, query: query, official: official).page)
            }
        }
        routes.get(PaymentPaths.takingsSheet, .may(.seeTakings)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let query = site.takingsQuery(request, visitor, official)
                let listing = try await Takings(site.office)(
                    at: official.agency, on: query.day, of: query.official, limit: Takings.mostPrinted)
                let agency = try await site.agencies.card(official.agency)
                return .page(
                    TakingsSheet(listing: listing, query: query, official: official, agency: agency).page)
            }
        }
        return routes
    }
}

extension PaymentsSite {
    /// Whoever takes money sees their own first, a leader the whole agency.
    fileprivate func takingsQuery(_ request: Request, _ visitor: Visitor, _ official: DeskOfficial) -> TakingsQuery {
        TakingsQuery(
            request.query, official: visitor.may(.receiveCases) ? official.account : nil, today: office.clock.now.day)
    }

    fileprivate func takingPage(_ file: CaseFile, _ typed: TakePayment.Order) async throws -> TakePaymentPage {
        TakePaymentPage(file: file, payments: try await book.payments(of: file.dossier.id), typed: typed)
    }

    fileprivate func take(_ request: Request, _ visitor: Visitor, _ id: Dossier.ID) async throws -> Response {
        guard let typed = PaymentForm.read(request.form) else { return .see(PaymentPaths.taking(id)) }
        return try await asOfficial(visitor) { official in
            let result = try await TakePayment(office)(id, typed, by: official)
            if case .success(let payment) = result { return .see(PaymentPaths.receipt(payment.id)) }
            return try await withCase(id, of: visitor) { file, _ in
                var shown = try await takingPage(file, typed)
                switch result {
                case .success: return .see(PaymentPaths.taking(id))
                case .failure(.problems(let problems)):
                    shown.problems = problems
                    return .problems(shown.page)
                case .failure(.unknown): return .notFound
                case .failure(.notAllowed): return .forbidden
                case .failure(let refusal):
                    shown.refusal = refusal
                    return .conflict(shown.page)
                }
            }
        }
    }

    fileprivate func void(_ request: Request, _ visitor: Visitor, _ id: Payment.ID) async throws -> Response {
        let reason = String(request.form["reason"].prefix(1_000))
        return try await withPayment(id, of: visitor) { payment, _, official in
            switch try await VoidPayment(office)(id, reason: reason, by: official) {
            case .success: return .see(PaymentPaths.receipt(id))
            case .failure(.problems(let problems)):
                return .problems(VoidPaymentPage(payment: payment, typed: reason, problems: problems).page)
            case .failure(.unknown): return .notFound
            case .failure(.notAllowed): return .forbidden
            case .failure(let refusal):
                return .conflict(VoidPaymentPage(payment: payment, typed: reason, refusal: refusal).page)
            }
        }
    }
}
