import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What the agency says to the applicant: supplements asked for, a refusal with its reason, the result.
struct FollowMessages: Component {
    let follow: Follow
    let viewer: Viewer

    private var file: CaseFile { follow.file }
    private var dossier: Dossier { follow.dossier }

    var markup: Markup {
        Markup {
            if let request = file.openRequest { supplement(request) }
            if dossier.official == .notReceived || dossier.official == .stopped { refusal }
            if dossier.official == .finished || dossier.official == .returned { result }
            if let score = dossier.rating {
                p(
                    Phrase(vi: "Bạn đã đánh giá: \(score) trên 5.", en: "You rated: \(score) of 5."), .class("note"))
            }
        }
    }

    private func supplement(_ request: SupplementRequest) -> Banner {
        Banner(.warning, Phrase(vi: "Cần bạn bổ sung", en: "Something is asked of you")) {
            p(
                Phrase(
                    vi:
                        "Yêu cầu lúc \(request.askedAt.phrase.vi).\(stands.vi)",
                    en: "Asked on \(request.askedAt.phrase.en).\(stands.en)"))
            ul {
                for item in request.items {
                    li {
                        strong { SupplementWords.name(of: item, in: file.service.definition) }
                        ": "
                        vietnamese(item.reason)
                    }
                }
            }
            if viewer.isApplicant {
                ButtonLink(
                    Phrase(vi: "Bổ sung ngay", en: "Answer now"), ApplicantPaths.supplement(dossier.id))
            }
        }
    }

    /// Before the desk has received it, no time runs; a request that came when the result was due already stops nothing.
    private var stands: Phrase {
        guard let clock = dossier.clock else {
            return Phrase(
                vi: " Hồ sơ chưa được tiếp nhận nên thời hạn giải quyết chưa tính.",
                en: " The dossier was not received yet, so its time has not begun.")
        }
        return clock.isStopped
            ? Phrase(
                vi: " Thời hạn giải quyết tạm dừng cho đến khi bạn gửi bổ sung.",
                en: " The time stands still until you have answered.")
            : Phrase(same: "")
    }

    private var refusal: Banner {
        Banner(.danger, dossier.stateName) {
            if let reason = follow.refusal {
                p {
                    Phrase(vi: "Lý do: ", en: "Reason: ")
                    vietnamese(reason)
                }
            }
            p(
                Phrase(
                    vi: "Bạn có thể nộp hồ sơ mới khi đã khắc phục, hoặc khiếu nại theo Luật Khiếu nại.",
                    en: "You may file anew once it is mended, or complain as the Law on Complaints provides."))
        }
    }

    /// What is due before the result is handed over, and where it is paid.
    private var unpaid: Markup {
        p {
            Phrase(vi: "Còn \(file.owed.phrase.vi) phải nộp tại ", en: "\(file.owed.phrase.en) is still to be paid at ")
            strong(
                Phrase(
                    vi: "bộ phận một cửa, \(follow.agency.name.vi)", en: "the one-stop desk, \(follow.agency.name.en)"))
            if !follow.agency.address.isEmpty { Phrase(same: ", \(follow.agency.address)") }
            if file.parties.delivery?.way == "online" {
                Phrase(
                    vi: "; nộp xong là tải được kết quả tại đây.", en: "; once paid, the result can be downloaded here."
                )
            } else {
                Phrase(vi: " trước khi nhận kết quả.", en: " before you get the result.")
            }
        }
    }

    private var result: Banner {
        Banner(
            .success,
            dossier.official == .returned
                ? Phrase(vi: "Đã trả kết quả", en: "The result was handed over")
                : Phrase(vi: "Đã có kết quả", en: "The result is there")
        ) {
            if dossier.official == .finished, let delivery = file.parties.delivery, delivery.way != "online" {
                p(
                    Phrase(
                        vi: "Cách nhận: \(delivery.name.vi)\(delivery.address.isEmpty ? "" : ", \(delivery.address)")",
                        en:
                            "How you get it: \(delivery.name.en)\(delivery.address.isEmpty ? "" : ", \(delivery.address)")"
                    ))
            }
            if dossier.official == .finished, file.owed > .zero { unpaid }
            if viewer.isApplicant, file.mayTakeResult {
                FileList(
                    file.results.map { paper in
                        StoredFile(
                            paper.filename, note: ApplicantWording.size(paper.size),
                            href: ApplicantPaths.file(dossier.id, paper.id))
                    })
            }
            if viewer.isApplicant, file.mayRate {
                p {
                    a(
                        Phrase(vi: "Đánh giá việc phục vụ", en: "Rate the service"),
                        .href(ApplicantPaths.rating(dossier.id)))
                }
            }
        }
    }
}
