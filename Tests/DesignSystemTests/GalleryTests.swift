import DesignSystem
import Foundation
import Kernel
import Markup
import Testing

/// The sample pages stand for all pages: what holds for their frame and components holds for those of the features.
@Suite struct GalleryTests {
    private static func found(_ pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
            Range($0.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    private static let pages: [(name: String, html: String)] = Gallery.pages.flatMap { page in
        Language.allCases.map { language in
            (
                "\(page.name).\(language)",
                String(decoding: page.document.document(Rendering(language, formToken: "t0k3n")), as: UTF8.self)
            )
        }
    }

    @Test func `a page has one h1, one main and its language`() throws {
        for (name, html) in Self.pages {
            let titles = try Self.found("(<h1)[ >]", in: html)
            let mains = try Self.found("(<main )", in: html)
            #expect(titles.count == 1, "\(name)")
            #expect(mains.count == 1, "\(name)")
            #expect(html.contains("<html lang=\"\(name.suffix(2))\">"), "\(name)")
            #expect(html.hasPrefix("<!DOCTYPE html>"))
        }
    }

    @Test func `ids are unique and whatever is referred to is there`() throws {
        for (name, html) in Self.pages {
            let ids = try Self.found(" id=\"([^\"]+)\"", in: html)
            #expect(Set(ids).count == ids.count, "\(name)")
            for attribute in ["for", "aria-describedby", "aria-labelledby"] {
                for value in try Self.found(" \(attribute)=\"([^\"]+)\"", in: html) {
                    for id in value.split(separator: " ") { #expect(ids.contains(String(id)), "\(name): \(id)") }
                }
            }
            for id in try Self.found("href=\"#([^\"]+)\"", in: html) { #expect(ids.contains(id), "\(name): #\(id)") }
        }
    }

    @Test func `no page needs what the content security policy forbids`() throws {
        for (name, html) in Self.pages {
            #expect(!html.contains(" style="), "\(name)")
            #expect(!html.contains("<style"), "\(name)")
            for pattern in ["(<script)(?! src=)", "(?:src|href)=\"((?:https?:)?//[^\"]+)", "( on[a-z]+=\")"] {
                let bad = try Self.found(pattern, in: html)
                #expect(bad.isEmpty, "\(name)")
            }
        }
    }

    @Test func `every form that changes something carries the token`() throws {
        for (name, html) in Self.pages {
            let posts = try Self.found("(<form[^>]* method=\"post\")", in: html).count
            let tokens = try Self.found("(value=\"t0k3n\")", in: html).count
            #expect(tokens == posts, "\(name)")
        }
    }

    @Test func `what the head refers to is served`() throws {
        for (name, html) in Self.pages {
            for path in try Self.found("=\"(/assets/[^\"]+)\"", in: html) {
                #expect(Assets.all.contains { $0.path == path }, "\(name): \(path)")
            }
        }
    }

    @Test func `people in the gallery are marked as samples`() throws {
        for (name, html) in Self.pages {
            for person in ["Trần Thị Bưởi", "Lò Văn Đức", "Nguyễn Thị Phượng Uyên"] {
                let marked = html.replacingOccurrences(of: person + " (mẫu)", with: "")
                #expect(!marked.contains(person), "\(name)")
            }
        }
    }
}
