import Catalogue
import FoundationEssentials
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// Filing and following as a person does it, page by page.
@Suite struct JourneyTests {
    private let anna = PageBench.visitor("anna")
    private let person = [
        ("person.full_name", "Trần Thị Bưởi (mẫu)"), ("person.citizen_number", "011 190 000 123"),
        ("person.phone", "0912 345 678"), ("person.birth_day", ""), ("do", "next"),
    ]

    /// A draft whose parties are complete; returns the address of the draft.
    private func begun(_ pages: PageBench) async throws -> String {
        let start = try await pages.post(
            "/dich-vu/thu-nghiem/ban-nhap", [("agency", CaseBench.agency)], as: anna)
        #expect(start.status == 303)
        let draft = start.location
        _ = try await pages.post(draft + "/chu-ho-so", [("owner", "self")], as: anna)
        _ = try await pages.post(
            draft + "/nguoi-nop", [("phone", "0912345678"), ("email", ""), ("address", "Bản Mẫu, xã Mẫu")], as: anna)
        return draft
    }

    /// A draft that is ready to be filed.
    private func ready(_ pages: PageBench) async throws -> String {
        let draft = try await begun(pages)
        _ = try await pages.post(draft + "/trang/person", person, as: anna)
        _ = try await pages.post(
            draft + "/trang/matter", [("matter.reason", "Cần giấy"), ("matter.is_married", "no"), ("do", "next")],
            as: anna)
        _ = try await pages.post(draft + "/trang/members", [("do", "next")], as: anna)
        _ = try await pages.post(draft + "/giay-to/proof", files: [try pages.uploaded("files")], as: anna)
        _ = try await pages.post(draft + "/nhan-ket-qua", [("way", "counter"), ("address", "")], as: anna)
        return draft
    }

    private func filed(_ pages: PageBench) async throws -> String {
        let draft = try await ready(pages)
        let check = try await pages.get(draft + "/kiem-tra", as: anna)
        let filed = try await pages.post(
            draft + "/nop", [("version", check.hidden("version")), ("promise", "yes")], as: anna)
        return String(filed.location.dropLast("/giay-tiep-nhan".count))
    }

