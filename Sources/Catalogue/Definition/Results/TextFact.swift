/// What every text may name without declaring it, for the system knows it.
package enum TextFact: String, Sendable, CaseIterable {
    case dossierCode = "dossier_code"
    case agencyName = "agency_name"
    /// With its series, once the result has one.
    case resultNumber = "result_number"
    /// The day on which the result is signed: that of the act that finishes, until then today.
    case signingDay = "signing_day"
    /// The leader of the agency, where there is one of that office.
    case leaderName = "leader_name"
    case ownerName = "owner_name"
    case submitterName = "submitter_name"
    /// Until when the result is promised.
    case promisedDay = "promised_day"

    /// Those of the paper that is the result; a promise has no place there.
    package static let ofResults: [TextFact] = allCases.filter { $0 != .promisedDay }
    /// Those of messages. Nobody is named: whoever reads it knows who they are.
    package static let ofMessages: [TextFact] = [.dossierCode, .agencyName, .resultNumber, .promisedDay]
}
