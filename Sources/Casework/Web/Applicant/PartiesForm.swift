import Catalogue
import Kernel
import Site
import Wording

/// What the screens about owner and submitter sent, read into the parties with what is wrong.
enum PartiesForm {
    static let kind = "owner"

    /// For whom: one of the kinds that the service allows.
    static func kind(_ form: FormValues, _ allowed: [OwnerKind]) -> (kind: OwnerKind?, problems: [FieldProblem]) {
        guard let kind = OwnerKind(rawValue: form[kind]), allowed.contains(kind) else {
            return (
                nil,
                [FieldProblem(Self.kind, Phrase(vi: "Hãy chọn bạn nộp hồ sơ cho ai", en: "Choose for whom you file"))]
            )
        }
        return (kind, [])
    }

    /// The owner's details, when the owner is somebody else than the submitter.
    static func owner(_ form: FormValues, into parties: Parties) -> (parties: Parties, problems: [FieldProblem]) {
        var parties = parties
        var problems: [FieldProblem] = []
        parties.owner.name = form["name"]
        parties.owner.address = form["address"]
        parties.owner.number = form["number"]
        problems += tooLong(form)
        if form["name"].count < 2 { problems.append(missing("name", parties.kind.nameLabel)) }
        if parties.kind.isFirm {
            // Household businesses go by their owner's citizen number, organisations by a tax code (`TaxCode`).
            if let code = TaxCode(form["number"]) {
                parties.owner.number = code.text
            } else if let number = CitizenNumber(form["number"]) {
                parties.owner.number = number.digits
            } else if !form["number"].isEmpty || parties.kind == .organisation {
                problems.append(
                    FieldProblem(
                        "number",
                        Phrase(
                            vi: "Hãy viết mã số thuế 10 hoặc 13 chữ số, hoặc số định danh của chủ hộ",
                            en: "Write the tax code of 10 or 13 digits, or the owner's citizen number")))
            }
            parties.mandate = form["mandate"] == "authorised" ? "authorised" : "legal_representative"
            if form["mandate"].isEmpty {
                problems.append(
                    FieldProblem(
                        "mandate", Phrase(vi: "Hãy chọn tư cách của bạn", en: "Choose in what capacity you act")))
            }
        } else {
            if let number = PersonalNumber(form["number"]) {
                parties.owner.number = number.text
            } else if !form["number"].isEmpty || parties.kind == .other {
                problems.append(FieldProblem("number", Self.numberMessage))
            }
            parties.mandate = parties.kind == .child ? "parent" : "authorised"
        }
        return (parties, problems)
    }

    /// The submitter's details; the name is the account's.
    static func submitter(
        _ form: FormValues, _ profile: ApplicantProfile?, into parties: Parties
    ) -> (parties: Parties, problems: [FieldProblem]) {
        var parties = parties
        var problems = tooLong(form)
        if let name = profile?.name, !name.isEmpty { parties.submitter.name = name }
        if let number = profile?.number {
            parties.submitter.number = number.digits
        } else if let number = PersonalNumber(form["number"]) {
            parties.submitter.number = number.text
        } else {
            parties.submitter.number = form["number"]
            problems.append(FieldProblem("number", Self.numberMessage))
        }
        if let phone = ReachableNumber(form["phone"]) {
            parties.submitter.phone = phone.text
        } else {
            parties.submitter.phone = form["phone"]
            problems.append(
                FieldProblem(
                    "phone",
                    Phrase(
                        vi: "Hãy viết số điện thoại, ví dụ 0912 345 678; số nước ngoài bắt đầu bằng dấu +",
                        en: "Write a telephone number, such as 0912 345 678; a foreign one begins with +")))
        }
        if let email = EmailAddress(form["email"]) {
            parties.submitter.email = email.text
        } else {
            parties.submitter.email = form["email"]
            if !form["email"].isEmpty {
                problems.append(
                    FieldProblem(
                        "email",
                        Phrase(
                            vi: "Hãy viết thư điện tử theo dạng ten@vidu.vn",
                            en: "Write an e-mail address such as name@example.vn")))
            }
        }
        parties.submitter.address = form["address"]
        if form["address"].count < 5 { problems.append(missing("address", ApplicantWording.address)) }
        if parties.kind == .`self` { parties.owner = parties.submitter }
        return (parties, problems)
    }

