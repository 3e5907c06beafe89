import Catalogue
import Kernel
import Testing
import WorkingTime

@testable import Casework

/// Cases that are played in the designer's preview and stored nowhere.
@Suite struct PlayedCaseTests {
    private static let now = Instant("2026-06-01T09:00:00+07:00") ?? Instant(seconds: 0)

    private func played(_ service: CompiledService, nearRoad: Bool = false) throws -> PlayedCase {
        let facts = CaseFacts(
            answers: CourseService.answers(nearRoad: nearRoad), owner: .`self`, channel: .online, day: Self.now.day)
        return try #require(PlayedCase(service, facts, at: Self.now, .national))
    }

    private func plays(_ moves: [String], _ played: inout PlayedCase) -> [Bool] {
        moves.map { text in PlayedMove(text).map { played.play($0) } ?? false }
    }

    @Test func `a case is played from filing to the result by the rules of a real one`() throws {
        var played = try played(CourseService.make())
        #expect(played.dossier.clock == nil)
        #expect(plays(["act:receive"], &played) == [true])
        // Ten working days from 1 June.
        #expect(played.dossier.clock?.due == Instant("2026-06-15T17:30:00+07:00"))
        #expect(played.file.branches.map(\.rule.key) == ["planning", "fire"])
        #expect(plays(["answered:planning"], &played) == [true])
        #expect(played.dossier.step == "opinions")
        // With the last answer the case goes on by itself.
        #expect(plays(["answered:fire"], &played) == [true])
        #expect(played.dossier.step == "work")
        #expect(plays(["act:visit", "act:report", "act:sign", "act:give"], &played) == [true, true, true, true])
        #expect(!played.dossier.isOpen)
        #expect(played.done.map(\.what.vi).suffix(2) == ["Ký", "Trả kết quả"])
    }

    @Test func `a branch with a rule is there in the cases that it names`() throws {
        var played = try played(CourseService.make(), nearRoad: true)
        _ = plays(["act:receive"], &played)
        #expect(played.file.branches.map(\.rule.key) == ["planning", "fire", "police"])
        // Where the official chooses, the branch is asked as it is answered.
        #expect(plays(["answered:police"], &played) == [true])
    }

    @Test func `what the case does not allow changes nothing`() throws {
        var played = try played(CourseService.make())
        #expect(
            plays(["act:sign", "answered:planning", "supplemented", "timer:gone", "act:"], &played).allSatisfy { !$0 })
        #expect(played.dossier.step == "reception")
        #expect(played.done.isEmpty)
    }

    @Test func `while supplements are awaited only their timer runs, and it ends the case`() throws {
        var played = try played(CourseService.make())
        #expect(plays(["act:supplement"], &played) == [true])
        #expect(played.timers.map(\.key) == ["gone"])
        var answered = played
        #expect(plays(["supplemented", "act:receive"], &answered) == [true, true])
        #expect(plays(["timer:gone"], &played) == [true])
        #expect(!played.dossier.isOpen)
    }

    @Test func `a move reads back as it is written`() {
        for move in [PlayedMove.act("a_b"), .answered("x"), .supplemented, .timer("t")] {
            #expect(PlayedMove(move.description) == move)
        }
        #expect(PlayedMove("act") == nil)
    }
}
