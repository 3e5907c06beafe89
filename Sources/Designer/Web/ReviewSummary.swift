import Catalogue
import DesignSystem
import Kernel
import Markup
import Wording

/// What a draft says of whom, how, how long, which papers and how much, in words: what a reviewer answers for.
struct ReviewSummary: Component {
    let open: OpenDraftFile
    let definition: ServiceDefinition

    private var rules: RuleWords { open.rules }

    var markup: Markup {
        Markup {
            Card(PartKind.general.title) { SummaryList(general) }
            Card(DraftSection.papers.title) { papers }
            Card(DraftSection.fees.title) { fees }
        }
    }

    private static func together(_ words: [Phrase]) -> Phrase {
        Phrase(vi: words.map(\.vi).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
    }

    private var general: [SummaryList.Row] {
        let channels = definition.channels ?? FilingChannel.allCases
        return [
            SummaryList.Row(Phrase(vi: "Có hiệu lực từ", en: "In force from"), definition.effectiveFrom.phrase),
            SummaryList.Row(
                Phrase(vi: "Nộp cho ai", en: "For whom"), Self.together(definition.owners.map(KnownAnswer.owner))),
            SummaryList.Row(Phrase(vi: "Cách nộp", en: "Channels"), Self.together(channels.map(KnownAnswer.channel))),
            SummaryList.Row(Phrase(vi: "Thời hạn giải quyết", en: "Limit")) { LimitRuleWords(definition.limit, rules) },
            SummaryList.Row(
                Phrase(vi: "Bổ sung hồ sơ", en: "Supplements"), SupplementWords.phrase(definition.supplement)),
            SummaryList.Row(Phrase(vi: "Kết quả", en: "Result"), Phrase(same: definition.result.title)),
        ] + outcome
    }

    /// Only what is there: most services have none of it.
    private var outcome: [SummaryList.Row] {
        var rows: [SummaryList.Row] = []
        if let template = definition.result.template {
            rows.append(.init(PartKind.template.title, Phrase(same: template.title)))
        }
        if let messages = definition.messages, !messages.isEmpty {
            rows.append(.init(PartKind.message.plural, Self.together(messages.map { EventWords.name($0.key) })))
        }
        if let registers = definition.registers, !registers.isEmpty {
            rows.append(.init(PartKind.register.plural, Self.together(registers.map(\.title))))
        }
        return rows
    }

    @MarkupBuilder private var papers: [Markup] {
        if definition.papers.isEmpty {
            p(Phrase(vi: "Không cần giấy tờ nào.", en: "No papers are needed."))
        } else {
            DataTable(
                DraftSection.papers.title,
                columns: [
                    .init(Phrase(vi: "Giấy tờ", en: "Paper")), .init(Phrase(vi: "Cách nộp", en: "How")),
                    .init(.onlyWhen),
                ],
                rows: definition.papers.map { paper in
                    DataTable.Row {
                        vietnamese(paper.title)
                        Markup.phrase(Self.how(paper))
                        rules.markup(paper.when)
                    }
                })
        }
    }

    private static func how(_ paper: PaperRule) -> Phrase {
        if paper.isForm { return Phrase(vi: "biểu mẫu điện tử", en: "the electronic form") }
        if paper.isShown { return Phrase(vi: "chỉ xuất trình", en: "only shown") }
        let count = Phrase(
            vi: "\(paper.originals) bản chính, \(paper.copies) bản sao",
            en: "\(paper.originals) originals, \(paper.copies) copies")
        return paper.required == "false"
            ? Phrase(vi: "\(count.vi); không bắt buộc", en: "\(count.en); optional") : count
    }

    private static func less(_ reduction: FeeReduction) -> Phrase {
        switch reduction.percent {
        case 100: Phrase(vi: "miễn", en: "exempt")
        case .some(let percent): Phrase(vi: "giảm \(percent) %", en: "\(percent) % less")
        case nil: Phrase(vi: "nộp \(reduction.amount ?? "?") đồng", en: "\(reduction.amount ?? "?") VND")
        }
    }

    @MarkupBuilder private var fees: [Markup] {
        if definition.fees.isEmpty {
            p(Phrase(vi: "Không thu khoản nào.", en: "Nothing is due."))
        } else {
            DataTable(
                DraftSection.fees.title,
                columns: [
                    .init(Phrase(vi: "Khoản", en: "Fee")), .init(Phrase(vi: "Số tiền", en: "Amount")),
                    .init(.onlyWhen),
                ],
                rows: definition.fees.map { fee in
                    DataTable.Row {
                        Markup {
                            fee.title
                            if let basis = fee.basis { p(basis, .class("note")) }
                            if let terms = fee.terms { p(terms, .class("note")) }
                            for reduction in fee.reductions ?? [] {
                                p(.class("note")) {
                                    reduction.title
                                    Phrase(
                                        vi: ": \(Self.less(reduction).vi) khi ",
                                        en: ": \(Self.less(reduction).en) when ")
                                    rules.markup(reduction.when)
                                }
                            }
                        }
                        AmountWords(fee.amount, rules).markup
                        rules.markup(fee.when)
                    }
                })
        }
        if let note = definition.feeNote { p(note, .class("note")) }
    }
}

/// A limit with its cases, in words.
struct LimitRuleWords: Component {
    private let limit: LimitRule
    private let rules: RuleWords

