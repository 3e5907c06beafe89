import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// What other modellers draw is read where it has an equal, and refused by name where it has none.
@Suite struct BPMNReaderTests {
    /// A process as another modeller writes it, without any word of the project.
    private static let drawn = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://bpmn.io/schema">
          <process id="Process_1" name="Cấp bản sao">
            <laneSet id="l">
              <lane id="l1" name="Công chức một cửa"><flowNodeRef>s</flowNodeRef><flowNodeRef>t1</flowNodeRef><flowNodeRef>t3</flowNodeRef></lane>
              <lane id="l2" name="leader"><flowNodeRef>t2</flowNodeRef></lane>
            </laneSet>
            <startEvent id="s"/>
            <userTask id="t1" name="Tiếp nhận hồ sơ"/>
            <exclusiveGateway id="g1"/>
            <userTask id="t2" name="Ký"/>
            <exclusiveGateway id="m"/>
            <userTask id="t3" name="Trả kết quả"/>
            <endEvent id="e1"/>
            <endEvent id="e2" name="Từ chối"><terminateEventDefinition/></endEvent>
            <intermediateCatchEvent id="w" name="Chờ bổ sung"><messageEventDefinition/></intermediateCatchEvent>
            <boundaryEvent id="b" attachedToRef="t2" cancelActivity="false"><timerEventDefinition><timeDuration>P2W</timeDuration></timerEventDefinition></boundaryEvent>
            <endEvent id="e3"/>
            <sequenceFlow id="f0" sourceRef="s" targetRef="t1"/>
            <sequenceFlow id="f1" sourceRef="t1" targetRef="g1"/>
            <sequenceFlow id="f2" name="Chuyển ký" sourceRef="g1" targetRef="m"/>
            <sequenceFlow id="f3" sourceRef="g1" targetRef="e2"/>
            <sequenceFlow id="f4" name="Bổ sung" sourceRef="g1" targetRef="w">
              <conditionExpression>copies.count &gt; 1</conditionExpression>
            </sequenceFlow>
            <sequenceFlow id="f5" sourceRef="w" targetRef="m"/>
            <sequenceFlow id="f6" sourceRef="m" targetRef="t2"/>
            <sequenceFlow id="f7" sourceRef="t2" targetRef="t3"/>
            <sequenceFlow id="f8" sourceRef="t3" targetRef="e1"/>
            <sequenceFlow id="f9" sourceRef="b" targetRef="e3"/>
          </process>
        </definitions>
        """

    private func read(_ text: String) -> Result<ServiceProcess, DefinitionProblems> {
        BPMNReader.read(Array(text.utf8), file: "ve.bpmn").map(\.process)
    }

    private func refusals(_ change: (String) -> String) -> [DefinitionProblem] {
        if case .failure(let refused) = read(change(Self.drawn)) { refused.list } else { [] }
    }

    @Test func `a process that was drawn elsewhere becomes steps`() throws {
        let process = try read(Self.drawn).get()
        #expect(process.title.vi == "Cấp bản sao")
        #expect(process.steps.map(\.key) == ["tiep_nhan_ho_so", "ky", "tra_ket_qua"])
        #expect(process.steps.map(\.role) == ["one_stop", "leader", "one_stop"])
        #expect(process.steps[1].limit == LimitRule(value: 14, unit: "days", cases: []))
        let acts = process.steps[0].acts
        #expect(acts.map(\.kind) == [.receive, .refuse, .supplement])
        #expect(acts.map(\.to) == ["ky", nil, "ky"])
        #expect(acts.map(\.key) == ["chuyen_ky", "tu_choi", "bo_sung"])
        #expect(acts[2].when == "copies.count > 1")
        #expect(process.steps[1].acts.map(\.kind) == [.move])
        #expect(process.steps[2].acts.map(\.kind) == [.give])
    }

    @Test(arguments: [
        ("<userTask id=\"t2\" name=\"Ký\"/>", "<scriptTask id=\"t2\" name=\"Ký\"/>", "scriptTask “Ký” (id t2)", 11),
        ("<userTask id=\"t2\" name=\"Ký\"/>", "<task id=\"t2\" name=\"Ký\"/>", "task “Ký” (id t2)", 11),
        (
            "<exclusiveGateway id=\"m\"/>", "<eventBasedGateway id=\"m\"/>", "eventBasedGateway (id m)", 12
        ),
        (
            "<userTask id=\"t2\" name=\"Ký\"/>",
            "<userTask id=\"t2\" name=\"Ký\"><multiInstanceLoopCharacteristics/></userTask>",
            "multiInstanceLoopCharacteristics", 11
        ),
        ("<terminateEventDefinition/>", "<errorEventDefinition/>", "errorEventDefinition", 15),
        ("<timeDuration>P2W</timeDuration>", "<timeCycle>R3/P1D</timeCycle>", "timerEventDefinition", 17),
        ("P2W", "P1M2D", "P1M2D", 17), ("P2W", "PT30M", "PT30M", 17),
        ("name=\"leader\"", "name=\"Kế toán\"", "lane “Kế toán” (id l2)", 6),
        ("<conditionExpression>", "<conditionExpression language=\"http://juel\">", "http://juel", 24),
        ("targetRef=\"t2\"", "targetRef=\"t9\"", "t9", 27),
        ("<startEvent id=\"s\"/>", "<startEvent id=\"s\"/><dataObject id=\"o\"/>", "dataObject (id o)", 8),
        (
            "<sequenceFlow id=\"f3\" sourceRef=\"g1\" targetRef=\"e2\"/>",
            "<sequenceFlow id=\"f3\" sourceRef=\"g1\" targetRef=\"g1\"/>", "t1", 22
        ),
        (
            "<exclusiveGateway id=\"g1\"/>", "<exclusiveGateway id=\"g1\" default=\"f3\"/>", "exclusiveGateway (id g1)",
            10
        ),
        (
            "<userTask id=\"t1\" name", "<userTask default=\"f1\" id=\"t1\" name", "userTask “Tiếp nhận hồ sơ” (id t1)",
            9
        ),
        (
            "targetRef=\"e1\"/>", "targetRef=\"e1\"/><sequenceFlow id=\"f10\" sourceRef=\"t3\" targetRef=\"e2\"/>",
            "userTask “Trả kết quả” (id t3)", 29
        ),
        (
            "<endEvent id=\"e1\"/>", "<endEvent id=\"e1\"/><endEvent id=\"e4\" name=\"Xong\"/>",
            "endEvent “Xong” (id e4)", 14
        ),
        (
            "<endEvent id=\"e1\"/>", "<endEvent id=\"e1\"/><exclusiveGateway id=\"g2\"/>", "exclusiveGateway (id g2)",
            14
        ),
        (
            "targetRef=\"e3\"/>",
            "targetRef=\"e3\"/><intermediateCatchEvent id=\"w2\"><messageEventDefinition/></intermediateCatchEvent><sequenceFlow id=\"f11\" sourceRef=\"w2\" targetRef=\"t3\"/>",
            "sequenceFlow (id f11)", 30
        ),
    ])
    func `what has no equal is refused with its name and line`(
        _ old: String, _ new: String, _ name: String, _ line: Int
    ) {
        let found = refusals { $0.replacing(old, with: new) }
        #expect(
            found.contains { $0.line == line && $0.message.vi.contains(name) && $0.message.en.contains(name) }
                || name == "t1" && found.contains { $0.line == line && $0.message.en.contains("twice in a row") },
            "\(found.map { $0.text(.en) })")
    }

    @Test func `what only explains is passed over and told`() throws {
        let text = Self.drawn.replacing(
            "</process>", with: "<textAnnotation id=\"a\"><text>Ghi chú</text></textAnnotation></process>")
        let (process, notes) = try BPMNReader.read(Array(text.utf8), file: "ve.bpmn").get()
        #expect(process == (try read(Self.drawn).get()))
        #expect(notes.map(\.weight) == [.warning] && notes[0].message.en.contains("textAnnotation"))
    }

    @Test func `what is changed in another modeller is changed here`() throws {
        let process = try #require(try Samples.library().process(ofTemplate: "short"))
        let text = BPMNWriter.text(process).replacing("Kiểm tra, lập kết quả", with: "Tra sổ gốc")
            .replacing("targetRef=\"step.signing\"", with: "targetRef=\"step.reception\"")
        let steps = try read(text).get().steps
        #expect(steps[1].title == Phrase(vi: "Tra sổ gốc", en: "Check and prepare"))
        #expect(steps[1].acts[0].to == "reception")
    }

    @Test(arguments: ["\n", ""])
    func `a second process with steps is refused on whatever line it stands`(_ between: String) {
        let other = "<process id=\"Process_2\"><userTask id=\"x\" name=\"Thuế\"/></process>"
        let found = refusals { text in
            let lines = text.replacing("</process>", with: "</process>\n\(other)").split(separator: "\n")
            return lines.joined(separator: between)
        }
        #expect(found.map(\.message.en).filter { $0.contains("Process_2") }.count == 1)
        // Empty ones are other agencies, before or behind.
        let empty = Self.drawn.split(separator: "\n").joined()
            .replacing("<process id=\"Process_1\"", with: "<process id=\"P0\"/><process id=\"Process_1\"")
            .replacing("</process>", with: "</process><process id=\"P2\"/>")
        #expect(throws: Never.self) { try read(empty).get() }
    }

    @Test(arguments: [("P1DT12H", "P2D"), ("P2WT30H", "P16D"), ("P1DT24H", "P2D")])
    func `a duration of days and hours is refused with what to write instead`(_ written: String, _ instead: String) {
        let found = refusals { $0.replacing("P2W", with: written) }
        #expect(found.count == 1 && found[0].line == 17)
        for words in [found.first?.message.vi, found.first?.message.en] {
            #expect(words?.contains("boundaryEvent (id b)") == true && words?.contains("“\(written)”") == true)
        }
        #expect(found.first?.proposal?.en.contains(" \(instead),") == true)
    }

    @Test(arguments: [
        ("PT8H", 8, nil), ("PT23H", 23, nil), ("P0DT8H", 8, nil), ("PT24H", 24, "P1D"), ("PT36H", 36, "P2D"),
    ])
    func `hours are working hours, which is told from a day on`(_ written: String, _ hours: Int, _ days: String?) throws
    {
        let text = Self.drawn.replacing("P2W", with: written)
        let (process, notes) = try BPMNReader.read(Array(text.utf8), file: "ve.bpmn").get()
        #expect(process.steps[1].limit == LimitRule(value: hours, unit: "hours", cases: []))
        #expect(notes.count == (days == nil ? 0 : 1))
        if let days {
            #expect(notes.first?.weight == .warning && notes.first?.line == 17)
            #expect(notes.first?.message.en.contains("\(hours) working hours") == true)
            #expect(notes.first?.message.vi.contains("\(days)") == true)
        }
    }

    @Test func `a process that is far too large is refused`() {
        let tasks = (0..<4000).map { "<userTask id=\"x\($0)\" name=\"Việc\"/>" }.joined()
        let found = refusals { $0.replacing("<endEvent id=\"e1\"/>", with: "<endEvent id=\"e1\"/>\(tasks)") }
        #expect(found.count == 1 && found[0].message.en.contains("more than 3000"))
    }

    @Test func `damaged files are refused and never stop the reader`() throws {
        var random = RandomSteps(seed: 3)
        for _ in 0..<(longRun ? 40_000 : 500) {
            var scalars = Array(BPMNWriter.text(random.process()).unicodeScalars)
            for _ in 0...random.below(4) {
                let place = random.below(scalars.count)
                let length = min(scalars.count - place, random.below(200))
                if random.below(2) == 0 {
                    scalars.removeSubrange(place..<(place + length))
                } else {
                    scalars.insert(
                        contentsOf: scalars[place..<(place + length)], at: random.below(scalars.count))
                }
            }
            _ = BPMNReader.read(Array(String(String.UnicodeScalarView(scalars)).utf8), file: "thu.bpmn")
        }
    }
}
