import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup

/// What stands below a question for a place: the button that brings the list of places within the one around it, and
/// below a commune of before 1 July 2025 what it became, to be written into the questions for today's address.
struct PlaceChoice: Component {
    let shown: ShownField
    let table: TerritoryTable
    let present: PresentPlace?

    init(_ shown: ShownField, table: TerritoryTable, present: PresentPlace?) {
        self.shown = shown
        self.table = table
        self.present = present
    }

    var markup: Markup {
        div {
            if isLoaded { list }
            if shown.kind == .oldCommune, !successors.isEmpty { today }
        }
    }

    /// A site without the units of before has no list to show.
    private var isLoaded: Bool { !shown.kind.isOldPlace || !table.earlier.provinces.isEmpty }

    private var hasList: Bool {
        guard let around = shown.around else { return false }
        return shown.kind == .commune
            ? !table.communes(of: around).isEmpty
            : !table.earlier.list(of: shown.kind, around: around).isEmpty
    }

    private var isDistrict: Bool { shown.kind == .oldDistrict }
    private var below: Phrase {
        isDistrict ? Phrase(vi: "quận, huyện", en: "districts") : Phrase(vi: "xã, phường", en: "communes")
    }
    private var above: Phrase {
        shown.kind == .oldCommune ? Phrase(vi: "quận, huyện", en: "district") : Phrase(vi: "tỉnh", en: "province")
    }

    private var list: Markup {
        p(.class("note")) {
            if hasList {
                Phrase(vi: "Vừa chọn \(above.vi) khác? ", en: "Chose another \(above.en)? ")
            } else {
                Phrase(
                    vi: "Gõ tên \(below.vi); hoặc chọn \(above.vi) rồi ",
                    en: "Type its name; or choose the \(above.en), then ")
            }
            Button(
                Phrase(vi: "Hiện danh sách \(below.vi)", en: "Show the list of \(below.en)"), .plain,
                name: FormFields.action, value: "places:\(shown.name)")
            if shown.kind == .oldCommune, hasList, successors.isEmpty {
                Phrase(vi: " Chọn xong, ", en: " When it is chosen, ")
                Button(
                    Phrase(vi: "Xem địa chỉ mới", en: "Show today’s address"), .plain, name: FormFields.action,
                    value: "places:\(shown.name)")
            }
        }
    }

    // MARK: what it became

    private var successors: [Territory] {
        let code = shown.answer?.string ?? ""
        return table.earlier[code]?.successors.compactMap { table[$0] } ?? []
    }

    private func fullName(_ territory: Territory) -> Phrase {
        guard let province = territory.parent.flatMap({ table[$0] }) else { return territory.phrase }
        return Phrase(
            vi: "\(territory.name), \(province.name)", en: "\(territory.englishName), \(province.englishName)")
    }

    @MarkupBuilder private var today: [Markup] {
        if successors.count == 1, let only = successors.first {
            p {
                Phrase(vi: "Từ 01/7/2025 nơi này thuộc ", en: "Since 1 July 2025 this is part of ")
                strong { fullName(only) }
                Phrase(same: ". ")
                fill(only)
            }
        } else {
            p(
                Phrase(
                    vi: "Từ 01/7/2025 nơi này chia về \(successors.count) đơn vị; chọn đơn vị nay có địa chỉ này:",
                    en: "Since 1 July 2025 this is part of \(successors.count) units; choose the one with this address:"
                ))
            ul {
                for one in successors {
                    li { choice(one) }
                }
            }
        }
    }

    private func isFilled(_ territory: Territory) -> Bool { present?.answer == territory.code }

    private func button(_ territory: Territory, _ label: Phrase) -> Button {
        Button(label, .secondary, name: FormFields.action, value: "present:\(territory.code):\(shown.name)")
    }

    @MarkupBuilder private func fill(_ territory: Territory) -> [Markup] {
        if isFilled(territory) {
            Phrase(vi: "Địa chỉ mới đã điền.", en: "Today’s address is filled in.")
        } else if present != nil {
            button(territory, Phrase(vi: "Điền theo địa chỉ mới", en: "Fill in today’s address"))
        }
    }

    /// One of several: its name is on the button.
    @MarkupBuilder private func choice(_ territory: Territory) -> [Markup] {
        let name = fullName(territory)
        if isFilled(territory) {
            strong { name }
            Phrase(vi: " (đã điền)", en: " (filled in)")
        } else if present != nil {
            button(territory, Phrase(vi: "Điền \(name.vi)", en: "Fill in \(name.en)"))
        } else {
            name
        }
    }
}
