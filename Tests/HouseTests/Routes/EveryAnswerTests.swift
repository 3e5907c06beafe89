import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

/// What holds for every answer, whatever the route.
@Suite struct EveryAnswerTests {
    @Test func `every form is refused without its token, and with another browser's`() async throws {
        try await TrialSite.with(.sqlite) { site in
            try await Asking.with(site) { asking in
                for rule in RouteRule.all where rule.method == "POST" {
                    let caller = Caller.allCases.first { rule.area.callers.contains($0) && $0 != .nobody } ?? .nobody
                    for form in ["", "_token=0123456789abcdef"] {
                        let answer = try await asking.ask(
                            "POST", rule.filled(site.ids), session: site.sessions[caller], form: form, token: false)
                        #expect(answer.code == 403, "\(rule.name) as \(caller) with “\(form)”: \(answer.code)")
                    }
                }
            }
        }
    }

    @Test func `every answer carries the headers that keep browsers safe`() async throws {
        let wanted: [(String, String)] = [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Strict-Transport-Security", "max-age=31536000"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ]
        try await TrialSite.with(.sqlite) { site in
            try await Asking.with(site) { asking in
                for rule in RouteRule.all {
                    for caller in [Caller.nobody, .owner, .oneStop, .siteAdministrator] {
                        let answer = try await asking.ask(
                            rule.method, rule.filled(site.ids), session: site.sessions[caller], token: false)
                        for (name, value) in wanted {
                            let found = HTTPField.Name(name).flatMap { answer.headers[$0] }
                            #expect(found == value, "\(rule.name) as \(caller): \(name)")
                        }
                        let policy = answer.headers[.contentSecurityPolicy] ?? ""
                        #expect(policy.contains("default-src 'none'"), "\(rule.name) as \(caller)")
                        #expect(!policy.contains("unsafe"), "\(rule.name)")
                        for cookie in answer.headers[values: .setCookie] {
                            let isGuarded = ["HttpOnly", "SameSite=Lax", "Secure"].allSatisfy { cookie.contains($0) }
                            #expect(isGuarded, "\(rule.name): \(cookie)")
                        }
                        if answer.headers[.contentType]?.hasPrefix("text/html") ?? false {
                            let text = answer.text
                            #expect(!text.contains(" style=\"") && !text.contains("<style"), "\(rule.name)")
                            #expect(!text.contains(" onclick=") && !text.contains("javascript:"), "\(rule.name)")
                        }
                    }
                }
            }
        }
    }

    @Test func `nothing that is somebody's is kept by a cache that others use`() async throws {
        try await TrialSite.with(.sqlite) { site in
            try await Asking.with(site) { asking in
                for rule in RouteRule.all where rule.method == "GET" && ![.open, .machine].contains(rule.area) {
                    let caller = Caller.allCases.first { rule.area.callers.contains($0) } ?? .owner
                    let answer = try await asking.ask("GET", rule.filled(site.ids), session: site.sessions[caller])
                    let kept = answer.headers[.cacheControl] ?? ""
                    #expect(answer.code != 200 || kept.contains("private"), "\(rule.name): \(kept)")
                }
            }
        }
    }

    @Test func `only the operator's program reads the figures`() async throws {
        try await TrialSite.with(.sqlite, isEmpty: true) { site in
            try await Asking.with(site) { asking in
                let wrong = try await asking.ask(
                    "GET", "/metrics", session: nil, headers: [.authorization: "Bearer wrong"])
                let right = try await asking.ask(
                    "GET", "/metrics", session: nil, headers: [.authorization: "Bearer \(TrialSite.metricsToken)"])
                #expect(wrong.code == 403 && right.code == 200)
            }
        }
    }

    @Test func `what is not there and what one may not see look the same`() async throws {
        try await TrialSite.with(.sqlite) { site in
            try await Asking.with(site) { asking in
                let missing = "01930000-0000-7000-8000-00000000ffff"
                for (caller, address) in [
                    (Caller.stranger, "/ho-so/{dossier}"), (.stranger, "/ho-so/nhap/{draft}"),
                    (.oneStopElsewhere, "/ban-lam-viec/ho-so/{dossier}"),
                    (.oneStopElsewhere, "/ban-lam-viec/bien-lai/{payment}"),
                    (.administratorElsewhere, "/quan-tri/co-quan/{agency}"),
                ] {
                    let rule = RouteRule(area: .own, method: "GET", address: address)
                    let other = try await asking.ask("GET", rule.filled(site.ids), session: site.sessions[caller])
                    let none = rule.filled(site.ids.mapValues { _ in missing })
                    let absent = try await asking.ask("GET", none, session: site.sessions[caller])
                    #expect(other.code == 404 && absent.code == 404, "\(address)")
                    #expect(plain(other, rule.filled(site.ids)) == plain(absent, none), "\(address)")
                }
            }
        }
    }

    /// The page without its number and without the address that was asked for.
    private func plain(_ answer: TestResponse, _ address: String) -> String {
        var text = answer.text
        let number = answer.headers[.init("X-Request-ID") ?? .via] ?? ""
        for part in [number, address, address.replacing("/", with: "%2F")] where !part.isEmpty {
            text = text.replacing(part, with: "…")
        }
        return text
    }
}
