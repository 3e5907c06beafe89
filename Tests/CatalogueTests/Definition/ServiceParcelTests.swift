import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

@Suite struct ServiceParcelTests {
    private let all: ServiceFiles

    init() throws { all = try Samples.folder.contents() }

    private func parcel(_ service: String = "dang-ky-tam-tru") throws -> ServiceParcel {
        try ServiceParcel(service, of: all)
    }

    @Test func `every service of the project makes a parcel that is read again the same`() throws {
        for file in all.definitions {
            let parcel = try parcel(String(file.dropLast(5)))
            let again = try ServiceParcel(reading: parcel.text, file: "goi.yaml")
            #expect(again == parcel)
            #expect(again.text == parcel.text)
            let resolved = try present(again.files.check(file)?.definition)
            #expect(try PublishedDefinition(resolved).hash == parcel.definition)
        }
    }

    @Test func `a parcel holds what the definition uses and nothing else`() throws {
        let parcel = try parcel("dang-ky-lai-khai-sinh")
        #expect(parcel.files.parts.contains("components/address.yaml"), "used by a component it uses")
        #expect(parcel.files.definitions == ["dang-ky-lai-khai-sinh.yaml"])
        let used = try present(all.check("dang-ky-lai-khai-sinh.yaml")).usedParts
        #expect(Set(parcel.files.parts) == used && used.count < all.parts.count)
    }

    @Test func `any text comes back byte for byte`() throws {
        var random = SeededRandom(5)
        let pieces = [
            "a", " ", "\n", "\t", "#", ": ", "- ", "|", "\"", "\\", "é", "🙂", "\u{85}", "\u{2028}", "\u{7}",
            "a\u{FEFF}",
            "---", "'", "~", "%",
        ]
        for _ in 0..<(longRun ? 20_000 : 500) {
            let text = (0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined()
            let yaml = "files:\n  a: " + BlockText.written(text, indent: 4) + "  b: x\n"
            let root = try SourceNode.reading(yaml, file: "goi.yaml").get()
            guard case .text(let read) = root["files"]?["a"]?.content else {
                Issue.record("\(text.debugDescription) is not read: \(yaml)")
                continue
            }
            #expect(Array(read.utf8) == Array(text.utf8), "\(text.debugDescription)")
        }
    }

    @Test func `a parcel that was changed on the way is refused unless that is allowed`() throws {
        let text = try parcel().text.replacing("3 working_days", with: "4 working_days")
        #expect(throws: DefinitionProblems.self) { try ServiceParcel(reading: text, file: "goi.yaml") }
        let changed = try ServiceParcel(reading: text, file: "goi.yaml", isChangeAllowed: true)
        let plan = try ParcelPlan(changed, into: ServiceFiles([:]), .refuse)
        #expect(!plan.isAsNamed && plan.errors.isEmpty)
    }

    @Test(arguments: [
        "../x.yaml", "components/../x.yaml", "/etc/x.yaml", "steps/a/b.yaml", "x.yml", "other/x.yaml", "X.yaml",
        ".yaml",
    ])
    func `no file leads out of the folder`(path: String) throws {
        let text = try parcel().text + "  \(path): a\n"
        #expect(throws: DefinitionProblems.self) {
            try ServiceParcel(reading: text, file: "goi.yaml", isChangeAllowed: true)
        }
    }

