import Kernel
import Site
import Wording

/// Which takings are asked for: of which day, of one official or of the whole agency, from which receipt on.
struct TakingsQuery {
    static let everybody = "tat-ca"

    let day: Day
    /// Nil for the whole agency.
    let official: String?
    let after: Int

    /// Today and oneself (nil: the whole agency), where nothing else is asked.
    init(_ query: FormValues, official own: String?, today: Day) {
        day = Day(typed: query["ngay"]) ?? today
        let asked = query["cong-chuc"]
        official = asked == Self.everybody ? nil : asked.isEmpty ? own : asked
        after = Int(query["sau"]) ?? 0
    }

    /// The same question as an address, from `after` on.
    func address(_ place: PlainPlace, after: Int? = nil) -> String {
        place.with(
            [("ngay", day.description), ("cong-chuc", official ?? Self.everybody)]
                + (after.map { [("sau", String($0))] } ?? []))
    }
}
