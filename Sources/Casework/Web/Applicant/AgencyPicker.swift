import DesignSystem
import Directory
import Kernel
import Markup

/// Where a service may be filed: the only agency, a few to choose from, or first the province.
struct AgencyPicker {
    /// Up to so many are shown at once.
    static let few = 8

    let offers: [AgencyCard]
    let chosen: AgencyCard?
    let table: TerritoryTable
    let province: String

    /// Whether an agency can be named on this screen, so that the button to file belongs here.
    var canChoose: Bool { !offers.isEmpty && (offers.count <= Self.few || chosen != nil || !near.isEmpty) }

    /// The field that sends `agency`.
    @MarkupBuilder func field(_ problems: [FieldProblem]) -> [Markup] {
        let question = Phrase(vi: "Nơi nộp hồ sơ", en: "Where to file")
        if let only = offers.count == 1 ? offers.first : offers.count > Self.few ? chosen : nil {
            hiddenField("agency", only.id)
            p {
                strong(question)
                ": "
                only.name
            }
        } else if offers.count <= Self.few {
            Field(
                "agency", question, .choice(chosen?.id, offers.map { Choice($0.id, $0.name, hint: $0.parentName) }),
                problem: problems["agency"])
        } else {
            Field(
                "agency", question, .select(chosen?.id, near.map { Choice($0.id, $0.name) }),
                help: table.name(province).map { Phrase(same: $0) }, problem: problems["agency"])
        }
    }

    /// Choosing the province first, or another one.
    @MarkupBuilder func provinces(_ path: String) -> [Markup] {
        if offers.count > Self.few {
            if canChoose {
                p { a(Phrase(vi: "Chọn nơi khác", en: "Choose another place"), .href(path + "?tinh=")) }
            } else {
                getForm(to: path) {
                    Field(
                        "tinh", Phrase(vi: "Bạn nộp ở tỉnh, thành phố nào?", en: "In which province do you file?"),
                        .select(province, choices))
                    ButtonRow { Button(.init(vi: "Tiếp tục", en: "Continue"), .secondary) }
                }
            }
        }
    }

    private var near: [AgencyCard] {
        province.isEmpty ? [] : offers.filter { $0.province(in: table) == province }
    }

    private var choices: [Choice] {
        let codes = Set(offers.compactMap { $0.province(in: table) })
        return table.provinces.filter { codes.contains($0.code) }.map { Choice($0.code, $0.phrase) }
    }
}
