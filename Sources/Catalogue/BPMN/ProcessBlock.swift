/// What is worked beside each other in a drawn process: a gateway that forks, the ways from it with the work on each, and
/// the gateway that joins them (BPMN 2.0.2, 10.6). A message to another agency whose answer is awaited, drawn without
/// gateways, is a block of one way.
struct ProcessBlock: Sendable {
    /// The work on one way: a user task, or a message and its answer.
    struct Way: Sendable {
        /// The flow that leads to it; nil where no gateway forks.
        let flow: ProcessFlow?
        let nodes: [ProcessNode]
    }

    let fork: ProcessNode
    let ways: [Way]
    /// Nil where no gateway joins.
    let join: ProcessNode?
    /// The flow on which the case goes on.
    let exit: ProcessFlow?
}
