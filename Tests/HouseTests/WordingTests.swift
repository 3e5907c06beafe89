import Foundation
import Testing

/// What people read: in both languages, and nothing that nobody shows.
@Suite struct WordingTests {
    @Test func `no wording is empty in one of the languages`() {
        for file in SourceFile.sources {
            for language in ["vi", "en"] {
                #expect(!file.text.contains("\(language): \"\","), "\(file.path)")
                #expect(!file.text.contains("\(language): \"\")"), "\(file.path)")
            }
        }
    }

    @Test func `no wording stands twice in one language instead of once in each`() {
        for file in SourceFile.sources {
            for phrase in file.text.components(separatedBy: "Phrase(").dropFirst() {
                guard phrase.drop(while: \.isWhitespace).hasPrefix("vi: \"") else { continue }
                let part = SourceFile(path: file.path, text: String(phrase.prefix(1_000)), lines: [])
                guard let vi = part.literals("vi").first, let en = part.literals("en").first else { continue }
                // A literal that is only a value put in says nothing itself.
                #expect(vi != en || vi.hasPrefix("\\("), "\(file.path): “\(vi)” is the same in both: Phrase(same:)")
            }
        }
    }

    @Test func `the English half of pages is English`() {
        // Letters that only Vietnamese has; words between quotation marks or in brackets are names.
        let letters = Set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹư")
        let names = ["NĐ", "QĐ", "TT ", "Luật", "Một cửa", "Đ.", "e.g."]
        for file in SourceFile.sources where file.isWeb {
            for text in file.literals("en") where text.contains(where: { letters.contains($0) }) {
                let plain = text.replacing(/\\\([^)]*\)|“[^”]*”|\([^)]*\)/, with: "")
                let isName = names.contains { plain.contains($0) }
                #expect(isName || !plain.contains { letters.contains($0) }, "\(file.path): \(text)")
            }
        }
    }

    @Test func `no wording is kept that nobody shows`() {
        for file in SourceFile.sources {
            for line in file.lines where line.contains("static ") && line.contains("Phrase") {
                let words = line.split(separator: " ").drop { ["package", "private", "fileprivate"].contains($0) }
                guard words.count > 3, words.first == "static",
                    line.contains("= Phrase(") || line.contains(": Phrase {")
                else { continue }
                let name = words.dropFirst(2).first?.prefix { $0.isLetter || $0.isNumber } ?? ""
                #expect(WordCount.ofSources[name] > 1, "\(file.path): \(name)")
            }
        }
    }
}
