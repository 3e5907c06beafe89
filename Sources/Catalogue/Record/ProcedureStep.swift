import Kernel

extension Procedure {
    /// One step of the order of steps (trình tự thực hiện), as far as the text numbers them.
    package struct Step: Hashable, Sendable {
        /// The number the text gives it; nil for what stands before the first numbered step.
        package var number: Int?
        package var paragraphs: [String]
    }

    /// The published text cut at "Bước 1", "Bước 2" …; one unnumbered step when the text numbers none.
    package var steps: [Step] {
        var steps: [Step] = []
        // By bytes: a text of many pages cut by characters was a fifth of what the page cost.
        for line in stepsText.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let paragraph = SourceText.line(String(Substring(line)))
            if paragraph.isEmpty { continue }
            if let (number, rest) = Self.numbered(paragraph) {
                steps.append(Step(number: number, paragraphs: rest.isEmpty ? [] : [rest]))
            } else if steps.isEmpty {
                steps.append(Step(number: nil, paragraphs: [paragraph]))
            } else {
                steps[steps.count - 1].paragraphs.append(paragraph)
            }
        }
        return steps
    }

    /// "- Bước 2: Nộp hồ sơ" → (2, "Nộp hồ sơ").
    private static func numbered(_ paragraph: String) -> (Int, String)? {
        let text = SourceText.withoutBullet(paragraph)
        guard text.count > 5, Folding.fold(String(text.prefix(4))) == "buoc" else { return nil }
        let after = text.dropFirst(4).drop(while: { $0 == " " })
        let digits = after.prefix(while: \.isNumber)
        guard let number = Int(digits), (1...40).contains(number) else { return nil }
        let rest = after.dropFirst(digits.count).drop(while: { " .:-–)".contains($0) })
        return (number, String(rest))
    }
}
