import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Entering a dossier at the counter: one page with who is there, all questions that the answers call for, the papers on
/// the counter, and the reception.
struct CounterEntryPage {
    static let file = "file"
    static let update = "update"
    /// The hidden field with the definition that the page was made from.
    static let definition = "definition"
    static func handed(_ key: String) -> String { "handed.\(key)" }
    static func files(_ key: String) -> String { "files.\(key)" }

    /// The unseen first button: Enter in a field keeps what was typed and never files.
    static var enter: Markup {
        button(
            .type("submit"), .name(FormFields.action), .value(update), .class("unseen"), .tabindex(-1),
            .aria("hidden", "true"))
    }

    let entry: CounterEntry
    var problems: [FieldProblem] = []
    var refusal: CaseRefusal?

    private var draft: Draft { entry.draft }
    private var parties: Parties { entry.draft.parties }
    private var definition: ServiceDefinition { entry.service.definition }

    var page: Page {
        Page(
            definition.title, side: .desk,
            breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox()), (DeskWording.counter, DeskPaths.counter())]
        ) {
            ErrorSummary(problems)
            if let refusal {
                RefusalBanner(refusal: refusal)
            } else if let standing {
                Banner(.warning, Phrase(vi: "Dịch vụ đã thay đổi", en: "The service has changed")) {
                    p(standing.words)
                }
            }
            PageTitle(
                definition.title,
                caption: Phrase(
                    vi: "\(DeskWording.counter.vi) · \(draft.channel.name.vi)",
                    en: "\(DeskWording.counter.en) · \(draft.channel.name.en)"))
            postForm(to: DeskPaths.entry(entry.id), upload: true, guarded: true) {
                Self.enter
                hiddenField(Self.definition, entry.service.hash)
                Split {
                    people
                    for shown in entry.service.shownPages(entry.facts) { form(shown) }
                } side: {
                    papers
                    delivery
                    outcome
                    if !entry.isOff {
                        Button(
                            Phrase(vi: "Tiếp nhận hồ sơ", en: "Receive the dossier"), name: FormFields.action,
                            value: Self.file, effect: effect)
                    }
                    Button(
                        Phrase(vi: "Lưu và cập nhật biểu mẫu", en: "Keep and update the form"), .secondary,
                        name: FormFields.action, value: Self.update)
                }
            }
            postForm(to: DeskPaths.entryDiscarding(entry.id)) {
                Button(Phrase(vi: "Bỏ hồ sơ đang nhập", en: "Throw this entry away"), .plain)
            }
        }
    }

    /// What has become of the service since the entry was begun.
    private var standing: CaseRefusal? { entry.isOff ? .notOffered : entry.isChanged ? .formChanged : nil }

    /// Questions that belong together, on a sheet of their own.
    private func card(_ title: Phrase, help: Phrase? = nil, @MarkupBuilder content: () -> [Markup]) -> Markup {
        Card { fieldGroup(title, help: help, content: content) }.markup
    }

    // MARK: people

    @MarkupBuilder private var people: [Markup] {
        let person = parties.submitter
        card(Phrase(vi: "Người nộp", en: "Who files")) {
            text("name", ApplicantWording.fullName, .text(person.name))
            text(
                "number", ApplicantWording.personalNumber,
                .text(person.number, width: .medium))
            text("phone", ApplicantWording.phone, .phone(person.phone), optional: true)
            text("email", ApplicantWording.email, .email(person.email), optional: true)
            text("address", ApplicantWording.address, .text(person.address))
            if definition.owners.count > 1 {
                Field(
                    PartiesForm.kind, Phrase(vi: "Nộp cho ai?", en: "For whom?"),
                    .choice(
                        draft.version > 1 ? parties.kind.rawValue : nil,
                        definition.owners.map { Choice($0.rawValue, Self.forWhom($0)) }),
                    help: Phrase(
                        vi: "Chọn xong, bấm “Lưu và cập nhật biểu mẫu” để hiện câu hỏi về chủ hồ sơ.",
                        en: "Then press “Keep and update the form” to see the questions about the owner."),
                    problem: problems[PartiesForm.kind])
            }
        }
        if parties.kind != .`self` { owner }
    }

    private func text(_ name: String, _ label: Phrase, _ control: Control, optional: Bool = false) -> Field {
        let name = CounterParties.submitter + name
        return Field(name, label, control, optional: optional, problem: problems[name])
    }

    private static func forWhom(_ kind: OwnerKind) -> Phrase {
        switch kind {
        case .`self`: Phrase(vi: "Cho chính người nộp", en: "For themselves")
        case .child: Phrase(vi: "Cho con, hoặc trẻ được giám hộ", en: "For a child or ward")
        case .other: Phrase(vi: "Cho người khác, theo ủy quyền", en: "For another person, by mandate")
        case .householdBusiness: Phrase(vi: "Cho hộ kinh doanh", en: "For a household business")
        case .organisation: Phrase(vi: "Cho doanh nghiệp hoặc tổ chức", en: "For a company or organisation")
        }
    }

    private var owner: Markup {
        let kind = parties.kind
        let owner = parties.owner
        let field = { (name: String) in CounterParties.owner + name }
        return card(DeskWording.owner) {
            Field(field("name"), kind.nameLabel, .text(owner.name), problem: problems[field("name")])
            Field(
                field("number"), kind.isFirm ? ApplicantWording.taxCode : ApplicantWording.personalNumber,
                kind.isFirm ? .digits(owner.number) : .text(owner.number, width: .medium),
                optional: kind == .child || kind == .householdBusiness,
                problem: problems[field("number")])
            Field(
                field("address"), ApplicantWording.address, .text(owner.address), optional: true,
                problem: problems[field("address")])
            if kind.isFirm {
                Field(
                    field("mandate"), Phrase(vi: "Tư cách của người nộp", en: "In what capacity"),
                    .choice(
                        parties.mandate,
                        ["legal_representative", "authorised"].map { Choice($0, Parties.mandateName($0)) }),
                    problem: problems[field("mandate")])
            }
        }
    }

    // MARK: form and papers

    private func form(_ shown: ShownPage) -> Markup {
        let page = entry.service.formPage(shown.key, entry.facts) ?? shown
        let fields = FormFields(
            table: entry.table, problems: problems, origins: draft.origins.ofRegisters,
            locked: LockedView(
                entry.service.lockedAnswers(entry.facts, draft.origins), of: Phrase(same: entry.official.agencyName),
                isAtDesk: true),
            present: page.presentPlaces,
            fileAddress: { [id = entry.id] in DeskPaths.entryFile(id, $0) })
        return card(page.page.title, help: page.page.help) {
            for field in page.fields { fields.markup(field) }
        }
    }

    @MarkupBuilder private var papers: [Markup] {
        if !entry.due.isEmpty {
            card(
                Phrase(vi: "Giấy tờ trên quầy", en: "Papers on the counter"),
                help: Phrase(
                    vi: "Chọn hình thức cho giấy tờ đã nhận; quét đính kèm nếu có.",
                    en: "Say in which form each was handed in; attach scans if there are any.")
            ) {
                for due in entry.due { paper(due) }
            }
        }
    }

    @MarkupBuilder private func paper(_ due: PaperDue) -> [Markup] {
        let key = due.rule.key
        let name = Self.handed(key)
        Field(
            name, Phrase(same: due.rule.title),
            .select(
                entry.handed.first { $0.paper == key }?.form.rawValue,
                HandedPaper.Form.allCases.filter { $0.isTaken(of: due.rule) }.map { Choice($0.rawValue, $0.name) },
                empty: due.rule.isShown
                    ? Phrase(vi: "Chỉ xuất trình", en: "Only shown") : Phrase(vi: "Chưa nhận", en: "Not handed in")),
            help: PaperWords.copies(due.rule), optional: !due.required, problem: problems[name])
        if !due.rule.isShown {
            let files = Self.files(key)
            Field(
                files, Phrase(vi: "Bản quét: \(due.rule.title)", en: "Scans: \(due.rule.title)"),
                .files(
                    entry.files(key).map { paper in
                        StoredFile(
                            paper.filename, note: PaperWords.note(paper),
                            href: DeskPaths.entryFile(entry.id, paper.id),
                            remove: (FormFields.action, "unfile:\(paper.id)"))
                    }, accept: FormFields.accepted, multiple: true),
                optional: true, problem: problems[files])
            HeldPapers(key: key, offers: entry.offers[key] ?? [])
        }
    }

    @MarkupBuilder private var delivery: [Markup] {
        let ways = definition.result.ways
        if ways.count > 1 || ways == ["post"] {
            let way = CounterParties.delivery + "way"
            let address = CounterParties.delivery + "address"
            card(Phrase(vi: "Nhận kết quả", en: "Getting the result")) {
                if ways.count > 1 {
                    Field(
                        way, Phrase(vi: "Bằng cách nào?", en: "How?"),
                        .choice(
                            parties.delivery?.way ?? ways.first, ways.map { Choice($0, Delivery.name(of: $0)) }),
                        problem: problems[way])
                }
                if ways.contains("post") {
                    Field(
                        address, Phrase(vi: "Địa chỉ nhận qua bưu chính", en: "Address for the post"),
                        .text(parties.delivery?.address ?? ""), optional: ways.count > 1,
                        problem: problems[address])
                }
            }
        }
    }

    // MARK: what follows

    private var outcome: Card {
        Card(Phrase(vi: "Khi tiếp nhận bây giờ", en: "When received now")) {
            SummaryList(outcomes)
        }
    }

    private var outcomes: [SummaryList.Row] {
        var rows: [SummaryList.Row] = []
        if let due = entry.expected?.due {
            rows.append(SummaryList.Row(ApplicantWording.promised, due.phrase))
        }
        let reading = entry.service.reading(entry.facts)
        rows += (reading.fees + reading.exemptions).map { SummaryList.Row($0.title, $0.amount.phrase) }
        return rows
    }

    private var effect: Phrase {
        let early = Set(entry.service.definition.fees.filter { $0.due == .reception }.map(\.key))
        if entry.service.reading(entry.facts).fees.contains(where: { early.contains($0.key) && $0.amount > .zero }) {
            return Phrase(
                vi: "Hồ sơ được cấp mã và chờ thu phí; thu xong mới tiếp nhận và tính thời hạn.",
                en: "It gets its code and waits for the fee; it is received, and the limit begins, when that is taken.")
        }
        return Phrase(
            vi: "Hồ sơ được cấp mã, thời hạn bắt đầu tính, giấy tiếp nhận (mẫu 01) sẵn sàng để in.",
            en: "It gets its code, the limit begins, and the receipt (form 01) is ready to print.")
    }
}
