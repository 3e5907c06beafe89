import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The first screen of a draft: for whom it is.
struct OwnerPage {
    let open: OpenDraft
    var problems: [FieldProblem] = []

    var page: Page {
        let question = Phrase(vi: "Bạn nộp hồ sơ này cho ai?", en: "For whom do you file?")
        return DraftScreen(open: open, part: .owner, problems: problems).page(title: question) {
            postForm(to: ApplicantPaths.owner(open.id)) {
                Field(
                    PartiesForm.kind, question,
                    .choice(
                        isAnswered ? open.draft.parties.kind.rawValue : nil,
                        open.service.definition.owners.map { Choice($0.rawValue, $0.choice) }),
                    problem: problems[PartiesForm.kind], size: .title)
                ButtonRow { Button(.next) }
            }
        }
    }

    /// A draft that has just been begun chooses nothing for its applicant.
    private var isAnswered: Bool { open.draft.version > 1 }
}

/// Who the owner is, when it is not the submitter.
struct OwnerDetailsPage {
    let open: OpenDraft
    let profile: ApplicantProfile?
    /// For whom of this kind the account has filed before.
    var earlier: [EarlierOwners.Owner] = []
    var problems: [FieldProblem] = []

    private var kind: OwnerKind { open.draft.parties.kind }
    private var owner: Party { open.draft.parties.owner }

    var page: Page {
        DraftScreen(open: open, part: .ownerDetails, problems: problems).page(title: kind.detailsTitle) {
            PageTitle(kind.detailsTitle, lead: lead)
            known
            postForm(to: ApplicantPaths.ownerDetails(open.id), guarded: true) {
                Field("name", kind.nameLabel, .text(owner.name), problem: problems["name"])
                Field(
                    "number", kind.isFirm ? ApplicantWording.taxCode : ApplicantWording.personalNumber,
                    kind.isFirm ? .digits(owner.number) : .text(owner.number, width: .medium),
                    help: kind == .child
                        ? Phrase(vi: "Để trống nếu trẻ chưa có", en: "Leave blank if the child has none yet") : nil,
                    optional: kind == .child || kind == .householdBusiness, problem: problems["number"])
                Field(
                    "address",
                    kind.isFirm
                        ? Phrase(vi: "Địa chỉ trụ sở", en: "Registered address")
                        : .init(vi: "Nơi cư trú", en: "Residence"),
                    .text(owner.address), optional: true, problem: problems["address"])
                if kind.isFirm {
                    Field(
                        "mandate", Phrase(vi: "Bạn là ai ở đó?", en: "In what capacity do you act?"),
                        .choice(
                            open.draft.parties.mandate,
                            ["legal_representative", "authorised"].map {
                                Choice($0, Parties.mandateName($0), hint: $0 == "authorised" ? Self.needsPaper : nil)
                            }), problem: problems["mandate"])
                }
                ButtonRow { Button(.next) }
            }
        }
    }

    private var lead: Phrase? {
        switch kind {
        case .other:
            Phrase(
                vi: "Bạn sẽ cần văn bản ủy quyền của người này.",
                en: "You will need this person's written authorisation.")
        default: nil
        }
    }

    private static let needsPaper = Phrase(
        vi: "Cần nộp văn bản ủy quyền", en: "The written authorisation must be handed in")

    /// What the account knows already, one press away.
    @MarkupBuilder private var known: [Markup] {
        let choices =
            profile.map { kind.isFirm ? $0.firms.map(Known.init) : kind == .child ? $0.wards.map(Known.init) : [] }
            ?? []
        let before = earlier.filter { one in !choices.contains { $0.name == one.party.name } }.map(Known.init)
        let new = (choices + before).filter { $0.name != owner.name }
        if !new.isEmpty {
            postForm(to: ApplicantPaths.ownerDetails(open.id)) {
                p(
                    Phrase(
                        vi: "Đã có từ tài khoản hoặc hồ sơ trước của bạn:",
                        en: "Known from your account or earlier dossiers:"))
                ButtonRow {
                    for choice in new {
                        Button(choice.label, .secondary, name: "known", value: choice.key)
                    }
                }
            }
        }
    }

    private struct Known {
        let name: String
        let key: String
        let label: Phrase
        init(_ firm: ApplicantProfile.Firm) { self.init(firm.name) }
        init(_ ward: ApplicantProfile.Ward) { self.init(ward.name) }
        private init(_ name: String) { (self.name, key, label) = (name, name, Phrase(same: name)) }
        init(_ owner: EarlierOwners.Owner) {
            name = owner.party.name
            key = owner.key
            label =
                owner.birthDay.map { day in
                    Phrase(
                        vi: "\(owner.party.name), sinh \(day.phrase.vi)",
                        en: "\(owner.party.name), born \(day.phrase.en)")
                } ?? Phrase(same: owner.party.name)
        }
    }
}

