import Accounts
import Directory
import Kernel
import Storage
import Wording

/// What an operator does about officials on the machine itself: the operations of the screens, without a screen.
extension Installation {
    private var byCommand: Actor { .system("command") }

    /// Officials from a CSV file. Where no mail goes out, the links for the first passwords are printed.
    package func importOfficials(_ text: String) async throws -> Outcome {
        let done = try await ImportOfficials(accounts)(text, by: byCommand)
        var outcome = Outcome(done.report)
        if settings.mail == nil {
            outcome.lines += done.invitations.map { "\($0.email)  \(link($0.secret))" }
        }
        return outcome
    }

    /// Agencies and units from a CSV file.
    package func importAgencies(_ text: String) async throws -> Outcome {
        Outcome(try await ImportAgencies(database: database, clock: clock)(text, by: byCommand))
    }

    /// The agencies and units of the site, the tree by indents.
    package func agencyLines() async throws -> Outcome {
        let reach = try await directory.administration(of: byCommand)
        return Outcome(
            lines: reach.present(on: clock.now.day).map { agency in
                var depth = 0
                var above = agency.parent.flatMap { reach[$0] }
                while let next = above {
                    depth += 1
                    above = next.parent.flatMap { reach[$0] }
                }
                let indent = String(repeating: "  ", count: depth)
                return "\(indent)\(agency.name)  \(agency.code?.text ?? "–")  \(agency.kind.rawValue)"
            })
    }

    package func officialLines(search: String) async throws -> Outcome {
        var lines: [String] = []
        var last: Account.ID?
        while true {
            let found = try await OfficialList(accounts)(by: byCommand, search: search, after: last, limit: 200)
            for entry in found {
                let posts = entry.posts.map { "\($0.post.role.rawValue) at \($0.agency.name)" }.joined(separator: "; ")
                lines.append("\(entry.account.email)  \(entry.account.name)  \(posts)")
            }
            guard found.count == 200, let end = found.last?.account.id else { break }
            last = end
        }
        return Outcome(lines: lines.isEmpty ? ["no officials"] : lines)
    }

    /// A new link for the password; every session ends.
    package func newLink(_ email: String) async throws -> Outcome {
        try await withOfficial(email) { file in
            switch try await RecoverOfficial(accounts).newLink(file.account.id, by: byCommand) {
            case .success(let secret): Outcome(lines: [link(secret)])
            case .failure: .wrong("this official holds no post: appoint first")
            }
        }
    }

    /// Takes the second factor away; the next sign-in sets up another.
    package func resetCode(_ email: String) async throws -> Outcome {
        try await withOfficial(email) { file in
            switch try await RecoverOfficial(accounts).resetSecondFactor(file.account.id, by: byCommand) {
            case .success: Outcome(lines: ["\(email) sets up a new second factor at the next sign-in"])
            case .failure: .wrong("this official holds no post: appoint first")
            }
        }
    }

    /// The sessions of an official; with `ending`, they end.
    package func sessions(_ email: String, ending: Bool) async throws -> Outcome {
        try await withOfficial(email) { file in
            guard ending else {
                let lines = file.sessions.map {
                    "\($0.browser)  signed in \($0.createdAt)  last used \($0.seenAt)"
                }
                return Outcome(lines: lines.isEmpty ? ["not signed in"] : lines)
            }
            switch try await RecoverOfficial(accounts).endSessions(file.account.id, by: byCommand) {
            case .success: return Outcome(lines: ["ended \(file.sessions.count) sessions"])
            case .failure: return .wrong("this official holds no post")
            }
        }
    }

    /// Ends every post. `from`: the first day on which they are held no more; today when it is empty.
    package func dismiss(_ email: String, from typed: String) async throws -> Outcome {
        guard let day = typed.isEmpty ? clock.now.day : Day(typed: typed) else {
            return .wrong("--from: write a day like 24/04/2026")
        }
        return try await withOfficial(email) { file in
            switch try await DismissOfficial(accounts)(file.account.id, from: day, by: byCommand) {
            case .success(let posts): Outcome(lines: ["ended \(posts.count) posts from \(day.phrase.vi) on"])
            case .failure(.lastAdministrator): .wrong("the site would have no administrator left")
            case .failure(.invalid(let problems)): .wrong(problems)
            case .failure(.unknown), .failure(.outsideScope): .wrong("this official holds no post")
            }
        }
    }

    /// Lets a colleague act in an official's post, from the beginning of one day to the end of another.
    package func delegate(
        _ email: String, to colleague: String, from: String, until: String, reason: String, role: String
    ) async throws -> Outcome {
        guard let first = Day(typed: from), let last = Day(typed: until) else {
            return .wrong("--from and --until: write days like 24/04/2026")
        }
        return try await withOfficial(email) { file in
            let posts = file.present.map(\.post).filter { role.isEmpty || $0.role == Role(typed: role) }
            guard let post = posts.first, posts.count == 1 else {
                return .wrong("\(email) holds \(posts.count) such posts: name one with --role")
            }
            return try await withOfficial(colleague) { other in
                let delegate = DelegatePost(database: database, clock: clock)
                let result = try await delegate(
                    post.id, to: other.account.id, from: Instant(first, minute: 0),
                    until: Instant(last.adding(days: 1), minute: 0), reason: reason, by: byCommand)
                switch result {
                case .success: return Outcome(lines: ["\(colleague) acts for \(email)"])
                case .failure(.invalid(let problems)): return .wrong(problems)
                case .failure(.unknown), .failure(.outsideScope): return .wrong("there is no such post")
                }
            }
        }
    }

    private func link(_ secret: String) -> String { accounts.settings.address + AccountLink.path + secret }

    private func withOfficial(
        _ email: String, _ body: (OfficialFile) async throws -> Outcome
    ) async throws -> Outcome {
        guard let address = EmailAddress(email) else { return .wrong("\(email) is no e-mail address") }
        let file = try await database.read { [now = clock.now] tx in
            try OfficialFile.find(email: address, by: .system("command"), at: now, in: tx)
        }
        guard let file else { return .wrong("there is no official with the address \(email)") }
        return try await body(file)
    }
}
