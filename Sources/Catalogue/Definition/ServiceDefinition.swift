package import Kernel

/// A service definition (định nghĩa dịch vụ): what puts one procedure online at an agency or a kind of agency.
///
/// It is written as one YAML file. Publishing resolves everything it uses into one canonical JSON document, which is
/// named by its hash; a published definition is never edited.
package struct ServiceDefinition: Codable, Sendable, Equatable {
    /// A stable short name, also the file's name and part of addresses: `dang-ky-lai-khai-sinh`.
    package var service: String
    /// The procedure's code in the national catalogue: `1.004884`.
    package var procedure: String
    /// The first day on which dossiers are filed under this version.
    package var effectiveFrom: Day
    package var title: Phrase
    /// For whom one may file: `self`, `child`, `other`, `household_business`, `organisation`.
    package var owners: [OwnerKind]
    /// The kinds of agency that may offer it: `commune`, `department`, `province`, `root`; all when absent.
    package var offeredBy: [String]?
    /// By which channels it may be filed; all when absent.
    package var channels: [FilingChannel]?
    package var form: [FormPage]
    package var papers: [PaperRule]
    package var fees: [FeeRule]
    /// What is said of money besides: a charge that the province's council sets and that is not written here.
    package var feeNote: Phrase?
    package var limit: LimitRule
    package var supplement: SupplementRule
    package var steps: [Step]
    package var result: ResultRule
    /// What is added to the messages that the applicant gets, by event.
    package var messages: [MessageRule]?
    /// The registers into which every finished case is entered.
    package var registers: [RegisterRule]?
}

/// For whom a dossier is filed, seen from the one who files it.
package enum OwnerKind: String, Codable, Sendable, CaseIterable {
    case `self`
    case child
    /// Another person, by mandate (văn bản ủy quyền).
    case other
    case householdBusiness = "household_business"
    case organisation
}

/// One page of a form, shown alone: one thing at a time.
package struct FormPage: Codable, Sendable, Equatable {
    package var key: String
    package var title: Phrase
    package var help: Phrase?
    /// FEEL; the page is passed over when it does not hold. Absent: always shown.
    package var when: String?
    package var fields: [FormField]
    /// Whose details it asks: what is known of that party is filled in beforehand.
    package var about: PageSubject?
}

/// The party that a page of a form is about.
package enum PageSubject: String, Codable, Sendable, CaseIterable {
    case submitter, owner
}

/// One question of a form.
package struct FormField: Codable, Sendable, Equatable {
    /// The answer's name within its page's group; answers are kept under `page.field` for conditions.
    package var key: String
    package var kind: FieldKind
    package var label: Phrase
    package var help: Phrase?
    /// FEEL giving a boolean: `true`, `false`, or a condition.
    package var required: String
    package var when: String?
    package var options: [FieldOption]
    /// Rules that the answer must fulfil, with the message for when it does not.
    package var checks: [FieldCheck]
    /// Bounds: length of texts, value of numbers and money.
    package var minimum: Int?
    package var maximum: Int?
    /// Whether a number must be whole: copies, pages, people, years.
    package var whole: Bool?
    /// The fields of a repeated group or of a component that was used (`use: address`).
    package var fields: [FormField]
    /// FEEL giving what stands in the field before anybody answers.
    package var `default`: String?
    /// FEEL giving the value of a computed one, and what it is: `number`, `money`, `text`, `date`, `yes_no`.
    package var value: String?
    package var gives: FieldKind?
    /// The register of the agency from which it is answered beforehand.
    package var filledFrom: RegisterSource?
    /// FEEL giving a boolean; where it holds, what came from the account or a register is not the applicant's to change.
    package var locked: String?
}

/// One of the answers to choose from.
package struct FieldOption: Codable, Sendable, Equatable {
    package var value: String
    package var label: Phrase
    /// FEEL; it is offered only where this holds. Absent: always.
    package var when: String?
}

/// A rule that an answer must satisfy, with what is said when it does not.
package struct FieldCheck: Codable, Sendable, Equatable {
    package var rule: String
    package var message: Phrase
}

/// A paper of the dossier (thành phần hồ sơ).
package struct PaperRule: Codable, Sendable, Equatable {
    package var key: String
    package var title: String
    package var originals: Int
    package var copies: Int
    package var required: String
    package var when: String?
    /// The electronic form itself counts as this paper; nothing is attached for it.
    package var isForm: Bool
    /// Shown at the counter rather than handed in (xuất trình).
    package var isShown: Bool
    /// It authorises the submitter to act for the owner (văn bản ủy quyền): it belongs to cases filed by authorisation
    /// and no others, and is always required there.
    package var isMandate: Bool?
    /// In which forms it is taken; every form when absent.
    package var accepts: [PaperForm]?
    /// Papers of the same word are alternatives: one of them is enough.
    package var oneOf: String?
    /// It is not asked for again where the agency holds it.
    package var reuse: PaperReuse?
}

