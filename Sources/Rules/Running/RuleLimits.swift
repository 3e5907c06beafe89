/// What one expression may use, so that no rule can stop a server: reached, an expression is refused or gives null.
package struct RuleLimits: Sendable {
    /// The longest text, in Unicode scalars.
    package var sourceLength = 32_768
    /// How deep brackets may nest in the text.
    package var nesting = 64
    /// How many nodes of an expression may stand below each other.
    package var depth = 256
    /// Steps of one evaluation: every loop turn, call and item made is at least one.
    package var steps = 1_000_000
    /// How deep calls of functions may nest, counted in the nodes that are open.
    package var callDepth = 1_024
    /// The longest string, in bytes.
    package var stringLength = 1_000_000
    /// How many values a list or context may hold, those inside it included.
    package var valueWeight = 1_000_000
    /// How deep lists and contexts may nest.
    package var valueDepth = 128

    package static let standard = RuleLimits()

    package init() {}
}
