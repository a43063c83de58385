// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Targets that touch raw memory say so at each use.
let memorySafe = settings + [.strictMemorySafety()]

let package = Package(
    name: "aegis",
    targets: [
        // MARK: CLibYAML
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        // MARK: CLibcurl
        .systemLibrary(
            name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // MARK: ClusterModel
        .target(name: "ClusterModel", dependencies: ["StructuredData"], swiftSettings: settings),

        // MARK: Detection
        .target(name: "Detection", dependencies: ["ClusterModel"], swiftSettings: settings),
        .testTarget(
            name: "DetectionTests", dependencies: ["ClusterModel", "Detection"],
            exclude: ["Fixtures"], swiftSettings: settings),

        // MARK: HTTP
        .target(name: "HTTP", dependencies: ["CLibcurl"], swiftSettings: memorySafe),
        .testTarget(
            name: "HTTPTests", dependencies: ["HTTP", "LoopbackServer"], swiftSettings: settings),

        // MARK: LoopbackServer
        .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: settings),

        // MARK: StructuredData
        .target(name: "StructuredData", dependencies: ["CLibYAML"], swiftSettings: memorySafe),
    ]
)
