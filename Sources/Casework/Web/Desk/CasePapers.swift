import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The papers of a case: what is due, what came, what the desk found about each file; requests for supplements; the
/// result.
struct CasePapers {
    static let verdict = "verdict"
    static func note(_ paper: Paper.ID) -> String { "note.\(paper)" }

    let opened: OpenedCase
    let typed: TypedAct
    let problems: [FieldProblem]

    private var file: CaseFile { opened.file }
    private var mayCheck: Bool { opened.standing == .acts }

    @MarkupBuilder var content: [Markup] {
        if opened.due.isEmpty { p(Phrase(vi: "Hồ sơ này không cần giấy tờ kèm theo.", en: "No papers are needed.")) }
        for due in opened.due { paper(due) }
        other
        for request in file.requests { asked(request) }
        results
    }

    // MARK: papers

    private func paper(_ due: PaperDue) -> Markup {
        let files = file.papers.filter { $0.rule == due.rule.key && $0.kind == .applicant }
        let handed = opened.handed.first { $0.paper == due.rule.key }
        return section(.id(Field.id("paper.\(due.rule.key)"))) {
            h3 { vietnamese(due.rule.title) }
            p {
                if let handed {
                    let form = handed.form.name
                    Tag(Phrase(vi: "Đã nhận \(form.vi.lowercased())", en: "\(form.en) received"), .good)
                    " "
                }
                if opened.standing != .asked, handed == nil || files.contains(where: { !$0.isReplaced }) {
                    tag(due, files)
                }
                if let copies = PaperWords.copies(due.rule) {
                    " "
                    span(copies, .class("note"))
                }
            }
            for paper in files where !paper.isReplaced { entry(paper) }
            let old = files.filter(\.isReplaced)
            if !old.isEmpty {
                Disclosure(Phrase(vi: "Tệp đã được thay (\(old.count))", en: "Replaced files (\(old.count))")) {
                    FileList(old.map(stored))
                }
            }
        }
    }

    private func tag(_ due: PaperDue, _ files: [Paper]) -> Tag {
        let present = files.filter { !$0.isReplaced }
        guard !present.isEmpty else {
            if due.rule.isShown { return Tag(Phrase(vi: "Xuất trình khi đến", en: "Shown at the counter"), .quiet) }
            if due.required, due.rule.oneOf != nil {
                return Tag(Phrase(vi: "Một trong các giấy tờ", en: "One of several"), .quiet)
            }
            return due.required
                ? Tag(Phrase(vi: "Chưa có", en: "Missing"), .waiting) : Tag(Phrase(vi: "Nếu có", en: "If any"), .quiet)
        }
        if present.contains(where: { file.finding(on: $0)?.verdict == .rejected }) {
            return Tag(Phrase(vi: "Chưa đạt", en: "Not in order"), .bad)
        }
        return present.allSatisfy { file.finding(on: $0)?.verdict == .accepted }
            ? Tag(Phrase(vi: "Đạt", en: "In order"), .good) : Tag(Phrase(vi: "Chưa kiểm tra", en: "Not checked"), .info)
    }

    @MarkupBuilder private func entry(_ paper: Paper) -> [Markup] {
        FileList([stored(paper)])
        CaseViewer(opened: opened).view(paper)
        let finding = file.finding(on: paper)
        if let note = finding?.note, finding?.verdict == .rejected { Inset { p(note) } }
        if mayCheck {
            if finding == nil {
                check(paper)
            } else {
                Disclosure(
                    Phrase(vi: "Sửa kết quả kiểm tra", en: "Change the finding"),
                    open: problems[Self.note(paper.id)] != nil
                        || typed.paperNotes[Self.note(paper.id)]?.isEmpty == false
                ) { check(paper) }
            }
        }
    }

    private func check(_ paper: Paper) -> Markup {
        let name = Self.note(paper.id)
        let isOpen = problems[name] != nil || typed.paperNotes[name]?.isEmpty == false
        return postForm(to: DeskPaths.paperCheck(opened.id, paper.id)) {
            hiddenField(CaseActs.seen, String(file.finding(on: paper)?.number ?? 0))
            ButtonRow {
                Button(
                    Phrase(vi: "Đạt", en: "In order"), .secondary, name: Self.verdict,
                    value: PaperVerdict.accepted.rawValue, icon: .check)
            }
            Disclosure(Phrase(vi: "Chưa đạt", en: "Not in order"), open: isOpen) {
                Field(
                    name, Phrase(vi: "Chỗ chưa đạt", en: "What is wrong"), .text(typed.paperNotes[name] ?? ""),
                    problem: problems[name])
                ButtonRow {
                    Button(
                        Phrase(vi: "Ghi là chưa đạt", en: "Note it as not in order"), .secondary, name: Self.verdict,
                        value: PaperVerdict.rejected.rawValue)
                }
            }
        }
    }

