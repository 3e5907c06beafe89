import ArgumentParser

/// The program: one executable for the site, its worker and everything its operator does.
@main
struct MotCua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motcua", abstract: "Một cửa: public services, the one-stop desk and what stands behind them.",
        subcommands: [
            Serve.self, Work.self, Migrate.self, Import.self, Search.self, Deadline.self, Rules.self, Check.self,
            Service.self, Verify.self,
            Backup.self, Restore.self, Services.self,
            Sample.self,
            Administrator.self, Agencies.self, Officials.self, Calendars.self, Jobs.self, Doctor.self, Totp.self,
        ])
}
