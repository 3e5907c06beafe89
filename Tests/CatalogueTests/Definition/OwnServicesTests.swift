import Foundation
import Kernel
import TestKit
import Testing
import WorkingTime

@testable import Catalogue

@Suite struct OwnServicesTests {
    @Test func `every definition and shared part of the project is without findings, warnings too`() throws {
        let checks = try Samples.folder.check()
        #expect(checks.count { $0.isDefinition } >= 30)
        for check in checks {
            #expect(check.findings.map { "\($0.weight.rawValue) \($0.text(.en))" } == [], "\(check.file)")
        }
    }

    @Test func `the example of the manual reads without findings`() throws {
        let manual = try String(
            contentsOf: ReferenceData.projectRoot.appendingPathComponent("docs/service-definitions.md"), encoding: .utf8
        )
        let blocks = manual.split(separator: "```")
        let example = try present(blocks.first { $0.hasPrefix("yaml\n# Carries") })
        let reader = DefinitionReader(library: try Samples.library())
        let check = reader.check(String(example.dropFirst(5)), file: "chung-thuc-ban-sao.yaml")
        #expect(check.findings.map { $0.text(.en) } == [] && check.definition?.form.count == 2)
    }

    @Test func `a definition of medium size stays under 150 lines`() throws {
        for (file, text) in try Samples.folder.definitions() {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150, "\(file)")
        }
    }

    @Test(arguments: [
        ("dang-ky-lai-khai-sinh", "5 working_days"), ("xac-nhan-tinh-trang-hon-nhan", "3 working_days"),
        ("dang-ky-tam-tru", "3 working_days"), ("giay-phep-xay-dung-nha-o", "15 days"),
        ("dang-ky-ho-kinh-doanh", "3 working_days"), ("doi-giay-phep-lai-xe", "5 working_days"),
        ("ban-sao-trich-luc-ho-tich", "0 working_days"), ("chung-thuc-ban-sao", "0 working_days"),
        ("thong-bao-luu-tru", "1 hours"), ("giay-phep-kham-chua-benh", "50 days"),
        ("tro-cap-that-nghiep", "15 working_days"), ("cap-doi-giay-chung-nhan-dat", "15 working_days"),
    ])
    func `each service has the limit of its procedure`(service: String, limit: String) throws {
        let rule = try Samples.service(service).limit(for: Samples.facts())
        #expect("\(rule.amount) \(rule.unit.rawValue)" == limit)
    }

    /// The national catalogue's record of each service, as far as tests compare it.
    private struct Record: Decodable {
        struct Channel: Decodable {
            struct Amount: Decodable { let value: Int? }
            struct Fee: Decodable { let amount: Int? }
            let channel: String
            let limit: Amount?
            let fees: [Fee]

            enum CodingKeys: String, CodingKey {
                case channel, fees
                case limit = "time_limit"
            }
        }
        struct Case: Decodable {
            struct Item: Decodable { let name: String?, originals: Int, copies: Int }
            let items: [Item]
        }
        struct Result: Decodable { let name: String }
        let code: String
        let decision: String?
        let channels: [Channel]
        let dossier: [Case]
        let results: [Result]
    }

    /// What the national portal prints of services whose ministries the catalogue's records do not cover.
    private struct Portal: Decodable {
        struct Limit: Decodable { let value: Int? }
        let code: String
        let limit: Limit
        let results: [String]?

        enum CodingKeys: String, CodingKey {
            case code
            case limit = "time_limit"
            case results = "result"
        }
    }

    private static let portal: [String: Portal]? = {
        guard let file = ReferenceData.file("procedures-detailed.jsonl"), let data = try? Data(contentsOf: file) else {
            return nil
        }
        let read = data.split(separator: 0x0A).compactMap { try? JSONDecoder().decode(Portal.self, from: $0) }
        return Dictionary(read.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    /// Nil without the reference data.
    private static let records: [String: Record]? = {
        guard let file = ReferenceData.file("national-procedures.jsonl"), let data = try? Data(contentsOf: file),
            let definitions = try? Samples.folder.definitions()
        else { return nil }
        let wanted = definitions.compactMap { _, text in
            text.firstMatch(of: /procedure: "([0-9.]+)"/).map { Data("{\"code\": \"\($0.1)\"".utf8) }
        }
        var found: [String: Record] = [:]
        for line in data.split(separator: 0x0A) where wanted.contains(where: { line.starts(with: $0) }) {
            guard let record = try? JSONDecoder().decode(Record.self, from: line) else { continue }
            found[record.code] = record
        }
        return found
    }()

    @Test func `limits, decisions and results are those of the national catalogue`() throws {
        guard let records = Self.records else { return }
        for (file, text) in try Samples.folder.definitions() {
            let service = try Samples.service(String(file.dropLast(5)))
            // What nobody files is a part of another service's record.
            guard FilingChannel.allCases.contains(where: service.definition.takes) else { continue }
            let limit = service.limit(for: Samples.facts()).amount
            let printed: Set<Int>
            let results: [String]
            if let record = records[service.definition.procedure] {
                #expect(text.contains(record.decision ?? "–"), "\(file) names its decision")
                printed = Set(record.channels.compactMap { $0.limit?.value })
                results = record.results.map(\.name)
            } else {
                guard let record = Self.portal?[service.definition.procedure] else { continue }
                printed = Set([record.limit.value].compactMap { $0 })
                results = record.results ?? []
            }
            // Where the text says “ngay trong ngày”, the record prints 1 without a unit.
            let isWithinTheDay = limit == 0 && printed == [1]
            #expect(
                printed.isEmpty || printed.contains(limit) || isWithinTheDay,
                "\(file): \(limit) is not among \(printed)")
            let result = service.definition.result.title
            // Record 3.000250 prints “phê duyêt”, a misspelling that the service does not repeat.
            let names = results.map { $0.replacing("phê duyêt", with: "phê duyệt") }
            #expect(names.contains { $0.trimmingPrefix("- ").hasPrefix(result) }, "\(file): \(result)")
        }
    }

    @Test(arguments: [
        ("dang-ky-lai-khai-sinh", "identity", "Hộ chiếu/Thẻ căn cước công dân"),
        ("dang-ky-lai-khai-sinh", "residence_proof", "Giấy tờ có giá trị chứng minh thông tin về cư trú"),
        ("dang-ky-lai-khai-sinh", "birth_copy", "Bản sao Giấy khai sinh do cơ quan có thẩm quyền"),
        ("dang-ky-lai-khai-sinh", "other_papers", "Trường hợp người yêu cầu không có giấy tờ nêu trên"),
        ("dang-ky-lai-khai-sinh", "unit_confirmation", "văn bản xác nhận của Thủ trưởng cơ quan, đơn vị"),
        ("dang-ky-lai-khai-sinh", "mandate", "Văn bản ủy quyền theo quy định"),
        ("xac-nhan-tinh-trang-hon-nhan", "old_certificate", "phải nộp lại Giấy xác nhận tình trạng hôn nhân"),
        ("xac-nhan-tinh-trang-hon-nhan", "mandate", "Văn bản ủy quyền theo quy định"),
        ("dang-ky-tam-tru", "form", "Tờ khai thay đổi thông tin cư trú (Mẫu CT01"),
        ("dang-ky-tam-tru", "list", "Văn bản đề nghị đăng ký tạm trú"),
        ("dang-ky-tam-tru", "army_letter", "Giấy giới thiệu đăng ký tạm trú của đơn vị cấp trung đoàn"),
        ("dang-ky-tam-tru", "police_letter", "Giấy giới thiệu của Thủ trưởng đơn vị quản lý trực tiếp"),
        ("giay-phep-xay-dung-nha-o", "land", "Một trong những giấy tờ hợp pháp về đất đai"),
        ("giay-phep-xay-dung-nha-o", "drawings", "Hồ sơ thiết kế xây dựng: + Đối với nhà ở riêng lẻ"),
        ("dang-ky-ho-kinh-doanh", "form", "Giấy đề nghị đăng ký hộ kinh doanh"),
        ("dang-ky-ho-kinh-doanh", "family_mandate", "Bản sao văn bản ủy quyền của thành viên hộ gia đình"),
        ("dang-ky-ho-kinh-doanh", "person_mandate", "(i) Trường hợp ủy quyền cho cá nhân"),
        ("dang-ky-ho-kinh-doanh", "service_contract", "(ii) Trường hợp ủy quyền cho tổ chức"),
        ("dang-ky-ho-kinh-doanh", "postal_slip", "(iii) Trường hợp ủy quyền cho đơn vị cung cấp dịch vụ bưu chính"),
        ("doi-giay-phep-lai-xe", "health", "Giấy khám sức khỏe của người lái xe"),
        ("doi-giay-phep-lai-xe", "passport", "Hộ chiếu còn thời hạn sử dụng"),
        ("doi-giay-phep-lai-xe", "suspended_copy", "Bản sao hoặc bản sao điện tử được chứng thực"),
        ("ban-sao-trich-luc-ho-tich", "mandate", "Văn bản ủy quyền theo quy định"),
        ("chung-thuc-ban-sao", "original", "Bản chính giấy tờ, văn bản làm cơ sở"),
        ("dang-ky-khai-tu", "evidence", "chứng minh sự kiện chết"),
        ("khai-bao-tam-vang", "consent", "Văn bản đồng ý của cơ quan có thẩm quyền"),
        ("gia-han-tam-tru", "police_letter", "Đối với Công an nhân dân: Giấy giới thiệu"),
        ("gia-han-giay-phep-xay-dung", "permit", "Bản chính giấy phép xây dựng đã được cấp"),
        ("chat-ha-cay-xanh", "photo", "Ảnh chụp hiện trạng cây xanh"),
        ("su-dung-tam-long-duong", "plan", "Phương án sử dụng tạm thời lòng đường vỉa hè"),
        ("tach-hop-thua-dat", "drawing", "Bản vẽ tách thửa đất, hợp thửa đất"),
        ("cap-doi-giay-chung-nhan-dat", "survey", "Mảnh trích đo bản đồ địa chính"),
        ("tam-ngung-ho-kinh-doanh", "minutes", "Biên bản họp nhóm cá nhân"),
        ("phu-hieu-xe-van-tai", "registration", "Chứng nhận đăng ký xe ô tô"),
        ("ho-tro-luc-luong-xung-kich", "police", "Biên bản điều tra của cơ quan công an"),
        ("buon-ban-thuoc-bao-ve-thuc-vat", "statement", "Bản thuyết minh điều kiện buôn bán"),
        ("ban-sao-tu-so-goc", "relation", "giấy tờ chứng minh quan hệ"),
    ])
    func `papers ask for as many originals and copies as the catalogue`(service: String, paper: String, words: String)
        throws
    {
        guard let records = Self.records else { return }
        let definition = try Samples.service(service).definition
        let rule = try present(definition.papers.first { $0.key == paper })
        let items = try present(records[definition.procedure]).dossier.flatMap(\.items)
        let item = try present(items.first { $0.name?.contains(words) ?? false })
        #expect(rule.originals == item.originals)
        #expect(rule.copies == item.copies)
    }

    @Test func `what is due follows channel and answers`() throws {
        func due(_ service: String, _ answers: JSON, _ channel: FilingChannel) throws -> [Int64] {
            try Samples.service(service).fees(for: Samples.facts(answers, channel: channel)).map(\.amount.dong)
        }
        #expect(try due("dang-ky-ho-kinh-doanh", [:], .online) == [150_000])
        #expect(try due("dang-ky-ho-kinh-doanh", [:], .counter) == [50_000])
        #expect(try due("dang-ky-tam-tru", ["kind": ["case": "household"]], .online) == [7_000])
        #expect(try due("dang-ky-tam-tru", ["kind": ["case": "household"]], .counter) == [15_000])
        let two: JSON = ["kind": ["case": "list"], "members": ["people": [[:], [:]]]]
        #expect(try due("dang-ky-tam-tru", two, .counter) == [20_000])
        #expect(try due("doi-giay-phep-lai-xe", [:], .online) == [135_000])
        #expect(try due("giay-phep-xay-dung-nha-o", [:], .online) == [])
        #expect(try due("ban-sao-trich-luc-ho-tich", ["event": ["copies": 3]], .online) == [24_000])
        #expect(try due("dang-ky-lai-khai-sinh", ["status": ["copies": 0]], .online) == [])
        #expect(try due("dang-ky-khai-tu", ["copies": ["number": 2]], .online) == [16_000])
        #expect(try due("giay-phep-kham-chua-benh", ["place": ["kind": "hospital"]], .online) == [5_250_000])
        #expect(try due("giay-phep-kham-chua-benh", ["place": ["kind": "station"]], .online) == [1_550_000])
        #expect(try due("giay-phep-kham-chua-benh", ["place": ["kind": "special"]], .online) == [2_150_000])
        #expect(try due("dang-ky-quyen-lien-quan", ["object": ["kind": "video"]], .online) == [300_000])
        #expect(try due("buon-ban-thuoc-bao-ve-thuc-vat", [:], .post) == [800_000])
        #expect(try due("chung-thuc-chu-ky", ["papers": ["list": [[:], [:], [:]]]], .counter) == [30_000])
        // Five pages, two copies: 2 × (2.000 × 2 + 1.000 × 3); a thousand pages: 200.000 at most.
        let papers: JSON = ["papers": ["list": [["pages": 5, "copies": 2], ["pages": 1_000, "copies": 1]]]]
        #expect(try due("chung-thuc-ban-sao", papers, .counter) == [214_000])
    }

    @Test func `papers follow the case`() throws {
        func papers(_ service: String, _ answers: JSON, owner: OwnerKind = .self) throws -> [String] {
            try Samples.service(service).papers(for: Samples.facts(answers, owner: owner)).map(\.rule.key)
        }
        #expect(
            try papers("dang-ky-lai-khai-sinh", ["earlier": ["has_birth_copy": true]])
                == ["form", "identity", "residence_proof", "birth_copy"])
        #expect(
            try papers(
                "dang-ky-lai-khai-sinh",
                [
                    "requester": ["relation": "mandatary"], "earlier": ["has_birth_copy": false],
                    "status": ["is_public_servant": true],
                ], owner: .other)
                == ["form", "identity", "residence_proof", "other_papers", "unit_confirmation", "mandate"])
        #expect(
            try papers("dang-ky-tam-tru", ["kind": ["case": "army"], "place": ["right": "unit"]])
                == ["form", "army_letter"])
        #expect(
            try papers("doi-giay-phep-lai-xe", ["licence": ["class": "a1"], "driver": ["nationality": "vn"]])
                == ["form", "other"])
        #expect(
            try papers("doi-giay-phep-lai-xe", ["licence": ["class": "b"], "driver": ["nationality": "foreign"]])
                == ["form", "health", "passport", "other"])
    }

    @Test(arguments: ["doi-giay-phep-lai-xe", "dang-ky-ho-kinh-doanh", "dang-ky-tam-tru", "ban-sao-trich-luc-ho-tich"])
    func `whoever acts by authorisation hands in one authorisation document, required`(name: String) throws {
        let service = try Samples.service(name)
        for owner in [OwnerKind.other, .organisation, .householdBusiness] {
            for answers: JSON in [[:], ["mandate": ["who": "public_post"]]] {
                var facts = Samples.facts(answers, owner: owner)
                facts.isAuthorised = true
                let papers = service.papers(for: facts).filter { $0.rule.isMandate == true }
                #expect(papers.count == 1, "\(owner)")
                #expect(papers.first?.required == true)
                facts.isAuthorised = false
                #expect(!service.papers(for: facts).contains { $0.rule.isMandate == true })
            }
        }
    }

    @Test func `every service is received, finished and given by its own steps`() throws {
        for (file, _) in try Samples.folder.definitions() {
            let service = try Samples.service(String(file.dropLast(5)))
            var step = try present(service.firstStep)
            var kinds: [Act.Kind] = []
            for _ in 0..<20 {
                if step.parallel != nil {
                    step = try present(step.to.flatMap { service.step($0) })
                    continue
                }
                let acts = service.allActs(in: step.key, for: Samples.facts())
                let forward = try present(acts.first { !$0.isBack && $0.kind != .supplement && $0.kind != .refuse })
                kinds.append(forward.kind)
                guard let next = forward.to else { break }
                step = try present(service.step(next))
            }
            #expect(kinds.first == .receive && kinds.last == .give && kinds.contains(.finish), "\(file)")
        }
    }
}
