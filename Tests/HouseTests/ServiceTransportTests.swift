import Composition
import Foundation
import Kernel
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
