import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The visitor's drafts and dossiers as lists, each with its state and date.
struct MinePage {
    /// What ids are called.
    struct Names {
        var services: [String: Phrase] = [:]
        var agencies: [String: Phrase] = [:]
    }

    let list: MyDossiers.Listing
    let cards: Names
    let isFirst: Bool
    let isSaved: Bool
    let now: Instant

    var page: Page {
        Page(ApplicantWording.myDossiers) {
            PageTitle(ApplicantWording.myDossiers)
            if isSaved {
                Banner(
                    .success, Phrase(vi: "Bản nháp đã được lưu", en: "The draft is saved")
                ) {
                    p(
                        Phrase(
                            vi: "Bạn làm tiếp lúc nào cũng được, trên máy nào cũng được.",
                            en: "Go on with it at any time, on any device."))
                }
            }
            if isFirst, list.drafts.isEmpty, list.open.dossiers.isEmpty, list.ended.dossiers.isEmpty { empty }
            drafts
            open
            ended
            p { a(Phrase(vi: "Ai đã xem dữ liệu của tôi", en: "Who looked at my data"), .href(ApplicantPaths.looks())) }
        }
    }

    private var empty: EmptyState {
        EmptyState(Phrase(vi: "Bạn chưa có hồ sơ nào", en: "You have no dossiers yet")) {
            p(
                Phrase(
                    vi: "Hồ sơ bạn nộp và bản nháp đang làm dở sẽ hiện ở đây.",
                    en: "Dossiers you file and drafts you begin will appear here."))
            ButtonLink(Phrase(vi: "Tìm thủ tục để nộp", en: "Find a procedure"), "/thu-tuc")
        }
    }

    @MarkupBuilder private var drafts: [Markup] {
        if !list.drafts.isEmpty {
            Card(Phrase(vi: "Bản nháp", en: "Drafts"), id: "ban-nhap") {
                p(
                    Phrase(
                        vi: "Bản nháp không được sửa trong \(KeepDraft.daysKept) ngày sẽ tự xóa.",
                        en: "A draft that nobody changes for \(KeepDraft.daysKept) days is deleted."))
                LinkList(
                    list.drafts.map { draft in
                        LinkList.Entry(
                            title(draft.definition), ApplicantPaths.draft(draft.id),
                            note: Phrase(
                                vi: "Lưu lúc \(draft.changedAt.phrase.vi) · \(agency(draft.agency).vi)",
                                en: "Saved on \(draft.changedAt.phrase.en) · \(agency(draft.agency).en)"))
                    })
            }
        }
    }

    @MarkupBuilder private var open: [Markup] {
        if !list.open.dossiers.isEmpty {
            Card(Phrase(vi: "Đang giải quyết", en: "In progress"), id: "dang-giai-quyet") {
                LinkList(list.open.dossiers.map(entry))
                pager(list.open, ApplicantPaths.openAfter)
            }
        }
    }

    @MarkupBuilder private var ended: [Markup] {
        if !list.ended.dossiers.isEmpty {
            Card(Phrase(vi: "Đã kết thúc", en: "Ended"), id: "da-ket-thuc") {
                LinkList(list.ended.dossiers.map(entry))
                pager(list.ended, ApplicantPaths.endedAfter)
            }
        }
    }

    private func pager(_ screen: MyDossiers.Screen, _ after: String) -> Pager {
        Pager(
            previous: isFirst ? nil : ApplicantPaths.mine(),
            next: screen.next.map { ApplicantPaths.mine.with([(after, $0.description)]) })
    }

    private func entry(_ dossier: Dossier) -> LinkList.Entry {
        let standing = DossierStanding(dossier, now: now)
        return LinkList.Entry(
            ApplicantPaths.dossier(dossier.id),
            note: Markup {
                let shown = list.awaited.contains(dossier.id) ? OfficialState.supplementRequested : dossier.official
                Tag(shown.name, shown.tone)
                " "
                if let words = standing.words { DeadlineTag(standing.standing, words) }
                " "
                Phrase(
                    vi: "\(dossier.code) · \(agency(dossier.agency).vi)",
                    en: "\(dossier.code) · \(agency(dossier.agency).en)")
            }
        ) { title(dossier.definition) }
    }

    private func title(_ definition: String) -> Phrase { cards.services[definition] ?? ApplicantWording.code }
    private func agency(_ id: String) -> Phrase { cards.agencies[id] ?? Phrase(same: "") }
}
