import DesignSystem
import Kernel
import Markup

/// A form that was sent and did not take effect, to be sent once more: what was typed travels unseen, files are chosen
/// again.
struct FormOnceMore: Component {
    let address: String
    let pairs: [(name: String, value: String)]
    let files: [FormValues.FileName]
    var refused: [FormValues.FileName] = []
    var problem: Phrase?

    var markup: Markup {
        postForm(to: address, upload: !files.isEmpty) {
            for (name, value) in pairs { hiddenField(name, value) }
            for field in files.map(\.field).unique {
                let names = files.filter { $0.field == field }.map(\.filename)
                Field(
                    field,
                    Phrase(
                        vi: "Chọn lại tệp \(names.joined(separator: ", "))",
                        en: "Choose once more: \(names.joined(separator: ", "))"),
                    .files(multiple: names.count > 1),
                    problem: refused.contains { $0.field == field } ? problem : nil)
            }
            ButtonRow { Button(Phrase(vi: "Gửi tiếp", en: "Send it now")) }
        }
    }
}

extension [String] {
    /// Each once, in the order in which they came.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
