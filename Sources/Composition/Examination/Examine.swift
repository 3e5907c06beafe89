import Accounts
import Directory
import Foundation
import Jobs
import Journal
import Kernel
import Storage
import StoragePostgreSQL
import WorkingTime

extension Installation {
    /// Looks at everything an installation needs (`motcua doctor`). Changes nothing.
    package func examine() async -> Examination {
        var found = Examination()
        if await examineDatabase(&found) {
            await examineWork(&found)
            await examineTries(&found)
            await examineSample(&found)
            await examineCalendars(&found)
        }
        examineFiles(&found)
        examineBackups(&found)
        await examineNetwork(&found)
        for line in Settings.unknownNames() { found.watch("settings", line, "correct the name, or remove it") }
        return found
    }

    /// Jobs are carried out and entries come into the log within seconds; a quarter of an hour means that nobody does.
    private func examineWork(_ found: inout Examination) async {
        let advice = "run motcua serve or motcua work"
        do {
            let standing = try await queue.standing()
            if standing.stuck == 0 {
                found.good("jobs", "none is stuck")
            } else {
                found.watch("jobs", "\(standing.stuck) are stuck", "look at administration, jobs, or motcua jobs")
            }
            if standing.overdueSeconds < 900 {
                found.good("jobs", "they are carried out, \(standing.waiting) wait")
            } else {
                found.broken("jobs", "one has been due for \(standing.overdueSeconds / 60) minutes", advice)
            }
            if let waiting = try await sequencer.oldestWaiting(), clock.now.secondsSince(waiting) >= 900 {
                found.broken("journal", "entries have waited for the log since \(waiting)", advice)
            } else {
                found.good("journal", "the log goes on")
            }
            switch try await JournalHead(database: database, key: LogKey(secret: settings.secret)).fault() {
            case nil: found.good("journal", "the head of the log is signed by this site")
            case let fault?:
                found.broken("journal", fault, "MOTCUA_SECRET may have changed; run motcua verify before anything else")
            }
        } catch {
            found.broken("jobs", "jobs and journal cannot be read", "look at the log of the database")
        }
    }

    /// Rate limits and closed doors: counted in the database, and swept away every minute.
    private func examineTries(_ found: inout Examination) async {
        let now = clock.now
        do {
            let (old, shut) = try await database.read { tx in
                (
                    try tx.value(
                        "SELECT count(*) FROM rate_window WHERE ends_at < \(now.adding(minutes: -60))", as: Int.self)
                        ?? 0,
                    try tx.value("SELECT count(*) FROM sign_in_guard WHERE locked_until > \(now)", as: Int.self) ?? 0
                )
            }
            if old == 0 {
                found.good("rate limits", "counted and swept away; signing in is locked for \(shut) names")
            } else {
                found.watch(
                    "rate limits", "\(old) counts are left over from earlier", "run motcua serve or motcua work")
            }
        } catch {
            found.broken("rate limits", "they cannot be read", "look at the log of the database")
        }
    }

    /// Sample accounts have a password and a key that stand in the program's text.
    private func examineSample(_ found: inout Examination) async {
        let isOpen = (try? await database.read { tx in try SampleProvince.isOpen(in: tx) }) ?? false
        switch (isOpen, settings.isSample) {
        case (true, false):
            found.broken(
                "sample", "accounts whose password everybody knows can sign in",
                "begin with another MOTCUA_DATABASE and MOTCUA_DATA: a site for trying does not become one in use")
        case (true, true) where settings.isSecure:
            found.watch(
                "sample", "a site for trying is reached over https",
                "let nobody file real papers: MOTCUA_SAMPLE is true")
        case (true, true): found.good("sample", "the site is only for trying, and says so")
        case (false, _): found.good("sample", "there are no sample accounts")
        }
    }

    /// A limit that runs into a year without data is refused: the next one is wanted in autumn at the latest.
    private func examineCalendars(_ found: inout Examination) async {
        found.good("time zone", "days and hours are those of Vietnam (UTC+7), whatever the machine's are")
        let today = clock.now.day
        let advice = "administration, calendars; or motcua calendars save"
        do {
            let calendar = try await database.read { tx in
                try directory.calendar(named: CalendarStore.national, in: tx)
            }
            for year in [today.year, today.year + 1] {
                switch calendar.years[year] {
                case nil where year == today.year || today.month >= 10:
                    found.broken("calendar", "the year \(year) is missing", advice)
                case nil: found.watch("calendar", "the year \(year) is missing", advice)
                case let data? where data.provisional && year == today.year:
                    found.watch("calendar", "the year \(year) is only provisional", advice)
                case let data?:
                    found.good("calendar", "the year \(year) is there" + (data.provisional ? ", provisional" : ""))
                }
            }
        } catch {
            found.broken("calendar", "it cannot be read", advice)
        }
    }
}
