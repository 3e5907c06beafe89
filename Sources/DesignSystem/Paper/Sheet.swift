package import Markup

/// An official paper on the screen as it is printed: national heading, agency, number, title, body, signatures.
///
/// Layout after NĐ 30/2020/NĐ-CP, Đ.8 and Phụ lục I (margins 20-25, 30-35, 15-20 mm; type 12 to 14); the forms of the
/// one-stop desk are A5 (TT 03/2025), where type and margins are smaller in proportion. A paper is in Vietnamese on
/// every page. It stands in a `Shell(.paper)`, whose strip is not printed.
package struct Sheet: Component {
    package enum Size: String, Sendable { case a4, a5 }

    /// Who signs: the title in capitals, a note such as "(Ký, ghi rõ họ tên)", the name when it is known.
    package struct Signature: Sendable {
        let title: String
        let note: String?
        let name: String?

        package init(_ title: String, note: String? = nil, name: String? = nil) {
            self.title = title
            self.note = note
            self.name = name
        }
    }

    let size: Size
    let parentAgency: String?
    let agency: String
    let number: String?
    let placeAndDate: String?
    let heading: String
    let about: String?
    let content: Markup
    let signatures: [Signature]
    let recipients: [String]

    /// - Parameters:
    ///   - number: as written, `Số: 05/HDHS`.
    ///   - placeAndDate: `Hà Giang, ngày 05 tháng 01 năm 2026`.
    ///   - about: trích yếu, the line below the title.
    ///   - recipients: nơi nhận, at the left below the body.
    package init(
        _ size: Size, parentAgency: String? = nil, agency: String, number: String? = nil,
        placeAndDate: String? = nil, title: String, about: String? = nil, signatures: [Signature] = [],
        recipients: [String] = [], @MarkupBuilder content: () -> [Markup]
    ) {
        self.size = size
        self.parentAgency = parentAgency
        self.agency = agency
        self.number = number
        self.placeAndDate = placeAndDate
        self.heading = title
        self.about = about
        self.signatures = signatures
        self.recipients = recipients
        self.content = .many(content())
    }

    package var markup: Markup {
        article(.class("sheet sheet-" + size.rawValue), .lang("vi")) {
            div(.class("sheet-top")) {
                div {
                    if let parentAgency { p(parentAgency, .class("sheet-parent")) }
                    p(agency, .class("sheet-issuer"))
                    if let number { p(.class("sheet-number")) { Self.unbroken(number) } }
                }
                div {
                    p("Cộng hòa xã hội chủ nghĩa Việt Nam", .class("sheet-country"))
                    p("Độc lập - Tự do - Hạnh phúc", .class("sheet-motto"))
                    if let placeAndDate { p(placeAndDate, .class("sheet-place")) }
                }
            }
            h1(heading, .class("sheet-title"))
            if let about { p(about, .class("sheet-about")) }
            div(.class("sheet-body")) { content }
            if !signatures.isEmpty || !recipients.isEmpty { bottom }
        }
    }

    /// The number after its label is not broken at its hyphens.
    @MarkupBuilder private static func unbroken(_ number: String) -> [Markup] {
        let parts = number.split(separator: ": ", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            parts[0] + ": "
            span(parts[1], .class("whole"))
        } else {
            number
        }
    }

    private var bottom: Markup {
        div(.class("sheet-bottom")) {
            if !recipients.isEmpty {
                div(.class("sheet-recipients")) {
                    p("Nơi nhận:")
                    ul { for recipient in recipients { li(recipient) } }
                }
            }
            for signature in signatures {
                div(.class("sheet-signature")) {
                    p(signature.title, .class("sheet-signer"))
                    if let note = signature.note { p(note, .class("sheet-note")) }
                    p(signature.name ?? "", .class("sheet-name"))
                }
            }
        }
    }
}

/// One line of a form on paper: what is asked and what was answered, on a dotted line.
package struct SheetLine: Component {
    let words: String
    let value: String

    package init(_ label: String, _ value: String) {
        self.words = label
        self.value = value
    }

    package var markup: Markup {
        p(.class("sheet-line")) {
            span(words + ":")
            span(value, .class("sheet-value"))
        }
    }
}

/// A table on paper, ruled in black.
package struct SheetTable: Component {
    let columns: [String]
    let rows: [[String]]

    package init(_ columns: [String], _ rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    package var markup: Markup {
        table(.class("sheet-table")) {
            thead { tr { for column in columns { th(column, .scope("col")) } } }
            tbody {
                for row in rows { tr { for cell in row { td(cell) } } }
            }
        }
    }
}
