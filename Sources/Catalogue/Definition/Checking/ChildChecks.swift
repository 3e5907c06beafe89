import Kernel

extension DefinitionReading {
    /// A branch that is a case of its own: what it must say, and what other branches must not.
    func checkCase(_ branch: StepBranch, of step: Step, _ definition: ServiceDefinition) {
        let path = "steps.\(step.key).parallel.\(branch.key)"
        guard branch.isCase else {
            let keys = [
                ("service", branch.service != nil), ("with", branch.with != nil), ("papers", branch.papers != nil),
            ]
            for (key, isThere) in keys where isThere {
                report(
                    place(path),
                    Phrase(
                        vi: "“\(key)” chỉ đi cùng answer: case", en: "“\(key)” goes with answer: case only"),
                    kind: .unused, proposal: Phrase(vi: "thêm answer: case", en: "add answer: case"))
            }
            return
        }
        if branch.service == nil {
            report(
                place(path),
                Phrase(
                    vi: "nhánh “\(branch.key)” không nói cơ quan kia giải quyết theo dịch vụ nào",
                    en: "the branch “\(branch.key)” does not say under which service the other agency works it"),
                kind: .child, proposal: Phrase(vi: "thêm service: tên-dịch-vụ", en: "add service: name-of-a-service"))
        }
        if branch.at == nil {
            report(
                place(path),
                Phrase(
                    vi: "nhánh “\(branch.key)” không nói hồ sơ con ở cơ quan nào",
                    en: "the branch “\(branch.key)” does not say which agency gets the child case"), kind: .child,
                proposal: Phrase(
                    vi: "thêm at: chosen hoặc mã cơ quan", en: "add at: chosen, or the code of an agency"))
        }
        if branch.role != Self.roles[0] {
            report(
                place("\(path).role"),
                Phrase(
                    vi: "hồ sơ con do các bước của dịch vụ kia giao việc, không phải “role”",
                    en: "the steps of the other service say who works a child case, not “role”"), kind: .unused,
                proposal: Phrase(vi: "bỏ khóa này", en: "leave the key out"))
        }
        let known = definition.papers.map(\.key) + [HandedPaperName.result]
        for paper in branch.papers ?? [] where !known.contains(paper.from) {
            report(
                place("\(path).papers.\(paper.key)"),
                Phrase(
                    vi: "không có giấy tờ nào tên là “\(paper.from)”", en: "no paper is called “\(paper.from)”"),
                proposal: NearestWord.to(paper.from, among: known).map {
                    Phrase(vi: "có phải là “\($0)”?", en: "did you mean “\($0)”?")
                })
        }
    }
}
