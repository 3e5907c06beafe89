import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// In which post an official goes on.
struct PostsPage {
    let posts: [HeldPost]
    /// Whether the account is the person's own, so that they may go on as that person.
    let isPersonal: Bool
    let present: Post.ID?
    let next: String

    /// What is sent for going on as a person.
    static let person = "person"

    var page: Page {
        let title = Phrase(vi: "Bạn làm việc ở vị trí nào?", en: "In which post do you act?")
        return Page(title, side: .desk) {
            Narrow {
                postForm(to: AccountPaths.posts()) {
                    hiddenField("ve", next)
                    Field(
                        "post", title,
                        .choice(
                            present?.description ?? (isPersonal ? Self.person : nil),
                            posts.map { Choice($0.post.id.description, $0.phrase) }
                                + (isPersonal ? [Choice(Self.person, .asPerson)] : [])),
                        size: .title)
                    ButtonRow { Button(Phrase(vi: "Chọn", en: "Choose")) }
                }
            }
        }
    }
}

/// Choosing among one's own and delegated posts.
enum PostRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.posts, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { account in
                let posts = try await site.accounts.directory.posts(of: account.id, at: site.accounts.clock.now)
                guard !posts.isEmpty else { return .notFound }
                return .page(
                    PostsPage(
                        posts: posts, isPersonal: account.isPersonal, present: visitor.actor.postID,
                        next: request.query["ve"]
                    ).page)
            }
        }
        routes.post(AccountPaths.posts, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { account in
                let chosen = request.form["post"]
                let post = Post.ID(chosen)
                guard post != nil || chosen == PostsPage.person, let session = visitor.sessionID,
                    try await ChoosePost(site.accounts)(post, in: session, of: account.id, by: visitor.actor)
                else { return .see(AccountPaths.posts()) }
                return .see(try await site.home(request, session: request.cookies[CookieJar.session]))
            }
        }
    }
}

extension Phrase {
    fileprivate static let asPerson = Phrase(
        vi: "Cá nhân: hồ sơ của tôi trên cổng dịch vụ công", en: "As a person: my own dossiers on the portal")
}
