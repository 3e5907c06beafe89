extension DefinitionLibrary {
    /// The steps of a step template by themselves; nil when there is none of that name or it cannot be read.
    package func process(ofTemplate name: String) -> ServiceProcess? {
        let reading = DefinitionReading(self)
        guard let part = template(name), case .success(let root) = part.root, root.entries != nil else { return nil }
        let title = reading.phrase(root["title"])
        let steps = reading.steps(root["steps"])
        guard let title, !reading.problems.contains(where: { $0.kind == .writing && $0.weight == .error }) else {
            return nil
        }
        return ServiceProcess(name: name, title: title, steps: steps)
    }
}
