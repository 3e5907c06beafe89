import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Files as other modellers write them, by hand in their manner, become the steps that stand beside them, and what has no
/// equal in them is refused by name with what to draw instead.
@Suite struct BPMNDrawnTests {
    private static let folder = CatalogueSamples.folder.appendingPathComponent("BPMN/Drawn")

    private static func text(_ file: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }

    private static func read(
        _ text: String
    ) -> Result<(process: ServiceProcess, notes: [DefinitionProblem]), DefinitionProblems> {
        BPMNReader.read(Array(text.utf8), file: "ve.bpmn")
    }

    /// Forks, joins, messages, timers; conditions and joins of so many; processes within; two agencies one after the other.
    @Test(arguments: ["opinions", "conditions", "within", "agencies"])
    func `what another modeller wrote becomes steps`(_ name: String) throws {
        let (process, notes) = try Self.read(Self.text("\(name).bpmn")).get()
        let told = notes.map { "# \($0.line): \($0.message.en)\n" }.joined() + StepsText.template(process)
        let place = Self.folder.appendingPathComponent("\(name).yaml")
        if ProcessInfo.processInfo.environment["MOTCUA_UPDATE"] == "1" {
            try told.write(to: place, atomically: true, encoding: .utf8)
        }
        #expect(told == (try String(contentsOf: place, encoding: .utf8)))
        // What was read can be drawn, and is read again the same.
        let again = try Self.read(BPMNWriter.text(process)).get()
        #expect(again.process.steps == process.steps && again.notes.isEmpty)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let file: String
        let old: String
        let new: String
        /// What the refusal names, and what it says to do.
        let name: String
        let proposal: String
        var testDescription: String { "\(file): \(new)" }

        init(_ file: String, _ old: String, _ new: String, _ name: String, _ proposal: String) {
            (self.file, self.old, self.new, self.name, self.proposal) = (file, old, new, name, proposal)
        }
    }

