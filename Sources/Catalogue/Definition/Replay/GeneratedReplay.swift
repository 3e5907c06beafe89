package import Kernel

/// Replays a draft against cases that are made up from the version in force: for a service that has no dossiers yet, or
/// where they are not at hand. The same number of cases is always the same cases.
package struct GeneratedReplay: Sendable {
    let before: CompiledService
    let places: PlaceLookup
    /// A province and one of its communes, by their codes.
    let place: (province: String, commune: String)

    package init(_ before: CompiledService, places: PlaceLookup, place: (province: String, commune: String)) {
        self.before = before
        self.places = places
        self.place = place
    }

    /// Places where the directory of a site is not at hand: one commune.
    package static let onePlace = PlaceLookup(
        provinceName: { $0 == "01" ? "Thành phố Hà Nội" : nil },
        commune: { $0 == "00004" ? (name: "Phường Ba Đình", province: "01") : nil },
        earlier: { code, kind in
            switch (kind, code) {
            case (.oldProvince, "01"): (name: "Thành phố Hà Nội", around: nil)
            case (.oldDistrict, "001"): (name: "Quận Ba Đình", around: "01")
            case (.oldCommune, "00004"): (name: "Phường Trúc Bạch", around: "001")
            default: nil
            }
        },
        successors: { $0 == "00004" ? ["00004"] : [] },
        earlierExample: [.oldProvince: "01", .oldDistrict: "001", .oldCommune: "00004"])

    /// Tries so many cases, of all owners and channels in turn; what takes no generated answers is left out and counted.
    package func callAsFunction(_ draft: CompiledService, cases: Int, day: Day) -> ReplayReport {
        var report = ReplayReport(of: draft, places: places)
        let answers = GeneratedAnswers(before, places: places, place: place)
        let owners = before.definition.owners
        let channels = FilingChannel.allCases.filter(before.definition.takes)
        guard !owners.isEmpty, !channels.isEmpty else { return report }
        for number in 0..<cases {
            var random: any RandomNumberGenerator = SeededRandom(UInt64(number))
            let owner = owners[number % owners.count]
            let channel = channels[number / owners.count % channels.count]
            guard let facts = answers(owner: owner, channel: channel, day: day, &random) else {
                report.leaveOut()
                continue
            }
            report.replay(ReplayedCase(code: "#\(number + 1)", facts: facts, before: before))
        }
        return report
    }
}
