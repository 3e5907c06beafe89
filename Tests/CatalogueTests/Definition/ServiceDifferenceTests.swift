import Kernel
import TestKit
import Testing

@testable import Catalogue

@Suite struct ServiceDifferenceTests {
    private func definition(_ change: (inout ServiceDefinition) -> Void = { _ in }) throws -> ServiceDefinition {
        var definition = try Samples.service("dang-ky-tam-tru").definition
        change(&definition)
        return definition
    }

    private func sentences(_ change: (inout ServiceDefinition) -> Void) throws -> [Phrase] {
        try ServiceDifference(from: definition(), to: definition(change)).changes.map(\.sentence)
    }

    @Test func `a definition does not differ from itself`() throws {
        for (file, _) in try Samples.folder.definitions() {
            let one = try Samples.service(String(file.dropLast(5))).definition
            #expect(try ServiceDifference(from: one, to: one).isEmpty, "\(file)")
        }
    }

    @Test func `every two services differ, and the difference names every page that only one has`() throws {
        let all = try Samples.folder.definitions().map { try Samples.service(String($0.file.dropLast(5))).definition }
        for one in all {
            for other in all where other.service != one.service {
                let changes = try ServiceDifference(from: one, to: other).changes
                let added = Set(other.form.map(\.key)).subtracting(one.form.map(\.key))
                #expect(!changes.isEmpty)
                #expect(
                    Set(changes.filter { $0.kind == .added }.map(\.path)).isSuperset(of: added.map { "form.\($0)" }))
                let back = try ServiceDifference(from: other, to: one).changes
                #expect(back.count { $0.kind == .added } == changes.count { $0.kind == .removed })
            }
        }
    }

    @Test func `limits, fees and papers are told from what to what, in both languages`() throws {
        let told = try sentences {
            $0.limit.value = 7
            $0.fees[0].amount = "20000"
            $0.papers[0].copies = 2
        }
        #expect(told.contains { $0.vi.contains("từ “3 ngày làm việc”") || $0.vi.contains("thành “7 ngày làm việc") })
        #expect(told.contains { $0.en.contains("to “7 working days") })
        #expect(told.contains { $0.vi.hasSuffix("thành “20.000 đồng”") })
        #expect(told.contains { $0.vi.contains("giấy tờ") || $0.vi.hasPrefix("Giấy tờ") && $0.vi.contains("“2”") })
        #expect(told.count == 3)
    }

    @Test func `a question that is taken out, put in or moved is told once`() throws {
        let page = try definition().form[0]
        let question = try present(page.fields.first)
        let removed = try sentences { $0.form[0].fields.removeFirst() }
        #expect(removed.count == 1 && removed[0].vi.hasPrefix("Bỏ câu hỏi “\(question.label.vi)”"))
        let added = try sentences {
            $0.form[0].fields.append(
                FormField(key: "thu", kind: .date, label: Phrase(vi: "Ngày thử", en: "Trial day")))
        }
        #expect(
            added == [
                Phrase(
                    vi: "Thêm câu hỏi “Ngày thử” (loại câu hỏi: ngày)",
                    en: "Added: question “Trial day” (kind of question: date)")
            ])
        let moved = try ServiceDifference(
            from: definition(),
            to: definition { $0.papers.append($0.papers.removeFirst()) })
        #expect(moved.changes.map(\.kind) == [.moved])
        #expect(moved.changes[0].path == "papers.\(try definition().papers[0].key)")
    }

    @Test func `steps and their acts are told by their places and their words`() throws {
        let changed = try ServiceDifference(
            from: definition(),
            to: definition {
                $0.steps[1].role = "head"
                $0.steps[0].acts[0].needsNote = true
            })
        let (step, act) = (try definition().steps[1], try definition().steps[0].acts[0])
        #expect(changed.changes.map(\.area) == [.steps, .steps])
        #expect(
            Set(changed.changes.map(\.path)) == [
                "steps.\(step.key)", "steps.\(try definition().steps[0].key).\(act.key)",
            ])
        #expect(changed.changes.contains { $0.key == "role" && $0.new?.vi == "trưởng đơn vị" })
        #expect(changed.changes.contains { $0.key == "needs_note" && $0.new?.en == "Yes" })
    }

    @Test func `every key of the document has a title of the language`() throws {
        var missing: Set<String> = []
        for (file, _) in try Samples.folder.definitions() {
            let all = try ServiceDifference(
                from: Samples.service(String(file.dropLast(5))).definition,
                to: Samples.service("dang-ky-tam-tru").definition)
            for change in all.changes {
                if let key = change.key, change.aspect?.vi == key { missing.insert(key) }
            }
        }
        #expect(missing == [])
    }

    @Test func `every word of the language has a name`() throws {
        for kind in FieldKind.allCases {
            #expect(DefinitionWords.name(of: kind.rawValue, under: "kind", in: "question") != nil)
        }
        for kind in Act.Kind.allCases {
            #expect(DefinitionWords.name(of: kind.rawValue, under: "kind", in: "act") != nil, "\(kind)")
        }
        for role in DefinitionReading.roles {
            #expect(DefinitionWords.name(of: role, under: "role", in: "step") != nil, "\(role)")
        }
        for owner in OwnerKind.allCases {
            #expect(DefinitionWords.name(of: owner.rawValue, under: "owners", in: "service") != nil)
        }
        for due in FeeTime.allCases {
            #expect(DefinitionWords.name(of: due.rawValue, under: "due", in: "fee") != nil)
        }
        for kind in ServiceDefinition.agencyKinds {
            #expect(DefinitionWords.name(of: kind, under: "offered_by", in: "service") != nil)
        }
    }

    @Test func `random changes are never passed over`() throws {
        var random = SeededRandom(11)
        let base = try definition()
        for _ in 0..<200 {
            var one = base
            let (page, step) = (random.below(one.form.count), random.below(one.steps.count))
            switch random.below(8) {
            case 0: one.form[page].fields.shuffle(using: &random)
            case 1: one.form.remove(at: page)
            case 2: one.steps[step].acts.shuffle(using: &random)
            case 3: one.steps.swapAt(0, step)
            case 4: one.papers.shuffle(using: &random)
            case 5: one.form[page].fields[0].maximum = random.below(3)
            case 6: one.form[page].fields[0].checks.removeAll()
            default: one.owners.shuffle(using: &random)
            }
            let isSame = try PublishedDefinition(one) == PublishedDefinition(base)
            #expect(try ServiceDifference(from: base, to: one).isEmpty == isSame)
        }
    }
}
