// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: one folder below `Sources`, with the rooms below it that it may name.
func room(_ name: String, _ below: [String] = [], _ others: [Target.Dependency] = [], notes: [String] = []) -> Target {
    .target(
        name: name,
        dependencies: below.map { .target(name: $0) } + others,
        exclude: ["README.md"] + notes,
        swiftSettings: house
    )
}

func tests(
    _ name: String, _ rooms: [String], _ others: [Target.Dependency] = [], data: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: rooms.map { .target(name: $0) } + others, exclude: data, swiftSettings: house)
}

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]

let web = ["Kernel", "Wording", "Markup", "DesignSystem", "Site"]

let package = Package(
    name: "motcua",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "motcua", targets: ["motcua"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        room("Kernel"),
        room("Storage", ["Kernel"]),
        room(
            "StorageSQLite", ["Storage"],
            [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("StoragePostgreSQL", ["Storage", "CPostgreSQL"], [logging]),
        room("Blobs", ["Kernel"], [crypto]),
        room("Jobs", ["Kernel", "Storage"], [logging, lifecycle]),
        room("Journal", ["Kernel", "Storage"], [crypto, logging, lifecycle]),
        room("Rules", ["Kernel", "CXML2"]),
        room("WorkingTime", ["Kernel"]),
        room("Printing", ["CQREncode"]),
        room("Wording", ["Kernel"]),
        room("Markup", ["Kernel"]),
        room("DesignSystem", ["Kernel", "Wording", "Markup"], [crypto]),
        room(
            "Site", ["Kernel", "Storage", "Wording", "Markup", "DesignSystem", "CZlib"],
            [hummingbird, crypto, logging, .product(name: "HTTPTypes", package: "swift-http-types")] + nio),
        room(
            "Directory", web + ["Storage", "Journal", "WorkingTime"],
            [.product(name: "SwiftCSV", package: "SwiftCSV")]),
        room("Accounts", web + ["Storage", "Journal", "Jobs", "Directory", "Printing"], [crypto, cryptoExtras] + nio),
        room(
            "Catalogue", web + ["Storage", "Journal", "Directory", "Rules", "WorkingTime"], [yams, crypto],
            notes: ["Definition/README.md"]),
        room(
            "Casework",
            web + [
                "Storage", "Blobs", "Jobs", "Journal", "WorkingTime", "Printing", "Directory", "Accounts", "Catalogue",
            ], [crypto] + nio),
        room("Payments", web + ["Storage", "Directory", "Catalogue", "Casework"]),
        room(
            "Designer", web + ["Storage", "Journal", "WorkingTime", "Directory", "Catalogue", "Casework"], [yams]),
        room(
            "Notices",
            web + ["Storage", "Jobs", "Directory", "Accounts", "Catalogue", "Casework"],
            [.product(name: "NIOSSL", package: "swift-nio-ssl")] + nio),
        room(
            "Composition",
            web + [
                "Storage", "StorageSQLite", "StoragePostgreSQL", "Blobs", "Jobs", "Journal", "WorkingTime", "Rules",
                "Directory",
                "Accounts", "Catalogue", "Casework", "Payments", "Notices", "Designer",
            ],
            [
                hummingbird, logging, lifecycle, crypto,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "Configuration", package: "swift-configuration"),
            ] + nio),
        .executableTarget(
            name: "motcua",
            dependencies: [
                "Composition", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md"],
            swiftSettings: house),
        .executableTarget(
            name: "bench-server",
            dependencies: [
                "Composition", "Site", hummingbird, logging,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + nio,
            path: "Benchmarks/Server", swiftSettings: house),
        .executableTarget(
            name: "bench-rules", dependencies: ["Kernel", "Rules"], path: "Benchmarks/Rules", swiftSettings: house),
        .executableTarget(
            name: "fuzz", dependencies: ["Kernel", "Rules", "Catalogue"], path: "Tests/Fuzz", swiftSettings: house),

        .target(
            name: "TestKit",
            dependencies: ["Kernel", "Storage", "StorageSQLite", "StoragePostgreSQL"],
            path: "Tests/TestKit", swiftSettings: house),
        tests("KernelTests", ["Kernel"]),
        tests("DesignSystemTests", ["Kernel", "Markup", "DesignSystem"]),
        tests("WorkingTimeTests", ["Kernel", "WorkingTime", "TestKit"]),
        tests("RulesTests", ["Kernel", "Rules", "TestKit"]),
        tests("StorageTests", ["Kernel", "Storage", "StorageSQLite", "StoragePostgreSQL", "TestKit"]),
        tests("BlobsTests", ["Blobs"]),
        tests("JobsTests", ["Kernel", "Storage", "Jobs", "TestKit"], [logging]),
        tests("JournalTests", ["Kernel", "Storage", "Journal", "TestKit"], [logging]),
        tests(
            "BackupTests", ["Kernel", "Storage", "StorageSQLite", "Blobs", "Journal", "Composition", "TestKit"],
            [logging]),
        tests(
            "CaseworkTests",
            [
                "Kernel", "Storage", "Blobs", "Jobs", "Journal", "WorkingTime", "Wording", "Markup", "DesignSystem",
                "Site",
                "Directory",
                "Accounts", "Catalogue", "Casework", "TestKit",
            ]),
        tests(
            "CatalogueTests", ["Kernel", "Storage", "Journal", "Rules", "WorkingTime", "Catalogue", "TestKit"],
            data: ["Queries", "Samples", "Broken", "BPMN/Drawn"]),
        tests(
            "DirectoryTests",
            ["Kernel", "Storage", "Journal", "WorkingTime", "Site", "Directory", "TestKit"]),
        tests(
            "AccountsTests",
            [
                "Kernel", "Storage", "Journal", "Jobs", "WorkingTime", "Wording", "Markup", "DesignSystem", "Site",
                "Directory", "Accounts", "TestKit",
            ]),
        tests(
            "NoticesTests",
            [
                "Kernel", "Storage", "Jobs", "Journal", "WorkingTime", "Wording", "Markup", "DesignSystem", "Site",
                "Directory", "Accounts", "Catalogue", "Casework", "Notices", "TestKit",
            ], nio + [logging]),
        tests(
            "DesignerTests",
            ["Kernel", "Storage", "Journal", "Directory", "Catalogue", "Designer", "TestKit"]),
        tests(
            "PaymentsTests",
            [
                "Kernel", "Storage", "Jobs", "Journal", "WorkingTime", "Wording", "Markup", "DesignSystem", "Site",
                "Directory", "Accounts", "Catalogue", "Casework", "Payments", "TestKit",
            ]),
        tests(
            "ServicesTests",
            [
                "Kernel", "Storage", "Blobs", "Jobs", "Journal", "WorkingTime", "Site", "Directory", "Accounts",
                "Catalogue", "Casework", "Payments", "TestKit",
            ]),
        tests(
            "SiteTests", ["Kernel", "Storage", "Markup", "DesignSystem", "Site", "CZlib", "TestKit"],
            [
                hummingbird, logging, .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + nio),
        tests(
            "HouseTests",
            [
                "Kernel", "Storage", "Blobs", "Jobs", "Journal", "WorkingTime", "Wording", "Markup", "DesignSystem",
                "Site",
                "Directory", "Accounts", "Catalogue", "Casework", "Payments", "Notices", "Designer", "Composition",
                "TestKit",
            ],
            [
                hummingbird, logging, crypto, .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + nio),
    ]
)

// `bin/test --long` counts with optimised tests. Those that count keep no database; of the others the compiler cannot
// optimise all.
if Context.environment["MOTCUA_TEST_COUNTS"] == "1" {
    let counting = ["WorkingTimeTests", "RulesTests", "CatalogueTests"]
    package.targets.removeAll { $0.type == .test && !counting.contains($0.name) }
}
