/// Where and how a service is offered: at which kinds of agency of the two levels of local government (Luật Tổ chức chính
/// quyền địa phương 2025), and by which channels it may be filed (NĐ 118/2025/NĐ-CP).
extension ServiceDefinition {
    /// The kinds of agency of a definition, as the directory names them.
    static let agencyKinds = ["commune", "department", "province", "root"]

    /// Whether an agency of that kind may offer it; a definition that names none is for all.
    package func isOffered(by kind: String) -> Bool { offeredBy.map { $0.contains(kind) } ?? true }

    /// Whether somebody may file it; otherwise it is only worked as the child of another agency's case.
    package var isFiled: Bool { channels != [] }

    package func takes(_ channel: FilingChannel) -> Bool { channels.map { $0.contains(channel) } ?? true }
}
