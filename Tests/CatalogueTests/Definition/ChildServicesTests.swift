import Foundation
import Kernel
import Testing

@testable import Catalogue

/// A definition that hands cases to another agency is judged together with the service there.
@Suite struct ChildServicesTests {
    private static let steps = """
          reception:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Nhận | Receive, kind: receive, to: work}
        """

    private static func origin(
        service: String = "con", with: String = "{baby.copies: matter.copies + 1, baby.born: matter.day}",
        papers: String = "{certificate: result, drawing: proof}", owners: String = "[self]"
    ) -> String {
        """
        service: goc
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Gốc | Origin
        owners: \(owners)
        channels: [counter]
        limit: 3 working_days
        result: {title: Giấy, ways: counter}
        form:
          matter:
            title: Việc | The matter
            fields:
              copies: {kind: number, label: Số bản | Copies, minimum: 1}
              day: {kind: date, label: Ngày | Day}
        papers:
          form: {title: Tờ khai, form: true}
          proof: {title: Bản vẽ, copies: 1}
        steps:
        \(steps)
          work:
            title: Xử lý | Work
            role: specialist
            official: 4
            parallel:
              card:
                title: Thẻ | The card
                answer: case
                at: chosen
                service: \(service)
                with: \(with)
                papers: \(papers)
            to: signing
            acts:
              supplement: {title: Bổ sung | Supplements, kind: supplement}
              stop: {title: Dừng | Stop, kind: refuse}
        \(rest)
        """
    }

    private static func child(fees: String = "", cases: String = "") -> String {
        """
        service: con
        procedure: "1.000002"
        effective_from: 2026-01-01
        title: Con | Child
        owners: [self]
        channels: []
        limit: 3 working_days
        result: {title: Thẻ, ways: counter}
        form:
          matter:
            title: Việc | The matter
            fields:
              copies: {kind: number, label: Số bản | Copies}
          baby:
            title: Trẻ em | The child
            fields:
              copies: {kind: number, label: Số thẻ | Cards}
              born: {kind: date, label: Ngày sinh | Born}
              note: {label: Ghi chú | Note, required: false}
        papers:
          certificate: {title: Giấy khai sinh}
          drawing: {title: Bản vẽ, copies: 1}
        \(fees)
        steps:
        \(steps)
          work:
            title: Xử lý | Work
            role: specialist
            official: 4
            \(cases.isEmpty ? "" : "parallel: {back: {title: Lại | Back, answer: case, at: chosen, service: \(cases)}}")
            \(cases.isEmpty ? "" : "to: signing")
            acts:
              propose: {title: Trình | Submit, to: signing}
              stop: {title: Dừng | Stop, kind: refuse}
        \(rest)
        """
    }

    private static let rest = """
          signing:
            title: Ký | Signature
            role: leader
            official: 4
            acts:
              finish: {title: Xong | Done, kind: finish, to: giving}
          giving:
            title: Trả | Give
            role: one_stop
            official: 9
            acts:
              give: {title: Trả | Give, kind: give}
        """

    private static func found(_ origin: String, _ child: String = child()) -> [String] {
        let files = ServiceFiles(["goc.yaml": origin, "con.yaml": child])
        return files.checks().filter { $0.file == "goc.yaml" }.flatMap(\.findings).map { finding in
            "\(finding.kind.rawValue): \(finding.message.en)"
        }
    }

