package import Kernel

extension OfficialState {
    /// The words of the state where the case may be the child of another: nobody who filed takes a child back, it is
    /// closed when its origin awaits it no more (`CloseChildCase`). What is reported to the portal stays the code.
    package func name(isChild: Bool) -> Phrase {
        isChild && self == .withdrawn ? Phrase(vi: "Đóng theo hồ sơ gốc", en: "Closed with its origin") : name
    }
}

extension Dossier {
    /// The words of its state.
    package var stateName: Phrase { official.name(isChild: origin != nil) }

    /// What the state means, in everyday words.
    package var stateGloss: Phrase {
        guard origin != nil, official == .withdrawn else { return official.gloss }
        return Phrase(
            vi: "Hồ sơ gốc không còn chờ phần việc này nên cơ quan đã đóng lại; bạn không cần làm gì.",
            en: "The dossier that it belongs to awaits it no more, so the agency closed it. You need do nothing.")
    }
}