    @Test(arguments: [
        Refused(
            "opinions", "<bpmn:parallelGateway id=\"Gateway_fork\" name=\"Lấy ý kiến\" />",
            "<bpmn:complexGateway id=\"Gateway_fork\" name=\"Lấy ý kiến\" />",
            "complexGateway “Lấy ý kiến” (id Gateway_fork)", "inclusiveGateway"),
        Refused(
            "opinions", "<bpmn:parallelGateway id=\"Gateway_join\" />", "<bpmn:exclusiveGateway id=\"Gateway_join\" />",
            "exclusiveGateway (id Gateway_join)", "on each way one userTask"),
        Refused(
            "opinions", "<bpmn:parallelGateway id=\"Gateway_join\" />", "<bpmn:complexGateway id=\"Gateway_join\" />",
            "complexGateway (id Gateway_join)", "activationCount >= 2"),
        Refused(
            "opinions", "sourceRef=\"Activity_culture\" targetRef=\"Gateway_join\"",
            "sourceRef=\"Activity_culture\" targetRef=\"Activity_sum\"", "userTask “Tổng hợp” (id Activity_sum)",
            "the rest behind it"),
        Refused(
            "opinions", "sourceRef=\"Gateway_join\" targetRef=\"Activity_sum\"",
            "sourceRef=\"Gateway_join\" targetRef=\"Gateway_sum\"", "parallelGateway (id Gateway_join)",
            "put a userTask"),
        Refused(
            "opinions", "sourceRef=\"Activity_answer\" targetRef=\"Gateway_join\"",
            "sourceRef=\"Activity_answer\" targetRef=\"Event_end\"", "endEvent “Trả kết quả” (id Event_end)",
            "one message with its answer"),
        Refused(
            "opinions", "sourceRef=\"StartEvent_1\" targetRef=\"Activity_receive\"",
            "sourceRef=\"StartEvent_1\" targetRef=\"Gateway_fork\"", "startEvent", "ways part behind it"),
        Refused(
            "opinions", "cancelActivity=\"false\" attachedToRef=\"Activity_culture\"",
            "attachedToRef=\"Activity_culture\"", "boundaryEvent “3 ngày” (id Event_limit)", "belong to steps"),
        Refused(
            "opinions", "<bpmn:messageEventDefinition id=\"MessageEventDefinition_4\" />",
            "<bpmn:signalEventDefinition id=\"s\" />", "signalEventDefinition (id s)", "known are"),
        Refused(
            "opinions", "sourceRef=\"Event_remind\" targetRef=\"Event_reminded\"",
            "sourceRef=\"Event_remind\" targetRef=\"Activity_sign\"",
            "boundaryEvent “Sắp đến hạn” (id Event_remind)", "a message endEvent a reminder"),
        Refused("opinions", "targetRef=\"Participant_police\"", "targetRef=\"Participant_9\"", "Participant_9", ""),
        Refused(
            "conditions", "<inclusiveGateway gatewayDirection=\"Converging\" id=\"sid-join\"/>",
            "<parallelGateway id=\"sid-join\"/>", "parallelGateway (id sid-join)", "inclusiveGateway"),
        Refused(
            "conditions", "<inclusiveGateway gatewayDirection=\"Diverging\" id=\"sid-fork\"",
            "<parallelGateway id=\"sid-fork\"", "sequenceFlow (id sid-f4)", "make it an inclusiveGateway"),
        Refused(
            "conditions", "<inclusiveGateway gatewayDirection=\"Diverging\" id=\"sid-fork\"",
            "<inclusiveGateway default=\"sid-f5\" id=\"sid-fork\"", "sid-f5", "leave default out"),
        Refused(
            "conditions", "activationCount &gt;= 2", "sid-f12 and sid-f13", "complexGateway (id sid-enough)",
            "activationCount"),
        Refused(
            "conditions", "sourceRef=\"sid-prepare\" targetRef=\"sid-fork\"",
            "sourceRef=\"sid-prepare\" targetRef=\"sid-land\"", "userTask “Đất đai” (id sid-land)",
            "a branch begins only"),
        Refused(
            "conditions", "sourceRef=\"sid-receive\" targetRef=\"sid-prepare\"",
            "sourceRef=\"sid-receive\" targetRef=\"sid-join\"", "inclusiveGateway (id sid-join)", "only the ways"),
        Refused(
            "within", "<bpmn2:subProcess id=\"Both\" name=\"Kiểm tra thực địa\">",
            "<bpmn2:subProcess id=\"Both\" name=\"Kiểm tra thực địa\" triggeredByEvent=\"true\">",
            "subProcess “Kiểm tra thực địa” (id Both)", "use a timer"),
        Refused(
            "within", "<bpmn2:userTask id=\"Measure\" name=\"Đo đạc\"/>",
            "<bpmn2:userTask id=\"Measure\" name=\"Đo đạc\"/><bpmn2:multiInstanceLoopCharacteristics/>",
            "multiInstanceLoopCharacteristics", "draw each branch"),
        Refused(
            "within", "<bpmn2:endEvent id=\"DecideEnd1\"/>",
            "<bpmn2:endEvent id=\"DecideEnd1\"><bpmn2:terminateEventDefinition/></bpmn2:endEvent>",
            "endEvent (id DecideEnd1)", "plain endEvent"),
        Refused(
            "within", "sourceRef=\"Search\" targetRef=\"InnerEnd2\"", "sourceRef=\"Search\" targetRef=\"Write\"",
            "sequenceFlow (id I5)", "subProcess itself"),
        Refused(
            "within", "<bpmn2:userTask id=\"Give\" name=\"Trả kết quả\"/>",
            "<bpmn2:userTask id=\"Give\" name=\"Trả kết quả\"/><bpmn2:callActivity id=\"Call\" name=\"Lưu trữ\"/>",
            "callActivity “Lưu trữ” (id Call)", "as a subProcess"),
        Refused(
            "within", "<bpmn2:userTask id=\"Write\" name=\"Dự thảo\"/>",
            "<bpmn2:userTask id=\"Write\" name=\"Dự thảo\"/><bpmn2:boundaryEvent id=\"T\" attachedToRef=\"Both\"><bpmn2:timerEventDefinition><bpmn2:timeDuration>P1D</bpmn2:timeDuration></bpmn2:timerEventDefinition></bpmn2:boundaryEvent>",
            "boundaryEvent (id T)", "on the edge of a userTask inside"),
        Refused(
            "within", "<bpmn2:subProcess id=\"Money\" name=\"Tài chính\">",
            "<bpmn2:subProcess id=\"Empty\" name=\"Trống\"/><bpmn2:subProcess id=\"Money\" name=\"Tài chính\">",
            "subProcess “Trống” (id Empty)", "make it a userTask"),
        Refused(
            "agencies", "<receiveTask id=\"answer\" name=\"Thông báo thuế\"/>",
            "<userTask id=\"answer\" name=\"Thông báo thuế\"/>", "sendTask “Xác định nghĩa vụ thuế” (id send)",
            "the system tells them"),
        Refused(
            "agencies", "<sendTask id=\"send\"", "<serviceTask id=\"send\"",
            "serviceTask “Xác định nghĩa vụ thuế” (id send)", "timer on a userTask"),
        Refused(
            "agencies",
            "<intermediateCatchEvent id=\"wait\" name=\"Bổ sung\"><messageEventDefinition messageRef=\"ask\"/>",
            "<intermediateCatchEvent id=\"wait\" name=\"Bổ sung\"><timerEventDefinition/>", "timerEventDefinition",
            "interrupting timer"),
        Refused(
            "agencies", "sourceRef=\"choose\" targetRef=\"first\"", "sourceRef=\"choose\" targetRef=\"month\"",
            "intermediateCatchEvent “Không bổ sung” (id month)", "interrupting timer"),
        Refused(
            "agencies", "sourceRef=\"first\" targetRef=\"wait\"", "sourceRef=\"first\" targetRef=\"give\"",
            "eventBasedGateway (id first)", "one awaited message"),
        Refused(
            "agencies", "<terminateEventDefinition/>", "<compensateEventDefinition/>", "compensateEventDefinition",
            "known are"),
        Refused(
            "agencies", "<process id=\"PROCESS_2\"/>",
            "<process id=\"PROCESS_2\"><userTask id=\"x\" name=\"Thuế\"/></process>", "process", "empty pools"),
    ])
    func `what has no equal is refused with its name and what to draw instead`(_ refused: Refused) throws {
        let text = try Self.text("\(refused.file).bpmn")
        try #require(text.contains(refused.old))
        guard case .failure(let problems) = Self.read(text.replacing(refused.old, with: refused.new)) else {
            Issue.record("it was read")
            return
        }
        let fits = problems.list.contains { problem in
            problem.weight == .error && problem.message.vi.contains(refused.name)
                && problem.message.en.contains(refused.name)
                && (refused.proposal.isEmpty || problem.proposal?.en.contains(refused.proposal) == true)
        }
        #expect(fits, "\(problems.list.map { $0.text(.en) })")
        #expect(problems.list.allSatisfy { $0.line > 0 })
    }
}
