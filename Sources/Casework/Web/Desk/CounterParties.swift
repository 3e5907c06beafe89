import Catalogue
import Kernel
import Site
import Wording

/// Who stands at the counter and for whom, read from the entry page: the applicant's own questions, under the names
/// `submitter.…`, `for.…` and `delivery.…`. Somebody without a telephone or with a foreign passport is taken all the same.
enum CounterParties {
    static let submitter = "submitter."
    static let owner = "for."
    static let delivery = "delivery."

    static func read(
        _ form: FormValues, _ definition: ServiceDefinition, into old: Parties
    ) -> (parties: Parties, problems: [FieldProblem]) {
        var parties = old
        var problems: [FieldProblem] = []
        if definition.owners.count > 1 {
            let (kind, missing) = PartiesForm.kind(form, definition.owners)
            problems += missing
            if let kind, kind != parties.kind {
                parties.kind = kind
                parties.mandate = nil
                parties.owner = Party(name: "")
            }
        }
        let person = form.below(submitter)
        parties.submitter.name = person["name"]
        if person["name"].count < 2 {
            problems.append(PartiesForm.missing(submitter + "name", ApplicantWording.fullName))
        }
        let (withSubmitter, wrong) = PartiesForm.submitter(person, nil, into: parties)
        parties = withSubmitter
        problems += wrong.filter { !isTakenHere($0.field, person) }.map { $0.below(submitter) }
        // The questions about the owner stand on the page only once it was said for whom.
        if parties.kind != .`self` {
            if form.contains(owner + "name") {
                let (withOwner, wrong) = PartiesForm.owner(form.below(owner), into: parties)
                parties = withOwner
                problems += wrong.map { $0.below(owner) }
            } else {
                problems.append(PartiesForm.missing(owner + "name", parties.kind.nameLabel))
            }
        }
        let ways = definition.result.ways
        if ways.count > 1 || ways == ["post"] {
            let (withDelivery, wrong) = PartiesForm.delivery(form.below(delivery), ways, into: parties)
            parties = withDelivery
            problems += wrong.map { $0.below(delivery) }
        } else {
            parties.delivery = ways.first.map { Delivery(way: $0) }
        }
        return (parties, problems)
    }

    /// No telephone, or the number of another paper: letters in it tell. What is too long is not taken here either.
    private static func isTakenHere(_ field: String, _ person: FormValues) -> Bool {
        switch field {
        case "phone": person["phone"].isEmpty
        case "number":
            person["number"].contains(where: \.isLetter)
                && person["number"].count <= PartiesForm.longest["number", default: 0]
        default: false
        }
    }
}

extension FormValues {
    /// The values whose names begin so, without that beginning.
    fileprivate func below(_ prefix: String) -> FormValues {
        FormValues(
            pairs: pairs.filter { $0.name.hasPrefix(prefix) }.map {
                (String($0.name.dropFirst(prefix.count)), $0.value)
            })
    }
}

extension FieldProblem {
    fileprivate func below(_ prefix: String) -> FieldProblem { FieldProblem(prefix + field, message, at: place) }
}
