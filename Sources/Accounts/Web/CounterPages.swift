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
    var citizenNumber = ""
    var checks: Set<String> = []
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
                    .init(Phrase(vi: "Thư điện tử", en: "E-mail"), account.maskedEmail),
                    .init(
                        Phrase(vi: "Số định danh trong tài khoản", en: "Citizen number in the account"),
                        account.citizenNumber.map { "••••••••" + $0.digits.suffix(4) } ?? "–"),
                ])
                postForm(to: AccountPaths.counterSheet(account.id)) {
                    Field(
                        "checks", Phrase(vi: "Đã đối chiếu", en: "Compared"),
                        .checks(checks, ResetAtCounter.Check.allCases.map { Choice($0.rawValue, $0.phrase) }),
                        problem: problems["checks"])
                    Field(
                        "citizen_number", Phrase(vi: "Số định danh ghi trên giấy tờ", en: "Citizen number on the card"),
                        .digits(citizenNumber), problem: problems["citizen_number"])
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