    private func stored(_ paper: Paper) -> StoredFile {
        let size = ApplicantWording.size(paper.size)
        let day = paper.addedAt.day.phrase
        var vi = [size.vi, "\(paper.kind == .result ? "đính kèm" : "nộp") \(day.vi)"]
        var en = [size.en, "\(paper.kind == .result ? "attached" : "handed in") \(day.en)"]
        if let from = paper.origin?.words {
            vi.append(from.vi)
            en.append(from.en)
        }
        switch file.finding(on: paper)?.verdict {
        case .accepted:
            vi.append("đạt")
            en.append("in order")
        case .rejected:
            vi.append("chưa đạt")
            en.append("not in order")
        case nil: break
        }
        return StoredFile(
            paper.filename, note: Phrase(vi: vi.joined(separator: " · "), en: en.joined(separator: " · ")),
            href: DeskPaths.file(opened.id, paper.id))
    }

    /// Files of papers that this case does not call for any more: new answers may have made them needless, or the paper
    /// may show that these answers are wrong; the version of before may have asked for it.
    @MarkupBuilder private var other: [Markup] {
        let keys = Set(opened.due.map(\.rule.key))
        let rest = file.papers.filter { paper in
            paper.kind == .applicant && !keys.contains(paper.rule) && !paper.isAnswer
        }
        if !rest.isEmpty {
            h3(Phrase(vi: "Tệp khác", en: "Other files"))
            FileList(rest.map(stored))
        }
    }

    // MARK: supplements

    private func asked(_ request: SupplementRequest) -> Markup {
        section {
            h3(Phrase(vi: "Yêu cầu bổ sung", en: "Request for supplements"))
            p(.class("note")) {
                Phrase(vi: "Gửi lúc \(request.askedAt.phrase.vi)", en: "Sent at \(request.askedAt.phrase.en)")
                " · "
                if let answered = request.answeredAt {
                    Phrase(vi: "đã bổ sung lúc \(answered.phrase.vi)", en: "answered at \(answered.phrase.en)")
                } else {
                    Phrase(vi: "đang chờ người nộp", en: "the applicant is awaited")
                }
            }
            SummaryList(
                request.items.map { item in SummaryList.Row(opened.title(of: item), item.reason) })
            p {
                a(
                    Phrase(vi: "Phiếu yêu cầu bổ sung (mẫu 02)", en: "Request on paper (form 02)"),
                    .href(DeskPaths.supplementSheet(opened.id, request.id)))
            }
        }
    }

    // MARK: the result

    @MarkupBuilder private var results: [Markup] {
        let files = file.results
        let takenBack = file.papers.filter { $0.kind == .result && $0.isReplaced }
        if !files.isEmpty || !takenBack.isEmpty || (opened.standing == .acts && file.takesResult) {
            section(.id("ket-qua")) {
                h3 {
                    Phrase(vi: "Kết quả: ", en: "The result: ")
                    vietnamese(opened.service.definition.result.title)
                }
                FileList(files.map(stored))
                if ResultDraftSheet.isThere(opened) {
                    p { a(ResultDraftSheet.title, .href(DeskPaths.resultDraft(opened.id))) }
                }
                if opened.standing == .acts {
                    for result in files {
                        ResultTakingBack(opened: opened, result: result, typed: typed, problems: problems)
                    }
                }
                if !takenBack.isEmpty {
                    Disclosure(
                        Phrase(
                            vi: "Tệp sai đã thu hồi (\(takenBack.count))",
                            en: "Wrong files taken back (\(takenBack.count))")
                    ) { FileList(takenBack.map(stored)) }
                }
                if opened.standing == .acts, file.takesResult {
                    if file.wantsResult, files.isEmpty {
                        upload(isFirst: true)
                    } else {
                        Disclosure(
                            Phrase(vi: "Đính kèm tệp kết quả", en: "Attach a result file"),
                            open: problems["result"] != nil
                        ) { upload(isFirst: files.isEmpty) }
                    }
                }
            }
        }
    }

    private func upload(isFirst: Bool) -> Markup {
        postForm(to: DeskPaths.result(opened.id), upload: true) {
            hiddenField(CaseActs.seen, String(opened.dossier.version))
            Field(
                "result",
                isFirst
                    ? Phrase(vi: "Tệp kết quả", en: "Result file")
                    : Phrase(vi: "Thêm tệp kết quả", en: "Another result file"),
                .files([], accept: FormFields.accepted), problem: problems["result"])
            ButtonRow {
                Button(Phrase(vi: "Đính kèm kết quả", en: "Attach the result"), .secondary, icon: .upload)
            }
        }
    }
}

extension OpenedCase {
    /// What an item of a request asks for, by its title.
    func title(of item: SupplementItem) -> Phrase {
        switch item.kind {
        case .paper:
            Phrase(same: service.definition.paper(item.key)?.title ?? item.key)
        case .page:
            service.definition.form.first { $0.key == item.key }.map { page in
                Phrase(vi: "Tờ khai, phần “\(page.title.vi)”", en: "Answers on “\(page.title.en)”")
            } ?? Phrase(same: item.key)
        }
    }
}
