import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Finding a person's account at the counter.
struct CounterSearchPage {
    var typed = ""
    var refusal: Phrase?

    var page: Page {
        let title = Phrase(vi: "Cấp lại quyền truy cập tài khoản", en: "Give access to an account again")
        return Page(title, side: .desk) {
            Narrow {
                ErrorSummary(refusal.map { [FieldProblem("who", $0)] } ?? [])
                PageTitle(
                    title,
                    lead: Phrase(
                        vi:
                            "Cho người có mặt tại quầy không đăng nhập được. Đối chiếu giấy tờ, rồi in mã dùng một lần.",
                        en:
                            "For somebody at the counter who cannot sign in. Check their papers, then print a code that works once."
                    ))
                postForm(to: AccountPaths.counterReset()) {
                    Field(
                        "who", Phrase(vi: "Số định danh hoặc thư điện tử", en: "Citizen number or e-mail"),
                        .text(typed),
                        help: Phrase(
                            vi:
                                "Nhập đầy đủ, đúng như người dân đã đăng ký; số định danh chỉ tìm được khi đã đối chiếu tại quầy trước đây. Mỗi lần tìm được ghi lại và người dân nhìn thấy.",
                            en:
                                "Whole and exact, as it was registered; a number is found only if it was checked at a counter before. Every look-up is recorded and the person sees it."
                        ),
                        problem: refusal)
                    ButtonRow { Button(.search) }
                }
            }
        }
    }
}

/// The person found: what to compare with the papers, and what was compared.
struct CounterCheckPage {
    let account: Account
    var seen: ResetAtCounter.Seen
    var problems: [FieldProblem] = []

    var page: Page {
        let title = Phrase(vi: "Đối chiếu giấy tờ", en: "Check the papers")
        return Page(
            title, side: .desk,
            breadcrumbs: [
                (Phrase(vi: "Cấp lại quyền truy cập", en: "Access again"), AccountPaths.counterReset())
            ]
        ) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(title)
                SummaryList([
                    .init(Phrase(vi: "Họ và tên", en: "Full name"), account.name),
                    .init(
                        Phrase(vi: "Thư điện tử", en: "E-mail"), account.maskedEmail,
                        note: account.emailConfirmedAt == nil
                            ? Phrase(vi: "chưa được xác nhận", en: "never confirmed") : nil),
                    .init(
                        Phrase(
                            vi: "Số định danh đã đối chiếu trước đây", en: "Citizen number seen before"),
                        account.seenNumber.map { "••••••••" + $0.digits.suffix(4) } ?? "–"),
                ])
                postForm(to: AccountPaths.counterSheet(account.id)) {
                    Field(
                        "checks", Phrase(vi: "Đã đối chiếu", en: "Compared"),
                        .checks(
                            Set(seen.checks.map(\.rawValue)),
                            ResetAtCounter.Check.allCases.map { Choice($0.rawValue, $0.phrase) }),
                        problem: problems["checks"])
                    Field(
                        "citizen_number", Phrase(vi: "Số định danh ghi trên giấy tờ", en: "Citizen number on the card"),
                        .digits(seen.citizenNumber), problem: problems["citizen_number"])
                    Field(
                        "name", Phrase(vi: "Họ và tên ghi trên giấy tờ", en: "Full name on the card"),
                        .text(seen.name ?? account.name),
                        help: Phrase(
                            vi: "Sửa lại nếu tài khoản ghi khác giấy tờ.", en: "Correct it where the account differs."),
                        problem: problems["name"])
                    Field(
                        "email", Phrase(vi: "Thư điện tử của người này", en: "E-mail of this person"),
                        .text(seen.email, autocomplete: "off"),
                        help: account.emailConfirmedAt == nil
                            ? Phrase(
                                vi:
                                    "Hỏi và nhập đầy đủ: địa chỉ trong tài khoản chưa được xác nhận nên chưa đăng nhập được.",
                                en:
                                    "Ask and enter it whole: the address in the account was never confirmed, so nobody can sign in with it."
                            )
                            : Phrase(
                                vi: "Chỉ nhập khi người này dùng địa chỉ khác với địa chỉ trên.",
                                en: "Only when the person uses another address than the one above."),
                        optional: account.emailConfirmedAt != nil, problem: problems["email"])
                    ButtonRow {
                        Button(
                            Phrase(vi: "In mã", en: "Print the code"),
                            effect: Phrase(
                                vi: "Mọi thiết bị của người này bị đăng xuất. Mã dùng một lần, trong 24 giờ.",
                                en: "Every device of the person is signed out. The code works once, for 24 hours."))
                        ButtonLink(.cancel, AccountPaths.counterReset(), .plain)
                    }
                }
            }
        }
    }
}

/// The sheet with the code, to be handed over. It is shown once.
struct CounterSheetPage {
    let sheet: ResetAtCounter.Sheet
    let agency: String
    let official: String
    let address: String
    let today: Day

    var page: Page {
        Page(Phrase(vi: "Mã đặt lại mật khẩu", en: "Code for a new password"), side: .paper) {
            div(.class("unprinted")) {
                Narrow {
                    backLink(
                        AccountPaths.counterReset(), Phrase(vi: "Xong, người khác", en: "Done, somebody else"))
                    ButtonRow { PrintButton() }
                }
            }
            Sheet(
                .a5, agency: agency, placeAndDate: "Ngày \(today.phrase.vi)", title: "Mã đặt lại mật khẩu",
                signatures: [.init("Người cấp mã", name: official)]
            ) {
                SheetLine("Cấp cho", sheet.name)
                SheetLine("Tài khoản", sheet.maskedEmail)
                SheetLine("Mã", sheet.code)
                SheetLine("Dùng một lần, trước", sheet.endsAt.phrase.vi)
                SheetLine("Nhập mã tại", address + AccountPaths.printedCode())
            }
        }
    }
}
