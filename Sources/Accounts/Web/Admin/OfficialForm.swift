import Directory
import Kernel
import Site
import Wording

/// What the form of a new official, or of another post for one, sent.
struct OfficialForm: Sendable {
    var name = ""
    var email = ""
    var phone = ""
    var agency = ""
    var role = ""
    var title = ""
    var from = ""
    var until = ""

    init(agency: String = "", role: String = "", from: Day) {
        self.agency = agency
        self.role = role
        self.from = from.phrase.vi
    }

    init(_ form: FormValues) {
        name = form["name"]
        email = form["email"]
        phone = form["phone"]
        agency = form["agency"]
        role = form["role"]
        title = form["title"]
        from = form["from"]
        until = form["until"]
    }

    struct Unread: Error { let problems: [FieldProblem] }

    /// The post that was typed, or what could not be read.
    func post() -> Result<(agency: Agency.ID, draft: AppointOfficial.Draft), Unread> {
        var problems: [FieldProblem] = []
        let agency = Agency.ID(agency)
        if agency == nil {
            problems.append(
                FieldProblem("agency", Phrase(vi: "Chọn cơ quan, đơn vị.", en: "Choose the agency or unit.")))
        }
        let role = Role(rawValue: role)
        if role == nil { problems.append(FieldProblem("role", Phrase(vi: "Chọn vai trò.", en: "Choose the role."))) }
        let day = Day(typed: from)
        if day == nil { problems.append(FieldProblem("from", .dayNotUnderstood(from))) }
        let end = until.isEmpty ? nil : Day(typed: until)
        if !until.isEmpty, end == nil { problems.append(FieldProblem("until", .dayNotUnderstood(until))) }
        guard problems.isEmpty, let agency, let role, let day else { return .failure(Unread(problems: problems)) }
        return .success((agency: agency, draft: .init(role: role, title: title, from: day, until: end)))
    }

    /// The official that was typed, or what could not be read.
    func draft() -> Result<AddOfficial.Draft, Unread> {
        var problems = NameRule.problems(name)
        if EmailAddress(email) == nil { problems.append(FieldProblem("email", .emailNotUnderstood)) }
        if !phone.isEmpty, PhoneNumber(phone) == nil { problems.append(FieldProblem("phone", .phoneNotUnderstood)) }
        switch post() {
        case .failure(let unread): return .failure(Unread(problems: problems + unread.problems))
        case .success(let post):
            guard problems.isEmpty else { return .failure(Unread(problems: problems)) }
            return .success(
                AddOfficial.Draft(name: name, email: email, phone: phone, agency: post.agency, post: post.draft))
        }
    }
}
