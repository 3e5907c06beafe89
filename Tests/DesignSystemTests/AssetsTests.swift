import DesignSystem
import Foundation
import Testing

@Suite struct AssetsTests {
    @Test func `files have their own paths below assets`() {
        #expect(Set(Assets.all.map(\.path)).count == Assets.all.count)
        for asset in Assets.all {
            #expect(asset.path.hasPrefix("/assets/"))
            #expect(!asset.bytes.isEmpty)
        }
    }

    @Test func `what may be kept for ever carries the hash of its content`() throws {
        for asset in Assets.all where asset.isImmutable {
            let name = try #require(asset.path.split(separator: "-").last)
            let hash = name.prefix(10)
            #expect(hash.count == 10 && !hash.contains { !$0.isHexDigit })
        }
    }

    @Test func `the icon of a phone is a PNG`() throws {
        let icon = try #require(Assets.all.first { $0.path == Assets.touchIconPath })
        #expect(icon.bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(icon.bytes.suffix(8).prefix(4) == Array("IEND".utf8)[...])
    }

    @Test func `the manifest is JSON whose icons are served`() throws {
        let manifest = try #require(Assets.all.first { $0.path == Assets.manifestPath })
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(manifest.bytes)) as? [String: Any])
        let icons = try #require(object["icons"] as? [[String: String]])
        for icon in icons { #expect(Assets.all.contains { $0.path == icon["src"] }) }
    }

    @Test func `the script makes no HTML from text`() {
        for danger in ["innerHTML", "outerHTML", "eval(", "insertAdjacentHTML"] {
            #expect(!Script.source.contains(danger))
        }
    }
}
