import Jobs
import Site
import Storage

extension Installation {
    /// Sets what goes up and down, when somebody asks for the metrics. While the database is away, what stands in it is
    /// not known and not told.
    func gauges(_ metrics: Metrics) async {
        let isUp = await database.isReachable()
        metrics.set("motcua_database_up", help: "1 while the database answers.", isUp ? 1 : 0)
        let figures = database.figures
        metrics.set("motcua_database_commits", help: "Commits since the start.", Double(figures.commits))
        metrics.set("motcua_database_repeated", help: "Transactions that ran again.", Double(figures.repeated))
        metrics.set("motcua_database_reconnected", help: "Connections opened again.", Double(figures.reconnected))
        let standing = isUp ? try? await queue.standing() : nil
        func set(_ name: String, _ help: String, _ value: Int?) {
            if let value { metrics.set(name, help: help, Double(value)) } else { metrics.forget(name) }
        }
        set("motcua_jobs_waiting", "Jobs that wait for their turn.", standing?.waiting)
        set("motcua_jobs_stuck", "Jobs that wait for an administrator.", standing?.stuck)
        set("motcua_jobs_overdue_seconds", "For how long the first job has been due.", standing?.overdueSeconds)
    }
}
