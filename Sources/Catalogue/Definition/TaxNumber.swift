import Kernel

/// The number under which somebody pays tax: an organisation's tax code of 10 or 13 digits, a person's and a household
/// business's citizen number of 12 (mã số thuế; since 01/07/2025 the citizen number stands for theirs).
struct TaxNumber {
    let text: String

    init?(_ typed: String) {
        guard let text = TaxCode(typed)?.text ?? CitizenNumber(typed)?.digits else { return nil }
        self.text = text
    }
}