    /// How the result is to come.
    static func delivery(
        _ form: FormValues, _ ways: [String], into parties: Parties
    ) -> (parties: Parties, problems: [FieldProblem]) {
        var parties = parties
        let way = ways.count == 1 ? ways[0] : form["way"]
        let long = tooLong(form)
        guard long.isEmpty else { return (parties, long) }
        guard ways.contains(way) else {
            return (
                parties,
                [FieldProblem("way", Phrase(vi: "Hãy chọn cách nhận kết quả", en: "Choose how to get the result"))]
            )
        }
        parties.delivery = Delivery(way: way, address: way == "post" ? form["address"] : "")
        guard way != "post" || form["address"].count >= 5 else {
            return (
                parties,
                [
                    FieldProblem(
                        "address",
                        Phrase(
                            vi: "Hãy viết địa chỉ để bưu điện mang kết quả đến",
                            en: "Write the address to which the post brings the result"))
                ]
            )
        }
        return (parties, [])
    }

    /// What is still missing from the parties of a draft, as filing asks.
    static func unfinished(_ parties: Parties, _ definition: ServiceDefinition) -> [DraftPart] {
        var parts: [DraftPart] = []
        let ways = definition.result.ways
        if !definition.owners.contains(parties.kind) { parts.append(.owner) }
        if parties.kind != .`self`,
            parties.owner.name.count < 2 || parties.mandate == nil || isTooLong(parties.owner)
        {
            parts.append(.ownerDetails)
        }
        let submitter = parties.submitter
        if submitter.name.isEmpty || PersonalNumber(submitter.number) == nil
            || ReachableNumber(submitter.phone) == nil || submitter.address.count < 5 || isTooLong(submitter)
        {
            parts.append(.submitter)
        }
        if !(parties.delivery.map { ways.contains($0.way) && ($0.way != "post" || $0.address.count >= 5) } ?? false) {
            parts.append(.delivery)
        }
        return parts
    }

    static func missing(_ field: String, _ label: Phrase) -> FieldProblem {
        FieldProblem(field, Phrase(vi: "Hãy điền “\(label.vi)”", en: "Fill in “\(label.en)”"))
    }

    /// How many characters what is written about a party may have. Nobody's name or address is longer; what is stored
    /// and indexed for every dossier stays small.
    static let longest = ["name": 150, "number": 30, "phone": 30, "address": 300]

    static func tooLong(_ form: FormValues) -> [FieldProblem] {
        longest.sorted { $0.key < $1.key }.filter { form[$0.key].count > $0.value }.map { field, most in
            FieldProblem(
                field, Phrase(vi: "Hãy viết ngắn hơn, nhiều nhất \(most) ký tự", en: "At most \(most) characters"))
        }
    }

    private static func isTooLong(_ party: Party) -> Bool {
        let written = ["name": party.name, "number": party.number, "phone": party.phone, "address": party.address]
        return longest.contains { (written[$0.key] ?? "").count > $0.value }
    }

    private static let numberMessage = Phrase(
        vi: "Hãy viết số định danh cá nhân gồm 12 chữ số, hoặc số hộ chiếu nước ngoài có chữ cái (\(passportHint.vi))",
        en:
            "Write the citizen number of 12 digits, or the number of a foreign passport with a letter (\(passportHint.en))"
    )

    /// Some countries' passports have digits alone.
    static let passportHint = Phrase(
        vi: "nếu chỉ có chữ số thì ghi mã nước ở trước, ví dụ GBR 123456789",
        en: "if it has digits alone, put the country's code first, such as GBR 123456789")
}

extension OwnerKind {
    var nameLabel: Phrase { isFirm ? ApplicantWording.firmName : ApplicantWording.fullName }
}
