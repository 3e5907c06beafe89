import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What a person was told, the newest first; what is unread says so.
struct NoticesPage {
    let listing: NoticeBox.Listing
    let settings: NoticeSettings
    /// Whether this is the first page, whose newest notice "all read" refers to.
    let isFirst: Bool

    var page: Page {
        Page(.notices) {
            Narrow {
                PageTitle(.notices, lead: listing.notices.isEmpty ? nil : .unread(listing.unread))
                if listing.notices.isEmpty {
                    EmptyState(.noNotices) { p(.noNoticesHelp) }
                } else {
                    allRead
                    for notice in listing.notices { card(notice) }
                    Pager(
                        previous: isFirst ? nil : NoticePaths.list(),
                        next: listing.next.map { NoticePaths.list.with([("sau", $0.description)]) })
                }
            }
        }
    }

    @MarkupBuilder private var allRead: [Markup] {
        if isFirst, listing.unread > 1, let newest = listing.notices.first {
            postForm(to: NoticePaths.allRead()) {
                hiddenField("den", String(newest.at.microseconds))
                ButtonRow { Button(.markAllRead, .secondary) }
            }
        }
    }

    private func card(_ notice: Notice) -> Markup {
        Card(notice.title, id: "tb-\(notice.id)") {
            p(.class("note")) {
                time(notice.at.phrase, .named("datetime", notice.at.description))
                if !notice.isRead {
                    " "
                    Tag(.newNotice, .info)
                }
            }
            Prose { body(notice.body) }
            if notice.isRead {
                ButtonRow { look(notice) }
            } else {
                postForm(to: NoticePaths.read(notice.id)) {
                    ButtonRow {
                        look(notice)
                        Button(.markRead, .plain, name: "thong-bao", value: notice.id.description)
                    }
                }
            }
        }.markup
    }

    private func look(_ notice: Notice) -> Markup? {
        notice.dossier.map { dossier in
            a(.href(settings.dossierPath(dossier))) {
                Phrase.seeDossier
                span(.class("unseen")) {
                    ": "
                    notice.title
                }
            }
        }
    }

    /// Paragraphs, and lists where lines begin with a hyphen; both languages have the same shape.
    @MarkupBuilder private func body(_ text: Phrase) -> [Markup] {
        for (vi, en) in zip(Self.paragraphs(text.vi), Self.paragraphs(text.en)) {
            if vi.hasPrefix("- "), en.hasPrefix("- ") {
                ul {
                    for (vi, en) in zip(vi.split(separator: "\n"), en.split(separator: "\n")) {
                        li(Phrase(vi: Self.item(vi), en: Self.item(en)))
                    }
                }
            } else {
                p(Phrase(vi: vi, en: en))
            }
        }
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n\n").map(String.init)
    }

    private static func item(_ line: Substring) -> String {
        line.hasPrefix("- ") ? String(line.dropFirst(2)) : String(line)
    }
}
