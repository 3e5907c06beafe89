import Foundation
import Testing

/// The arrows of ARCHITECTURE.md: which room may name which.
@Suite struct ArrowTests {
    /// One room: what it may name of the house, and what from outside.
    private struct Room {
        let name: String
        let below: Set<String>
        let outside: Set<String>
    }

    /// From the ground up: every arrow points to a room further up in this list.
    private static let rooms = [
        room("Kernel"),
        room("CPostgreSQL"), room("CQREncode"), room("CZlib"), room("CXML2"),
        room("Storage", "Kernel"),
        room("StorageSQLite", "Storage", outside: "GRDB GRDBSQLite"),
        room("StoragePostgreSQL", "Storage CPostgreSQL", outside: "Logging"),
        room("Blobs", "Kernel", outside: "Crypto"),
        room("Jobs", "Kernel Storage", outside: "Logging ServiceLifecycle"),
        room("Journal", "Kernel Storage", outside: "Crypto Logging ServiceLifecycle"),
        room("Rules", "Kernel CXML2"),
        room("WorkingTime", "Kernel"),
        room("Printing", "CQREncode"),
        room("Wording", "Kernel"),
        room("Markup", "Kernel"),
        room("DesignSystem", "Kernel Wording Markup", outside: "Crypto"),
        room(
            "Site", "Kernel Storage Wording Markup DesignSystem CZlib",
            outside: "Hummingbird HummingbirdCore HTTPTypes Crypto Logging NIOCore NIOPosix"),
        room("Directory", web, "Storage Journal WorkingTime", outside: "SwiftCSV"),
        room("Accounts", web, "Storage Journal Jobs Directory Printing", outside: "Crypto CryptoExtras NIOPosix"),
        room("Catalogue", web, "Storage Journal Directory Rules WorkingTime", outside: "Yams Crypto"),
        room(
            "Casework", web, "Storage Blobs Jobs Journal WorkingTime Printing Directory Accounts Catalogue",
            outside: "Crypto NIOPosix"),
        room("Payments", web, "Storage Directory Catalogue Casework"),
        room("Designer", web, "Storage Journal WorkingTime Directory Catalogue Casework", outside: "Yams"),
        room(
            "Notices", web, "Storage Jobs Directory Accounts Catalogue Casework", outside: "NIOCore NIOPosix NIOSSL"),
        room(
            "Composition", web,
            """
            Storage StorageSQLite StoragePostgreSQL Blobs Jobs Journal Rules WorkingTime Directory Accounts Catalogue Casework \
            Payments Notices Designer
            """,
            outside: """
                Hummingbird HummingbirdCore HummingbirdTLS Configuration Logging NIOCore NIOPosix NIOSSL ServiceLifecycle \
                SystemPackage UnixSignals
                """),
        room("motcua", "Kernel Composition", outside: "ArgumentParser Logging"),
    ]

    private static let web = "Kernel Wording Markup DesignSystem Site"
    private static let always: Set = ["Foundation", "Synchronization", "Glibc", "Darwin"]
    private static let drivers: Set = ["StorageSQLite", "StoragePostgreSQL", "GRDB", "GRDBSQLite", "CPostgreSQL"]

    private static func room(_ name: String, _ below: String..., outside: String = "") -> Room {
        Room(
            name: name, below: Set(below.flatMap { $0.split(separator: " ").map(String.init) }),
            outside: Set(outside.split(separator: " ").map(String.init)))
    }

    @Test func `every arrow points down`() {
        var known: Set<String> = []
        for room in Self.rooms {
            #expect(room.below.subtracting(known).isEmpty, "\(room.name) names what stands above it")
            known.insert(room.name)
        }
    }

    @Test func `every file names only what its room may`() {
        for room in Self.rooms {
            let files = SourceFile.sources.filter { $0.room == room.name }
            for file in files {
                let wrong = Set(file.imports).subtracting(room.below).subtracting(room.outside)
                    .subtracting(Self.always)
                #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
            }
        }
        #expect(Set(SourceFile.sources.map(\.room)).isSubset(of: Self.rooms.map(\.name)))
    }

    @Test func `no arrow stands for nothing`() {
        for room in Self.rooms {
            let named = Set(SourceFile.sources.filter { $0.room == room.name }.flatMap(\.imports))
            let unused = room.below.union(room.outside).subtracting(named)
            #expect(unused.isEmpty, "\(room.name) names no more: \(unused.sorted())")
        }
    }

    @Test func `the package declares the same arrows`() throws {
        let package = try #require(SourceFile.one("Package.swift")).text
        let names = Set(Self.rooms.map(\.name))
        for room in Self.rooms where !room.below.isEmpty && room.name != "motcua" {
            let parts = package.components(separatedBy: "room(")
            let declaration = try #require(
                parts.first { $0.drop(while: \.isWhitespace).hasPrefix("\"\(room.name)\",") }, "\(room.name)")
            let code = declaration.components(separatedBy: ".executableTarget")[0]
            var declared = Set(code.split(separator: "\"").map(String.init))
            if code.contains("web +") { declared.formUnion(Self.web.split(separator: " ").map(String.init)) }
            declared.remove(room.name)
            #expect(declared.intersection(names) == room.below, "\(room.name)")
        }
    }

    @Test func `nobody but Composition and the drivers themselves names a driver`() {
        for file in SourceFile.sources where !["Composition", "StorageSQLite", "StoragePostgreSQL"].contains(file.room)
        {
            #expect(Self.drivers.isDisjoint(with: file.imports), "\(file.path)")
        }
    }

    @Test func `only files that face a browser name Site, DesignSystem or Markup`() {
        let features: Set = ["Directory", "Accounts", "Catalogue", "Casework", "Payments", "Notices", "Designer"]
        let faces: Set = ["Site", "DesignSystem", "Markup"]
        for file in SourceFile.sources where features.contains(file.room) && !file.isWeb {
            #expect(faces.isDisjoint(with: file.imports), "\(file.path)")
        }
    }

    @Test func `what faces a browser holds no SQL`() {
        let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "ORDER BY", "tx.rows(", "tx.run(", "SQL("]
        for file in SourceFile.sources where file.isWeb {
            for word in sql { #expect(!file.text.contains(word), "\(file.path): \(word)") }
        }
    }
}
