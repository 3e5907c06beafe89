import Kernel
import TestKit
import Testing

@testable import Catalogue

/// What a person changes in the drawing of an exported file is changed in the steps, whatever the extension elements of the
/// project say; what was not touched stays as it was.
@Suite struct BPMNChangedTests {
    private static let limit = LimitRule(value: 3, unit: "working_days", cases: [])

    private static func branch(_ key: String, at place: String? = nil, when: String? = nil) -> StepBranch {
        StepBranch(
            key: key, title: Phrase(vi: "Ý kiến \(key)", en: "Opinion \(key)"), role: "head", limit: limit, at: place,
            when: when, answer: .done)
    }

    private static let process: ServiceProcess = {
        let act = Act(
            key: "skip", title: Phrase(vi: "Bỏ qua", en: "Skip"), kind: .move, to: "summary", effect: nil,
            needsNote: true, needsResult: false, isBack: false, when: nil)
        func step(_ key: String, _ acts: [Act]) -> Step {
            Step(
                key: key, title: Phrase(vi: "Bước \(key)", en: "Step \(key)"), role: "specialist", official: 4,
                limit: limit, acts: acts)
        }
        var opinions = step("opinions", [act])
        opinions.parallel = [branch("a"), branch("b", at: StepBranch.chosen), branch("c")]
        opinions.join = .atLeast(2)
        opinions.to = "summary"
        opinions.timers = [
            StepTimer(key: "remind", after: limit, remind: true),
            StepTimer(key: "silent", after: limit, act: "gone", waiting: true),
            StepTimer(key: "tell", after: limit, tell: "leader"),
            StepTimer(key: "skip", after: limit, act: "skip", note: Phrase(vi: "Quá hạn", en: "Overdue")),
        ]
        return ServiceProcess(
            name: "thu", title: Phrase(vi: "Thử", en: "Trial"),
            steps: [step("reception", [act]), opinions, step("summary", [])])
    }()

    /// The exported text without the elements of those ids.
    private static func text(without ids: String...) -> String {
        ids.reduce(BPMNWriter.text(process)) { without($1, in: $0) }
    }

    private func read(_ text: String) throws -> [Step] {
        try BPMNReader.read(Array(text.utf8), file: "ve.bpmn").get().process.steps
    }

    private func changed(_ change: (inout Step) -> Void) -> [Step] {
        var steps = Self.process.steps
        change(&steps[1])
        return steps
    }

