package import Catalogue
package import Kernel

/// The first draft of a service from its record in the national catalogue: title, papers by case, limits, fees and
/// results as the record states them, a form proposed from shared parts, a template of steps.
///
/// Pure: the same record gives the same text. What the record leaves open is filled so that the draft can be checked, and
/// named in `missing`, so that nothing is guessed silently.
package struct DraftFromProcedure: Sendable {
    package struct Proposal: Sendable {
        package let service: String
        package let text: String
        /// What an official must look at: the record does not say it, or says it in words only.
        package let missing: [Phrase]
    }

    let components: Set<String>
    let templates: Set<String>

    /// - Parameter library: the shared parts of the site.
    package init(_ library: DefinitionLibrary) {
        components = Set(library.componentNames)
        templates = Set(library.templateNames)
    }

    package func callAsFunction(_ procedure: Procedure, from day: Day, taken: Set<String> = []) -> Proposal {
        var missing: [Phrase] = []
        var root: [YAMLValue.Entry] = []
        func add(_ key: String, _ value: YAMLValue) { root.append(YAMLValue.Entry(key, value)) }
        let service = KeyName.service(procedure.name, taken: taken)
        let cases = ProposedCases(procedure)
        let limit = ProposedLimit(procedure, hasCases: false)
        let fees = ProposedFees(procedure)
        add("service", .text(service))
        add("procedure", .text(procedure.code.description))
        add("effective_from", .text(day.description))
        add("title", Self.wording(procedure.name, "Procedure \(procedure.code)"))
        let owners = owners(procedure)
        add("owners", .list(owners.map { .text($0) }))
        if let kinds = offeredBy(procedure) {
            add("offered_by", .list(kinds.map { .text($0) }))
        } else {
            missing.append(
                Phrase(
                    vi: "Cấp thực hiện: danh mục không nêu",
                    en: "The level that carries it out: the catalogue names none"))
        }
        if let channels = channels(procedure) { add("channels", .list(channels.map { .text($0) })) }
        add("limit", limit.value)
        missing += limit.missing
        add("result", .map([YAMLValue.Entry("title", .text(result(procedure, &missing)))]))
        add("form", form(procedure, owners, cases, fees))
        add("papers", cases.papers(&missing))
        if let value = fees.value { add("fees", value) }
        missing += fees.missing
        add("steps", .map([YAMLValue.Entry("use", .text(template(procedure, limit)))]))
        let head = [
            "# Dự thảo lập từ bản ghi \(procedure.code) của danh mục thủ tục hành chính quốc gia"
                + (procedure.decision.map { " (\(Self.line($0)))" } ?? "") + "."
        ]
        return Proposal(
            service: service, text: head.joined(separator: "\n") + "\n" + YAMLText.file(.map(root)), missing: missing)
    }

    /// A wording from the catalogue's cells, each in one line.
    static func wording(_ vi: String, _ en: String) -> YAMLValue {
        .phrase(Phrase(vi: line(vi), en: line(en)))
    }

    /// The same while there may be no English yet.
    static func wording(untranslated vi: String, _ en: String) -> YAMLValue {
        en.isEmpty && !vi.contains("|") ? .text(line(vi)) : wording(vi, en)
    }

    /// One line without signs that do not print.
    static func line(_ text: String) -> String {
        text.split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
            .joined(separator: " ")
    }

    // MARK: whom, where, how

    private func owners(_ procedure: Procedure) -> [String] {
        var owners: [String] = []
        if procedure.applicants.isEmpty || procedure.applicants.contains(where: \.isPerson) {
            owners += ["self", "other"]
        }
        if procedure.applicants.contains(where: { !$0.isPerson }) { owners.append("organisation") }
        return owners
    }

    private func offeredBy(_ procedure: Procedure) -> [String]? {
        var kinds: [String] = []
        for level in procedure.levels.sorted() {
            switch level {
            case .commune: kinds.append("commune")
            case .province: kinds += ["department", "province"]
            case .ministry: kinds.append("root")
            case .other: continue
            }
        }
        return kinds.isEmpty ? nil : kinds
    }

    /// Nil when it may be filed in all ways, or the record names none.
    private func channels(_ procedure: Procedure) -> [String]? {
        let ways = Procedure.Channel.Way.allCases.filter { way in procedure.channels.contains { $0.way == way } }
        return ways.isEmpty || ways.count == Procedure.Channel.Way.allCases.count
            ? nil : ways.map(\.rawValue)
    }

    private func result(_ procedure: Procedure, _ missing: inout [Phrase]) -> String {
        let names = procedure.outcomes.map { Self.line($0.name) }.filter { !$0.isEmpty }
        if names.isEmpty {
            missing.append(Phrase(vi: "Kết quả: danh mục không nêu", en: "The result: the catalogue names none"))
            return "Kết quả giải quyết thủ tục"
        }
        if names.count > 1 {
            missing.append(
                Phrase(
                    vi: "Kết quả: danh mục nêu \(names.count) kết quả, đang ghép lại",
                    en: "The result: the catalogue names \(names.count), here joined"))
        }
        return names.joined(separator: "; ")
    }

    // MARK: form

    private func form(
        _ procedure: Procedure, _ owners: [String], _ cases: ProposedCases, _ fees: ProposedFees
    ) -> YAMLValue {
        var pages: [YAMLValue.Entry] = []
        func page(_ key: String, _ entries: [YAMLValue.Entry]) { pages.append(YAMLValue.Entry(key, .map(entries))) }
        let isForPeople = owners.contains("self")
        if let questions = cases.questions { page("paper_case", questions) }
        if isForPeople {
            page(
                "person",
                part(
                    "person", title: ("Người đề nghị", "The person who asks"), about: "owner",
                    when: owners.contains("organisation") ? "owner != \"organisation\"" : nil,
                    plain: [
                        ("full_name", .text("Họ, chữ đệm, tên | Full name")),
                        (
                            "citizen_number",
                            .map([
                                .init("kind", .text("citizen_number")),
                                .init("label", .text("Số định danh cá nhân | Citizen number")),
                            ])
                        ),
                    ]))
        }
        if owners.contains("organisation") {
            page(
                "organisation",
                part(
                    "organisation", title: ("Tổ chức đề nghị", "The organisation"), about: "owner",
                    when: isForPeople ? "owner = \"organisation\"" : nil,
                    plain: [
                        ("name", .text("Tên tổ chức | Name of the organisation")),
                        (
                            "tax_code",
                            .map([
                                .init("kind", .text("tax_code")), .init("label", .text("Mã số thuế | Tax code")),
                            ])
                        ),
                        ("representative", .text("Người đại diện | Representative")),
                    ]))
        }
        page(
            "contact",
            part(
                "contact", title: ("Liên hệ", "Contact"), about: "submitter", when: nil,
                plain: [
                    (
                        "phone",
                        .map([.init("kind", .text("phone")), .init("label", .text("Số điện thoại | Telephone"))])
                    )
                ]))
        var matter: [YAMLValue.Entry] = [
            .init(
                "content",
                .map([
                    .init("kind", .text("long_text")),
                    .init("label", .text("Nội dung đề nghị | What is asked for")),
                    .init("maximum", .text("2000")),
                ]))
        ]
        matter += fees.questions
        page(
            "matter", [.init("title", .text("Nội dung đề nghị | The matter")), .init("fields", .map(matter))])
        return .map(pages)
    }

    /// A page of a component, or of plain questions where the site has no such component.
    private func part(
        _ component: String, title: (vi: String, en: String), about: String, when: String?,
        plain: [(String, YAMLValue)]
    ) -> [YAMLValue.Entry] {
        var entries: [YAMLValue.Entry] = [
            .init("title", Self.wording(title.vi, title.en)), .init("about", .text(about)),
        ]
        if let when { entries.append(.init("when", .text(when))) }
        if components.contains(component) {
            entries.append(.init("use", .text(component)))
        } else {
            entries.append(.init("fields", .map(plain.map { .init($0.0, $0.1) })))
        }
        return entries
    }

    // MARK: steps

    /// With a visit where the order of steps speaks of one; short within five working days; sequential otherwise.
    private func template(_ procedure: Procedure, _ limit: ProposedLimit) -> String {
        let words = Folding.fold(procedure.stepsText)
        let visits = ["kiem tra thuc dia", "tham dinh thuc te", "kiem tra thuc te", "xac minh thuc dia"]
        let wanted = visits.contains { words.contains($0) } ? "inspected" : limit.isShort ? "short" : "sequential"
        return templates.contains(wanted) ? wanted : templates.sorted().first ?? wanted
    }
}
