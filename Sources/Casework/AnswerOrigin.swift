package import Kernel

/// Where an answer comes from (nguồn của câu trả lời), when nobody typed it in answer to its question: what is known is
/// not asked twice (Luật Giao dịch điện tử 20/2023/QH15; NĐ 224/2026/NĐ-CP, Đ.15).
package enum AnswerOrigin: String, Codable, Sendable, CaseIterable {
    /// What the account says.
    case account
    /// What the same person answered in an earlier dossier.
    case earlier
    /// What was typed about owner and submitter before the form begins.
    case parties
    /// What a register of the agency holds of the same owner.
    case register
    /// What was answered anew, or for the first time, for a request for supplements.
    case supplement

    /// In words for the official who reads the answer.
    package var words: Phrase {
        switch self {
        case .account: Phrase(vi: "từ tài khoản", en: "from the account")
        case .earlier: Phrase(vi: "từ hồ sơ trước", en: "from an earlier dossier")
        case .register: Phrase(vi: "từ sổ của cơ quan", en: "from a register of the agency")
        case .parties: Phrase(vi: "người nộp nhập", en: "typed by the applicant")
        case .supplement: Phrase(vi: "người nộp bổ sung sau khi nộp", en: "supplemented after filing")
        }
    }

    /// In words for the applicant, who may change it.
    package var ownWords: Phrase {
        switch self {
        case .account: Phrase(vi: "Lấy từ tài khoản của bạn", en: "From your account")
        case .earlier: Phrase(vi: "Lấy từ hồ sơ trước của bạn", en: "From an earlier dossier of yours")
        case .register: Phrase(vi: "Lấy từ sổ của cơ quan", en: "From a register of the agency")
        case .parties: Phrase(vi: "Bạn đã khai ở phần trước", en: "You gave it before")
        case .supplement: Phrase(vi: "Bạn đã bổ sung", en: "You supplemented it")
        }
    }
}

/// The origins of a form's answers by the names of their questions (`driver.contact.phone`), and of what is said of the
/// parties (`@submitter.phone`). An answer without an origin was typed.
package struct AnswerOrigins: Sendable, Equatable {
    private var byName: [String: AnswerOrigin]

    package init(_ byName: [String: AnswerOrigin] = [:]) { self.byName = byName }

    package subscript(name: String) -> AnswerOrigin? {
        get { byName[name] }
        set { byName[name] = newValue }
    }

    /// Of what registers answered alone.
    var ofRegisters: AnswerOrigins { AnswerOrigins(byName.filter { $0.value == .register }) }

    /// The origin of an answer or of one made of several, such as an address: the one that all of them share, or that
    /// of the whole to which it belongs.
    package func covering(_ name: String) -> AnswerOrigin? {
        if let origin = byName[name] { return origin }
        let inside = Set(byName.filter { $0.key.hasPrefix(name + ".") }.values)
        guard inside.isEmpty else { return inside.count == 1 ? inside.first : nil }
        var whole = name[...]
        while let dot = whole.lastIndex(of: ".") {
            whole = whole[..<dot]
            if let origin = byName[String(whole)] { return origin }
        }
        return nil
    }

    /// What was changed is typed from now on.
    mutating func change(from old: JSON, to new: JSON) {
        for name in byName.keys where !name.hasPrefix("@") {
            let path = AnswerPath(name)
            if path.get(old) != path.get(new) { byName[name] = nil }
        }
    }

    /// What a supplement changed or answered for the first time is no longer what was filed.
    mutating func supplement(from old: JSON, to new: JSON) {
        change(from: old, to: new)
        for (page, answers) in new.object ?? [:] {
            for (question, answer) in answers.object ?? [:] where answer != old[page]?[question] {
                byName["\(page).\(question)"] = .supplement
            }
        }
    }

    mutating func change(from old: Parties, to new: Parties) {
        for (party, before, after) in [("@submitter", old.submitter, new.submitter), ("@owner", old.owner, new.owner)] {
            for (field, value) in before.lines where after.lines[field] != value { byName["\(party).\(field)"] = nil }
        }
    }

    /// Without those of questions that have no answer, as those that are not shown.
    func answered(in answers: JSON) -> AnswerOrigins {
        AnswerOrigins(byName.filter { $0.key.hasPrefix("@") || AnswerPath($0.key).get(answers) != nil })
    }

    /// What is said of this party as a record says it comes from there.
    mutating func mark(_ party: String, _ said: Party, where record: Party, as origin: AnswerOrigin) {
        let known = record.lines
        for (field, value) in said.lines where !value.isEmpty && known[field] == value {
            byName["\(party).\(field)"] = origin
        }
    }

    /// Everything that is said of this party so far comes from there.
    mutating func mark(_ party: String, _ said: Party, as origin: AnswerOrigin) {
        for (field, value) in said.lines where !value.isEmpty { byName["\(party).\(field)"] = origin }
    }
}

extension AnswerOrigins: Codable {
    package init(from decoder: any Decoder) throws {
        byName = try decoder.singleValueContainer().decode([String: AnswerOrigin].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byName)
    }
}

extension Party {
    /// What an account says of its holder.
    static var linesOfAccounts: [(String, WritableKeyPath<Party, String>)] {
        [("name", \.name), ("number", \.number), ("phone", \.phone), ("email", \.email)]
    }

    /// What is said of it, by the names of the questions.
    var lines: [String: String] {
        ["name": name, "number": number, "phone": phone, "email": email, "address": address]
    }
}
