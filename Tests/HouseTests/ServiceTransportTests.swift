import Composition
import Foundation
import Kernel
import Storage
import TestKit
import Testing

/// What `motcua service` answers, on folders of the test's own.
@Suite struct ServiceTransportTests {
    private let services = ReferenceData.projectRoot.appendingPathComponent("services").path
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func transport(_ path: String, json: Bool = false) throws -> ServiceTransport {
        try ServiceTransport(language: .en, isJSON: json, services: path)
    }

    private func exported() throws -> String {
        let file = folder.appendingPathComponent("parcel.txt")
        #expect(try transport(services).export("dang-ky-tam-tru", to: file.path).lines == [])
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func take(
        _ text: String, _ site: URL, _ collision: ServiceTransport.Collision = .refuse, trial: Bool = false
    ) throws -> Outcome {
        try transport(site.path).import(
            text, file: "parcel.txt", collision: collision, isChangeAllowed: false, isTrial: trial)
    }

    @Test func `a service that was moved to another site is the same there, and nothing is written on trial`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try exported()
        let site = folder.appendingPathComponent("site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        _ = try take(text, site, trial: true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path) == [])
        let outcome = try take(text, site)
        #expect(!outcome.hasProblems)
        let moved = ServiceTransport.Version(site.appendingPathComponent("dang-ky-tam-tru.yaml").path)
        let difference = try await transport(services).difference(
            ServiceTransport.Version("dang-ky-tam-tru"), moved, in: nil)
        #expect(difference.lines == ["There is no difference."] && !difference.hasProblems)
    }

    @Test func `a service takes those of its child cases along, and what is missing is told`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (origin, child) = ("khai-sinh-the-bao-hiem-y-te", "cap-the-bao-hiem-y-te")
        let file = folder.appendingPathComponent("goi.yaml").path
        #expect(try transport(services).export(origin, to: file).lines == ["With the child services: \(child)"])
        let whole = try String(contentsOfFile: file, encoding: .utf8)
        let told = try transport(services).export(origin, to: file, isAlone: true).lines
        #expect(told == ["Without the child services: \(child)"])
        let alone = try String(contentsOfFile: file, encoding: .utf8)
        let site = folder.appendingPathComponent("site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        let refused = try take(alone, site)
        #expect(refused.hasProblems)
        #expect(refused.lines.contains { $0.hasPrefix("The child service “\(child)” is missing") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.path) == [])
        #expect(try !take(whole, site).hasProblems)
        #expect(try !take(alone, site).hasProblems)
    }

    @Test func `what only reads makes no site, and says that nothing is published`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.appendingPathComponent("data").path
        let settings = try await Settings.load(environment: ["MOTCUA_DATA": data], secret: .notNeeded)
        #expect(try await !settings.hasSite())
        #expect(!FileManager.default.fileExists(atPath: data))
        let published = ServiceTransport.Version("dang-ky-tam-tru@published")
        do {
            _ = try await transport(services).difference(
                published, ServiceTransport.Version("dang-ky-tam-tru"), in: nil)
            Issue.record("compared with what is not there")
        } catch let trouble as ServiceTransport.Trouble {
            #expect(trouble.lines.map { $0.vi.hasPrefix("ở đây chưa công bố dịch vụ nào") } == [true])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a site that was prepared is one, and an empty database is none`(dialect: Dialect) async throws {
        try await TrialSite.with(dialect, isEmpty: true) { site in
            let isThere = try await site.settings.hasSite()
            #expect(isThere)
        }
        try await withDatabasePlace(dialect) { place in
            let settings = try await Settings.load(
                environment: [
                    "MOTCUA_DATABASE": dialect == .sqlite ? "sqlite:\(place.address)" : place.address,
                    "MOTCUA_DATA": folder.appendingPathComponent("data").path,
                ], secret: .notNeeded)
            #expect(try await !settings.hasSite())
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the folder's next version of a child is judged beside the origin in force`(dialect: Dialect) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await TrialSite.with(dialect, isEmpty: true) { site in
            #expect(try await !site.installation.publishServices(by: .system("test")).hasProblems)
            let name = "cap-the-bao-hiem-y-te.yaml"
            for part in ["components", "steps", "templates"] {
                try FileManager.default.copyItem(
                    atPath: "\(services)/\(part)", toPath: folder.appendingPathComponent(part).path)
            }
            let text = try String(contentsOfFile: "\(services)/\(name)", encoding: .utf8)
            let page = try #require(text.firstRange(of: "    fields:\n"))
            let fields = "    fields:\n      nobody_hands_it: Mã mới | New code\n"
            try text.replacingCharacters(in: page, with: fields).write(
                to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
            var settings = site.settings
            settings.services = folder.path
            let other = try Installation(
                settings: settings, clock: site.installation.clock, logger: site.installation.logger)
            let outcome = try await other.publishServices(by: .system("test"))
            await other.close()
            #expect(outcome.hasProblems && outcome.lines.contains { $0.contains("nobody_hands_it") })
            #expect(!outcome.lines.contains { $0.hasPrefix("published") })
        }
    }

    @Test func `a collision writes nothing until it is decided`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try exported()
        let site = folder.appendingPathComponent("site")
        try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
        _ = try take(text, site)
        let part = site.appendingPathComponent("components/address.yaml")
        let own = try String(contentsOf: part, encoding: .utf8).replacing("maximum: 200", with: "maximum: 120")
        try own.write(to: part, atomically: true, encoding: .utf8)
        let refused = try take(text, site)
        #expect(refused.hasProblems && refused.lines.contains("different  components/address.yaml"))
        #expect(try String(contentsOf: part, encoding: .utf8) == own)
        let kept = try take(text, site, .keep)
        #expect(!kept.hasProblems)
        #expect(try String(contentsOf: part, encoding: .utf8) == own)
        let replaced = try take(text, site, .replace)
        #expect(!replaced.hasProblems && replaced.lines.contains { $0.contains("from “120” to “200”") })
        #expect(try String(contentsOf: part, encoding: .utf8) != own)
    }

    @Test func `versions that differ are told as lines and as JSON, and what is not there is refused`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (one, two) = (ServiceTransport.Version("dang-ky-tam-tru"), ServiceTransport.Version("chung-thuc-ban-sao"))
        let told = try await transport(services).difference(one, two, in: nil)
        #expect(told.hasProblems && told.lines.contains { $0.contains("from “3 working days”") })
        let json = try await transport(services, json: true).difference(one, two, in: nil)
        let changes = try JSON(parsing: try #require(json.lines.first)).array ?? []
        #expect(changes.contains { $0["path"]?.string == "result" && $0["key"]?.string == "title" })
        await #expect(throws: ServiceTransport.Trouble.self) {
            try await transport(services).difference(one, ServiceTransport.Version("khong-co"), in: nil)
        }
        #expect(throws: ServiceTransport.Trouble.self) { try transport(services).uses(of: "nobody", instead: nil) }
        let uses = try transport(services).uses(of: "components/contact", instead: nil)
        #expect(uses.lines.first?.hasPrefix("components/contact.yaml: ") == true && uses.lines.count > 2)
    }
}
