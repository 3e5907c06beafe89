import Composition
import HTTPTypes
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing

@testable import Site

/// Every route asked by everybody, with the ids of somebody's dossiers, drafts, papers, receipts, notices, mandates,
/// sessions, accounts and agencies: who may not finds nothing, reads nothing and changes nothing.
@Suite struct RouteWalkTests {
    @Test func `every route stands in the table of who may use it`() async throws {
        try await TrialSite.with(.sqlite, isEmpty: true) { site in
            let served = Set(RouteList.of(site).map(\.name))
            #expect(RouteRule.all.count == Set(RouteRule.all.map(\.pattern)).count)
            #expect(served.subtracting(RouteRule.all.map(\.pattern)).sorted() == [], "not in the table")
            #expect(Set(RouteRule.all.map(\.pattern)).subtracting(served).sorted() == [], "served no more")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever asks for a page gets it, or is sent to sign in, or finds nothing`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect) { site in
            try await Asking.with(site) { asking in
                for rule in rules(dialect, "GET") {
                    for caller in Caller.allCases {
                        let answer = try await asking.ask(
                            "GET", rule.filled(site.ids), session: site.sessions[caller])
                        check(answer, rule, caller)
                        checkReading(answer, rule, caller, site)
                    }
                }
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever may not send a form changes nothing by it`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect) { site in
            let before = try await state(site)
            try await Asking.with(site) { asking in
                for rule in rules(dialect, "POST") where rule.area != .open {
                    for caller in Caller.allCases where !rule.area.callers.contains(caller) {
                        let answer = try await asking.ask(
                            "POST", rule.filled(site.ids), session: site.sessions[caller], form: "version=1&seen=1")
                        check(answer, rule, caller)
                        checkReading(answer, rule, caller, site)
                    }
                }
                // What everybody may send has an effect on one's own only.
                for rule in RouteRule.all where rule.method == "POST" && [.signed, .person].contains(rule.area) {
                    guard rule.address.contains("{"), !rule.address.contains("{service}") else { continue }
                    let answer = try await asking.ask(
                        "POST", rule.filled(site.ids), session: site.sessions[.stranger])
                    checkReading(answer, rule, .stranger, site)
                }
            }
            let after = try await state(site)
            let come = after.filter { !before.contains($0) }
            let gone = before.filter { !after.contains($0) }
            #expect(come == [] && gone == [], "come: \(come); gone: \(gone)")
        }
    }

    @Test func `whoever may send a form is not turned away`() async throws {
        try await TrialSite.with(.sqlite) { begun in
            // What is sent changes the site as it goes: whoever sends signs in anew before each form.
            try await Asking.with(begun) { asking in
                var site = begun
                for rule in RouteRule.all where rule.method == "POST" {
                    for caller in Caller.allCases where rule.area.callers.contains(caller) {
                        try await site.signIn([caller, .owner])
                        let answer = try await asking.ask("POST", rule.filled(site.ids), session: site.sessions[caller])
                        #expect(answer.code != 403 && answer.code < 500, "\(rule.name) as \(caller): \(answer.code)")
                        checkReading(answer, rule, caller, site)
                    }
                }
            }
        }
    }

    // MARK: what is expected

    /// On PostgreSQL the part about dossiers; on SQLite everything.
    private func rules(_ dialect: Dialect, _ method: String) -> [RouteRule] {
        RouteRule.all.filter { rule in
            let isAboutDossiers = rule.address.hasPrefix("/ho-so") || rule.address.hasPrefix("/ban-lam-viec")
            return rule.method == method && (dialect == .sqlite || isAboutDossiers)
        }
    }

    private func check(_ answer: TestResponse, _ rule: RouteRule, _ caller: Caller) {
        let what = "\(rule.name) as \(caller): \(answer.code) \(answer.location)"
        if rule.area == .machine {
            #expect(answer.code == 403, "\(what)")
        } else if RouteRule.absent.contains(rule.name) {
            #expect(answer.code == 404, "\(what)")
        } else if rule.area == .open {
            #expect(answer.code < 400, "\(what)")
        } else if rule.area.callers.contains(caller) {
            #expect(answer.code < 400 && !answer.asksToSignIn, "\(what)")
        } else if rule.area.refused.contains(caller) {
            #expect(answer.code == 403, "\(what)")
        } else if [.nobody, .formerOfficial].contains(caller) {
            #expect(answer.asksToSignIn, "\(what)")
        } else if rule.area == .secret {
            #expect(answer.code == 410, "\(what)")
        } else {
            #expect(answer.code == 404 || answer.code == 303 && RouteRule.quiet.contains(rule.name), "\(what)")
        }
    }

    private func checkReading(_ answer: TestResponse, _ rule: RouteRule, _ caller: Caller, _ site: TrialSite) {
        guard !rule.area.readers.contains(caller) else { return }
        let text = answer.text
        for word in site.personal where !word.isEmpty {
            #expect(!text.contains(word) && !answer.location.contains(word), "\(rule.name) tells \(caller): \(word)")
        }
    }

    /// The rows that nobody else may touch, as text.
    private func state(_ site: TrialSite) async throws -> [String] {
        // Sessions, tries, looks and waiting forms are written by asking itself.
        let asking: Set = ["session", "rate_window", "sign_in_guard", "access_record", "parked_form"]
        let tables = Set(
            (SourceFile.one("docs/schema/sqlite.sql")?.text ?? "").matches(of: /CREATE TABLE ([a-z_]+)/).map {
                String($0.1)
            })
        let owner = site.accounts[.owner]
        return try await site.installation.database.read { tx in
            var rows: [String] = []
            for table in tables.subtracting(asking).sorted() {
                for row in try tx.rows(SQL(composed: "SELECT * FROM \(table)")) {
                    rows.append("\(table) \(row.values)")
                }
            }
            let ended = try tx.value(
                "SELECT count(*) FROM session WHERE account_id = \(owner) AND revoked_at IS NOT NULL", as: Int.self)
            #expect(rows.count > 100)
            return rows.sorted() + ["ended sessions \(ended ?? 0)"]
        }
    }
}
