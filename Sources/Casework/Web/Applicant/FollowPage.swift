import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Following a dossier: where it is, until when, what is asked of the applicant, papers, fees, what has happened.
struct FollowPage {
    let follow: Follow
    let viewer: Viewer

    private var file: CaseFile { follow.file }
    private var dossier: Dossier { follow.dossier }

    var page: Page {
        let title = file.service.definition.title
        let crumbs = viewer.isApplicant ? [(ApplicantWording.myDossiers, ApplicantPaths.mine())] : []
        return Page(title, breadcrumbs: crumbs) {
            PageTitle(title, caption: Phrase(same: dossier.code))
            p {
                Tag(dossier.stateName, dossier.official.tone)
                " "
                dossier.stateGloss
            }
            if let origin = file.origin { belongs(to: origin) }
            FollowMessages(follow: follow, viewer: viewer)
            FollowElsewhere(follow: follow, viewer: viewer)
            Split {
                Card(Phrase(vi: "Hồ sơ đang ở đâu", en: "Where it is"), accented: true) { timeline }
            } side: {
                FollowClock(follow: follow)
                doings
            }
            Split {
                if viewer.isApplicant {
                    papers
                    answers
                }
                Card(Phrase(vi: "Những việc đã diễn ra", en: "What has happened"), id: "lich-su") {
                    SummaryList(follow.history.map { SummaryList.Row($0.at.phrase, $0.words) })
                }
            } side: {
                CheckCards.fees(follow.fees)
                if viewer.isApplicant, !follow.receipts.isEmpty {
                    Card(Phrase(vi: "Biên lai", en: "Receipts")) {
                        LinkList(
                            follow.receipts.map {
                                LinkList.Entry(
                                    Phrase(vi: "Biên lai số \($0.number)", en: "Receipt \($0.number)"), $0.path)
                            })
                    }
                }
            }
        }
    }

    private func belongs(to origin: OriginCase) -> Markup {
        p {
            Phrase(vi: "Phần việc của cơ quan này trong hồ sơ ", en: "The part of this agency in dossier ")
            a(Phrase(same: origin.code), .href(ApplicantPaths.dossier(origin.id)))
            Phrase(vi: " của bạn.", en: " of yours.")
        }
    }

    // MARK: phases

    private var timeline: Timeline {
        Timeline(
            file.phases.map { phase in
                let when = phase.since.map(\.phrase)
                let name = phase.state.name(isChild: dossier.origin != nil)
                switch phase.standing {
                case .passed: return .init(.done, name, when: when)
                case .ahead: return .init(.ahead, name)
                case .present: return .init(.present, name, when: when) { present }
                }
            })
    }

    @MarkupBuilder private var present: [Markup] {
        if dossier.isOpen {
            if dossier.openRequest != nil {
                p(Phrase(vi: "Đang chờ bạn bổ sung.", en: "It waits for your supplements."))
            } else {
                p {
                    Phrase(vi: "Đang ở: ", en: "With: ")
                    strong(follow.holder)
                }
                if let step = file.step {
                    p {
                        Phrase(vi: "Việc đang làm: ", en: "Being done: ")
                        step.title
                    }
                }
            }
            p(
                Phrase(
                    vi: "Từ lúc \(file.presentSince.phrase.vi)", en: "Since \(file.presentSince.phrase.en)"),
                .class("note"))
            if let due = follow.stepDue {
                p(
                    Phrase(vi: "Bước này xong trước \(due.phrase.vi)", en: "This step ends by \(due.phrase.en)"),
                    .class("note"))
            } else if let due = dossier.clock?.due, dossier.clock?.endedAt == nil {
                p(
                    Phrase(vi: "Hẹn trả kết quả \(due.phrase.vi)", en: "Promised for \(due.phrase.en)"),
                    .class("note"))
            }
        }
    }

    // MARK: what was handed in

