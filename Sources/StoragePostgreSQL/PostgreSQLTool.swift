import CPostgreSQL
import Foundation
import Storage

/// One of the programs that come with PostgreSQL, run against the database of an address.
///
/// The address goes through the environment (PostgreSQL documentation, 34.15 "Environment Variables"): everybody on the
/// machine can read the arguments of a process, and the address may hold the password.
struct PostgreSQLTool {
    private let name: String
    private let program: URL
    private let environment: [String: String]
    let database: String

    init(_ name: String, _ address: PostgreSQLAddress) throws {
        guard let path = Self.path(of: name) else {
            throw CopyProblem("\(name) not found: install the package postgresql-client")
        }
        self.name = name
        program = URL(fileURLWithPath: path)
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MOTCUA_") }
        environment["LC_ALL"] = "C.UTF-8"
        environment["PGAPPNAME"] = "motcua \(name)"
        for (variable, value) in Self.variables(of: address.url) { environment[variable] = value }
        self.environment = environment
        database = environment["PGDATABASE"] ?? ""
    }

    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What the URL says, by the environment variables that stand for its parts.
    private static func variables(of url: String) -> [String: String] {
        guard let options = PQconninfoParse(url, nil) else { return [:] }
        defer { PQconninfoFree(options) }
        var variables: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let variable = option.pointee.envvar, let value = option.pointee.val,
                String(cString: keyword) != "application_name"
            {
                variables[String(cString: variable)] = String(cString: value)
            }
            option += 1
        }
        return variables
    }

    /// Runs the program to its end; throws what it says when it does not succeed.
    func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let said = Pipe()
        process.standardError = said
        let isOver = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in isOver.signal() }
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        isOver.wait()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw CopyProblem("\(name) did not succeed: \(text.suffix(2_000))")
        }
    }
}
