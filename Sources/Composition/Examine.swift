import Blobs
import Directory
import Foundation
import Jobs
import Journal
import Kernel
import Notices
import Storage
import StoragePostgreSQL
import WorkingTime

extension Installation {
    /// Looks at everything an installation needs (`motcua doctor`).
    package func examine() async -> Outcome {
        var findings = Findings()
        guard await database.isReachable() else {
            findings.say(false, "", "the database cannot be reached: MOTCUA_DATABASE")
            await examineSurroundings(&findings)
            return findings.outcome
        }
        findings.say(true, "the database answers", "")
        await examineSchema(&findings)
        await examineWork(&findings)
        await examineCalendars(&findings)
        await examineSurroundings(&findings)
        return findings.outcome
    }

    private func examineSchema(_ findings: inout Findings) async {
        do {
            let pending = try await Migrator(Schema.migrations).pending(database)
            findings.say(
                pending.isEmpty, "the schema is up to date", "\(pending.count) migrations wait: run motcua migrate")
        } catch {
            findings.say(false, "", "the schema: \(error)")
        }
    }

    /// Jobs are carried out and entries come into the log within seconds; a quarter of an hour means that nobody does.
    private func examineWork(_ findings: inout Findings) async {
        do {
            let standing = try await queue.standing()
            findings.say(
                standing.stuck == 0, "no job is stuck", "\(standing.stuck) jobs are stuck: administration, jobs")
            findings.say(
                standing.overdueSeconds < 900, "jobs are carried out",
                "a job has been due for \(standing.overdueSeconds / 60) minutes: run motcua serve or motcua work")
            let waiting = try await sequencer.oldestWaiting()
            findings.say(
                waiting.map { clock.now.secondsSince($0) < 900 } ?? true, "the log goes on",
                "entries wait for the log since \(waiting?.description ?? ""): run motcua serve or motcua work")
        } catch {
            findings.say(false, "", "the jobs and the log cannot be read")
        }
    }

    private func examineCalendars(_ findings: inout Findings) async {
        do {
            let year = clock.now.day.year
            let calendar = try await database.read { tx in try directory.calendar(named: "national", in: tx) }
            for year in [year, year + 1] {
                findings.say(
                    calendar.years[year] != nil, "the calendar of \(year) is there",
                    "the calendar has no year \(year): administration, calendars")
            }
        } catch {
            findings.say(false, "", "the calendars cannot be read")
        }
    }

    private func examineSurroundings(_ findings: inout Findings) async {
        if case .postgresql = settings.store {
            let missing = PostgreSQLCopier.whatIsMissing
            findings.say(missing == nil, "pg_dump and pg_restore are there for backups", missing ?? "")
        }
        findings.say(
            FileManager.default.isWritableFile(atPath: blobs.incoming), "files can be written",
            "the folder \(settings.data) cannot be written: MOTCUA_DATA")
        for path in [settings.data, GeneratedSecret.path(in: settings.data)] {
            guard let mode = PrivateFile.mode(of: path) else { continue }
            findings.say(
                mode & 0o077 == 0, "only the owner may read \(path)",
                "others on the machine may read \(path): chmod go= \(path)")
        }
        if let mail = settings.mail {
            findings.say(
                await SMTPSender.answers(host: mail.host, port: mail.port), "the mail server answers",
                "nobody answers at \(mail.host):\(mail.port): MOTCUA_SMTP_HOST, MOTCUA_SMTP_PORT")
        } else {
            findings.say(settings.isSample, "mail is written into files", "no mail goes out: MOTCUA_SMTP_HOST")
        }
        findings.say(
            settings.isSecure || settings.isSample, "the site is reached over TLS or is only for trying",
            "browsers reach the site without TLS: MOTCUA_BASE_URL")
    }
}

/// What was found, a line for each.
private struct Findings {
    var outcome = Outcome()

    mutating func say(_ isGood: Bool, _ good: String, _ bad: String) {
        outcome.lines.append(isGood ? "ok    \(good)" : "WRONG \(bad)")
        if !isGood { outcome.hasProblems = true }
    }
}
