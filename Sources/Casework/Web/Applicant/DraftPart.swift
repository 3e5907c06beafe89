import Catalogue
import Kernel
import Site

/// One part of the way from "for whom" to filing, shown as one screen.
enum DraftPart: Equatable, Sendable {
    case owner, ownerDetails, submitter
    case page(String)
    case papers, delivery, check

    /// How the draft remembers where its applicant was. Form pages have their own key; a key never holds an @.
    var key: String {
        switch self {
        case .owner: "@owner"
        case .ownerDetails: "@details"
        case .submitter: "@submitter"
        case .page(let key): key
        case .papers: "@papers"
        case .delivery: "@delivery"
        case .check: "@check"
        }
    }

    func address(_ id: Draft.ID) -> String {
        switch self {
        case .owner: ApplicantPaths.owner(id)
        case .ownerDetails: ApplicantPaths.ownerDetails(id)
        case .submitter: ApplicantPaths.submitter(id)
        case .page(let key): ApplicantPaths.page(id, key)
        case .papers: ApplicantPaths.papers(id)
        case .delivery: ApplicantPaths.delivery(id)
        case .check: ApplicantPaths.check(id)
        }
    }
}

extension DraftFile {
    /// The parts of this case, by its definition and its answers so far.
    func parts(_ reading: CaseReading) -> [DraftPart] {
        let definition = service.definition
        var parts: [DraftPart] = []
        if definition.owners.count > 1 { parts.append(.owner) }
        if draft.parties.kind != .`self` { parts.append(.ownerDetails) }
        parts.append(.submitter)
        parts += reading.shownPages.filter { !isKnown($0) }.map { .page($0.key) }
        if reading.papers.contains(where: { !$0.rule.isForm }) { parts.append(.papers) }
        if definition.result.ways.count > 1 || definition.result.ways == ["post"] { parts.append(.delivery) }
        return parts + [.check]
    }

    /// Whether everything that a page about a party asks is known already; the check page shows it and lets it be changed.
    private func isKnown(_ page: ShownPage) -> Bool {
        page.page.about != nil && page.fields.isKnown(draft.origins)
    }

    func title(of part: DraftPart) -> Phrase {
        switch part {
        case .owner: Phrase(vi: "Nộp cho ai", en: "For whom")
        case .ownerDetails: draft.parties.kind.detailsTitle
        case .submitter: Phrase(vi: "Người nộp hồ sơ", en: "Who files")
        case .page(let key): service.definition.form.first { $0.key == key }?.title ?? Phrase(same: key)
        case .papers: Phrase(vi: "Giấy tờ", en: "Papers")
        case .delivery: Phrase(vi: "Nhận kết quả", en: "Getting the result")
        case .check: Phrase(vi: "Kiểm tra và nộp", en: "Check and file")
        }
    }
}

extension OwnerKind {
    var choice: Phrase {
        switch self {
        case .`self`: Phrase(vi: "Cho chính tôi", en: "For myself")
        case .child: Phrase(vi: "Cho con tôi, hoặc trẻ tôi giám hộ", en: "For my child or ward")
        case .other: Phrase(vi: "Cho người khác đã ủy quyền cho tôi", en: "For another person who authorised me")
        case .householdBusiness: Phrase(vi: "Cho hộ kinh doanh", en: "For a household business")
        case .organisation: Phrase(vi: "Cho doanh nghiệp hoặc tổ chức", en: "For a company or organisation")
        }
    }

    var detailsTitle: Phrase {
        switch self {
        case .`self`: Phrase(vi: "Thông tin của bạn", en: "About you")
        case .child: Phrase(vi: "Thông tin của con, trẻ được giám hộ", en: "About the child or ward")
        case .other: Phrase(vi: "Thông tin của người ủy quyền", en: "About the person who authorised you")
        case .householdBusiness: Phrase(vi: "Thông tin hộ kinh doanh", en: "About the household business")
        case .organisation: Phrase(vi: "Thông tin doanh nghiệp, tổ chức", en: "About the company or organisation")
        }
    }
}
