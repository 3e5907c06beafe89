/// The authorisation document (văn bản ủy quyền): whoever files for another adult or as a firm's authorised person
/// hands it in. Parents and guardians, and a firm's legal representative, act by law and need none (Bộ luật Dân sự 2015,
/// Đ.134–138).
///
/// A definition may name its own with `mandate: true`, in the words of its record; where none of those belongs to the
/// case, this one does. The rule stands here alone.
extension PaperRule {
    /// Its name among the papers of every service; no definition uses it.
    package static let authorisationKey = "authorisation"

    package static let authorisation = PaperRule(
        key: authorisationKey, title: "Văn bản ủy quyền nộp hồ sơ, nhận kết quả", originals: 1, copies: 0,
        required: "true", when: nil, isForm: false, isShown: false, isMandate: true)
}

extension ServiceDefinition {
    /// A paper by its name; the authorisation document is one of every service.
    package func paper(_ key: String) -> PaperRule? { possiblePapers.first { $0.key == key } }

    /// Every paper that some case of the service calls for.
    package var possiblePapers: [PaperRule] {
        owners.contains { $0.mayBeAuthorised } ? papers + [.authorisation] : papers
    }
}

extension OwnerKind {
    /// Whether somebody authorised may file for such an owner.
    package var mayBeAuthorised: Bool {
        switch self {
        case .`self`, .child: false
        case .other, .householdBusiness, .organisation: true
        }
    }
}

extension [PaperDue] {
    /// The papers of a case that is filed by authorisation: with the authorisation document, required.
    func authorised() -> [PaperDue] {
        if contains(where: { $0.rule.isMandate == true }) { return self }
        return self + [PaperDue(rule: .authorisation, required: true)]
    }
}
