import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// What a draft leaves open, each with the way to its part; of papers, the button that says they are always needed.
struct OpenItemList: Component {
    let open: OpenDraftFile
    let items: [OpenItem]

    init(_ open: OpenDraftFile) {
        self.init(open, open.items)
    }

    init(_ open: OpenDraftFile, _ items: [OpenItem]) {
        self.open = open
        self.items = items
    }

    var markup: Markup {
        ul(.class("links")) {
            for item in items {
                li {
                    a(.href(DesignerPaths.part(open.draft.id, at: item.path))) { name(item) }
                    ": "
                    item.words
                    if open.isOpen, item.kind == .conditionalPaper { AlwaysNeeded(open: open, path: item.path) }
                }
            }
            for code in open.unknownAgencies {
                li {
                    a(.href(DesignerPaths.part(open.draft.id, at: code.path))) { PartName.at(code.path, open.value) }
                    ": "
                    SiteOutlook.unknownAgency(code.code)
                }
            }
            if !open.site.hasProcedure { li { DesignerRefusal.words(.noProcedure(open.draft.procedure)) } }
        }
    }

    private func name(_ item: OpenItem) -> Markup {
        item.path.isEmpty ? .phrase(PartKind.general.title) : .phrase(PartName.at(item.path, open.value))
    }
}

/// The button that marks a paper as needed in every case.
struct AlwaysNeeded: Component {
    let open: OpenDraftFile
    let path: [String]

    var markup: Markup {
        postForm(to: DesignerPaths.part(open.draft.id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(open.draft.version))
            button(.class("as-link"), .type("submit"), .name("do"), .value("always")) {
                Phrase(vi: "Luôn cần giấy này", en: "It is always needed")
                span(.class("unseen")) {
                    ": "
                    PartName.at(path, open.value)
                }
            }
        }
    }
}

extension OpenDraftFile {
    var items: [OpenItem] { OpenItem.all(value) }

    /// The branches at an agency that this site does not have.
    var unknownAgencies: [(path: [String], code: String)] {
        SiteOutlook.codes(value).filter { site.place($0.code) == nil }
    }

    /// How many things are to be looked at besides the findings, with what the catalogue left open.
    var openCount: Int {
        items.count + unknownAgencies.count + (site.hasProcedure ? 0 : 1) + draft.missing.count
    }

    /// Whether anything is to be looked at besides the findings of the check.
    var hasOpenItems: Bool { !items.isEmpty || !unknownAgencies.isEmpty || !site.hasProcedure }
}

extension PartName {
    /// The name of the part at a path.
    static func at(_ path: [String], _ value: YAMLValue) -> Phrase {
        let entry = YAMLValue.Entry(path.last ?? "", value[path: path] ?? .null)
        let step = path.first == "steps" && path.count == 4 ? value[path: path.prefix(2)] : nil
        return phrase(entry, Array(path.dropLast()), step)
    }
}
