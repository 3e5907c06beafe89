import Catalogue
import Foundation
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Site

/// The desk's pages as officials use them.
@Suite struct DeskPageTests {
    private func act(_ id: Dossier.ID) -> String { "/ban-lam-viec/ho-so/\(id)/xu-ly" }

    @Test(arguments: Dialect.allCases)
    func `the second of two officials is told what happened and loses nothing typed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let first = DeskVisit(bench, CaseBench.official("specialist", "viet", unit: CaseBench.unit))
            let second = DeskVisit(bench, CaseBench.official("specialist", "lan", unit: CaseBench.unit))
            let seen = String(dossier.version)
            let path = "/ban-lam-viec/ho-so/\(dossier.id)"
            #expect(try await second.opens(path).html.contains("Trình"))
            let paper = try #require(try await bench.office.file(dossier.id)?.papers.first)
            let check = try await first.sends("\(path)/kiem-tra/\(paper.id)", [("verdict", "accepted")])
            #expect(check.status == 303)
            let late = try await second.sends(
                act(dossier.id), [("act", "propose"), ("seen", seen), ("note", "Đã xem <kỹ> hồ sơ")])
            #expect(late.status == 409)
            #expect(late.html.contains("viet (mẫu)"))
            #expect(late.html.contains("Kiểm tra giấy tờ: đạt"))
            #expect(late.html.contains("Đã xem &lt;kỹ&gt; hồ sơ</textarea>"))
            #expect(late.html.contains("name=\"seen\" value=\"\(dossier.version + 1)\""))
            // Pressed once more on that page, it goes through.
            let again = try await second.sends(
                act(dossier.id), [("act", "propose"), ("seen", String(dossier.version + 1)), ("note", "Đã xem")])
            #expect(again.status == 303)
            // Now the step is another's: what somebody else had typed is shown, though there is no field for it.
            let gone = try await first.sends(
                act(dossier.id), [("act", "propose"), ("seen", String(dossier.version + 1)), ("note", "của tôi")])
            #expect(gone.status == 409)
            #expect(gone.html.contains("của tôi"))
            #expect(!gone.html.contains("<textarea"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two findings about one paper the second is not written over the first`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            try await bench.attach(to: .draft(draft.id, of: "anna"), rule: "extra", name: "khac.pdf")
            let filed = try await bench.file(draft, service).get()
            let dossier = try await bench.act("receive", on: filed, as: "one_stop").get()
            let lan = DeskVisit(bench, CaseBench.official("specialist", "lan", unit: CaseBench.unit))
            let minh = DeskVisit(bench, CaseBench.official("specialist", "minh", unit: CaseBench.unit))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)"
            let papers = try #require(try await bench.office.file(dossier.id)?.papers)
            let check = { (paper: Paper) in "\(path)/kiem-tra/\(paper.id)" }
            let note = "note.\(papers[0].id)"
            let first = try await lan.sends(
                check(papers[0]), [("verdict", "rejected"), ("seen", "0"), (note, "thiếu trang 3")])
            #expect(first.status == 303)
            // Another paper on the page seen before: nothing stands against it.
            #expect(try await minh.sends(check(papers[1]), [("verdict", "accepted"), ("seen", "0")]).status == 303)
            let late = try await minh.sends(
                check(papers[0]), [("verdict", "rejected"), ("seen", "0"), (note, "mờ <hết>")])
            #expect(late.status == 409)
            #expect(late.html.contains("lan (mẫu)") && late.html.contains("mờ &lt;hết&gt;"))
            var file = try #require(try await bench.office.file(dossier.id))
            let found = try #require(file.finding(on: papers[0]))
            #expect(found.verdict == .rejected && found.note == "thiếu trang 3")
            let seen = String(found.number)
            #expect(late.html.contains("name=\"seen\" value=\"\(seen)\""))
            #expect(try await minh.sends(check(papers[0]), [("verdict", "accepted"), ("seen", seen)]).status == 303)
            file = try #require(try await bench.office.file(dossier.id))
            #expect(file.finding(on: papers[0])?.verdict == .accepted)
            // What was found before is told by the history.
            #expect(try await lan.opens(path).html.contains("thiếu trang 3"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the desk does not withdraw a dossier that has changed since`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)/rut-ho-so"
            let page = try await visit.opens(path)
            #expect(page.html.contains("name=\"seen\" value=\"\(dossier.version)\""))
            let proposed = try await bench.act("propose", on: dossier, as: "specialist").get()
            let form = [("reason", "đổi ý"), ("seen", String(dossier.version))]
            let late = try await visit.sends(path, form)
            #expect(late.status == 409)
            #expect(try await bench.office.file(dossier.id)?.dossier == proposed)
            let again = try await visit.sends(path, [("reason", "đổi ý"), ("seen", String(proposed.version))])
            #expect(again.status == 303)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `notes about several files of one paper are all in the request`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            bench.time.move(minutes: 1)
            try await bench.attach(to: .draft(draft.id, of: "anna"), rule: "proof", name: "anh-3.pdf")
            let filed = try await bench.file(draft, service).get()
            let dossier = try await bench.act("receive", on: filed, as: "one_stop").get()
            let official = CaseBench.official("specialist", "viet", unit: CaseBench.unit)
            for (paper, note) in zip(
                try #require(try await bench.office.file(dossier.id)?.papers), ["mờ", "thiếu dấu"])
            {
                _ = try await CheckPaper(bench.office)(
                    dossier.id, paper: paper.id, .rejected, note: note, seen: 0, by: official
                ).get()
            }
            let page = try await DeskVisit(bench, official).opens(
                "/ban-lam-viec/ho-so/\(dossier.id)/yeu-cau-bo-sung/supplement")
            #expect(page.html.contains("giay.pdf: mờ\nanh-3.pdf: thiếu dấu</textarea>"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a request for supplements that comes second keeps its ticks and reasons`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let visit = DeskVisit(bench, CaseBench.official("specialist", "viet", unit: CaseBench.unit))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)/yeu-cau-bo-sung/supplement"
            let values = [
                ("items", "paper:proof"), ("items", "page:matter"), ("reason.paper.proof", "Ảnh mờ"),
                ("reason.page.matter", "Ghi rõ lý do"),
            ]
            let late = try await visit.sends(path, values + [("seen", "0")])
            #expect(late.status == 409)
            #expect(late.html.contains("Ảnh mờ</textarea>"))
            #expect(late.html.contains("value=\"page:matter\" id=\"f-items-page-matter\" checked"))
            let missing = try await visit.sends(
                path, [("seen", String(dossier.version)), ("items", "paper:proof"), ("reason.page.matter", "nháp")])
            #expect(missing.status == 422)
            #expect(missing.html.contains("Xin ghi lý do cho mục này."))
            #expect(missing.html.contains("nháp</textarea>"))
            let sent = try await visit.sends(path, values + [("seen", String(dossier.version))])
            #expect(sent.status == 303)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.official == .supplementRequested)
            #expect(
                Set(file.requests[0].items.map(\.reason)) == ["Ảnh mờ", "Ghi rõ lý do"])
            #expect(file.dossier.clock?.isStopped == true)
            // The law allows one request.
            #expect(try await visit.opens(path).status == 303)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an act says where it leads and whoever has another role is told why not`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            let path = "/ban-lam-viec/ho-so/\(dossier.id)"
            let desk = try await DeskVisit(bench, CaseBench.official("one_stop")).opens(path)
            #expect(desk.html.contains("Trạng thái: Đang xử lý (4)."))
            #expect(desk.html.contains("Trạng thái: Không được tiếp nhận (3)."))
            #expect(desk.html.contains("Trạng thái: Yêu cầu bổ sung giấy tờ (5)."))
            let leader = try await DeskVisit(bench, CaseBench.official("leader")).opens(path)
            #expect(leader.html.contains("do công chức một cửa thực hiện; bạn đang xem với vai trò lãnh đạo cơ quan"))
            #expect(!leader.html.contains("name=\"act\""))
            let other = CaseBench.official("one_stop", agency: "01930000-0000-7000-8000-000000000099")
            for place in ["", "/giay-tiep-nhan", "/phieu-kiem-soat", "/nhan-bo-sung", "/rut-ho-so"] {
                #expect(try await DeskVisit(bench, other).opens(path + place).status == 404, "\(place)")
            }
            let refused = try await DeskVisit(bench, other).sends(act(dossier.id), [("act", "receive"), ("seen", "1")])
            #expect(refused.status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `receiving gives the case to an official and the unit at once`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let wrong = try await visit.sends(
                act(dossier.id), [("act", "receive"), ("seen", "1"), ("hand.receive", "person:nobody")])
            #expect(wrong.status == 422)
            let done = try await visit.sends(
                act(dossier.id), [("act", "receive"), ("seen", "1"), ("hand.receive", "person:viet")])
            #expect(done.status == 303)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.assignee == "viet")
            #expect(file.dossier.unit == CaseBench.unit)
            #expect(file.history.map(\.event.kind) == ["filed", "received", "transferred", "assigned"])
            let mine = InboxFilter(holder: .mine)
            let viet = CaseBench.official("specialist", "viet", unit: CaseBench.unit)
            #expect(try await bench.inbox(mine, of: viet).rows.map(\.id) == [dossier.id])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the applicant's supplement is taken at the counter on paper`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let items = [
                SupplementItem(kind: .paper, key: "proof", reason: "mờ"),
                SupplementItem(kind: .page, key: "matter", reason: "ghi rõ"),
            ]
            _ = try await bench.act("supplement", on: dossier, as: "specialist", items: items).get()
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let path = "/ban-lam-viec/ho-so/\(dossier.id)/nhan-bo-sung"
            #expect(try await visit.opens(path).html.contains("name=\"matter.reason\""))
            let answers = [("matter.reason", "Lý do mới"), ("matter.is_married", "no")]
            let without = try await visit.sends(path, answers + [("do", "send")])
            #expect(without.status == 422)
            #expect(without.html.contains("Lý do mới"))
            let sent = try await visit.sends(path, answers + [("handed.proof", "original"), ("do", "send")])
            #expect(sent.status == 303)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.openRequest == nil)
            #expect(file.answers["matter"]?["reason"] == "Lý do mới")
            #expect(try await bench.office.handedPapers(of: dossier.id) == [HandedPaper("proof", .original)])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what the agency holds is offered at the counter for a supplement too`(dialect: Dialect) async throws {
        var definition = try TrialService.make().definition
        for (index, paper) in definition.papers.enumerated() where paper.key == "proof" {
            definition.papers[index].reuse = PaperReuse(word: "proof")
        }
        let service = try CompiledService(PublishedDefinition(definition))
        try await CaseBench.with(dialect, service: service) { bench, service in
            let first = try await bench.received(service)
            let second = try await bench.received(service)
            let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
            _ = try await bench.act("supplement", on: second, as: "specialist", items: items).get()
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let path = "/ban-lam-viec/ho-so/\(second.id)/nhan-bo-sung"
            let offer = "reuse:proof:\(first.id):proof"
            #expect(try await visit.opens(path).html.contains(offer))
            #expect(try await visit.sends(path, [("do", "reuse:proof:\(second.id):proof")]).status == 422)
            #expect(try await visit.sends(path, [("do", offer)]).status == 200)
            #expect(try await !visit.opens(path).html.contains(offer))
            #expect(try await visit.sends(path, [("do", "send")]).status == 303)
            let file = try #require(try await bench.office.file(second.id))
            #expect(file.dossier.openRequest == nil)
            #expect(file.papers.filter { !$0.isReplaced && $0.rule == "proof" }.map(\.origin?.code) == [first.code])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `somebody at the counter gets a dossier entered, received and receipted`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let visit = DeskVisit(bench, CaseBench.official("one_stop", "lan"))
            let begun = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            #expect(begun.status == 303)
            let people = [
                ("submitter.name", "Lò Văn Pá (mẫu)"), ("submitter.number", "B1234567"), ("submitter.phone", ""),
                ("submitter.address", "Bản Mẫu, xã Mẫu"), ("owner", "self"), ("delivery.way", "counter"),
            ]
            let rest = [
                ("person.full_name", ""), ("person.citizen_number", "011190000123"), ("matter.reason", "Cần giấy"),
                ("matter.is_married", "yes"), ("handed.proof", "certified"),
            ]
            // Being married calls for another page, which is asked for before it is filed.
            let short = try await visit.sends(begun.location, people + rest + [("do", "file")])
            #expect(short.status == 422)
            #expect(short.html.contains("name=\"spouse.name\""))
            #expect(short.html.contains("Lò Văn Pá (mẫu)"))
            let filed = try await visit.sends(
                begun.location, people + rest + [("spouse.name", "Lò Thị Mỷ (mẫu)"), ("do", "file")])
            #expect(filed.status == 303)
            #expect(filed.location.hasSuffix("/giay-tiep-nhan"))
            let receipt = try await visit.opens(filed.location)
            #expect(receipt.html.contains("H99.41-260601-0001"))
            #expect(receipt.html.contains("Bản chứng thực"))
            let row = try #require(try await bench.inbox(of: CaseBench.official("specialist")).rows.first)
            let file = try #require(try await bench.office.file(row.id))
            #expect(file.dossier.channel == .counter)
            #expect(file.dossier.clock != nil)
            #expect(file.answers["person"]?["full_name"] == "Lò Văn Pá (mẫu)")
            // Sent once more, it is the same dossier.
            let again = try await visit.sends(begun.location, people + rest + [("do", "file")])
            #expect(again.location == filed.location)
        }
    }

    /// Holds the reception back while anything is unpaid.
    private struct Till: StepAct {
        func objection(to act: Act, on dossier: Dossier, in tx: any Transaction) throws -> Phrase? {
            let unpaid = try CaseFee.fees(of: dossier.id, in: tx).filter { $0.paidAt == nil }
            return act.kind == .receive && !unpaid.isEmpty ? Phrase(vi: "Chưa thu phí", en: "Unpaid") : nil
        }
        func follow(
            _ event: DossierEvent, on dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
            in tx: any Transaction
        ) throws {}
    }

    @Test(arguments: Dialect.allCases)
    func `a fee that is due before the reception keeps what is entered unreceived, and the page says so`(
        dialect: Dialect
    ) async throws {
        let service = try TrialService.make(due: "due: reception, refund: none")
        try await CaseBench.with(dialect, service: service, acts: [Till()]) { bench, _ in
            let visit = DeskVisit(bench, CaseBench.official("one_stop", "lan"))
            let begun = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            let answers = [
                ("submitter.name", "Lò Văn Pá (mẫu)"), ("submitter.number", "B1234567"), ("submitter.phone", ""),
                ("submitter.address", "Bản Mẫu, xã Mẫu"), ("owner", "self"), ("delivery.way", "counter"),
                ("person.full_name", ""), ("person.citizen_number", "011190000123"), ("matter.reason", "Cần giấy"),
                ("matter.is_married", "no"), ("handed.proof", "certified"),
            ]
            _ = try await visit.sends(begun.location, answers + [("do", "update")])
            #expect(try await visit.opens(begun.location).html.contains("chờ thu phí"))
            let filed = try await visit.sends(begun.location, answers + [("do", "file")])
            #expect(filed.status == 303 && !filed.location.hasSuffix("/giay-tiep-nhan"))
            let page = try await visit.opens(filed.location).html
            #expect(page.contains("Hồ sơ chưa được tiếp nhận") && page.contains("8.000 đồng"))
            let row = try #require(try await bench.inbox(of: CaseBench.official("one_stop", "lan")).rows.first)
            let dossier = try #require(try await bench.office.file(row.id)).dossier
            #expect(dossier.clock == nil && dossier.step == "reception")
            try await bench.database.write { tx in
                try CaseFee.settle(["copies"], of: dossier.id, at: bench.time.now, in: tx)
            }
            #expect(try await !visit.opens(filed.location).html.contains("Hồ sơ chưa được tiếp nhận"))
            #expect(try await bench.act("receive", on: dossier, as: "one_stop").get().clock != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an entry that outlives its definition is received under the one in force`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let visit = DeskVisit(bench, CaseBench.official("one_stop", "lan"))
            let begun = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            let answers = [
                ("submitter.name", "Lò Văn Pá (mẫu)"), ("submitter.number", "B1234567"), ("submitter.phone", ""),
                ("submitter.address", "Bản Mẫu, xã Mẫu"), ("owner", "self"), ("delivery.way", "counter"),
                ("person.full_name", ""), ("person.citizen_number", "011190000123"), ("matter.reason", "Cần giấy"),
                ("matter.is_married", "no"), ("handed.proof", "certified"),
            ]
            #expect(
                try await visit.sends(begun.location, answers + [("definition", service.hash), ("do", "update")]).status
                    == 303)
            bench.time.move(minutes: 1)
            let new = try TrialService.make(limit: "10 working_days")
            try await bench.library.publish(new.published, by: .system("test"))
            #expect(try await visit.opens(begun.location).html.contains("đã thay đổi từ khi bắt đầu nhập"))
            // The page of the former definition is not enough.
            let late = try await visit.sends(begun.location, answers + [("definition", service.hash), ("do", "file")])
            #expect(late.status == 409)
            #expect(late.html.contains("Cần giấy</textarea>"))
            #expect(late.html.contains("name=\"definition\" value=\"\(new.hash)\""))
            let filed = try await visit.sends(begun.location, answers + [("definition", new.hash), ("do", "file")])
            #expect(filed.location.hasSuffix("/giay-tiep-nhan"))
            let row = try #require(try await bench.inbox(of: CaseBench.official("specialist")).rows.first)
            let dossier = try #require(try await bench.office.file(row.id)).dossier
            #expect(dossier.definition == new.hash)
            #expect(dossier.clock?.limit.amount == 10)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nothing is received of a service that was turned off`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let visit = DeskVisit(bench, CaseBench.official("one_stop", "lan"))
            let begun = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            let answers = [
                ("submitter.name", "Lò Văn Pá (mẫu)"), ("submitter.number", "B1234567"),
                ("submitter.address", "Bản Mẫu, xã Mẫu"), ("owner", "self"), ("delivery.way", "counter"),
                ("person.full_name", ""), ("person.citizen_number", "011190000123"), ("matter.reason", "Cần giấy"),
                ("matter.is_married", "no"), ("handed.proof", "certified"), ("do", "file"),
            ]
            try await bench.library.offer("thu-nghiem", at: CaseBench.agency, on: false)
            let page = try await visit.opens(begun.location)
            #expect(page.html.contains("không còn nhận hồ sơ của dịch vụ này"))
            #expect(!page.html.contains("value=\"file\""))
            let refused = try await visit.sends(begun.location, answers)
            #expect(refused.status == 409)
            #expect(refused.html.contains("không còn nhận hồ sơ của dịch vụ này"))
            #expect(refused.html.contains("Cần giấy</textarea>"))
            #expect(try await bench.inbox(of: CaseBench.official("specialist")).rows.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the inbox keeps its filters in its links`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            _ = try await bench.filed(service)
            let visit = DeskVisit(bench, CaseBench.official("one_stop"))
            let page = try await visit.opens("/ban-lam-viec?han=new&ai=nobody")
            #expect(page.html.contains("href=\"/ban-lam-viec?han=overdue&amp;ai=nobody\""))
            #expect(page.html.contains("href=\"/ban-lam-viec?han=new&amp;ai=mine\""))
            #expect(page.html.contains("data-walk"))
            let far = try await visit.opens(
                "/ban-lam-viec?ai=nobody&sau=9999999999999999~01930000-0000-7000-8000-000000000001")
            #expect(far.location == "/ban-lam-viec?ai=nobody")
        }
    }
}
