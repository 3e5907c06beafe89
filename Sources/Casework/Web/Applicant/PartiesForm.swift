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
            if let number = CitizenNumber(form["number"]) {
                parties.owner.number = number.digits
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
        var problems: [FieldProblem] = []
        if let name = profile?.name, !name.isEmpty { parties.submitter.name = name }
        if let number = profile?.number {
            parties.submitter.number = number.digits
        } else if let number = CitizenNumber(form["number"]) {
            parties.submitter.number = number.digits
        } else {
            parties.submitter.number = form["number"]
            problems.append(FieldProblem("number", Self.numberMessage))
        }
        if let phone = PhoneNumber(form["phone"]) {
            parties.submitter.phone = phone.digits
        } else {
            parties.submitter.phone = form["phone"]
            problems.append(
                FieldProblem(
                    "phone",
                    Phrase(
                        vi: "Hãy viết số điện thoại Việt Nam, ví dụ 0912 345 678",
                        en: "Write a Vietnamese number, such as 0912 345 678")))
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
        if parties.kind != .`self`, parties.owner.name.count < 2 || parties.mandate == nil {
            parts.append(.ownerDetails)
        }
        let submitter = parties.submitter
        if submitter.name.isEmpty || CitizenNumber(submitter.number) == nil || PhoneNumber(submitter.phone) == nil
            || submitter.address.count < 5
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

    private static let numberMessage = Phrase(
        vi: "Số định danh cá nhân gồm 12 chữ số, ghi trên thẻ căn cước",
        en: "A citizen number has 12 digits; it stands on the identity card")
}

extension OwnerKind {
    var nameLabel: Phrase { isFirm ? ApplicantWording.firmName : ApplicantWording.fullName }
}
