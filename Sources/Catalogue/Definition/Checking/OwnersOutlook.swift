import Rules

/// What conditions can give in a service, and what they could if it took every kind of owner: a shared part speaks of
/// owners that one of its services does not have, which is no mistake of either.
struct OwnersOutlook {
    let own: Outlook
    /// As if everybody might file it.
    let anybody: Outlook

    init(_ form: FormOutlook) {
        own = Outlook(form.expected)
        var expected = form.expected
        let owners = OwnerKind.allCases.map(\.rawValue)
        expected["owner"] = ExpectedAnswer(.values(owners.map { .string($0) }, .choice(owners)), isRequired: true)
        anybody = Outlook(expected)
    }

    func view(of condition: Premise, given: [Premise] = []) -> Outlook.View { own.view(of: condition, given: given) }
}
