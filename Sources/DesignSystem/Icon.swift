package import Markup

/// A line drawing of 24 by 24 units that stands beside words and never instead of them.
///
/// Accessibility: hidden from assistive technology; the word next to it speaks.
package enum Icon: String, Sendable, CaseIterable, Component {
    case search, check, clock, pause, file, paperclip, upload, printer, right, left, alert, info, door
    case child, rings, house, store, car, health, school, person, land, heart, road

    /// Paths drawn with a round pen of 1.75 units.
    private var drawing: String {
        switch self {
        case .search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM20 20l-4.9-4.9"
        case .check: "m5 12.5 4.5 4.5L19 7.5"
        case .clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2"
        case .pause: "M9 6v12M15 6v12"
        case .file: "M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5M9 13h6M9 16.5h6"
        case .paperclip: "m19 11-7.5 7.5a4.2 4.2 0 0 1-6-6L13 5a2.8 2.8 0 0 1 4 4l-7.5 7.5a1.4 1.4 0 0 1-2-2L14 8"
        case .upload: "M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4.5 15.5v4h15v-4"
        case .printer: "M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 13.5h10v7H7z"
        case .right: "m9 5.5 6.5 6.5L9 18.5"
        case .left: "M15 5.5 8.5 12l6.5 6.5"
        case .alert: "M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1"
        case .info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.7v.1"
        case .door: "M4 20.5h16M6.5 20.5v-17h11v17M10 20.5v-15l7.5-2M12.5 12v1.5"
        case .child:
            "M12 20.5a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM9 14.5c1.5 2 4.5 2 6 0M9.3 11v.1M14.7 11v.1"
                + "M12 4.5c0-1 1-1.5 2-1.5"
        case .rings:
            "M9 19.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z"
                + "M15 19.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM7.5 4.5h3L9 6.5z"
        case .house: "M3.5 11.5 12 4l8.5 7.5M6 9.5v11h12v-11M10 20.5v-6h4v6"
        case .store:
            "M5 11v9.5h14V11M3.5 8.5 5.5 4h13l2 4.5a2.8 2.8 0 0 1-5.6 0 2.9 2.9 0 0 1-5.8 0 2.8 2.8 0"
                + " 0 1-5.6 0M10 20.5V15h4v5.5"
        case .car: "M4 16.5v-4l2-5.5h12l2 5.5v4zM4 12.5h16M6 16.5v2.5M18 16.5v2.5M7.5 14.5h.1M16.5 14.5h.1"
        case .health:
            "M12 20.5S3.5 15.5 3.5 9.3A4.7 4.7 0 0 1 12 6.6a4.7 4.7 0 0 1 8.5 2.7c0 6.2-8.5 11.2-8.5"
                + " 11.2ZM12 9.5v5M9.5 12h5"
        case .school: "M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.5v5c3 2.7 8 2.7 11 0v-5M21.5 9.5v6"
        case .person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6"
        case .land: "m3.5 7 5.7-2.5 5.6 2.5 5.7-2.5V17l-5.7 2.5L9.2 17l-5.7 2.5zM9.2 4.5V17M14.8 7v12.5"
        case .heart: "M12 20.5S3.5 15.5 3.5 9.3A4.7 4.7 0 0 1 12 6.6a4.7 4.7 0 0 1 8.5 2.7c0 6.2-8.5 11.2-8.5 11.2Z"
        case .road: "M8 4 4 20.5M16 4l4 16.5M12 4.5v2.5M12 11v3M12 18v2.5"
        }
    }

    package var markup: Markup {
        svg(.class("icon"), .named("viewBox", "0 0 24 24"), .aria("hidden", "true")) {
            path(.named("d", drawing))
        }
    }
}