    @MarkupBuilder private var answers: [Markup] {
        Card(Phrase(vi: "Nội dung đã khai", en: "What was stated"), id: "noi-dung") {
            Disclosure(Phrase(vi: "Xem các câu trả lời", en: "Show the answers")) {
                h3(Phrase(vi: "Người nộp và chủ hồ sơ", en: "Who filed, for whom"))
                SummaryList(
                    (file.parties.kind == .`self` ? [] : CheckCards.owner(file.parties))
                        + CheckCards.submitter(file.parties.submitter))
                for section in file.service.checkSections(file.facts, places: follow.places) {
                    h3(section.title)
                    SummaryList(
                        section.rows.map { row in CheckCards.row(row) { ApplicantPaths.file(dossier.id, $0) } })
                }
                let kept = file.kept.flatMap { $0.service.keptRows($0.answers, places: follow.places) }
                if !kept.isEmpty {
                    h3(ApplicantWording.keptAnswers)
                    SummaryList(kept.map { row in CheckCards.row(row) { ApplicantPaths.file(dossier.id, $0) } })
                }
            }
        }
    }

    @MarkupBuilder private var papers: [Markup] {
        let sent = file.papers.filter(\.isApplicants)
        if !sent.isEmpty {
            Card(ApplicantWording.papers, id: "giay-to") {
                for rule in file.service.definition.possiblePapers {
                    let files = sent.filter { $0.rule == rule.key }
                    if !files.isEmpty {
                        h3 { vietnamese(rule.title) }
                        FileList(files.map(stored))
                    }
                }
                let known = Set(file.service.definition.possiblePapers.map(\.key))
                let others = sent.filter { !known.contains($0.rule) && !$0.isAnswer }
                if !others.isEmpty {
                    h3(Phrase(vi: "Giấy tờ theo bản trước của dịch vụ", en: "Papers of an earlier version"))
                    FileList(others.map(stored))
                }
            }
        }
    }

    private func stored(_ paper: Paper) -> StoredFile {
        var notes = [ApplicantWording.size(paper.size)]
        if paper.isReplaced { notes.append(Phrase(vi: "đã thay bằng tệp mới", en: "replaced")) }
        if !paper.isReplaced, let finding = follow.file.finding(on: paper) {
            let why = finding.note.map { ": \($0)" } ?? ""
            notes.append(
                finding.verdict == .accepted
                    ? Phrase(vi: "đạt", en: "in order") : Phrase(vi: "chưa đạt\(why)", en: "not in order\(why)"))
        }
        return StoredFile(
            paper.filename,
            note: Phrase(vi: notes.map(\.vi).joined(separator: ", "), en: notes.map(\.en).joined(separator: ", ")),
            href: ApplicantPaths.file(dossier.id, paper.id))
    }

    // MARK: what can be done

    @MarkupBuilder private var doings: [Markup] {
        Card(Phrase(vi: "Việc bạn có thể làm", en: "What you can do")) {
            LinkList(
                [
                    LinkList.Entry(
                        Phrase(vi: "Xem và in giấy tiếp nhận", en: "See and print the receipt"),
                        ApplicantPaths.receipt(dossier.id))
                ]
                    + (viewer.isApplicant && file.mayRate
                        ? [
                            LinkList.Entry(
                                Phrase(vi: "Đánh giá việc phục vụ", en: "Rate the service"),
                                ApplicantPaths.rating(dossier.id))
                        ] : [])
                    + (viewer.isApplicant && file.mayWithdraw
                        ? [
                            LinkList.Entry(
                                Phrase(vi: "Rút hồ sơ", en: "Withdraw the dossier"),
                                ApplicantPaths.withdrawal(dossier.id))
                        ] : []))
            if !viewer.isApplicant {
                p {
                    Phrase(
                        vi: "Để bổ sung, rút hoặc xem nội dung đã khai, hãy ",
                        en: "To add something, withdraw or see what was stated, ")
                    a(
                        Phrase(vi: "đăng nhập bằng tài khoản đã nộp", en: "sign in with the account that filed"),
                        .href(ApplicantPaths.mine()))
                    "."
                }
            }
            contact
        }
    }

    @MarkupBuilder private var contact: [Markup] {
        p(.class("note")) {
            Phrase(vi: "Cần hỏi? ", en: "Questions? ")
            follow.agency.name
            if !follow.agency.phone.isEmpty { Phrase(same: ", \(follow.agency.phone)") }
            if !follow.agency.address.isEmpty { Phrase(same: ", \(follow.agency.address)") }
        }
    }
}
