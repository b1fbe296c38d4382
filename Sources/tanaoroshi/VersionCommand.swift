import Arguments

/// `tanaoroshi version`: the version and nothing else, so that it costs nothing to ask.
enum VersionCommand {
  static let version = "0.1.0"

  static let command = Command(
    "version",
    abstract: HelpText(ja: "版を表示する", en: "Show the version"),
    settings: CommonSettings(), options: [CommonSettings.language(\.language)]
  ) { _ in
    ResultOutput.print("tanaoroshi \(version)\n")
  }
}
