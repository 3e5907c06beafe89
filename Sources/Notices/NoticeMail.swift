import Accounts
import Casework
import Kernel

/// Makes a notice into an e-mail: salutation, paragraphs, where to look, who writes.
struct NoticeMail {
    let settings: NoticeSettings

    init(_ settings: NoticeSettings) { self.settings = settings }

    func mail(_ text: NoticeText, to: EmailAddress, name: String, about dossier: Dossier) -> Mail {
        let look = look(dossier)
        let sender = "\(settings.siteName)\n\(settings.address)"
        let vi =
            ["Kính gửi Ông/Bà \(name),"] + text.paragraphs.map(\.vi) + [look.vi, "Trân trọng,\n\(sender)", noReply.vi]
        let en = ["Dear \(name),"] + text.paragraphs.map(\.en) + [look.en, "Yours sincerely,\n\(sender)", noReply.en]
        return Mail(
            to: to.text, subject: text.title,
            text: Phrase(vi: vi.joined(separator: "\n\n"), en: en.joined(separator: "\n\n")))
    }

    /// To an address that nobody has confirmed: that there is news and how to look it up, neither names nor reasons.
    func hint(to: EmailAddress, about dossier: Dossier) -> Mail {
        let look = look(dossier)
        let sender = "\(settings.siteName)\n\(settings.address)"
        let news = Phrase(
            vi: "Hồ sơ \(dossier.code) có tin mới.", en: "There is news about dossier \(dossier.code).")
        let why = Phrase(
            vi: "Địa chỉ này được ghi trong hồ sơ và chưa được xác nhận, nên thư không nêu chi tiết.",
            en: "This address stands in the dossier and was never confirmed; so this message has no details.")
        let vi = ["Kính gửi Ông/Bà,", news.vi, look.vi, why.vi, "Trân trọng,\n\(sender)", noReply.vi]
        let en = ["Dear Sir or Madam,", news.en, look.en, why.en, "Yours sincerely,\n\(sender)", noReply.en]
        return Mail(
            to: to.text,
            subject: Phrase(vi: "Hồ sơ \(dossier.code) có tin mới", en: "News about dossier \(dossier.code)"),
            text: Phrase(vi: vi.joined(separator: "\n\n"), en: en.joined(separator: "\n\n")))
    }

    /// Whoever has an account signs in; everybody else has the look-up secret on the receipt.
    private func look(_ dossier: Dossier) -> Phrase {
        if dossier.submitter != nil {
            let link = settings.address + settings.dossierPath(dossier.id)
            return Phrase(vi: "Xem hồ sơ \(dossier.code):\n\(link)", en: "See dossier \(dossier.code):\n\(link)")
        }
        let link = settings.address + settings.lookupPath
        return Phrase(
            vi: "Theo dõi bằng mã hồ sơ \(dossier.code) và mã tra cứu ghi trên giấy tiếp nhận:\n\(link)",
            en: "Follow it by the code \(dossier.code) and the look-up secret on your receipt:\n\(link)")
    }

    private var noReply: Phrase {
        Phrase(
            vi: "Thư này được gửi tự động, xin không trả lời.",
            en: "This message was sent automatically; please do not answer it.")
    }
}
