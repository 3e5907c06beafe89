/// Two colours that stand on each other somewhere, and how well the one must be seen on the other.
package struct ContrastPair: Sendable {
    /// What is read (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
    package enum Use: Double, Sendable {
        /// Running text: 7 to 1.
        case text = 7
        /// Short text such as a tag, a button, a hint: 4.5 to 1.
        case label = 4.5
        /// Edges of controls, marks, rings: 3 to 1.
        case mark = 3
    }

    package let front: Colour
    package let ground: Colour
    package let use: Use

    init(_ front: Colour, on ground: Colour, _ use: Use) {
        self.front = front
        self.ground = ground
        self.use = use
    }

    package var isEnough: Bool { front.contrast(with: ground) >= use.rawValue }
}

extension Tokens {
    /// Every pair that the style sheet uses; a test holds each to its ratio.
    package static let pairs: [ContrastPair] =
        [paper, eggshell, linen, jadeWash, riverWash, amberWash, lacquerWash, goldWash].flatMap {
            [ContrastPair(ink, on: $0, .text), ContrastPair(soft, on: $0, .text)]
        }
        + [
            ContrastPair(river, on: paper, .text), ContrastPair(river, on: eggshell, .text),
            ContrastPair(river, on: linen, .label), ContrastPair(river, on: riverWash, .label),
            ContrastPair(riverDeep, on: linen, .text), ContrastPair(riverDeep, on: paper, .text),
            ContrastPair(lacquer, on: paper, .text), ContrastPair(lacquer, on: eggshell, .text),
            ContrastPair(lacquer, on: lacquerWash, .label), ContrastPair(lacquer, on: linen, .label),
            ContrastPair(jade, on: paper, .text), ContrastPair(jade, on: eggshell, .text),
            ContrastPair(jade, on: jadeWash, .label), ContrastPair(amber, on: paper, .text),
            ContrastPair(amber, on: amberWash, .label), ContrastPair(amber, on: eggshell, .label),
            ContrastPair(paper, on: jade, .text), ContrastPair(paper, on: jadeDeep, .text),
            ContrastPair(paper, on: lacquer, .text), ContrastPair(paper, on: lacquerDeep, .text),
            ContrastPair(blush, on: lacquer, .label), ContrastPair(paper, on: ink, .text),
            ContrastPair(edge, on: paper, .mark), ContrastPair(edge, on: eggshell, .mark),
            ContrastPair(edge, on: linen, .mark), ContrastPair(gold, on: ink, .mark),
            ContrastPair(gold, on: lacquer, .mark),
        ]
}
