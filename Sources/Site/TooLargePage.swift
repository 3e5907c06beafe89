import DesignSystem
import Kernel
import Markup
import Wording

/// A file was larger than allowed: what was typed is still here, and the files are chosen again.
struct TooLargePage {
    let address: String
    let form: FormValues
    let uploads: Route.Uploads

    var page: Page {
        let heading = Phrase(vi: "Tệp quá lớn", en: "The file is too large")
        var page = Page(heading, side: .plain) {
            Narrow {
                ErrorSummary(form.tooLarge.map(\.field).unique.map { FieldProblem($0, problem) })
                PageTitle(
                    heading,
                    lead: Phrase(
                        vi: "Chưa có gì được gửi đi. Những gì bạn đã nhập vẫn còn: chọn lại tệp rồi gửi tiếp.",
                        en: "Nothing was sent yet. What you typed is still here: choose the files again and send."))
                FormOnceMore(
                    address: address,
                    pairs: form.pairs.filter { !$0.name.hasPrefix("_") || $0.name == ParkedFormPage.field },
                    files: form.fileNames,
                    refused: form.tooLarge, problem: problem)
            }
        }
        page.hasProblems = true
        return page
    }

    private var problem: Phrase {
        let largest = uploads.maximumBytes / 1_000_000
        let together = uploads.maximumTotal / 1_000_000
        return together > largest
            ? Phrase(
                vi: "Mỗi tệp nhỏ hơn \(largest) MB, tất cả cùng nhau nhỏ hơn \(together) MB.",
                en: "Each file below \(largest) MB, all together below \(together) MB.")
            : Phrase(vi: "Tệp nhỏ hơn \(largest) MB.", en: "A file below \(largest) MB.")
    }
}
