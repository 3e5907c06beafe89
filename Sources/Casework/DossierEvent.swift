package import Catalogue
package import Kernel

/// What happened to a dossier. The list of its events is the truth of a dossier; the row beside them is drawn from it.
///
/// Events hold no personal data: texts and answers stand in rows of their own, events name them by id.
package enum DossierEvent: Codable, Sendable, Equatable {
    case filed(Filed)
    /// The dossier was taken; the clock starts.
    case received(by: String, step: String, official: OfficialState, clock: CaseClock, text: TextMark? = nil)
    /// `clock` is nil while the dossier has not been received yet; `commitment` is to what is asked for.
    case supplementRequested(request: String, clock: CaseClock?, commitment: String? = nil)
    /// `papers` are the files that came with it, `commitment` to the answers and parties as they are from now on; nil
    /// when no answer changed.
    case supplementAnswered(
        request: String, official: OfficialState, clock: CaseClock?, papers: [PaperMark]? = nil,
        commitment: String? = nil)
    /// New answers of a supplement change what is due: all amounts of the case as they are now.
    case feesChanged(fees: [FeeMark])
    case refused(text: TextMark)
    case assigned(to: String?)
    case moved(act: String, step: String, official: OfficialState, unit: String?, text: TextMark?)
    case transferred(unit: String, text: TextMark)
    case finished(act: String, step: String, clock: CaseClock, text: TextMark?)
    case given(act: String, way: String, text: TextMark? = nil)
    case withdrawn(text: TextMark)
    case resultAttached(paper: String, sha256: String? = nil)
    /// A wrong result was taken out before it was handed over; `othersLeft` tells whether the case still has one.
    /// `reopened`: where the case goes back to when its result was there already.
    case resultTakenBack(paper: String, othersLeft: Bool, text: TextMark, reopened: Reopening? = nil)
    /// `text` is what was found wrong.
    case paperChecked(paper: String, verdict: PaperVerdict, text: TextMark? = nil)
    case recalculated(clock: CaseClock)
    /// The case came to a step with branches, and these are there.
    case branchesOpened(step: String, branches: [CaseBranch])
    /// An agency or unit was chosen and asked; `text` is the question.
    case branchAsked(branch: String, agency: String, unit: String?, due: Instant?, text: TextMark?)
    /// `verdict` is nil where no opinion is asked.
    /// `papers`: the results of a case at another agency, which come with its end.
    case branchAnswered(branch: String, verdict: OpinionVerdict?, text: TextMark?, papers: [PaperMark]? = nil)
    /// The branches of a step have answered enough: the case goes on by itself.
    case joined(from: String, step: String, official: OfficialState)
    /// An act lets the legal clock stand still; the reason stands with the stop.
    case clockStopped(clock: CaseClock)
    case clockResumed(clock: CaseClock)
    /// A timer of the step has run out.
    case timed(timer: FiredTimer)
    /// Whoever a timer told of the case knows.
    case timerSeen(timer: String)
    /// The case goes on under another version of its service. `step` and `official`: where it is then, when that differs;
    /// `commitment` is to the answers and parties as they are from now on.
    case versionChanged(definition: String, step: String?, official: OfficialState?, commitment: String)
    /// The result has its number.
    case numbered(series: String, number: Int, year: Int)
    /// The finished case was entered into a register; `commitment` is to what the entry says.
    case entered(register: String, entry: String, number: Int, year: Int, commitment: String)
    /// The result was taken back: these entries of registers are struck out.
    case struckOut(entries: [String])
    case rated(score: Int)
    /// Money was taken at the counter: the payment's id, the number of its receipt, the amount.
    case paid(payment: String, receipt: String, amount: Money)
    /// A receipt was voided: what it paid for is due again. The reason stands with the payment.
    case paymentVoided(payment: String, receipt: String, amount: Money)

    package struct Filed: Codable, Sendable, Equatable {
        package var code: String
        package var service: String
        package var definition: String
        package var procedure: String
        package var agency: String
        package var unit: String?
        package var step: String
        package var submitter: String?
        package var owner: String
        package var channel: FilingChannel
        /// A commitment to answers and owner as they were filed.
        package var commitment: String
        /// The files that were filed; nil in dossiers of the time before they were named.
        package var papers: [PaperMark]?
        /// The case of which it is the child; nil for what applicants file.
        package var origin: CaseOrigin?
    }

    /// A finished case whose result was wrong is worked again, where it was last decided; its clock goes on.
    package struct Reopening: Codable, Sendable, Equatable {
        package let step: String
        package let unit: String?
        package let official: OfficialState
        package let clock: CaseClock
    }

    /// The text that was written with it.
    package var text: TextMark? {
        switch self {
        case .refused(let text), .withdrawn(let text), .transferred(_, let text), .resultTakenBack(_, _, let text, _):
            text
        case .received(_, _, _, _, let text), .moved(_, _, _, _, let text), .finished(_, _, _, let text),
            .given(_, _, let text), .paperChecked(_, _, let text), .branchAsked(_, _, _, _, let text),
            .branchAnswered(_, _, let text, _):
            text
        case .filed, .supplementRequested, .supplementAnswered, .assigned, .resultAttached, .feesChanged,
            .recalculated, .rated, .paid, .paymentVoided, .branchesOpened, .joined, .clockStopped, .clockResumed,
            .timed, .timerSeen, .numbered, .entered, .struckOut, .versionChanged:
            nil
        }
    }

    /// The stable name kept in the event's row and in the journal.
    package var kind: String {
        switch self {
        case .filed: "filed"
        case .received: "received"
        case .supplementRequested: "supplement_requested"
        case .supplementAnswered: "supplement_answered"
        case .feesChanged: "fees_changed"
        case .refused: "refused"
        case .assigned: "assigned"
        case .moved: "moved"
        case .transferred: "transferred"
        case .finished: "finished"
        case .given: "given"
        case .withdrawn: "withdrawn"
        case .resultAttached: "result_attached"
        case .resultTakenBack: "result_taken_back"
        case .paperChecked: "paper_checked"
        case .recalculated: "recalculated"
        case .branchesOpened: "branches_opened"
        case .branchAsked: "branch_asked"
        case .branchAnswered: "branch_answered"
        case .joined: "joined"
        case .clockStopped: "clock_stopped"
        case .clockResumed: "clock_resumed"
        case .timed: "timed"
        case .timerSeen: "timer_seen"
        case .numbered: "numbered"
        case .entered: "entered"
        case .struckOut: "struck_out"
        case .versionChanged: "version_changed"
        case .rated: "rated"
        case .paid: "paid"
        case .paymentVoided: "payment_voided"
        }
    }
}

/// What the desk found about one paper.
package enum PaperVerdict: String, Codable, Sendable, CaseIterable {
    case accepted, rejected
}