    init(_ limit: LimitRule, _ rules: RuleWords) {
        self.limit = limit
        self.rules = rules
    }

    var markup: Markup {
        Markup {
            LimitWords.phrase("\(limit.value) \(limit.unit)")
            for one in limit.cases {
                p(.class("note")) {
                    LimitWords.phrase("\(one.value) \(one.unit)")
                    Phrase(vi: " khi ", en: " when ")
                    rules.markup(one.when)
                }
            }
        }
    }
}

/// How supplements work in a service, in words.
enum SupplementWords {
    static func phrase(_ rule: SupplementRule) -> Phrase {
        let clock: Phrase =
            switch rule.clock {
            case .restart: Phrase(vi: "tính lại thời hạn từ đầu", en: "the limit starts again")
            case .resume: Phrase(vi: "tính tiếp thời hạn", en: "the limit goes on")
            }
        guard rule.times > 0 else { return Phrase(vi: "Không yêu cầu bổ sung", en: "None are asked for") }
        return Phrase(vi: "\(rule.times) lần, \(clock.vi)", en: "\(rule.times) time(s), \(clock.en)")
    }
}

/// The amount of a fee in words: a sum, a table by an answer, or the formula.
struct AmountWords: Component {
    private let amount: String
    private let rules: RuleWords

    init(_ amount: String, _ rules: RuleWords) {
        self.amount = amount
        self.rules = rules
    }

    var markup: Markup {
        if let dong = Int64(amount) { return .phrase(Money(dong: dong).phrase) }
        guard let table = FeeTable(amount), let lines = lines(table) else {
            return amount.isEmpty ? .empty : code(amount)
        }
        return ul(.class("links")) { for line in lines { li(line) } }
    }

    /// Nil when a row reads what has no words.
    private func lines(_ table: FeeTable) -> [Phrase]? {
        guard let otherwise = Int64(table.otherwise) else { return nil }
        var lines: [Phrase] = []
        for row in table.rows {
            guard let dong = Int64(row.amount), let when = rules.phrase(table.condition(row)) else { return nil }
            let money = Money(dong: dong).phrase
            lines.append(Phrase(vi: "\(when.vi): \(money.vi)", en: "\(when.en): \(money.en)"))
        }
        let money = Money(dong: otherwise).phrase
        return lines + [Phrase(vi: "còn lại: \(money.vi)", en: "otherwise: \(money.en)")]
    }
}
