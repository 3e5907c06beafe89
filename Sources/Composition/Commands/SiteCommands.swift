import Catalogue
import Directory
import Foundation
import Jobs
import Kernel
import Storage
import WorkingTime

/// What an operator does about services, calendars and jobs on the machine itself.
extension Installation {
    // MARK: Services

    /// The published services, with how many agencies take them.
    package func serviceLines() async throws -> Outcome {
        var lines: [String] = []
        for service in try await library.heads() {
            let agencies = try await library.agencies(offering: service.service).count
            lines.append("\(service.service)  \(service.procedure)  on at \(agencies)  \(service.title.vi)")
        }
        return Outcome(lines: lines.isEmpty ? ["none is published: motcua services publish"] : lines)
    }

    /// Turns a service on or off at the agency of a code. `all` stands for every service.
    package func turn(_ service: String, on isOn: Bool, at code: String) async throws -> Outcome {
        guard let agency = try await directory.agency(code: code) else {
            return .wrong("there is no agency with the code \(code)")
        }
        guard agency.kind.isAuthority else { return .wrong("\(agency.name) is a unit: name the agency above it") }
        let names = try await library.heads().filter {
            $0.service == service || (service == "all" && (!isOn || $0.isOffered(by: agency.kind.rawValue)))
        }.map(\.service)
        guard !names.isEmpty else { return .wrong("no service \(service) is published: motcua services list") }
        let offer = OfferServices(database: database, library: library, clock: clock)
        let changes = Dictionary(names.map { ($0, isOn) }, uniquingKeysWith: { first, _ in first })
        switch try await offer(changes, at: agency.id, by: .system("command")) {
        case .success: return Outcome(lines: names.map { "\(isOn ? "on" : "off")  \($0)  \(agency.name)" })
        case .failure(.outsideScope): return .wrong("there is no agency with the code \(code)")
        case .failure(.otherKind(let titles)):
            return .wrong(
                "not for an agency of the kind \(agency.kind.rawValue): \(titles.map(\.vi).joined(separator: ", "))")
        }
    }

    // MARK: Calendars

    package func calendarLines() async throws -> Outcome {
        let all = try await database.read { tx in try CalendarStore.all(in: tx) }
        return Outcome(
            lines: all.map { stored in
                let years = stored.calendar.years.sorted { $0.key < $1.key }
                    .map { $0.value.provisional ? "\($0.key) (provisional)" : String($0.key) }
                return "\(stored.calendar.code)  \(stored.calendar.name.vi)  \(years.joined(separator: ", "))"
            })
    }

    /// A calendar as the document that `saveCalendar` takes.
    package func calendarDocument(_ name: String) async throws -> Outcome {
        guard let stored = try await database.read({ tx in try CalendarStore.find(name, in: tx) }) else {
            return .wrong("there is no calendar \(name): motcua calendars list")
        }
        return Outcome(lines: [try stored.calendar.canonical()])
    }

    /// Puts a calendar document in force; limits that it touches are counted anew by a job.
    package func saveCalendar(_ text: String) async throws -> Outcome {
        let calendar: WorkingCalendar
        do { calendar = try WorkingCalendar(parsing: text) } catch {
            return .wrong("this is no calendar: begin with what motcua calendars show prints (\(error))")
        }
        let now = clock.now
        let stored = try await database.read { tx in try CalendarStore.find(calendar.code, in: tx) }
        let save = SaveCalendar(database: database, clock: clock)
        let result = try await save(calendar, seen: stored?.version, by: .system("command")) { tx in
            try RecalculateJob.enqueue(CalendarUse.touched(by: calendar.code, in: tx), at: now, in: tx)
        }
        switch result {
        case .success: return Outcome(lines: ["saved \(calendar.code)"])
        case .failure(.invalid(let problems)): return .wrong(problems)
        case .failure(.changed): return .wrong("somebody saved it meanwhile: try again")
        case .failure(.unknown), .failure(.outsideScope): return .wrong("there is no calendar \(calendar.code)")
        }
    }

    // MARK: Jobs

    /// The jobs that wait, the stuck ones first.
    package func jobLines() async throws -> Outcome {
        let counts = try await queue.standing()
        let jobs = try await queue.waiting()
        return Outcome(
            lines: ["waiting \(counts.waiting), stuck \(counts.stuck)"]
                + jobs.map { job in
                    let state = job.isStuck ? "stuck" : "runs \(job.runAt)"
                    return "\(job.id)  \(job.kind)  \(state)  attempts \(job.attempts)  \(job.lastError ?? "")"
                })
    }

    /// Tries a job again at once, or gives a stuck one up.
    package func job(_ typed: String, givingUp: Bool) async throws -> Outcome {
        guard let id = ID<Job>(typed) else { return .wrong("\(typed) is no job: motcua jobs list") }
        let actor = Actor.system("jobs")
        let isDone =
            givingUp
            ? try await queue.discard(id, record: JobQueue.entry("job.given-up", id, by: actor))
            : try await queue.retry(id, record: JobQueue.entry("job.retried", id, by: actor))
        guard isDone else {
            return .wrong(givingUp ? "only a stuck job is given up: motcua jobs list" : "this job is done already")
        }
        return Outcome(lines: [givingUp ? "given up" : "it is tried again at once"])
    }
}
