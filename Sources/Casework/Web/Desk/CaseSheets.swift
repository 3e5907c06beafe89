import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The papers of a case that can be printed now.
struct CaseSheets: Component {
    let opened: OpenedCase

    private var file: CaseFile { opened.file }

    var markup: Markup {
        section(.id("giay-to-in")) {
            h3(Phrase(vi: "Giấy tờ in", en: "Papers to print"))
            LinkList(sheets)
        }
    }

    private var sheets: [LinkList.Entry] {
        var links: [LinkList.Entry] = []
        if opened.dossier.clock != nil {
            links.append(
                .init(
                    Phrase(vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt with the promised date"),
                    DeskPaths.receipt(opened.id), note: Phrase(vi: "Mẫu 01", en: "Form 01")))
        }
        for request in file.requests {
            links.append(
                .init(
                    Phrase(vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", en: "Request for supplements"),
                    DeskPaths.supplementSheet(opened.id, request.id),
                    note: Phrase(
                        vi: "Mẫu 02, ngày \(request.askedAt.day.phrase.vi)",
                        en: "Form 02, \(request.askedAt.day.phrase.en)")))
        }
        if file.refusal != nil {
            links.append(
                .init(
                    RefusalSheet.title(opened.dossier.official),
                    DeskPaths.refusalSheet(opened.id), note: RefusalSheet.form(opened.dossier.official)))
        }
        if ResultDraftSheet.isThere(opened) {
            links.append(
                .init(
                    ResultDraftSheet.title, DeskPaths.resultDraft(opened.id),
                    note: Phrase(vi: "Theo mẫu của dịch vụ", en: "From the service's template")))
        }
        links.append(
            .init(
                Phrase(vi: "Phiếu kiểm soát quá trình giải quyết hồ sơ", en: "Control sheet of the process"),
                DeskPaths.controlSheet(opened.id), note: Phrase(vi: "Mẫu 06", en: "Form 06")))
        return links
    }
}