    @Test func `untouched it is the same`() throws { #expect(try read(Self.text()) == Self.process.steps) }

    @Test func `a branch that is deleted is gone`() throws {
        let text = Self.text(
            without: "branch.opinions.a", "limit.opinions.a", "overdue.opinions.a", "limit.opinions.a.flow",
            "opinions.a.asked", "opinions.a.answered")
        #expect(try read(text) == changed { $0.parallel?.removeFirst() })
    }

    /// As modellers do: they join what stood around it, and leave the end of its timer.
    @Test func `a branch that is deleted may leave a way with nothing on it`() throws {
        let text = Self.text(
            without: "branch.opinions.a", "limit.opinions.a", "limit.opinions.a.flow", "opinions.a.answered"
        ).replacing("targetRef=\"branch.opinions.a\"", with: "targetRef=\"join.opinions\"")
        let (process, notes) = try BPMNReader.read(Array(text.utf8), file: "ve.bpmn").get()
        #expect(process.steps == changed { $0.parallel?.removeFirst() })
        #expect(notes.map(\.weight) == [.warning] && notes[0].message.en.contains("opinions.a.asked"))
    }

    @Test func `a branch that is put into another lane has another role`() throws {
        let reference = "<bpmn:flowNodeRef>branch.opinions.a</bpmn:flowNodeRef>"
        let first = "<bpmn:lane id=\"lane.specialist\" name=\"\(BPMNWriter.name(ofRole: "specialist"))\">"
        let text = Self.text().replacing(reference, with: "").replacing(first, with: "\(first)\(reference)")
        #expect(try read(text) == changed { $0.parallel?[0].role = "specialist" })
    }

    @Test func `without its gateways a step has no branches`() throws {
        var ids = ["fork.opinions", "join.opinions", "fork.opinions.flow", "joined.opinions", "other.opinions.b"]
        ids += ["ask.opinions.b", "answer.opinions.b", "opinions.b.sent"]
        ids += ["ask.opinions.b.message", "answer.opinions.b.message"]
        for branch in ["a", "b", "c"] {
            ids += ["branch.opinions.\(branch)", "opinions.\(branch).asked", "opinions.\(branch).answered"]
            ids += ["limit.opinions.\(branch)", "overdue.opinions.\(branch)", "limit.opinions.\(branch).flow"]
        }
        var text = Self.text()
        for id in ids { text = Self.without(id, in: text) }
        #expect(try read(text) == changed { ($0.parallel, $0.join, $0.to) = (nil, nil, nil) })
    }

    private static func without(_ id: String, in text: String) -> String {
        var kept: [Substring] = []
        var skipped: String?
        for line in text.split(separator: "\n") {
            if let until = skipped {
                if line.hasPrefix("\(until)</") { skipped = nil }
            } else if line.contains(" id=\"\(id)\""), !line.contains("bpmndi:") {
                if !line.hasSuffix("/>") { skipped = String(line.prefix { $0 == " " }) }
            } else {
                kept.append(line)
            }
        }
        return kept.joined(separator: "\n")
    }

    @Test func `another gateway joins by another rule`() throws {
        let two = Self.text().replacing("activationCount &gt;= 2", with: "activationCount &gt;= 1")
        #expect(try read(two) == changed { $0.join = .any })
        let all = Self.text().replacing("bpmn:complexGateway", with: "bpmn:parallelGateway")
            .replacing(/<bpmn:activationCondition[^\n]*/, with: "")
        #expect(try read(all) == changed { $0.join = .all })
    }

    @Test func `a timer that leads elsewhere does something else`() throws {
        let text = Self.without("timed.opinions.tell", in: Self.text())
            .replacing("targetRef=\"timed.opinions.tell\"", with: "targetRef=\"timed.opinions.remind\"")
        #expect(
            try read(text)
                == changed {
                    $0.timers?[2].tell = nil
                    $0.timers?[2].remind = true
                })
    }

    @Test func `a timer with another duration counts days as BPMN does`() throws {
        var text = Self.text()
        let start = try #require(text.firstRange(of: "<bpmn:boundaryEvent id=\"timer.opinions.remind\""))
        let duration = try #require(text[start.upperBound...].firstRange(of: "P3D"))
        text.replaceSubrange(duration, with: "P4D")
        #expect(try read(text) == changed { $0.timers?[0].after = LimitRule(value: 4, unit: "days", cases: []) })
    }

    @Test func `gateways that are moved behind another step become a step there`() throws {
        let text = Self.text()
            .replacing(
                "sourceRef=\"choice.opinions\" targetRef=\"fork.opinions\"",
                with: "sourceRef=\"summary\" targetRef=\"fork.opinions\""
            )
            .replacing("sourceRef=\"summary\"", with: "sourceRef=\"step.summary\"")
            .replacing(
                "sourceRef=\"join.opinions\" targetRef=\"step.summary\"",
                with: "sourceRef=\"join.opinions\" targetRef=\"step.reception\"")
        let steps = try read(text)
        #expect(steps.count == 4 && steps[1].parallel == nil)
        #expect(steps[2].parallel == Self.process.steps[1].parallel && steps[2].to == "reception")
        #expect(steps[3].key == "summary" && steps[3].acts.map(\.to) == [steps[2].key])
    }

    @Test func `a pool that is called after an agency is that agency`() throws {
        let text = Self.text().replacing("name=\"\(StepsDrawing.chosenPartner)\"", with: "name=\"H99.77\"")
        #expect(try read(text) == changed { $0.parallel?[1].at = "H99.77" })
    }
}
