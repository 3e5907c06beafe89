import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The parts of one block below each other, each with a link to its page and buttons to move it and take it out.
struct PartList: Component {
    let draft: ServiceDraft
    /// The block that holds them: `["form"]`, `["form", "first", "fields"]`.
    let block: [String]
    let entries: [YAMLValue.Entry]
    let caption: Phrase
    let columns: [Phrase]
    let cells: @Sendable (YAMLValue.Entry) -> [Markup]
    let findings: PartFindings
    let isOpen: Bool
    /// The step that timers belong to.
    var step: YAMLValue?
    /// What is left open.
    var items: [OpenItem] = []

    var markup: Markup {
        DataTable(
            caption,
            columns: [.init(Phrase(vi: "Tên", en: "Name"))] + columns.map { .init($0) }
                + (isOpen ? [.init(Phrase(vi: "Sắp xếp", en: "Order"), .action)] : []),
            rows: entries.enumerated().map { index, entry in
                let path = block + [entry.key]
                let hasErrors = findings.below(path).contains { $0.weight == .error }
                return DataTable.Row(tone: hasErrors ? .bad : nil) {
                    Markup.many([
                        a(.href(DesignerPaths.part(draft.id, at: path))) { PartName.phrase(entry, block, step) },
                        FindingCount(findings.below(path), open: items.count { $0.path.starts(with: path) })
                            .markup,
                    ])
                    cells(entry)
                    if isOpen { buttons(path, index) }
                }
            }
        ).markup
    }

    private func buttons(_ path: [String], _ index: Int) -> Markup {
        let name = PartName.phrase(entries[index], block, step)
        return postForm(to: DesignerPaths.part(draft.id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(draft.version))
            div(.class("buttons")) {
                if index > 0 { small("up", Phrase(vi: "Lên", en: "Up"), name) }
                if index + 1 < entries.count { small("down", Phrase(vi: "Xuống", en: "Down"), name) }
                small("remove", Phrase(vi: "Bỏ", en: "Remove"), name)
            }
        }
    }

    private func small(_ action: String, _ words: Phrase, _ name: Phrase) -> Markup {
        button(.class("as-link"), .type("submit"), .name("do"), .value(action)) {
            words
            span(.class("unseen")) {
                ": "
                name
            }
        }
    }
}

/// What a part is called in lists.
enum PartName {
    /// - Parameter step: the step around it; timers are called after what they do there.
    static func phrase(_ entry: YAMLValue.Entry, _ block: [String], _ step: YAMLValue? = nil) -> Phrase {
        if block == ["result"] { return PartKind.template.title }
        if block == ["messages"] { return EventWords.name(entry.key) }
        if block.last == "variables" { return Phrase(same: "{{\(entry.key)}}") }
        if block.last == "timers" { return TimerDeeds.words(entry.value, step) }
        if let text = entry.value.text, block.last == "fields" {
            return Phrase(written: .text(text)) ?? Phrase(same: entry.key)
        }
        let named = entry.value["title"] ?? entry.value["label"]
        return named.flatMap(Phrase.init(written:)) ?? Phrase(same: entry.key)
    }
}

/// The findings of the check by the parts that they concern.
struct PartFindings: Sendable {
    private let all: [(path: [String], finding: DefinitionProblem)]
    /// In shared parts, or nowhere in particular.
    let elsewhere: [DefinitionProblem]

    init(_ check: DefinitionCheck, _ text: String) {
        let tree = try? YAMLTree(text)
        all = check.findings.filter { $0.file == check.file }.map { finding in
            (tree?.path(ofLine: finding.line - 1) ?? [], finding)
        }
        elsewhere = check.findings.filter { $0.file != check.file }
    }

    /// Those of a part and of what is inside it.
    func below(_ path: [String]) -> [DefinitionProblem] { all.filter { $0.path.starts(with: path) }.map(\.finding) }

    /// The part that a finding concerns, with a page of its own.
    func path(of finding: DefinitionProblem) -> [String] { byPart.first { $0.finding == finding }?.path ?? [] }

    /// Each with the part that has a page.
    var byPart: [(path: [String], finding: DefinitionProblem)] {
        all.map { one in
            var path = one.path
            while !path.isEmpty, PartKind(path) == nil { path.removeLast() }
            return (path, one.finding)
        }
    }
}

extension YAMLTree {
    /// The innermost part whose key stands in a line or above it.
    func path(ofLine line: Int) -> [String] {
        var path: [String] = []
        var node = root
        while let entries = node.entries, let entry = entries.last(where: { self.line(of: $0.start) <= line }) {
            path.append(entry.key)
            node = entry.node
        }
        return path
    }
}

/// How many findings there are, as tags; nothing when there are none.
struct FindingCount: Component {
    let findings: [DefinitionProblem]

    /// What is left open besides.
    let left: Int

    init(_ findings: [DefinitionProblem], open left: Int = 0) {
        self.findings = findings
        self.left = left
    }

    var markup: Markup {
        let errors = findings.count { $0.weight == .error }
        let warnings = findings.count - errors
        return Markup {
            if errors > 0 {
                " "
                Tag(Phrase(vi: "\(errors) lỗi", en: errors == 1 ? "1 error" : "\(errors) errors"), .bad)
            }
            if left > 0 {
                " "
                Tag(Phrase(vi: "\(left) cần xem", en: "\(left) to look at"), .waiting)
            }
            if warnings > 0 {
                " "
                Tag(
                    Phrase(vi: "\(warnings) lưu ý", en: warnings == 1 ? "1 warning" : "\(warnings) warnings"), .waiting)
            }
        }
    }
}

/// Findings with reason and proposal, below each other.
struct FindingList: Component {
    let open: OpenDraftFile
    let findings: [DefinitionProblem]

    var markup: Markup {
        if findings.isEmpty { return .empty }
        let hasErrors = findings.contains { $0.weight == .error }
        return Banner(
            hasErrors ? .danger : .warning,
            hasErrors
                ? Phrase(vi: "Cần sửa trước khi công bố", en: "To be put right before publication")
                : Phrase(vi: "Nên xem lại", en: "Worth another look")
        ) {
            ul {
                for finding in findings {
                    li {
                        let path = open.findings.path(of: finding)
                        let message = FindingWords.phrase(finding.message, at: path)
                        if let address = open.address(finding) {
                            a(message, .href(address))
                        } else {
                            message
                        }
                        if let proposal = finding.proposal {
                            "; "
                            proposal
                        }
                        span(.class("note")) {
                            " ("
                            finding.kind.reason
                            Phrase(vi: "; dòng \(finding.line)", en: "; line \(finding.line)")
                            ")"
                        }
                    }
                }
            }
        }.markup
    }
}
