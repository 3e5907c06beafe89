package import Catalogue
package import Kernel
import Wording
import WorkingTime

/// What a definition says to somebody who has answered nothing yet.
struct ServiceFacts {
    let definition: ServiceDefinition

    init(_ definition: ServiceDefinition) { self.definition = definition }

    private var toAttach: [PaperRule] {
        let papers = definition.papers
        return (papers.contains { $0.isMandate == true } ? papers : definition.possiblePapers).filter {
            !$0.isForm && !$0.isShown
        }
    }
    var always: [PaperRule] { toAttach.filter { isAlways($0) } }
    var sometimes: [PaperRule] { toAttach.filter { !isAlways($0) } }

    private func isAlways(_ paper: PaperRule) -> Bool {
        paper.when == nil && paper.required == "true" && paper.isMandate != true
    }
    var shown: [PaperRule] { definition.papers.filter(\.isShown) }
    var isFormOnly: Bool { toAttach.isEmpty && shown.isEmpty }

    var who: Phrase {
        let names = definition.owners.map(\.noun)
        return Phrase(
            vi: names.map(\.vi).joined(separator: ", "), en: names.map(\.en).joined(separator: ", ")
        ).capitalized
    }

    var need: Phrase {
        if isFormOnly { return Phrase(vi: "Chỉ điền biểu mẫu", en: "Only the online form") }
        let least = always.count
        if least == 0, sometimes.isEmpty {
            return Phrase(
                vi: "\(shown.count) giấy tờ để xuất trình",
                en: "\(shown.count) paper\(shown.count == 1 ? "" : "s") to show")
        }
        if sometimes.isEmpty { return .count(least, vi: "giấy tờ", one: "paper", many: "papers") }
        if least == 0 { return Phrase(vi: "Giấy tờ tùy trường hợp", en: "Papers depending on your case") }
        return Phrase(
            vi: "\(least) giấy tờ, và giấy tờ tùy trường hợp",
            en: "\(least) paper\(least == 1 ? "" : "s"), and others by case")
    }

    var time: Phrase { definition.limit.words.capitalized }

    var cost: Phrase {
        guard let first = definition.fees.first else {
            return definition.feeNote == nil
                ? Phrase(vi: "Không thu phí", en: "Free of charge")
                : Phrase(vi: "Theo mức của tỉnh", en: "As the province sets it")
        }
        if definition.fees.count == 1 { return Self.amount(first) }
        return Phrase(vi: "Tùy trường hợp", en: "Depending on your case")
    }

    static func amount(_ fee: FeeRule) -> Phrase {
        guard fee.when == nil, let dong = Int64(fee.amount) else {
            return Phrase(vi: "Tính theo câu trả lời của bạn", en: "Depends on your answers")
        }
        return Money(dong: dong).phrase
    }
}

extension ServiceDefinition {
    private static var byCase: Phrase { Phrase(vi: "Phí tùy trường hợp", en: "The fee depends on your case") }

    /// How long and how much, in a line below the name of the service.
    package var timeAndCost: Phrase {
        let facts = ServiceFacts(self)
        let cost =
            fees.isEmpty || fees.allSatisfy { $0.when == nil && Int64($0.amount) != nil } ? facts.cost : Self.byCase
        return Phrase(vi: "\(facts.time.vi) · \(cost.vi)", en: "\(facts.time.en) · \(cost.en)")
    }
}

extension OwnerKind {
    var noun: Phrase {
        switch self {
        case .`self`: Phrase(vi: "chính bạn", en: "yourself")
        case .child: Phrase(vi: "con, trẻ được giám hộ", en: "your child or ward")
        case .other: Phrase(vi: "người ủy quyền cho bạn", en: "somebody who authorised you")
        case .householdBusiness: Phrase(vi: "hộ kinh doanh", en: "a household business")
        case .organisation: Phrase(vi: "doanh nghiệp, tổ chức", en: "a company or organisation")
        }
    }
}
