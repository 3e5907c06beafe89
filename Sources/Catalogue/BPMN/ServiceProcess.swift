package import Kernel

/// The steps of a service with their name, as they travel to other modellers and back.
package struct ServiceProcess: Sendable, Equatable {
    /// The service's or step template's short name.
    package var name: String
    package var title: Phrase
    package var steps: [Step]

    package init(name: String, title: Phrase, steps: [Step]) {
        self.name = name
        self.title = title
        self.steps = steps
    }
}