/// How the one who files can be reached, and who it is.
struct SubmitterPage {
    let open: OpenDraft
    let profile: ApplicantProfile?
    var problems: [FieldProblem] = []

    var page: Page {
        let submitter = open.draft.parties.submitter
        let title =
            open.draft.parties.kind == .`self`
            ? OwnerKind.`self`.detailsTitle : Phrase(vi: "Người nộp hồ sơ", en: "Who files")
        return DraftScreen(open: open, part: .submitter, problems: problems).page(title: title) {
            PageTitle(
                title,
                lead: Phrase(
                    vi: "Cơ quan dùng các thông tin này để báo tin và ghi trên giấy tiếp nhận.",
                    en: "The agency uses these to reach you and writes them on the receipt."))
            SummaryList(fromAccount)
            postForm(to: ApplicantPaths.submitter(open.id), guarded: true) {
                if profile?.number == nil {
                    Field(
                        "number", ApplicantWording.personalNumber, .text(submitter.number, width: .medium),
                        help: Phrase(
                            vi: "Số định danh có 12 chữ số, ghi trên thẻ căn cước. Số hộ chiếu: \(hint.vi)",
                            en: "A citizen number has 12 digits, as on the identity card. A passport: \(hint.en)"),
                        problem: problems["number"])
                }
                Field(
                    "phone", ApplicantWording.phone, .phone(submitter.phone), help: from("phone"),
                    problem: problems["phone"])
                Field(
                    "email", ApplicantWording.email, .email(submitter.email), help: from("email"), optional: true,
                    problem: problems["email"])
                Field(
                    "address", ApplicantWording.address,
                    .text(submitter.address, autocomplete: "street-address"),
                    help: from("address")
                        ?? Phrase(
                            vi: "Số nhà, đường hoặc thôn, xã hoặc phường, tỉnh hoặc thành phố",
                            en: "House and street or village, commune, province"), problem: problems["address"])
                ButtonRow { Button(.next) }
            }
        }
    }

    /// Where what stands in a field comes from, while nobody has changed it.
    private func from(_ field: String) -> Phrase? { open.draft.origins["@submitter.\(field)"]?.ownWords }

    private var hint: Phrase { PartiesForm.passportHint }

    private var fromAccount: [SummaryList.Row] {
        let note = AnswerOrigin.account.ownWords
        var rows = [SummaryList.Row(ApplicantWording.fullName, open.draft.parties.submitter.name, note: note)]
        if let number = profile?.number {
            rows.append(SummaryList.Row(ApplicantWording.citizenNumber, number.digits, note: note))
        }
        return rows
    }
}

/// How the result is to reach the applicant.
struct DeliveryPage {
    let open: OpenDraft
    var problems: [FieldProblem] = []

    var page: Page {
        let ways = open.service.definition.result.ways
        let question = Phrase(vi: "Bạn muốn nhận kết quả bằng cách nào?", en: "How do you want to get the result?")
        let delivery = open.draft.parties.delivery
        return DraftScreen(open: open, part: .delivery, problems: problems).page(title: question) {
            postForm(to: ApplicantPaths.delivery(open.id)) {
                if ways.count > 1 {
                    Field(
                        "way", question,
                        .choice(delivery?.way, ways.map { Choice($0, Delivery.name(of: $0), hint: hint($0)) }),
                        help: Phrase(
                            vi: "Kết quả: \(open.service.definition.result.title)",
                            en: "The result: \(open.service.definition.result.title)"),
                        problem: problems["way"], size: .title)
                } else {
                    PageTitle(Delivery.name(of: ways.first ?? "counter"))
                }
                if ways.contains("post") {
                    Field(
                        "address", Phrase(vi: "Địa chỉ nhận qua bưu chính", en: "Address for the post"),
                        .text(
                            delivery.map(\.address).flatMap { $0.isEmpty ? nil : $0 }
                                ?? open.draft.parties.submitter.address),
                        help: ways.count > 1
                            ? Phrase(vi: "Chỉ cần khi nhận qua bưu chính", en: "Only needed for the post") : nil,
                        optional: ways.count > 1, problem: problems["address"])
                }
                ButtonRow { Button(.next) }
            }
        }
    }

    private func hint(_ way: String) -> Phrase? {
        switch way {
        case "counter": Phrase(vi: "\(open.agency.name.vi)", en: "\(open.agency.name.en)")
        case "online":
            Phrase(
                vi: "Tải tệp kết quả về từ trang theo dõi hồ sơ", en: "Download the file from the page of the dossier")
        case "post":
            Phrase(vi: "Có thể phải trả cước bưu chính", en: "Postage may be charged")
        default: nil
        }
    }
}
