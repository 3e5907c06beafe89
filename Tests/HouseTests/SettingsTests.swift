import Composition
import Testing

@Suite struct SettingsTests {
    @Test(arguments: [
        ("MOTCUA_PORT", "0"), ("MOTCUA_SAMPLE", "yess"), ("MOTCUA_TRUST_PROXY", "maybe"), ("MOTCUA_CONNECTIONS", "-3"),
        ("MOTCUA_FILINGS_PER_DAY", "nhiều"),
        ("MOTCUA_SMTP_PORT", "abc"), ("MOTCUA_SERVICES", "/there/is/none"), ("MOTCUA_DATABASE", "mysql://x"),
        ("MOTCUA_LOG_LEVEL", "loud"), ("MOTCUA_BASE_URL", "motcua.vn"), ("MOTCUA_SECRET", "short"),
    ])
    func `a setting that cannot be meant is refused by its name`(variable: String, value: String) async throws {
        let problem = try await #require(throws: Settings.Problem.self) {
            _ = try await Settings.load(
                environment: ["MOTCUA_DATA": "/tmp", variable: value], secret: .kept)
        }
        #expect(problem.lines.count == 1 && problem.description.hasPrefix(variable), "\(problem)")
    }

    @Test func `what is not set has a value that works`() async throws {
        let settings = try await Settings.load(environment: [:], secret: .kept)
        #expect(settings.port == 8080 && settings.connections == 16 && !settings.isSample && !settings.trustsProxy)
    }
}
