import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The parts of a case that other agencies work, for the applicant one case with it: who has each, until when, and what is
/// asked there.
struct FollowElsewhere: Component {
    let follow: Follow
    let viewer: Viewer

    /// Those that are worked, and those that came to an end of their own; what the origin took back is nobody's concern.
    private var children: [ChildCase] { follow.file.children.filter { $0.dossier.official != .withdrawn } }

    var markup: Markup {
        Markup {
            for child in children where child.awaits { asked(child) }
            if !children.isEmpty {
                Card(Phrase(vi: "Phần việc của cơ quan khác", en: "What other agencies do"), id: "co-quan-khac") {
                    SummaryList(
                        children.map { child in
                            SummaryList.Row(child.title, standing(child))
                        })
                }
            }
        }
    }

    private func name(_ child: ChildCase) -> Phrase {
        follow.elsewhere[child.dossier.agency] ?? Phrase(vi: "cơ quan khác", en: "another agency")
    }

    private func standing(_ child: ChildCase) -> Phrase {
        let (agency, dossier) = (name(child), child.dossier)
        switch dossier.official {
        case .finished, .returned:
            return Phrase(vi: "\(agency.vi): đã có kết quả", en: "\(agency.en): the result is there")
        case .stopped, .notReceived:
            return Phrase(vi: "\(agency.vi): không giải quyết", en: "\(agency.en): refused")
        default:
            let due = dossier.clock?.isStopped == true ? nil : dossier.clock?.due
            return Phrase(
                vi: "Đang ở \(agency.vi)\(due.map { ", hẹn xong \($0.phrase.vi)" } ?? "")",
                en: "With \(agency.en)\(due.map { ", promised for \($0.phrase.en)" } ?? "")")
        }
    }

    private func asked(_ child: ChildCase) -> Banner {
        Banner(.warning, Phrase(vi: "Cần bạn bổ sung", en: "Something is asked of you")) {
            p(
                Phrase(
                    vi: "\(name(child).vi) cần bạn bổ sung để giải quyết phần việc của mình.",
                    en: "\(name(child).en) needs supplements from you for its part."))
            if viewer.isApplicant {
                ButtonLink(
                    Phrase(vi: "Xem và bổ sung", en: "See and answer"), ApplicantPaths.dossier(child.dossier.id))
            }
        }
    }
}
