package import Kernel

/// When a counter is open, for each day of the week; a day without hours is the weekly rest.
///
/// The hours are local: most offices keep Monday to Friday, the police and many centres Saturday morning as well
/// (residence procedures of the national catalogue).
package struct OfficeHours: Hashable, Sendable {
    private var spans: [Weekday: [HoursSpan]]

    package init(_ spans: [Weekday: [HoursSpan]]) { self.spans = spans.filter { !$0.value.isEmpty } }

    package subscript(_ weekday: Weekday) -> [HoursSpan] {
        get { spans[weekday] ?? [] }
        set { spans[weekday] = newValue.isEmpty ? nil : newValue }
    }

    /// Monday to Friday, 07:30 to 11:30 and 13:30 to 17:30.
    package static let usual: OfficeHours = {
        let day = [HoursSpan](line: "07:30-11:30, 13:30-17:30") ?? []
        return OfficeHours(Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, day) }))
    }()
}

extension OfficeHours: Codable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ weekday: Weekday) { stringValue = weekday.key }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object of lists: `{"monday": ["07:30-11:30", "13:30-17:30"], …}`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys where !Weekday.allCases.contains(where: { $0.key == key.stringValue }) {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "not a day of the week like monday")
        }
        var spans: [Weekday: [HoursSpan]] = [:]
        for weekday in Weekday.allCases {
            spans[weekday] = try container.decodeIfPresent([HoursSpan].self, forKey: Key(weekday))
        }
        self.init(spans)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (weekday, hours) in spans { try container.encode(hours, forKey: Key(weekday)) }
    }
}

extension Weekday {
    /// The name of the day in stored calendars and form fields: `monday`.
    package var key: String {
        switch self {
        case .monday: "monday"
        case .tuesday: "tuesday"
        case .wednesday: "wednesday"
        case .thursday: "thursday"
        case .friday: "friday"
        case .saturday: "saturday"
        case .sunday: "sunday"
        }
    }

    package var name: Phrase {
        switch self {
        case .monday: Phrase(vi: "thứ Hai", en: "Monday")
        case .tuesday: Phrase(vi: "thứ Ba", en: "Tuesday")
        case .wednesday: Phrase(vi: "thứ Tư", en: "Wednesday")
        case .thursday: Phrase(vi: "thứ Năm", en: "Thursday")
        case .friday: Phrase(vi: "thứ Sáu", en: "Friday")
        case .saturday: Phrase(vi: "thứ Bảy", en: "Saturday")
        case .sunday: Phrase(vi: "Chủ nhật", en: "Sunday")
        }
    }
}
