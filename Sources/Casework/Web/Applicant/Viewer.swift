import Kernel
import Site

/// Who looks at a dossier in the portal: its applicant, or somebody who gave its code and secret in this browser.
enum Viewer: Sendable {
    case applicant(Visitor)
    /// Sees state, promised date, messages and receipt; no answers, no files; changes nothing.
    case holder

    var isApplicant: Bool { if case .applicant = self { true } else { false } }
}

/// The dossiers whose code and secret were given in a browser, as its cookie proves: `id.end.code`, signed by the site.
struct HolderProof {
    static let hours: Int64 = 12
    private static let most = 5

    let secret: String
    let now: Instant

    func holds(_ id: Dossier.ID, _ cookie: String?) -> Bool {
        proofs(cookie).contains { $0.hasPrefix("\(id).") }
    }

    /// The cookie with one dossier more.
    func adding(_ id: Dossier.ID, to cookie: String?) -> Cookie {
        let end = now.adding(hours: Self.hours).microseconds / 1_000_000
        let others = proofs(cookie).filter { !$0.hasPrefix("\(id).") }.suffix(Self.most - 1)
        let all = others + ["\(id).\(end).\(code(id.description, end))"]
        return Cookie(CookieJar.holder, all.joined(separator: "~"), seconds: Int(Self.hours * 3_600))
    }

    private func proofs(_ cookie: String?) -> [String] {
        (cookie ?? "").split(separator: "~").map(String.init).filter { proof in
            let parts = proof.split(separator: ".").map(String.init)
            guard parts.count == 3, let end = Int64(parts[1]), Instant(seconds: end) > now else { return false }
            return Secret.equal(parts[2], code(parts[0], end))
        }
    }

    private func code(_ id: String, _ end: Int64) -> String { Secret.code("holder:\(id):\(end)", key: secret) }
}

extension ApplicantSite {
    var proof: HolderProof { HolderProof(secret: secret, now: office.clock.now) }

    /// Lets `body` answer for a dossier that the visitor may see. To everybody else it is not there; who is not signed
    /// in is asked to sign in, whether it is there or not.
    func withDossier(
        _ id: Dossier.ID, _ request: Request, _ body: (CaseFile, Viewer) async throws -> Response
    ) async throws -> Response {
        if let visitor = request.visitor, !visitor.isOfficial, let file = try await office.file(id),
            file.dossier.submitter == visitor.account
        {
            return try await body(file, .applicant(visitor))
        }
        if proof.holds(id, request.cookies[CookieJar.holder]), let file = try await office.file(id) {
            return try await body(file, .holder)
        }
        return request.visitor == nil ? signIn(thenTo: request.address) : .notFound
    }

    /// The same for what only the applicant may do.
    func withOwnDossier(
        _ id: Dossier.ID, of visitor: Visitor, _ body: (CaseFile) async throws -> Response
    ) async throws -> Response {
        guard let file = try await office.file(id), file.dossier.submitter == visitor.account else { return .notFound }
        return try await body(file)
    }
}
