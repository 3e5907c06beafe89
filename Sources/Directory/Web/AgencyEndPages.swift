import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// A new name for an agency.
struct AgencyNamePage {
    let agency: Agency
    var name: String
    var english: String
    var from: String
    var version: String
    var problems: [FieldProblem] = []
    var isChanged = false

    init(_ agency: Agency, today: Day) {
        self.agency = agency
        name = agency.name
        english = agency.englishName ?? ""
        from = today.phrase.vi
        version = String(agency.version)
    }

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let path = AdministrationPaths.agency(agency.id)
        let title = Phrase(vi: "Đổi tên", en: "Rename")
        return frame.page(title, in: .agencies, for: visitor, above: [(agency.phrase, ""), (agency.phrase, path)]) {
            Narrow {
                if isChanged { Banner(.warning, .changedMeanwhile) }
                ErrorSummary(problems)
                p(
                    Phrase(
                        vi: "Tên cũ vẫn giữ trên giấy tờ của thời gian trước.",
                        en: "The old name stays on the papers of its time."))
                postForm(to: AdministrationPaths.agencyName(agency.id), guarded: true) {
                    hiddenField("version", version)
                    Field(
                        "name", Phrase(vi: "Tên mới", en: "New name"), .text(name), problem: problems["name"])
                    Field(
                        "name_en", Phrase(vi: "Tên tiếng Anh", en: "English name"), .text(english), optional: true,
                        problem: problems["name_en"])
                    Field(
                        "from", Phrase(vi: "Dùng từ ngày", en: "Used from"), .date(from), problem: problems["from"])
                    ButtonRow {
                        Button(Phrase(vi: "Đổi tên", en: "Rename"))
                        ButtonLink(.cancel, path, .plain)
                    }
                }
            }
        }
    }
}

/// Asks before an agency is closed, with what that means.
struct AgencyEndPage {
    let agency: Agency
    let others: [Agency]
    var until: String
    var successor = ""
    var version: String
    var problems: [FieldProblem] = []
    var refusal: Phrase?

    init(_ agency: Agency, others: [Agency], today: Day) {
        self.agency = agency
        self.others = others
        // What began today ends tomorrow at the earliest.
        until = max(today, agency.validity.from.adding(days: 1)).phrase.vi
        version = String(agency.version)
    }

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let path = AdministrationPaths.agency(agency.id)
        let title = Phrase(vi: "Chấm dứt hoạt động?", en: "Close the agency?")
        return frame.page(title, in: .agencies, for: visitor, above: [(agency.phrase, ""), (agency.phrase, path)]) {
            Narrow {
                if let refusal { Banner(.danger, refusal) }
                ErrorSummary(problems)
                p(
                    Phrase(
                        vi:
                            "Từ ngày này, cơ quan không nhận hồ sơ và không có người giữ vị trí. Hồ sơ và giấy tờ cũ vẫn ghi tên cơ quan.",
                        en:
                            "From this day on it receives no dossiers and nobody holds a post in it. Old dossiers and papers keep its name."
                    ))
                postForm(to: AdministrationPaths.agencyEnd(agency.id)) {
                    hiddenField("version", version)
                    Field(
                        "until", Phrase(vi: "Không còn hoạt động từ ngày", en: "Closed from"), .date(until),
                        problem: problems["until"])
                    Field(
                        "successor", Phrase(vi: "Cơ quan kế thừa", en: "Which agency follows it"),
                        .select(
                            successor, others.map { Choice($0.id.description, $0.phrase) },
                            empty: Phrase(vi: "Không có", en: "None")), optional: true,
                        problem: problems["successor"])
                    ButtonRow {
                        Button(Phrase(vi: "Chấm dứt hoạt động", en: "Close the agency"), .danger)
                        ButtonLink(.cancel, path, .secondary)
                    }
                }
            }
        }
    }
}