    @Test func `two services that fit have no findings`() {
        #expect(Self.found(Self.origin()).isEmpty)
        #expect(
            ServiceFiles(["goc.yaml": Self.origin(), "con.yaml": Self.child()]).checks().allSatisfy {
                $0.findings.isEmpty && $0.definition != nil
            })
    }

    @Test func `a service that is not there is told`() {
        #expect(Self.found(Self.origin(service: "cn")) == ["writing: no service is called “cn”"])
    }

    @Test func `a service and those in force are judged in both directions`() throws {
        let reader = DefinitionReader(library: DefinitionLibrary())
        let origin = try #require(reader.check(Self.origin(), file: "goc.yaml").definition)
        let child = try #require(reader.check(Self.child(), file: "con.yaml").definition)
        #expect(ChildAgreement.problems(of: origin, beside: [child]).isEmpty)
        #expect(ChildAgreement.problems(of: child, beside: [origin]).isEmpty)
        #expect(ChildAgreement.problems(of: origin, beside: []).map(\.message.en) == ["no service is called “con”"])
        // A new version of the child that needs more than the origin in force hands over.
        let text = Self.child().replacingOccurrences(of: ", required: false}", with: "}")
        let greedy = try #require(reader.check(text, file: "con.yaml").definition)
        #expect(
            ChildAgreement.problems(of: greedy, beside: [origin, child]).map(\.message.en) == [
                "“con” needs the answer “baby.note”, and nothing hands it over"
            ])
    }

    @Test func `the file of a child is told what the origins beside it miss`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = Self.child().replacingOccurrences(of: ", required: false}", with: "}")
        let file = folder.appendingPathComponent("con.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        try Self.origin().write(to: folder.appendingPathComponent("goc.yaml"), atomically: true, encoding: .utf8)
        let findings = try ServiceFolder(folder).check(file: file).findings
        #expect(findings.map(\.file) == ["goc.yaml"])
        #expect(findings.map(\.message.en) == ["“con” needs the answer “baby.note”, and nothing hands it over"])
    }

    @Test func `an answer or a paper that is required there and not handed over is told`() {
        #expect(
            Self.found(Self.origin(with: "{baby.copies: '1'}")) == [
                "child-case: “con” needs the answer “baby.born”, and nothing hands it over"
            ])
        #expect(
            Self.found(Self.origin(papers: "{drawing: proof}")) == [
                "child-case: “con” needs the paper “certificate”, and nothing hands it over"
            ])
    }

    @Test func `what is handed over must exist on both sides and fit`() {
        let wrong = Self.found(
            Self.origin(
                with: "{baby.copies: matter.day, baby.born: matter.day, baby.name: '\"x\"'}",
                papers: "{certificate: results, drawings: proof, drawing: proof}"))
        #expect(wrong.contains("writing: no paper is called “results”"))
        let other = Self.found(
            Self.origin(
                with: "{baby.copies: matter.day, baby.born: matter.day, baby.name: '\"x\"'}",
                papers: "{certificate: result, drawings: proof, drawing: proof}"))
        #expect(other.contains("writing: “con” does not ask “baby.name”"))
        #expect(other.contains("writing: “con” has no paper “drawings”"))
        #expect(other.count { $0.hasPrefix("rule: ") } == 1)
        #expect(Self.found(Self.origin(with: "{baby.copies: matter.cop}")).contains { $0.hasPrefix("rule: ") })
    }

    @Test func `answers beyond what the child takes are told, as far as they are decided`() {
        // One copy at least here, five at most there.
        let narrow = Self.child().replacingOccurrences(
            of: "copies: {kind: number, label: Số bản | Copies}",
            with: "copies: {kind: number, label: Số bản | Copies, maximum: 5}")
        #expect(
            Self.found(Self.origin(), narrow) == [
                "child-case: some answers here are not taken by “con” for “matter.copies”: it takes only up to 5"
            ])
        let cards = Self.child().replacingOccurrences(
            of: "copies: {kind: number, label: Số thẻ | Cards}",
            with: "copies: {kind: number, label: Số thẻ | Cards, minimum: 1, maximum: 5}")
        func with(_ rule: String) -> String { Self.origin(with: "{baby.copies: '\(rule)', baby.born: matter.day}") }
        #expect(
            Self.found(with("9"), cards) == [
                "child-case: “con” does not take this answer to “baby.copies”, only 1 to 5"
            ])
        #expect(Self.found(with("5"), cards) == [])
        #expect(Self.found(with("matter.copies + 1"), cards) == [])
        #expect(Self.found(with("if matter.copies > 5 then 5 else matter.copies"), cards) == [])
        let choice = Self.child().replacingOccurrences(
            of: "copies: {kind: number, label: Số thẻ | Cards}",
            with: "copies: {kind: choice, label: Thẻ | Cards, options: {one: Một | One, two: Hai | Two}}")
        #expect(Self.found(with("\"one\""), choice) == [])
        #expect(
            Self.found(with("\"three\""), choice) == [
                "child-case: “con” does not take this answer to “baby.copies”, only one of: one, two"
            ])
        #expect(Self.found(with("if channel = \"counter\" then \"one\" else \"two\""), choice) == [])
        #expect(
            Self.found(with("if channel = \"counter\" then \"one\" else \"three\""), choice) == [
                "child-case: some answers here are not taken by “con” for “baby.copies”: it takes only one of: one, two"
            ])
    }

    @Test func `a question of the same name by chance is told only where the child cannot do without it`() {
        let origin = Self.origin().replacingOccurrences(
            of: "day: {kind: date, label: Ngày | Day}",
            with:
                "day: {kind: date, label: Ngày | Day}\n      kind: {kind: choice, label: Loại | Kind, options: {a: A | A, b: B | B}}"
        )
        func child(_ more: String) -> String {
            Self.child().replacingOccurrences(
                of: "copies: {kind: number, label: Số bản | Copies}",
                with:
                    "copies: {kind: number, label: Số bản | Copies}\n      kind: {kind: choice, label: Loại | Kind, options: {x: X | X, y: Y | Y}\(more)}"
            )
        }
        #expect(
            Self.found(origin, child("")) == [
                "child-case: “con” does not take this answer to “matter.kind”, only one of: x, y"
            ])
        #expect(Self.found(origin, child(", required: false")) == [])
        #expect(Self.found(origin, child(", when: matter.copies > 1")) == [])
        let proposals = ServiceFiles(["goc.yaml": origin, "con.yaml": child("")]).checks()
            .flatMap(\.findings).compactMap(\.proposal?.en)
        #expect(proposals == ["add to with: matter.kind: RULE, or rename the question of the same name"])
        let given = origin.replacingOccurrences(
            of: "{baby.copies: matter.copies + 1,", with: "{matter.kind: '\"x\"', baby.copies: matter.copies + 1,")
        #expect(Self.found(given, child("")) == [])
    }

    @Test func `an address of another shape is told by what it lacks`() {
        let home = "home: {kind: composite, label: Nhà | Home, fields: {street: Đường | Street, ward: Phường | Ward}}"
        let child = Self.child().replacingOccurrences(of: "note: {label: Ghi chú | Note, required: false}", with: home)
        let street = "home: {kind: composite, label: Nhà | Home, fields: {street: Đường | Street}}"
        let origin = Self.origin(with: "{baby.copies: '1', baby.born: matter.day, baby.home: matter.home}")
            .replacingOccurrences(
                of: "day: {kind: date, label: Ngày | Day}",
                with: "day: {kind: date, label: Ngày | Day}\n      \(street)")
        #expect(
            Self.found(origin, child) == ["rule: This group of entries has no “ward”, which is needed here."])
        let number = street.replacingOccurrences(
            of: "Street}", with: "Street, ward: {kind: number, label: Phường | Ward}}")
        #expect(
            Self.found(origin.replacingOccurrences(of: street, with: number), child) == [
                "rule: The entry “ward” must be a text here, but it is a number."
            ])
    }

    @Test func `fees, owners and ways round are told`() {
        let fee = "fees: {charge: {title: Phí | Fee, amount: 1000}}"
        #expect(
            Self.found(Self.origin(), Self.child(fees: fee)) == [
                "child-case: “con” has fees, and the applicant pays for the origin only"
            ])
        #expect(
            Self.found(Self.origin(owners: "[self, organisation]")) == [
                "child-case: “con” takes no cases of: organisation"
            ])
        #expect(
            Self.found(Self.origin(), Self.child(cases: "goc")).contains(
                "no-way-out: “con” opens a child case under this very service"))
    }

    @Test func `answers of the same name go over by themselves, others by their rules`() throws {
        let files = ServiceFiles(["goc.yaml": Self.origin(), "con.yaml": Self.child()])
        let services = try files.checks().map { check in
            try CompiledService(try PublishedDefinition(try #require(check.definition)))
        }
        let (child, origin) = (services[0], services[1])
        let facts = CaseFacts(
            answers: ["matter": ["copies": 3, "day": "2026-05-01"]], owner: .`self`, channel: .counter,
            day: try #require(Day("2026-06-01")))
        let branch = try #require(origin.branch("card", in: "work"))
        #expect(
            origin.handedAnswers(by: branch, in: "work", for: facts, to: child) == [
                "baby": ["born": "2026-05-01", "copies": 4], "matter": ["copies": 3],
            ])
    }

    @Test func `the block is printed back as it was read`() throws {
        let files = ServiceFiles(["goc.yaml": Self.origin(), "con.yaml": Self.child()])
        let definition = try #require(files.checks().last?.definition)
        let text = StepsText.template(ServiceProcess(name: "goc", title: definition.title, steps: definition.steps))
        #expect(text.contains("service: con") && text.contains("baby.born: matter.day"))
        var other = definition
        other.steps[1].parallel?[0].with?[0].rule = "matter.copies"
        let difference = try ServiceDifference(from: definition, to: other)
        #expect(!difference.isEmpty)
    }
}
