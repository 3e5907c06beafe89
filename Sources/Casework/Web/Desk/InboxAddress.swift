import Kernel
import Site

/// The filters of the inbox as they stand in its address, with links that change one of them.
struct InboxAddress {
    let filter: InboxFilter
    let from: Inbox.From

    init(_ query: FormValues) {
        filter = InboxFilter(
            reach: InboxFilter.Reach(rawValue: query["xem"]) ?? .own,
            standing: InboxFilter.Standing(rawValue: query["han"]) ?? .all,
            holder: InboxFilter.Holder(rawValue: query["ai"]) ?? .anyone,
            service: query["dv"].isEmpty ? nil : query["dv"])
        if let place = InboxPlace(query["sau"]) {
            from = .after(place)
        } else if let place = InboxPlace(query["truoc"]) {
            from = .before(place)
        } else {
            from = .start
        }
    }

    /// The first page under these filters.
    var first: String { Self.link(filter) }

    func with(_ change: (inout InboxFilter) -> Void) -> String {
        var filter = filter
        change(&filter)
        return Self.link(filter)
    }

    func after(_ place: InboxPlace) -> String { Self.link(filter, ("sau", place.description)) }
    func before(_ place: InboxPlace) -> String { Self.link(filter, ("truoc", place.description)) }

    /// The inbox after the answer to another agency's question was sent.
    static func answered(_ code: String) -> String { DeskPaths.inbox.with([("da-tra-loi", code)]) }

    private static func link(_ filter: InboxFilter, _ place: (String, String)? = nil) -> String {
        var query: [(String, String)] = []
        if filter.reach != .own { query.append(("xem", filter.reach.rawValue)) }
        if filter.standing != .all { query.append(("han", filter.standing.rawValue)) }
        if filter.holder != .anyone { query.append(("ai", filter.holder.rawValue)) }
        if let service = filter.service { query.append(("dv", service)) }
        if let place { query.append(place) }
        return DeskPaths.inbox.with(query)
    }
}