/// A fee (phí) or charge (lệ phí) due in a case.
package struct FeeRule: Codable, Sendable, Equatable {
    package var key: String
    package var title: Phrase
    /// FEEL giving an amount in đồng.
    package var amount: String
    package var when: String?
    /// The text that sets it.
    package var basis: String?
    /// When it is due; absent: before the result is handed over.
    package var due: FeeTime?
    /// What becomes of it when the case is refused or withdrawn.
    package var refund: FeeRefund?
    /// The amount as a table, of which the first row that holds counts; `amount` says the same as one rule.
    package var table: [FeeRow]?
    /// Exemptions and reductions (miễn, giảm), of which the first that holds counts.
    package var reductions: [FeeReduction]?
}

/// When a fee is due (NĐ 118/2025/NĐ-CP: by the rules of each procedure, at the latest before the result is handed over).
package enum FeeTime: String, Codable, Sendable, CaseIterable {
    /// Before the dossier is received.
    case reception
    /// Before the result is handed over.
    case result
}

/// What becomes of a fee that was paid when the case ends without a result.
package enum FeeRefund: String, Codable, Sendable, CaseIterable {
    /// It is given back.
    case returned = "full"
    /// It is kept.
    case kept = "none"
}

/// The legal limit of the whole case.
package struct LimitRule: Codable, Sendable, Equatable {
    package var value: Int
    /// `working_days`, `days`, `hours`, `months`.
    package var unit: String
    /// FEEL to value, first that holds wins; for procedures with cases of different length.
    package var cases: [LimitCase]
}

/// A limit that holds when its rule does.
package struct LimitCase: Codable, Sendable, Equatable {
    package var when: String
    package var value: Int
    package var unit: String
}

/// How a request for supplements works in this service (NĐ 118/2025: once; the clock starts again).
package struct SupplementRule: Codable, Sendable, Equatable {
    package enum Clock: String, Codable, Sendable { case restart, resume }
    package var times: Int
    package var clock: Clock
    /// Until when after reception they may be asked for (NĐ 61/2018/NĐ-CP, Đ.17: three working days); absent: always.
    package var within: LimitRule?
}

/// A step of the work inside the agency.
package struct Step: Codable, Sendable, Equatable {
    package var key: String
    package var title: Phrase
    /// Who works it: `one_stop`, `specialist`, `head`, `leader`.
    package var role: String
    /// The official code (1 to 10) that the applicant sees while the case is here.
    package var official: Int
    package var limit: LimitRule?
    package var acts: [Act]
    /// What is worked beside each other while the case is here.
    package var parallel: [StepBranch]?
    /// When the branches have answered enough; `all` when absent.
    package var join: JoinRule?
    /// The step to which a case goes by itself when they have.
    package var to: String?
    /// `resume`: the legal clock goes on when they have.
    package var clock: ClockChange?
    package var timers: [StepTimer]?
    /// To whom the case is given when it comes here.
    package var assign: StepAssignment?
    /// The roles that have the case before them while it is here, and nothing to do about it (theo dõi).
    package var follow: [String]?
}

/// Something that may be done in a step.
package struct Act: Codable, Sendable, Equatable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Accept the dossier: it is received, the clock starts, the receipt is made.
        case receive
        /// Ask the applicant for supplements.
        case supplement
        /// Refuse to receive or to settle, with reason.
        case refuse
        /// Go to another step: hand over, propose, approve, send back.
        case move
        /// The result exists; the legal clock ends.
        case finish
        /// The result reaches the applicant; the case ends.
        case give
    }
    package var key: String
    package var title: Phrase
    package var kind: Kind
    /// The step that follows; absent where the case ends or stays.
    package var to: String?
    /// What the act does, said before it is pressed.
    package var effect: Phrase?
    /// A note or reason must be written.
    package var needsNote: Bool
    /// A result file must be there.
    package var needsResult: Bool
    /// Drawn as going back.
    package var isBack: Bool
    /// FEEL that must hold.
    package var when: String?
    /// What it does to the legal clock.
    package var clock: ClockChange?
    /// Why the clock stands still, as the applicant reads it: `chờ kiểm tra thực địa`.
    package var reason: Phrase?
    /// The series from which the result gets its number (số kết quả).
    package var number: String?
    /// Who does it; people when absent.
    package var by: Doer?

    /// Who else than people does an act.
    package enum Doer: String, Codable, Sendable, CaseIterable {
        /// A timer alone, when its time has come: nobody is offered it before.
        case timer
    }
}

/// What the applicant gets.
package struct ResultRule: Codable, Sendable, Equatable {
    package var title: String
    /// Allowed ways: `counter`, `post`, `online`.
    package var ways: [String]
    /// Names the same kind of paper across services: a renewal finds the earlier result by it.
    package var word: String?
    package var template: ResultTemplate?

    private enum CodingKeys: String, CodingKey {
        case title, ways, template
        case word = "as"
    }
}
