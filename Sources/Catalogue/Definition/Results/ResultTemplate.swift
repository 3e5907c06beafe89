package import Kernel

/// The template of a result (mẫu kết quả): the text of the paper that the applicant gets, with places for what the case
/// decides. It is printed in the form of NĐ 30/2020/NĐ-CP; the official signs it and attaches it.
package struct ResultTemplate: Codable, Sendable, Equatable {
    /// The paper's own name, as the law writes it: `GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN`.
    package var title: String
    /// What it is about (trích yếu), below the title.
    package var about: String?
    /// A line is a paragraph; `# ` begins a heading, `= ` a centred line.
    package var text: String
    package var variables: [TextVariable]
    /// The office of whoever signs: `CHỦ TỊCH`.
    package var signer: String?
    /// Who else gets the paper (nơi nhận).
    package var recipients: [String]?
}

/// A value that a text may name (biến): a rule over the answers and facts of the case, what it gives, how it is written.
package struct TextVariable: Codable, Sendable, Equatable {
    /// How it is written, other than usual.
    package enum Manner: String, Codable, Sendable, CaseIterable {
        /// A date as papers write it: `ngày 22 tháng 11 năm 2026`.
        case long
        /// An amount or a whole number as it is read: `một trăm năm mươi nghìn đồng`.
        case words
    }

    package var key: String
    package var rule: String
    /// What it gives; absent: what the question that it reads asks for, else what the rule gives.
    package var gives: FieldKind?
    package var written: Manner?
}

/// What the definition adds to a message (tin báo) that the applicant gets when something has happened.
package struct MessageRule: Codable, Sendable, Equatable {
    /// What has happened.
    package enum Event: String, Codable, Sendable, CaseIterable {
        case received, supplement, refused, finished, given
    }

    /// The event's name.
    package var key: String
    package var text: Phrase
    package var variables: [TextVariable]

    package var event: Event? { Event(rawValue: key) }
}

/// A register (sổ) into which every finished case of the service is entered; several services may write to one.
package struct RegisterRule: Codable, Sendable, Equatable {
    package var key: String
    package var title: Phrase
    /// The sign behind the numbers of its entries: `KS`. The numbers run within a year at one agency without gaps.
    package var series: String?
    package var columns: [RegisterColumn]
}

/// One column of a register.
package struct RegisterColumn: Codable, Sendable, Equatable {
    package var key: String
    package var title: Phrase
    package var rule: String
    package var gives: FieldKind
}
