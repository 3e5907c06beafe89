import Catalogue
import DesignSystem
import Kernel

// What may be chosen for the keys of a part: answers, papers, services, units.
extension PartPage {
    var chosen: [String: [Choice]] {
        switch kind {
        case .variable, .column: ["rule": KnownAnswer.writable(open.answers)]
        case .step: ["assign": open.site.units]
        case .branch: branch
        default: [:]
        }
    }

    private var branch: [String: [Choice]] {
        var chosen = [
            "service": open.site.heads.filter { $0.service != open.draft.service }.map { Choice($0.service, $0.title) },
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