    @Test(arguments: Dialect.allCases)
    func `a person files from the start page to the receipt`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let start = try await pages.get("/dich-vu/thu-nghiem", as: nil)
            #expect(start.contains("Giấy chứng minh") && start.contains("5 ngày làm việc"))
            let draft = try await ready(pages)
            let check = try await pages.get(draft + "/kiem-tra", as: anna)
            #expect(check.contains("Cần giấy") && check.contains("8.000 đồng") && check.contains("Dự kiến"))
            #expect(check.contains("Sửa"))
            let refused = try await pages.post(draft + "/nop", [("version", check.hidden("version"))], as: anna)
            #expect(refused.status == 422)
            let filed = try await pages.post(
                draft + "/nop", [("version", check.hidden("version")), ("promise", "yes")], as: anna)
            #expect(filed.status == 303 && filed.location.hasSuffix("/giay-tiep-nhan"))
            // A second press leads to the same receipt; whoever goes back reads that it is filed.
            let again = try await pages.post(
                draft + "/nop", [("version", check.hidden("version")), ("promise", "yes")], as: anna)
            #expect(again.location == filed.location)
            for place in ["", "/kiem-tra", "/trang/matter", "/giay-to"] {
                let back = try await pages.get(draft + place, as: anna)
                #expect(back.contains("Hồ sơ này đã nộp") && back.contains("href=\"\(filed.location)\""), "\(place)")
            }
            let typed = try await pages.post(draft + "/trang/person", person, as: anna)
            #expect(typed.contains("Hồ sơ này đã nộp"))
            let receipt = try await pages.get(filed.location, as: anna)
            #expect(receipt.contains("H99.41-260601-0001") && receipt.contains("<svg"))
            #expect(receipt.contains("Giấy xác nhận đã nộp hồ sơ") && receipt.contains("dự kiến"))
            let mine = try await pages.get("/ho-so", as: anna)
            #expect(mine.contains("H99.41-260601-0001") && !mine.contains("Bản nháp"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a page with problems comes back with everything that was typed`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await begun(pages)
            let reply = try await pages.post(
                draft + "/trang/person",
                [
                    ("person.full_name", ""), ("person.citizen_number", "12"), ("person.birth_day", "30/2/1990"),
                    ("person.phone", "0912345678"), ("do", "next"),
                ], as: anna)
            #expect(reply.status == 422)
            #expect(reply.contains("30/2/1990") && reply.contains("value=\"12\""))
            #expect(reply.contains("#f-person-full_name"))
            // It is kept: also when the browser is closed now.
            let back = try await pages.get(draft + "/trang/person", as: anna)
            #expect(back.contains("30/2/1990") && back.contains("0912345678"))
            let later = try await pages.post(
                draft + "/trang/person", [("person.full_name", "B"), ("do", "later")], as: anna)
            #expect(later.location == "/ho-so?luu=1")
            #expect(try await pages.get(draft, as: anna).location == draft + "/trang/person")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `pages that answers do not call for are passed over`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await begun(pages)
            _ = try await pages.post(draft + "/trang/person", person, as: anna)
            let single = try await pages.post(
                draft + "/trang/matter", [("matter.reason", "x"), ("matter.is_married", "no"), ("do", "next")], as: anna
            )
            #expect(single.location == draft + "/trang/members")
            let married = try await pages.post(
                draft + "/trang/matter", [("matter.reason", "x"), ("matter.is_married", "yes"), ("do", "next")],
                as: anna)
            #expect(married.location == draft + "/trang/spouse")
            #expect(try await pages.get(draft + "/giay-to", as: anna).contains("Giấy chứng nhận kết hôn"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `entries of a group are added and removed and keep what was typed`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await begun(pages)
            let members = draft + "/trang/members"
            _ = try await pages.post(members, [("do", "add:members.people")], as: anna)
            _ = try await pages.post(
                members,
                [("members.people[0].name", "An"), ("members.people[0].age", "mười"), ("do", "add:members.people")],
                as: anna)
            let two = try await pages.get(members, as: anna)
            #expect(
                two.contains("value=\"An\"") && two.contains("value=\"mười\"") && two.contains("members.people[1].name")
            )
            _ = try await pages.post(
                members,
                [
                    ("members.people[0].name", "An"), ("members.people[0].age", "10"),
                    ("members.people[1].name", "Bình"),
                    ("members.people[1].age", ""), ("do", "remove:0:members.people"),
                ], as: anna)
            let one = try await pages.get(members, as: anna)
            #expect(!one.contains("value=\"An\"") && one.contains("value=\"Bình\""))
            #expect(!one.contains("members.people[1].name"))
            _ = try await pages.post(
                members, [("members.people[0].name", "Bình"), ("do", "remove:0:members.people")], as: anna)
            let none = try await pages.get(members, as: anna)
            #expect(!none.contains("Bình"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a commune is understood as typed, or chosen from the list of its province`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await begun(pages)
            let home = { (province: String, commune: String, ask: String) in
                Array(self.person.dropLast()) + [
                    ("person.home.province", province), ("person.home.commune", commune), ("do", ask),
                ]
            }
            let listed = try await pages.post(
                draft + "/trang/person", home("99", "", "places:person.home.commune"), as: anna)
            #expect(listed.location == draft + "/trang/person#f-person-home-commune")
            #expect(try await pages.get(draft + "/trang/person", as: anna).contains("<option value=\"99001\">Xã Mẫu"))
            let typed = try await pages.post(draft + "/trang/person", home("99", "xa mau", "next"), as: anna)
            #expect(typed.status == 303)
            // Two communes of that name: it is not guessed.
            let unclear = try await pages.post(draft + "/trang/person", home("99", "Tân Tiến", "next"), as: anna)
            #expect(unclear.status == 422)
            let clear = try await pages.post(draft + "/trang/person", home("99", "phuong tan tien", "next"), as: anna)
            #expect(clear.status == 303)
            let elsewhere = try await pages.post(draft + "/trang/person", home("98", "99001", "next"), as: anna)
            #expect(elsewhere.status == 422)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a file of a wrong kind is named and the others are kept`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await begun(pages)
            let reply = try await pages.post(
                draft + "/giay-to/proof",
                files: [
                    try pages.uploaded("files", name: "tot.pdf"), try pages.uploaded("files", "chữ", name: "xau.pdf"),
                ], as: anna)
            #expect(reply.status == 422)
            #expect(reply.contains("“xau.pdf”") && reply.contains(">tot.pdf</a>"))
            let photo = try await pages.post(
                draft + "/trang/matter", [("matter.reason", "Vẫn còn"), ("matter.is_married", "no"), ("do", "next")],
                files: [try pages.uploaded("matter.photo", "chữ", name: "anh.jpg")], as: anna)
            #expect(photo.status == 422 && photo.contains("Vẫn còn") && photo.contains("“anh.jpg”"))
            let good = try await pages.post(
                draft + "/trang/matter", [("matter.reason", "Vẫn còn"), ("matter.is_married", "no"), ("do", "next")],
                files: [try pages.uploaded("matter.photo", name: "anh.pdf")], as: anna)
            #expect(good.status == 303)
            let page = try await pages.get(draft + "/trang/matter", as: anna)
            #expect(page.contains("anh.pdf"))
            let unfile = try #require(page.html.components(separatedBy: "value=\"unfile:").dropFirst().first)
            let id = unfile.prefix { $0 != "\"" }
            let file = try await pages.get(draft + "/tep/\(id)", as: anna)
            #expect(file.html.hasPrefix("file:"))
            _ = try await pages.post(
                draft + "/trang/matter",
                [("matter.reason", "Vẫn còn"), ("matter.is_married", "no"), ("do", "unfile:\(id)")], as: anna)
            let without = try await pages.get(draft + "/trang/matter", as: anna)
            #expect(!without.contains("anh.pdf"))
            #expect(try await pages.get(draft + "/tep/\(id)", as: anna).status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func
        `a file that answers a question goes with the dossier to the desk; an empty one is refused in words of its own`(
            dialect: Dialect
        ) async throws
    {
        try await PageBench.with(dialect) { pages in
            let draft = try await ready(pages)
            let answers = [("matter.reason", "Cần giấy"), ("matter.is_married", "no"), ("do", "next")]
            let empty = try await pages.post(
                draft + "/trang/matter", answers, files: [try pages.uploaded("matter.photo", "", name: "rong.pdf")],
                as: anna)
            #expect(empty.status == 422 && empty.contains("rỗng") && empty.contains("Cần giấy"))
            let kept = try await pages.post(
                draft + "/trang/matter", answers, files: [try pages.uploaded("matter.photo", name: "anh-mau.pdf")],
                as: anna)
            #expect(kept.status == 303)
            let check = try await pages.get(draft + "/kiem-tra", as: anna)
            #expect(check.contains("anh-mau.pdf"))
            let filed = try await pages.post(
                draft + "/nop", [("version", check.hidden("version")), ("promise", "yes")], as: anna)
            let id = try #require(Dossier.ID(String(filed.location.split(separator: "/")[1])))
            let desk = DeskVisit(pages.bench, CaseBench.official("one_stop"))
            let html = try await desk.opens(DeskPaths.dossier(id)).html
            #expect(html.contains("anh-mau.pdf"))
            let photo = try #require(
                try await pages.bench.office.file(id)?.papers.first { $0.filename == "anh-mau.pdf" })
            #expect(html.contains(DeskPaths.file(id, photo.id)))
            #expect(try await desk.opens(DeskPaths.file(id, photo.id)).status == 200)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a draft is not filed unseen, unfinished, or where it is not offered`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await ready(pages)
            let check = try await pages.get(draft + "/kiem-tra", as: anna)
            let send = [("version", check.hidden("version")), ("promise", "yes")]
            _ = try await pages.post(draft + "/trang/person", person, as: anna)
            #expect(try await pages.post(draft + "/nop", send, as: anna).status == 409)
            _ = try await pages.post(
                draft + "/trang/matter", [("matter.reason", ""), ("matter.is_married", "no"), ("do", "next")], as: anna)
            let unfinished = try await pages.post(draft + "/nop", send, as: anna)
            #expect(unfinished.status == 422 && unfinished.contains("Còn phần chưa xong"))
            _ = try await pages.post(
                draft + "/trang/matter", [("matter.reason", "x"), ("matter.is_married", "no"), ("do", "next")], as: anna
            )
            try await pages.bench.library.offer("thu-nghiem", at: CaseBench.agency, on: false)
            let closed = try await pages.get(draft + "/kiem-tra", as: anna)
            #expect(closed.contains("không nhận dịch vụ này trực tuyến") && !closed.contains("name=\"promise\""))
            #expect(try await pages.post(draft + "/nop", send, as: anna).status == 422)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `beginning twice finds the draft just begun`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let begin = {
                try await pages.post("/dich-vu/thu-nghiem/ban-nhap", [("agency", CaseBench.agency)], as: anna)
            }
            let first = try await begin()
            #expect(try await begin().location == first.location)
            #expect(first.cookie.hasPrefix("mc_agency="))
            #expect(try await pages.post("/dich-vu/thu-nghiem/ban-nhap", [("agency", "x")], as: anna).status == 422)
            #expect(try await pages.get("/dich-vu/khong-co", as: anna).status == 404)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `for a child or a firm the owner is asked, with what the account knows`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let draft = try await pages.post(
                "/dich-vu/thu-nghiem/ban-nhap", [("agency", CaseBench.agency)], as: anna
            ).location
            let child = try await pages.post(draft + "/chu-ho-so", [("owner", "child")], as: anna)
            #expect(child.location == draft + "/thong-tin-chu-ho-so")
            #expect(try await pages.get(child.location, as: anna).contains("Trần Nhỏ (mẫu)"))
            _ = try await pages.post(draft + "/chu-ho-so", [("owner", "organisation")], as: anna)
            let wrong = try await pages.post(
                child.location, [("name", "Công ty"), ("number", "0100109107"), ("address", "")], as: anna)
            #expect(wrong.status == 422 && wrong.contains("mã số thuế") && wrong.contains("#f-mandate"))
            _ = try await pages.post(child.location, [("known", "Công ty Mẫu (mẫu)")], as: anna)
            let known = try await pages.get(child.location, as: anna)
            #expect(known.contains("0100109106") && known.contains("Công ty Mẫu (mẫu)"))
            #expect(try await pages.post(draft + "/chu-ho-so", [("owner", "other")], as: anna).status == 422)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the applicant answers what was marked, sees the result, and rates`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let address = try await filed(pages)
            let bench = pages.bench
            let id = try #require(Dossier.ID(String(address.split(separator: "/")[1])))
            var dossier = try #require(try await bench.office.file(id)?.dossier)
            dossier = try await bench.act("receive", on: dossier, as: "one_stop").get()
            #expect(try await pages.get(address, as: anna).contains("Ngày hẹn trả kết quả"))
            let items = [
                SupplementItem(kind: .paper, key: "proof", reason: "Ảnh mờ"),
                SupplementItem(kind: .page, key: "matter", reason: "Ghi rõ lý do"),
            ]
            dossier = try await bench.act("supplement", on: dossier, as: "specialist", items: items).get()
            let follow = try await pages.get(address, as: anna)
            #expect(follow.contains("Ảnh mờ") && follow.contains("Bổ sung ngay"))
            let early = try await pages.post(address + "/bo-sung", as: anna)
            #expect(early.status == 422 && early.contains("Chưa bổ sung"))
            #expect(try await pages.get(address + "/bo-sung/trang/person", as: anna).location == address + "/bo-sung")
            #expect(try await pages.get(address + "/bo-sung/giay-to/extra", as: anna).location == address + "/bo-sung")
            let page = try await pages.get(address + "/bo-sung/trang/matter", as: anna)
            #expect(page.contains("Ghi rõ lý do") && page.contains("Cần giấy"))
            let wrong = try await pages.post(
                address + "/bo-sung/trang/matter",
                [("matter.reason", ""), ("matter.is_married", "no"), ("do", "next")], as: anna)
            #expect(wrong.status == 422)
            _ = try await pages.post(
                address + "/bo-sung/trang/matter",
                [("matter.reason", "Để kết hôn"), ("matter.is_married", "no"), ("do", "next")], as: anna)
            _ = try await pages.post(
                address + "/bo-sung/giay-to/proof", files: [try pages.uploaded("files", name: "ro.pdf")], as: anna)
            #expect(try await pages.post(address + "/bo-sung", as: anna).location == address)
            #expect(try await pages.get(address + "/bo-sung", as: anna).location == address)

            dossier = try #require(try await bench.office.file(id)?.dossier)
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                id, try bench.upload(name: "ket-qua.pdf"), seen: dossier.version, by: CaseBench.official("leader")
            ).get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let result = try #require(try await bench.office.file(id)?.papers.first { $0.kind == .result })
            #expect(try await pages.get(address + "/tep/\(result.id)", as: anna).status == 404)
            _ = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            #expect(try await pages.get(address, as: anna).contains("ket-qua.pdf"))
            #expect(try await pages.get(address + "/tep/\(result.id)", as: anna).status == 200)
            #expect(try await pages.post(address + "/danh-gia", [("score", "")], as: anna).status == 422)
            _ = try await pages.post(address + "/danh-gia", [("score", "5"), ("comment", "Tốt")], as: anna)
            #expect(try await pages.get(address, as: anna).contains("Bạn đã đánh giá: 5 trên 5"))
            #expect(try await pages.get(address + "/danh-gia", as: anna).location == address)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result that comes online is downloaded once what is due was paid`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let bench = pages.bench
            let begun = try await bench.draft(pages.service)
            let draft = try #require(
                try await KeepDraft(bench.office).change(begun.id, of: "anna") {
                    $0.parties.delivery = Delivery(way: "online")
                })
            var dossier = try await bench.file(draft, pages.service).get()
            let id = dossier.id
            dossier = try await bench.act("receive", on: dossier, as: "one_stop").get()
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                id, try bench.upload(name: "ket-qua.pdf"), seen: dossier.version, by: CaseBench.official("leader")
            ).get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let result = try #require(try await bench.office.file(id)?.papers.first { $0.kind == .result })
            let address = ApplicantPaths.dossier(id)
            let before = try await pages.get(address, as: anna)
            #expect(before.contains("Còn 8.000 đồng phải nộp tại") && !before.contains("ket-qua.pdf"))
            #expect(try await pages.get(address + "/tep/\(result.id)", as: anna).status == 404)
            let now = bench.time.now
            try await bench.database.write { tx in try CaseFee.settle(["copies"], of: id, at: now, in: tx) }
            let after = try await pages.get(address, as: anna)
            #expect(!after.contains("phải nộp tại") && after.contains("ket-qua.pdf"))
            #expect(try await pages.get(address + "/tep/\(result.id)", as: anna).status == 200)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a dossier is withdrawn after a word of warning and with a reason`(dialect: Dialect) async throws {
        try await PageBench.with(dialect) { pages in
            let address = try await filed(pages)
            #expect(try await pages.get(address + "/rut-ho-so", as: anna).contains("dừng giải quyết"))
            #expect(try await pages.post(address + "/rut-ho-so", [("reason", " ")], as: anna).status == 422)
            for _ in 0..<2 {
                #expect(
                    try await pages.post(address + "/rut-ho-so", [("reason", "Đổi ý")], as: anna).location == address)
            }
            #expect(try await pages.get(address, as: anna).contains("Công dân yêu cầu rút hồ sơ"))
            #expect(try await pages.get(address + "/rut-ho-so", as: anna).location == address)
        }
    }
}
