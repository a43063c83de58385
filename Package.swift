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
    products: [
        .executable(name: "aegis", targets: ["aegis"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        // FilePath, by which swift-subprocess names programs; it brings this package anyway.
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(
            url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // MARK: aegis
        .executableTarget(
            name: "aegis",
            dependencies: [
                "Analysis", "ClusterModel", "Detection", "HTTP", "Integrations", "KubeClient",
                "Scaling", "Shadow", "StructuredData", "Telemetry",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            // The HTML report's page, which .ci/generate turns into literals: one static binary.
            exclude: ["Rendering/HTML/page"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AegisTests",
            dependencies: [
                "Analysis", "ClusterModel", "Detection", "LoopbackServer", "Scaling",
                "StructuredData", "aegis",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Contract", "Goldens"],
            swiftSettings: settings
        ),

        // MARK: Analysis
        .target(
            name: "Analysis", dependencies: ["ClusterModel", "Detection", "StructuredData"],
            swiftSettings: settings),
        .testTarget(
            name: "AnalysisTests",
            dependencies: ["Analysis", "ClusterModel", "Detection", "StructuredData"],
            exclude: ["Expected", "Fixtures"], swiftSettings: settings),

        // MARK: CLibYAML
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        // MARK: CLibcurl
        .systemLibrary(
            name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // MARK: ClusterModel
        .target(name: "ClusterModel", dependencies: ["StructuredData"], swiftSettings: settings),
        .testTarget(
            name: "ClusterModelTests", dependencies: ["ClusterModel", "StructuredData"],
            swiftSettings: settings),

        // MARK: Detection
        .target(
            name: "Detection", dependencies: ["ClusterModel", "StructuredData"],
            swiftSettings: settings),
        .testTarget(
            name: "DetectionTests", dependencies: ["ClusterModel", "Detection", "StructuredData"],
            exclude: ["Fixtures"], swiftSettings: settings),

        // MARK: HTTP
        .target(name: "HTTP", dependencies: ["CLibcurl"], swiftSettings: memorySafe),
        .testTarget(
            name: "HTTPTests", dependencies: ["HTTP", "LoopbackServer"], swiftSettings: settings),

        // MARK: IndexLookup
        .executableTarget(
            name: "IndexLookup", dependencies: ["ClusterModel", "Detection"],
            path: "Tests/Benchmarks/IndexLookup", swiftSettings: settings),

        // MARK: Integrations
        .target(
            name: "Integrations",
            dependencies: [
                "Analysis", "ClusterModel", "HTTP", "Scaling", "Shadow", "StructuredData",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "IntegrationsTests",
            dependencies: [
                "Analysis", "ClusterModel", "HTTP", "Integrations", "LoopbackServer", "Scaling",
                "StructuredData",
            ],
            swiftSettings: settings),

        // MARK: KubeClient
        .target(
            name: "KubeClient",
            dependencies: [
                "ClusterModel", "HTTP", "StructuredData",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "KubeClientTests",
            dependencies: [
                "ClusterModel", "HTTP", "KubeClient", "LoopbackServer", "StructuredData",
            ],
            swiftSettings: settings),

        // MARK: LoopbackServer
        .target(name: "LoopbackServer", path: "Tests/LoopbackServer", swiftSettings: settings),

        // MARK: Scaling
        .target(
            name: "Scaling", dependencies: ["ClusterModel", "Detection", "StructuredData"],
            swiftSettings: settings),
        .testTarget(
            name: "ScalingTests",
            dependencies: ["ClusterModel", "Detection", "Scaling", "StructuredData"],
            exclude: ["Fixtures"], swiftSettings: settings),

        // MARK: Shadow
        .target(
            name: "Shadow",
            dependencies: [
                "Analysis", "ClusterModel", "Detection", "HTTP", "KubeClient", "StructuredData",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ShadowTests",
            dependencies: [
                "Analysis", "ClusterModel", "Detection", "HTTP", "KubeClient", "LoopbackServer",
                "Shadow", "StructuredData",
            ],
            swiftSettings: settings),

        // MARK: StructuredData
        .target(name: "StructuredData", dependencies: ["CLibYAML"], swiftSettings: memorySafe),

        // MARK: Telemetry
        .target(
            name: "Telemetry", dependencies: ["ClusterModel", "StructuredData"],
            swiftSettings: settings),
        .testTarget(
            name: "TelemetryTests", dependencies: ["ClusterModel", "StructuredData", "Telemetry"],
            swiftSettings: settings),
    ]
)
