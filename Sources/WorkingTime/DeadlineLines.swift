import Kernel

/// The line protocol of `motcua deadline`: one JSON question in, one JSON answer out; a line that cannot be answered
/// says why and stops nothing.
///
/// `{"id", "received", "limit", "unit", "calendar"?, "stops"?: [{"from", "to"?}]}` is answered with
/// `{"id", "due", "derivation"}` (`due` is null while a stop has no end) or `{"id", "error", "error_en"}`.
package enum DeadlineLines {
    /// Answers one line; `calendars` by code, `national` when the line names none.
    package static func answer(line: String, calendars: [String: WorkingCalendar]) -> String {
        guard let question = try? JSON(parsing: line), question.object != nil else {
            return refuse(
                .null,
                Phrase(
                    vi: "Dòng này không phải một đối tượng JSON.", en: "This line is not a JSON object."))
        }
        let id = question["id"] ?? .null
        switch read(question, calendars: calendars) {
        case .failure(let unreadable): return refuse(id, unreadable.words)
        case .success(let asked):
            switch asked.calendar.deadline(of: asked.limit, received: asked.received, stops: asked.stops) {
            case .failure(let refusal): return refuse(id, refusal.words)
            case .success(let deadline):
                let due = deadline.due.map { JSON.string($0.description) } ?? .null
                let sentences = JSON.array(deadline.derivation.sentences(.vi).map { .string($0) })
                return #"{"id":\#(id.canonical),"due":\#(due.canonical),"derivation":\#(sentences.canonical)}"#
            }
        }
    }

    private static func refuse(_ id: JSON, _ words: Phrase) -> String {
        let (vi, en) = (JSON.string(words.vi).canonical, JSON.string(words.en).canonical)
        return #"{"id":\#(id.canonical),"error":\#(vi),"error_en":\#(en)}"#
    }

    private struct Question {
        let received: Instant
        let limit: Limit
        let calendar: WorkingCalendar
        let stops: [ClockStop]
    }

    private struct Unreadable: Error {
        let words: Phrase
        init(vi: String, en: String) { words = Phrase(vi: vi, en: en) }
    }

    private static func read(
        _ question: JSON, calendars: [String: WorkingCalendar]
    ) -> Result<Question, Unreadable> {
        do throws(Unreadable) {
            let received = try moment(question, "received")
            guard let amount = question["limit"]?.integer else {
                throw Unreadable(vi: "“limit” phải là một số nguyên.", en: "“limit” must be a whole number.")
            }
            guard let unit = question["unit"]?.string.flatMap(LimitUnit.init(rawValue:)) else {
                let units = LimitUnit.allCases.map(\.rawValue).joined(separator: ", ")
                throw Unreadable(vi: "“unit” phải là một trong: \(units).", en: "“unit” must be one of: \(units).")
            }
            let asked = question["calendar"] ?? .null
            guard let calendar = calendars[asked == .null ? "national" : asked.string ?? ""] else {
                let codes = calendars.keys.sorted().joined(separator: ", ")
                throw Unreadable(
                    vi: "“calendar” không có trong các lịch: \(codes).", en: "“calendar” is none of: \(codes).")
            }
            return .success(
                Question(
                    received: received, limit: Limit(amount, unit), calendar: calendar,
                    stops: try stops(question["stops"] ?? .null)))
        } catch {
            return .failure(error)
        }
    }

    private static func stops(_ list: JSON) throws(Unreadable) -> [ClockStop] {
        if list == .null { return [] }
        guard let items = list.array else {
            throw Unreadable(
                vi: "“stops” phải là danh sách các lần dừng có “from” và “to”.",
                en: "“stops” must be a list of stops with “from” and “to”.")
        }
        var stops: [ClockStop] = []
        for item in items {
            let open = (item["to"] ?? .null) == .null
            stops.append(ClockStop(from: try moment(item, "from"), to: open ? nil : try moment(item, "to")))
        }
        return stops
    }

    private static func moment(_ object: JSON, _ key: String) throws(Unreadable) -> Instant {
        guard let moment = object[key]?.string.flatMap({ Instant($0) }) else {
            throw Unreadable(
                vi: "“\(key)” phải là thời điểm có múi giờ, ví dụ 2026-04-22T09:00:00+07:00.",
                en: "“\(key)” must be a moment with its offset, for example 2026-04-22T09:00:00+07:00.")
        }
        return moment
    }
}
