import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// In which post an official goes on.
struct PostsPage {
    let posts: [HeldPost]
    let present: Post.ID?
    let next: String

    var page: Page {
        let title = Phrase(vi: "Bạn làm việc ở vị trí nào?", en: "In which post do you act?")
        return Page(title, side: .desk) {
            Narrow {
                postForm(to: AccountPaths.posts()) {
                    hiddenField("ve", next)
                    Field(
                        "post", title,
                        .choice(present?.description, posts.map { Choice($0.post.id.description, $0.phrase) }),
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
                return .page(PostsPage(posts: posts, present: visitor.actor.postID, next: request.query["ve"]).page)
            }
        }
        routes.post(AccountPaths.posts, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { account in
                guard let post = Post.ID(request.form["post"]), let session = visitor.sessionID,
                    try await ChoosePost(site.accounts)(post, in: session, of: account.id, by: visitor.actor)
                else { return .see(AccountPaths.posts()) }
                return .see(try await site.home(request, session: request.cookies[CookieJar.session]))
            }
        }
    }
}
