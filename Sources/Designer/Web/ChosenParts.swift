import Catalogue
import DesignSystem
import Kernel

// What may be chosen for the keys of a part: answers, papers, services, units.
extension PartPage {
    var chosen: [String: [Choice]] {
        switch kind {
        case .variable, .column: ["rule": KnownAnswer.writable(open.answers)]
        case .question: ["filled_from": registered]
        case .step: ["assign": open.site.units]
        case .branch: branch
        default: [:]
        }
    }

    /// The columns of registers to which services in force or this draft write, and what every entry has besides.
    private var registered: [Choice] {
        let own = open.readable?.registers ?? []
        let others = open.site.registers.filter { other in !own.contains { $0.key == other.key } }
        return (own + others).flatMap { register in
            let known = [
                ("entry_number", Phrase(vi: "Số vào sổ", en: "Number of the entry")),
                ("entered_on", Phrase(vi: "Ngày vào sổ", en: "Day of the entry")),
                ("result_number", Phrase(vi: "Số của kết quả", en: "Number of the result")),
            ]
            return (register.columns.map { ($0.key, $0.title) } + known).map { key, title in
                Choice(
                    "\(register.key).\(key)",
                    Phrase(vi: "\(register.title.vi) › \(title.vi)", en: "\(register.title.en) › \(title.en)"))
            }
        }
    }

    private var branch: [String: [Choice]] {
        var chosen = [
            "service": services.map { Choice($0.service, $0.title) },
            "with.from": here,
            "papers.from": papers(open.readable)
                + [
                    Choice(
                        HandedPaperName.result,
                        Phrase(vi: "Kết quả đã có của hồ sơ này", en: "The results there are so far"))
                ],
        ]
        if let child = value["service"]?.text.flatMap({ open.site.children[$0] }) {
            chosen["with.to"] = questions(child)
            chosen["papers.to"] = papers(child)
        }
        return chosen
    }

    private static let mostServices = 300

    /// Of a site with thousands of services only those that nobody files; others by their names.
    private var services: [ServiceHead] {
        let others = open.site.heads.filter { $0.service != open.draft.service }
        return others.count <= Self.mostServices
            ? others : others.filter { !$0.isFiled || $0.service == value["service"]?.text }
    }

    /// Whole questions, then the parts of those that have some.
    private var here: [Choice] {
        let whole = questions(open.readable)
        return whole + KnownAnswer.writable(open.answers).filter { part in !whole.contains { $0.value == part.value } }
    }

    /// A question is handed over as a whole, by its page and its name.
    private func questions(_ definition: ServiceDefinition?) -> [Choice] {
        (definition?.form ?? []).flatMap { page in
            page.fields.map { field in
                Choice(
                    "\(page.key).\(field.key)",
                    Phrase(vi: "\(page.title.vi) › \(field.label.vi)", en: "\(page.title.en) › \(field.label.en)"))
            }
        }
    }

    private func papers(_ definition: ServiceDefinition?) -> [Choice] {
        (definition?.papers ?? []).filter { !$0.isForm }.map { Choice($0.key, Phrase(same: $0.title)) }
    }
}
