import Kernel
package import Site

/// The pages of notices in the portal.
package enum NoticeRoutes {
    package static func routes(_ box: NoticeBox, _ settings: NoticeSettings) -> Routes {
        var routes = Routes()
        routes.get(NoticePaths.list, .person) { request, visitor in
            let place = NoticePlace(request.query["sau"])
            let listing = try await box.list(of: visitor.account, after: place)
            return .page(NoticesPage(listing: listing, settings: settings, isFirst: place == nil).page)
        }
        routes.post(NoticePaths.allRead, .person) { request, visitor in
            if let last = Int64(request.form["den"]) {
                try await box.markRead(upTo: Instant(microseconds: last), of: visitor.account)
            }
            return .see(NoticePaths.list())
        }
        routes.post(NoticePaths.read, .person) { _, visitor, id in
            try await box.markRead(id, of: visitor.account)
            return .see(NoticePaths.list() + "#tb-\(id)")
        }
        return routes
    }
}
