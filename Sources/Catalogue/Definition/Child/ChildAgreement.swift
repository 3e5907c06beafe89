/// Whether a definition and others find in each other what the cases at other agencies need that their branches open (hồ sơ
/// con): the service, the answers and the papers.
package enum ChildAgreement {
    /// What refuses a definition beside others: its own branches, and the branches of the others that name its service.
    package static func problems(
        of definition: ServiceDefinition, beside others: [ServiceDefinition]
    ) -> [DefinitionProblem] {
        let others = others.filter { $0.service != definition.service }
        let services = ChildServices([definition] + others)
        let found =
            services.problems(of: definition)
            + others.flatMap { other in services.problems(of: other, where: { $0.service == definition.service }) }
        return found.filter { $0.weight == .error }
    }
}
