import Catalogue
import Kernel
import Site
import Testing

@testable import Casework

/// Who files: what is taken from them, and how much of it.
@Suite struct PartiesTests {
    private let long = String(repeating: "a ", count: 100_000)

    private func submitter(_ changes: [(String, String)]) -> (parties: Parties, problems: [FieldProblem]) {
        var values = ["number": "011190000123", "phone": "0912345678", "email": "", "address": "Bản Mẫu, xã Mẫu"]
        for (name, value) in changes { values[name] = value }
        let parties = Parties(kind: .`self`, owner: Party(name: ""), submitter: Party(name: "Anna Mẫu (mẫu)"))
        return PartiesForm.submitter(FormValues(pairs: values.map { ($0.key, $0.value) }), nil, into: parties)
    }

    @Test(arguments: [
        ("number", "C01X00T47"), ("number", "GBR 123456789"), ("phone", "+44 20 7946 0958"), ("phone", "+84912345678"),
    ])
    func `a foreigner files online with a passport and a foreign telephone`(field: String, typed: String) throws {
        var (parties, problems) = submitter([(field, typed)])
        #expect(problems.isEmpty)
        parties.delivery = Delivery(way: "counter")
        #expect(PartiesForm.unfinished(parties, try TrialService.make().definition).isEmpty)
    }

    @Test(arguments: [
        ("number", "123456789"), ("number", "ABCDEFGH"), ("phone", "12345678"), ("phone", "+840123"), ("phone", "+1"),
        ("phone", ""),
    ])
    func `what is no number of a person or telephone is asked again`(field: String, typed: String) throws {
        let (parties, problems) = submitter([(field, typed)])
        #expect(problems.map(\.field) == [field])
        #expect(PartiesForm.unfinished(parties, try TrialService.make().definition).contains(.submitter))
    }

    @Test func `nothing about a party is longer than a screen holds`() throws {
        for field in ["number", "phone", "address"] {
            #expect(submitter([(field, long)]).problems.contains { $0.field == field }, "\(field)")
        }
        var parties = Parties(kind: .organisation, owner: Party(name: ""), submitter: Party(name: "Anna (mẫu)"))
        for field in ["name", "address"] {
            var values = ["name": "Công ty Mẫu", "number": "0100109106", "mandate": "authorised"]
            values[field] = long
            let read = PartiesForm.owner(FormValues(pairs: values.map { ($0.key, $0.value) }), into: parties)
            #expect(read.problems.contains { $0.field == field }, "\(field)")
            parties = read.parties
        }
        #expect(PartiesForm.unfinished(parties, try TrialService.make().definition).contains(.ownerDetails))
        let post = FormValues(pairs: [("way", "post"), ("address", long)])
        #expect(PartiesForm.delivery(post, ["post", "counter"], into: parties).problems.map(\.field) == ["address"])
    }

    @Test func `a name makes few keys, and short ones`() {
        let name = (0..<5_000).map { "chữ\($0)" }.joined(separator: " ")
        let person = Party(name: name, number: String(repeating: "B1", count: 500), phone: long)
        let keys = ContentStore.keys(of: Parties(kind: .`self`, owner: person, submitter: person))
        #expect(keys.filter { $0.kind == "name" }.count == ContentStore.mostWords)
        #expect(keys.allSatisfy { $0.value.count <= ContentStore.longestKey })
        let usual = ContentStore.keys(
            of: Parties(kind: .`self`, owner: Party(name: "Trần Thị Bưởi"), submitter: Party(name: "Trần Thị Bưởi")))
        #expect(Set(usual.map(\.value)) == ["tran thi buoi", "thi buoi", "buoi"])
    }
}
