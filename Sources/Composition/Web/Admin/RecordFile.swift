import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// A file of records (JSON lines) that an administrator of the site hands in: the list of territories, the catalogue.
enum RecordFile {
    /// The text that was sent; nil when there is none or it is no UTF-8.
    static func text(_ form: FormValues) -> String? {
        ImportPage.text(form).flatMap { $0.isEmpty ? nil : $0 }
    }

    static let missing = [
        FieldProblem(ImportPage.field, Phrase(vi: "Chọn tệp danh mục mã UTF-8.", en: "Choose the file, in UTF-8."))
    ]

    static func form(
        to path: String, _ label: Phrase, help: Phrase, verb: Phrase, problems: [FieldProblem]
    ) -> Markup {
        Narrow {
            postForm(to: path, upload: true) {
                Field(
                    ImportPage.field, label, .files(accept: [".jsonl", ".json", "application/json"]), help: help,
                    problem: problems[ImportPage.field])
                ButtonRow { Button(verb) }
            }
        }.markup
    }
}
