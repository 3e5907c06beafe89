import DesignSystem
import Foundation
import Kernel
import Markup
import Testing

@Suite struct StylesheetTests {
    private static func found(_ pattern: String, in text: String) throws -> Set<String> {
        let expression = try NSRegularExpression(pattern: pattern)
        let whole = NSRange(text.startIndex..., in: text)
        return Set(
            expression.matches(in: text, range: whole).compactMap {
                Range($0.range(at: 1), in: text).map { String(text[$0]) }
            })
    }

    private static var gallery: String {
        Gallery.pages.map { String(decoding: $0.document.document(Rendering(.vi)), as: UTF8.self) }.joined()
    }

    /// Classes that only pages of features use: what stands beside a paper and is not printed with it.
    private static let ofFeatures: Set<String> = ["unprinted"]

    /// Classes that name a part and have no style of their own.
    private static let withoutStyle: Set<String> = [
        "text", "field", "act", "desk-main", "panes-2", "w4",
    ]

    @Test func `every class of the gallery has a style, and every style is seen in the gallery`() throws {
        var used: Set<String> = []
        for names in try Self.found("class=\"([^\"]+)\"", in: Self.gallery + Script.source) {
            used.formUnion(names.split(separator: " ").map(String.init))
        }
        for names in try Self.found("className: '([^']+)'", in: Script.source) {
            used.formUnion(names.split(separator: " ").map(String.init))
        }
        let styled = try Self.found("\\.([a-z][a-z0-9-]*)(?=[^0-9a-z%.-])(?![^{]*;)", in: Stylesheet.css)
        let unused = styled.subtracting(used).subtracting(Self.ofFeatures)
        #expect(unused.isEmpty, "styled but never seen: \(unused.sorted())")
        let bare = used.subtracting(styled).subtracting(Self.withoutStyle)
        #expect(bare.isEmpty, "seen but never styled: \(bare.sorted())")
    }

    @Test func `every custom property that is used is defined`() throws {
        let used = try Self.found("var\\((--[a-z0-9-]+)", in: Stylesheet.css)
        let defined = try Self.found("(--[a-z0-9-]+):", in: Stylesheet.css)
        #expect(used.isSubset(of: defined), "\(used.subtracting(defined))")
    }

    @Test func `styles fetch nothing and braces match`() {
        let css = Stylesheet.css
        #expect(!css.contains("url(") && !css.contains("@import") && !css.contains("@font-face"))
        #expect(css.count { $0 == "{" } == css.count { $0 == "}" })
        #expect(!css.contains("/*"))
    }

    @Test func `styles and script leave most of a first visit to the page`() {
        #expect(Stylesheet.css.utf8.count <= 33_000)
        #expect(Script.source.utf8.count <= 9_000)
    }

    @Test func `the style sheet knows print, less motion, more contrast and forced colours`() {
        for query in [
            "@media print", "prefers-reduced-motion", "prefers-contrast:more", "forced-colors:active", "size:A4",
            "size:A5",
        ] { #expect(Stylesheet.css.contains(query)) }
    }

    @Test func `shortening keeps values apart and takes comments away`() {
        #expect(Stylesheet.css.contains("border-left:4px solid var(--line"))
    }
}
