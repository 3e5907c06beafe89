import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Where a dossier at the counter begins: which service, how it came; and entries that were left unfinished.
struct CounterPage {
    static let service = "service"
    static let channel = "channel"

    let services: [CompiledService]
    let drafts: [(draft: Draft, title: Phrase)]
    var chosen = ""
    var problems: [FieldProblem] = []

    var page: Page {
        Page(DeskWording.counter, side: .desk, breadcrumbs: [(DeskWording.inbox, DeskPaths.inbox())]) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(
                    DeskWording.counter,
                    lead: Phrase(
                        vi: "Nhập hồ sơ cho người đang ở quầy, hoặc hồ sơ đến qua bưu chính.",
                        en: "Enter a dossier for somebody at the counter, or one that came by post."))
                if services.isEmpty { nothing } else { begin }
                unfinished
            }
        }
    }

    private var begin: Markup {
        postForm(to: DeskPaths.counter()) {
            Field(
                Self.service, Phrase(vi: "Dịch vụ", en: "Service"),
                .select(
                    chosen,
                    services.sorted { Folding.fold($0.definition.title.vi) < Folding.fold($1.definition.title.vi) }
                        .map { Choice($0.definition.service, $0.definition.title) }),
                problem: problems[Self.service])
            Field(
                Self.channel, Phrase(vi: "Hồ sơ đến bằng cách nào?", en: "How did it come?"),
                .choice(
                    FilingChannel.counter.rawValue,
                    [FilingChannel.counter, .post].map { Choice($0.rawValue, $0.name) }),
                problem: problems[Self.channel])
            ButtonRow { Button(Phrase(vi: "Bắt đầu nhập", en: "Begin")) }
        }
    }

    private var nothing: EmptyState {
        EmptyState(Phrase(vi: "Cơ quan chưa bật dịch vụ nào", en: "The agency offers no service yet")) {
            p(
                Phrase(
                    vi: "Quản trị bật dịch vụ trong phần Quản trị, rồi dịch vụ sẽ hiện ở đây.",
                    en: "An administrator turns services on; then they appear here."))
        }
    }

    @MarkupBuilder private var unfinished: [Markup] {
        if !drafts.isEmpty {
            h2(Phrase(vi: "Đang nhập dở", en: "Unfinished entries"))
            LinkList(
                drafts.map { one in
                    let name = one.draft.parties.submitter.name
                    return .init(
                        one.title, DeskPaths.entry(one.draft.id),
                        note: Phrase(
                            vi: "\(name.isEmpty ? "chưa có tên" : name) · \(one.draft.changedAt.phrase.vi)",
                            en: "\(name.isEmpty ? "no name yet" : name) · \(one.draft.changedAt.phrase.en)"))
                })
        }
    }
}
