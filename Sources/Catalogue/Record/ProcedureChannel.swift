package import Kernel

extension Procedure {
    /// A way of filing (cách thức thực hiện) with the limit and the fee that hold for it. The source repeats a way when
    /// several fees or limits hold for it.
    package struct Channel: Codable, Hashable, Sendable {
        package enum Way: String, Codable, Hashable, Sendable, CaseIterable {
            case counter, online, post

            package var name: Phrase {
                switch self {
                case .counter: Phrase(vi: "Trực tiếp", en: "At the counter")
                case .online: Phrase(vi: "Trực tuyến", en: "Online")
                case .post: Phrase(vi: "Dịch vụ bưu chính", en: "By post")
                }
            }
        }

        package var way: Way
        /// Nil when the source states none.
        package var limit: TimeLimit?
        package var cost: Cost
        /// What the source says besides limit and fee: where to file, which limit holds for whom.
        package var remark: String?
        /// The cell as it came, in which limit, fee and remark run into each other.
        package var source: String?
    }

    /// What a channel says about money (phí, lệ phí).
    package enum Cost: Codable, Hashable, Sendable {
        /// The source says nothing.
        case notStated
        case free
        case fees([Fee])
        /// The cell says "free", but the words beside it name an amount, a rate or a rule: the words are shown.
        case explained(String)
    }

    /// One amount due, with the words beside it.
    package struct Fee: Codable, Hashable, Sendable {
        package enum Currency: String, Codable, Hashable, Sendable, CaseIterable {
            case dong = "VND"
            case dollar = "USD"
        }

        package var amount: Int64
        package var currency: Currency
        package var note: String?
    }
}