    @Test func `a parcel with another definition beside its own is refused, and a plan tells whatever it would write`()
        throws
    {
        let other = "dang-ky-lai-khai-sinh.yaml"
        let text = try parcel().text + "  \(other): a\n"
        #expect(throws: DefinitionProblems.self) {
            try ServiceParcel(reading: text, file: "goi.yaml", isChangeAllowed: true)
        }
        for handling in [ParcelPlan.Handling.refuse, .replace, .keep] {
            let plan = try ParcelPlan(parcel(), into: ServiceFiles([:]), handling)
            #expect(Set(plan.writing.keys).isSubset(of: plan.files.map(\.path)))
        }
    }

    @Test func `the services of child cases come along, or are told to be missing`() throws {
        let (origin, child) = ("khai-sinh-the-bao-hiem-y-te", "cap-the-bao-hiem-y-te")
        let whole = try parcel(origin)
        #expect(whole.children.inside == [child] && whole.children.outside == [])
        let childParts = try present(all.check("\(child).yaml")).usedParts
        #expect(childParts.isSubset(of: whole.files.parts) && whole.files.definitions.contains("\(child).yaml"))
        let plan = try ParcelPlan(whole, into: ServiceFiles([:]), .refuse)
        #expect(plan.errors == [] && plan.missingChildren == [] && plan.isAsNamed && plan.sameProcedure == [])

        let alone = try ServiceParcel(origin, of: all, isAlone: true)
        #expect(alone.children.inside == [] && alone.children.outside == [child])
        #expect(alone.definition == whole.definition && alone.text.contains("# Dịch vụ con không kèm theo: \(child)\n"))
        #expect(try ServiceParcel(reading: alone.text, file: "goi.yaml") == alone)
        let lacking = try ParcelPlan(alone, into: ServiceFiles([:]), .refuse)
        #expect(lacking.missingChildren == [child] && lacking.errors.count == 1)
        #expect(try ParcelPlan(alone, into: all, .refuse).missingChildren == [])

        // A child of another text on the site collides like a shared part, and is never replaced unseen.
        var site = all
        site.texts["\(child).yaml"] = try present(all.texts["\(child).yaml"]) + "# Khác.\n"
        let told = try ParcelPlan(whole, into: site, .refuse)
        #expect(told.hasCollision && told.files.filter { $0.state == .different }.map(\.path) == ["\(child).yaml"])
        #expect(try ParcelPlan(whole, into: site, .keep).writing.isEmpty)
    }

    @Test func `an empty site takes everything, the same site nothing`() throws {
        let parcel = try parcel()
        let empty = try ParcelPlan(parcel, into: ServiceFiles([:]), .refuse)
        #expect(empty.writing == parcel.files.texts && !empty.hasCollision && empty.isAsNamed)
        let same = try ParcelPlan(parcel, into: all, .refuse)
        #expect(same.writing.isEmpty && !same.hasCollision && same.effects.isEmpty)
    }

    @Test func `a shared part that differs collides, and what either way would change is told`() throws {
        let parcel = try parcel()
        let part = "components/address.yaml"
        var site = all
        site.texts[part] = try present(all.texts[part]).replacing("maximum: 200", with: "maximum: 100")
        let told = try ParcelPlan(parcel, into: site, .refuse)
        #expect(told.hasCollision && told.files.filter { $0.state == .different }.map(\.path) == [part])
        let replaced = try ParcelPlan(parcel, into: site, .replace)
        #expect(replaced.writing.keys.sorted() == [part])
        let users = site.checks().filter { $0.usedParts.contains(part) }.map { String($0.file.dropLast(5)) }
        #expect(Set(replaced.effects.map(\.service)) == Set(users) && users.count > 1)
        var without = site
        without.texts["dang-ky-tam-tru.yaml"] = nil
        let kept = try ParcelPlan(parcel, into: without, .keep)
        #expect(kept.writing.keys.sorted() == ["dang-ky-tam-tru.yaml"])
        #expect(kept.effects.map(\.service) == ["dang-ky-tam-tru"], "it is another service with the site's part")
    }

    @Test func `a parcel that would break a service of the site is refused with the finding`() throws {
        let good = DefinitionFindingsTests.good
        let part = "components/lien-he.yaml"
        let contact = "label: Liên hệ | Contact\nfields:\n  phone: Điện thoại | Telephone\n  fax: Số fax | Fax\n"
        let page = "    title: Trang | Page\n"
        let site = ServiceFiles([
            "thu.yaml": good.replacing(page, with: page + "    use: lien-he\n    with: {fax: ~}\n"),
            part: contact,
        ])
        #expect(site.checks().flatMap(\.errors) == [])
        let other = ServiceFiles([
            "khac.yaml": good.replacing("service: thu", with: "service: khac")
                .replacing(page, with: page + "    use: lien-he\n"),
            part: contact.replacing("  fax: Số fax | Fax\n", with: ""),
        ])
        let parcel = try ServiceParcel("khac", of: other)
        let replaced = try ParcelPlan(parcel, into: site, .replace)
        #expect(replaced.errors.map(\.file) == ["thu.yaml"])
        #expect(replaced.sameProcedure == ["thu"])
        let kept = try ParcelPlan(parcel, into: site, .keep)
        #expect(kept.errors.isEmpty && kept.writing.keys.sorted() == ["khac.yaml"])
    }

    @Test func `who uses a shared part is told with the places, other parts in between too`() throws {
        let uses = all.uses()
        #expect(uses.map(\.part) == all.parts)
        let address = try present(uses.first { $0.part == "components/address.yaml" })
        #expect(address.places.contains { $0.file == "components/person.yaml" })
        for use in uses {
            let services = all.checks().filter { $0.usedParts.contains(use.part) }.count
            #expect(use.services.count == services && !use.places.isEmpty, "\(use.part)")
        }
        let text = try present(all.texts["components/address.yaml"]).replacing("maximum: 200", with: "maximum: 90")
        let (effects, errors) = try all.effects(of: "components/address.yaml", text: text)
        #expect(Set(effects.map(\.service)) == Set(address.services) && errors.isEmpty)
        #expect(effects.allSatisfy { $0.difference.changes.allSatisfy { $0.new?.vi == "90" } })
    }
}
