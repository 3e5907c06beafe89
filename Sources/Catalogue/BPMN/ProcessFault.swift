import Kernel

/// Why a drawn process cannot be read as steps, at a line of its file.
struct ProcessFault: Error, Equatable {
    let line: Int
    let message: Phrase
    var proposal: Phrase?
}

extension ProcessFault {
    init(_ line: Int, _ vi: String, _ en: String, _ proposalVi: String, _ proposalEn: String) {
        self.init(line: line, message: Phrase(vi: vi, en: en), proposal: Phrase(vi: proposalVi, en: proposalEn))
    }
}
