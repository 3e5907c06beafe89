import Catalogue
import Foundation
import Kernel
import TestKit
import Testing

@testable import Designer

@Suite struct YAMLPatchTests {
    private let text = """
        # Head of the file.
        service: mau          # the name
        owners: [self, other]
        form:
          # The first page.
          first:
            title: Trang một | One   # stays
            fields:
              name: "Họ, tên | Name"
              # About the kind.
              kind: {kind: choice, label: Loại | Kind, options: {a: A | A, b: B | B}}

          second:
            title: >-
              Trang
              hai | Two
            fields: {note: Ghi chú | Note}
        # Between.
        papers: {}
        fees:
          fee: {title: Phí | Fee, amount: 1000}

        """

    @Test func `a value is changed in its own line and nowhere else`() throws {
        var patch = YAMLPatch(text)
        try patch.set(["form", "first", "title"], .text("Trang đầu | First"))
        #expect(patch.text == text.replacing("Trang một | One   # stays", with: "Trang đầu | First   # stays"))
        try patch.set(["form", "first", "fields", "kind", "label"], .text("Kiểu, loại | Kind"))
        #expect(patch.text.contains("{kind: choice, label: \"Kiểu, loại | Kind\", options: {a: A | A, b: B | B}}"))
    }

    @Test func `what is new stands behind the last of its block, before the comments of what follows`() throws {
        var patch = YAMLPatch(text)
        try patch.set(["form", "second", "when"], .text("first.kind = \"a\""))
        #expect(patch.text.contains("fields: {note: Ghi chú | Note}\n    when: first.kind = \"a\"\n# Between."))
        try patch.set(["papers", "id_card"], .map([.init("title", .text("Thẻ căn cước"))]))
        #expect(patch.text.contains("papers: {id_card: {title: Thẻ căn cước}}\nfees:"))
    }

    @Test func `a part moves with the comment above it`() throws {
        var patch = YAMLPatch(text)
        try patch.move(["form", "first", "fields", "kind"], by: -1)
        #expect(
            patch.text.contains(
                "fields:\n      # About the kind.\n      kind: {kind: choice, label: Loại | Kind, options: {a: A | A, b: B | B}}\n      name:"
            ))
        try patch.move(["form", "first", "fields", "kind"], by: 1)
        #expect(patch.text == text)
    }

    @Test func `the last part of a block leaves an empty block`() throws {
        var patch = YAMLPatch(text)
        try patch.remove(["fees", "fee"])
        #expect(patch.text.contains("fees: {}"))
        try patch.remove(["form", "first"])
        #expect(!patch.text.contains("Trang một"))
        #expect(try patch.value()["form"]?.keys == ["second"])
    }

    @Test func `an alias is not changed through one of its uses`() {
        let shared = "a: &one {x: 1}\nb: *one\n"
        var patch = YAMLPatch(shared)
        #expect(throws: YAMLPatch.Refusal.entangled(["b", "x"])) { try patch.set(["b", "x"], .text("2")) }
    }

    /// Every definition of the project and its shared parts, changed at random.
    @Test func `what is patched says what was meant, and other lines stay as they were`() throws {
        var random: any RandomNumberGenerator = SeededRandom(7)
        let folder = ReferenceData.projectRoot.appendingPathComponent("services")
        let files = try ["", "components", "steps"].flatMap { place in
            try FileManager.default.contentsOfDirectory(
                at: folder.appendingPathComponent(place), includingPropertiesForKeys: nil)
        }.filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
        #expect(files.count > 10)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            // What stands in two places is not changed through one of them.
            let hasAliases = text.contains(/: \*[a-z]/)
            for _ in 0..<(longRun ? 400 : 40) {
                var patch = YAMLPatch(text)
                let path = Self.path(in: try patch.value(), &random)
                var wanted: YAMLValue?
                do {
                    wanted = try Self.change(&patch, path, &random)
                } catch YAMLPatch.Refusal.entangled where hasAliases {
                    #expect(patch.text == text, "\(file.lastPathComponent): \(path)")
                    continue
                }
                #expect(try patch.value() == wanted, "\(file.lastPathComponent): \(path)")
                expectOthersStay(text, patch.text, "\(file.lastPathComponent): \(path)")
            }
        }
    }

    /// Changes a part at random; returns what is meant to stand there then.
    private static func change(
        _ patch: inout YAMLPatch, _ path: [String], _ random: inout any RandomNumberGenerator
    ) throws -> YAMLValue {
        let before = try patch.value()
        let parent = Array(path.dropLast())
        let key = path.last ?? ""
        var wanted = before
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let value = value(&random)
            try patch.set(path, value)
            wanted = before.setting(path[...], value)
        case 1:
            let value = value(&random)
            let new = parent + ["z_moi"]
            try patch.set(new, value)
            wanted = before.setting(new[...], value)
        case 2:
            try patch.remove(path)
            wanted = before.changing(parent[...]) { $0.removeAll { $0.key == key } }
        case 3:
            try patch.rename(path, to: "z_ten")
            wanted = before.changing(parent[...]) { entries in
                for index in entries.indices where entries[index].key == key { entries[index].key = "z_ten" }
            }
        default:
            try patch.move(path, by: 1)
            wanted = before.changing(parent[...]) { entries in
                if let index = entries.firstIndex(where: { $0.key == key }), index + 1 < entries.count {
                    entries.swapAt(index, index + 1)
                }
            }
        }
        return wanted
    }

    /// Lines before the first and behind the last that differ are the same by construction; comments are never lost.
    private func expectOthersStay(_ old: String, _ new: String, _ what: String) {
        let (a, b) = (
            old.split(separator: "\n", omittingEmptySubsequences: false),
            new.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        // What lies between is one part of the file: at most the two neighbours of a move, never the whole.
        let touched = a.count - head - tail
        #expect(touched < max(40, a.count), "\(what): \(touched) of \(a.count) lines")
        let comments = { (lines: [Substring]) in lines.filter { $0.drop { $0 == " " }.first == "#" }.count }
        #expect(comments(Array(b)) >= comments(Array(a)) - comments(Array(a[head..<(a.count - tail)])), "\(what)")
    }

    private static func path(in value: YAMLValue, _ random: inout any RandomNumberGenerator) -> [String] {
        var path: [String] = []
        var here = value
        while let entries = here.entries, let one = entries.randomElement(using: &random) {
            path.append(one.key)
            here = one.value
            if Int.random(in: 0..<4, using: &random) == 0 { break }
        }
        return path
    }

    private static func value(_ random: inout any RandomNumberGenerator) -> YAMLValue {
        let texts = [
            "Một, hai | One, two", "a: b", "# không", "", " đầu", "no", "2.000815", "if a = \"x\" then 1 else 2", "~",
            "*x",
            "một\nhai", "dài " + String(repeating: "chữ ", count: 40) + "hết", "\"nháy\" 'đơn'", "{x}", "- y", "a\tb",
        ]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .list(texts.shuffled(using: &random).prefix(2).map { .text($0) })
        case 1:
            return .map([
                .init("title", .text(texts.randomElement(using: &random) ?? "")),
                .init("inner", .map([.init("a", .text("1")), .init("b", .map([]))])),
            ])
        case 2: return .list([.map([.init("rule", .text("value > 1")), .init("message", .text(texts[0]))])])
        case 3: return .null
        default: return .text(texts.randomElement(using: &random) ?? "")
        }
    }
}
