import Kernel

/// Why a drawn process cannot be read as steps, at a line of its file.
struct ProcessFault: Error, Equatable {
    let line: Int
    let message: Phrase
    var proposal: Phrase?
}
