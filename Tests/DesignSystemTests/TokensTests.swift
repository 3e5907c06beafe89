import DesignSystem
import Testing

@Suite struct TokensTests {
    @Test(arguments: Tokens.pairs)
    func `a pair of colours that is used can be read`(pair: ContrastPair) {
        let contrast = pair.front.contrast(with: pair.ground)
        #expect(pair.isEnough, "\(pair.front.name) on \(pair.ground.name): \(contrast), wanted \(pair.use.rawValue)")
    }

    @Test func `contrast is that of WCAG at its ends and in the middle`() throws {
        let ink = Tokens.ink.contrast(with: Tokens.ink)
        #expect(ink == 1)
        // #474C53 on white by the W3C's formula.
        #expect(abs(Tokens.soft.contrast(with: Tokens.paper) - 8.65) < 0.01)
    }

    @Test func `names of colours are unique`() {
        #expect(Set(Tokens.colours.map(\.name)).count == Tokens.colours.count)
    }
}
