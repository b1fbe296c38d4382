// swift-tools-version: 6.3

import PackageDescription

/// Settings that every Swift target of the house shares (why: docs/architecture.md, "Language settings").
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One stage or edge of the house.
///
/// `needs` is the whole list of modules that it may import.
func module(_ name: String, _ needs: [String] = []) -> Target {
  .target(
    name: name, dependencies: needs.map { .init(stringLiteral: $0) }, swiftSettings: house)
}

/// The tests of one module; they may also use the shared support.
func tests(of name: String, _ needs: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name, "TestSupport"] + needs).map { .init(stringLiteral: $0) },
    swiftSettings: house)
}

let package = Package(
  name: "tanaoroshi",
  products: [.executable(name: "tanaoroshi", targets: ["tanaoroshi"])],
  targets: [
    // C libraries of the system, and C of our own.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CPosix"),
    .target(name: "CScanKernels"),
    .target(name: "CPatterns"),

    // The nouns.
    module("Inventory"),

    // The edges: the only places where `unsafe` is allowed.
    module("Posix", ["CPosix"]),
    module("Regexes", ["CPCRE2"]),
    module("ScanKernels", ["CScanKernels"]),
    module("XMLPush", ["ScanKernels", "CLibXML2"]),
    module("YAMLTree", ["Inventory", "CLibYAML"]),

    // The stages: none imports another.
    module("Walking", ["Inventory", "Posix"]),
    module("Extracting", ["Inventory", "Posix", "XMLPush", "ScanKernels"]),
    module("Rules", ["Inventory", "Regexes", "YAMLTree", "CPatterns"]),
    module("Detecting", ["Inventory", "Rules", "Regexes", "ScanKernels"]),
    module("Judging", ["Inventory", "YAMLTree"]),
    module("Reporting", ["Inventory", "ScanKernels"]),

    // The order of the stages, and the program.
    module(
      "Scanning",
      [
        "Inventory", "Posix", "ScanKernels", "Walking", "Extracting", "Rules", "Detecting",
        "Judging",
      ]),
    module("Arguments"),
    .executableTarget(
      name: "tanaoroshi",
      dependencies: [
        "Arguments", "Inventory", "Posix", "YAMLTree", "Rules", "Detecting", "Judging",
        "Scanning", "Reporting",
      ],
      swiftSettings: house),

    // What each step of the inference brings, for Benchmarks/accuracy; not shipped.
    .executableTarget(
      name: "ablation",
      dependencies: ["Inventory", "Posix", "Rules", "Judging", "Scanning", "Reporting", "Walking"],
      path: "Benchmarks/accuracy/ablation", swiftSettings: house),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Inventory", "ScanKernels"], path: "Tests/TestSupport",
      swiftSettings: house),
    tests(of: "Inventory"),
    tests(of: "Posix"),
    tests(of: "Regexes"),
    tests(of: "ScanKernels"),
    tests(of: "XMLPush"),
    tests(of: "YAMLTree"),
    tests(of: "Walking", ["Inventory", "Posix"]),
    tests(of: "Extracting", ["Inventory", "Posix"]),
    tests(of: "Rules", ["Inventory"]),
    tests(of: "Detecting", ["Inventory", "Rules", "ScanKernels"]),
    tests(of: "Judging", ["Inventory", "YAMLTree"]),
    tests(of: "Reporting", ["Inventory"]),
    tests(of: "Scanning", ["Inventory", "Posix", "Rules", "Detecting", "Extracting"]),
    tests(of: "Arguments"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "Inventory"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzz targets: instrumented as a whole and linked with libFuzzer, so they are built only by Tests/Fuzz/run.
if Context.environment["TANAOROSHI_FUZZ"] != nil {
  package.targets += [
    .target(name: "FuzzingMain", path: "Tests/Fuzz/FuzzingMain"),
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "FuzzingMain", "Inventory", "XMLPush", "YAMLTree", "Extracting", "Rules", "Detecting",
        "Judging", "Scanning", "Reporting", "ScanKernels", "TestSupport",
      ], path: "Tests/Fuzz/Fuzzing", swiftSettings: house),
  ]
}
