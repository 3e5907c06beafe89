import Catalogue
import Kernel

/// What officials note on sample dossiers, and whose number stands on them.
enum SamplePeople {
    static func note(_ kind: Act.Kind) -> String {
        switch kind {
        case .refuse: "Không thuộc thẩm quyền giải quyết của xã (mẫu)"
        case .supplement: ""
        default: "Hồ sơ đủ, hợp lệ (mẫu)"
        }
    }

    /// The first citizen number among the answers.
    static func number(in answers: JSON) -> String {
        switch answers {
        case .string(let text): CitizenNumber(text)?.digits ?? ""
        case .array(let items): items.lazy.map { number(in: $0) }.first { !$0.isEmpty } ?? ""
        case .object(let members):
            members.sorted { $0.key < $1.key }.lazy.map { number(in: $0.value) }.first { !$0.isEmpty } ?? ""
        default: ""
        }
    }
}
