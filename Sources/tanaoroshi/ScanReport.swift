import Inventory
import Posix
import Reporting

/// What comes out of a scan while it goes on: the report, the line of progress, and what the status needs to know.
final class ScanReport {
  private let output: ResultOutput
  private var report: any Report
  private var progress: Progress?
  private var files = 0
  private var bytes = 0
  private var findings = 0
  /// Severest verdict so far; `nil` for none.
  private(set) var severest: Severity?
  private(set) var isWritable = true

  /// Prepares the report that the settings ask for.
  ///
  /// - Parameter isName: Says of a part of a path whether it is a person's name; asked only with `--mask-names`.
  init(
    _ settings: ScanSettings, output: ResultOutput,
    isName: (@Sendable (_ text: String) -> Bool)?
  ) {
    self.output = output
    let options = ReportOptions(
      language: UserLanguage.current, listsAllFiles: settings.listsAllFiles,
      isName: settings.masksNames ? isName : nil, usesColour: Self.usesColour(settings))
    let write: ByteOutput = { bytes in try output.write(bytes) }
    switch Self.format(settings) {
    case .text: report = TextSummary(options: options, write: write)
    case .json: report = JSONReport(options: options, write: write)
    case .ndjson: report = NDJSONReport(options: options, write: write)
    }
    if !settings.hidesProgress, StandardStream.error.isTerminal {
      progress = Progress(language: UserLanguage.current, now: SystemClock.monotonic)
    }
  }

  /// The format asked for; otherwise text where a person reads, and JSON where a program does.
  static func format(_ settings: ScanSettings) -> ReportFormat {
    settings.format
      ?? (settings.output == nil && StandardStream.output.isTerminal ? .text : .json)
  }

  /// Whether colour may be used: asked for, or on a terminal that is not said to be without.
  static func usesColour(_ settings: ScanSettings) -> Bool {
    switch settings.colour {
    case .always: true
    case .never: false
    case .auto:
      settings.output == nil && StandardStream.output.isTerminal
        && Host.environment("NO_COLOR") ?? "" == "" && Host.environment("TERM") != "dumb"
    }
  }

  func begin(_ facts: ScanFacts) { attempt { try report.begin(facts) } }

  func add(_ holding: Holding) {
    files += 1
    bytes += holding.content.bytesRead
    findings += holding.content.findings.count
    note(holding.verdicts)
    attempt { try report.add(holding) }
    draw()
  }

  /// Writes the tail and puts the result in its place.
  ///
  /// - Returns: False when it did not get there.
  func end(_ totals: ScanTotals) -> Bool {
    note(totals.verdicts)
    if let line = progress?.clear(), !line.isEmpty { try? StandardStream.error.write(line) }
    attempt { try report.end(totals) }
    return output.finish()
  }

  private func note(_ verdicts: [Verdict]) {
    for verdict in verdicts where verdict.severity > severest ?? .note {
      severest = verdict.severity
    }
  }

  /// Writing that failed once is not tried again: the scan should stop, and says so at its end.
  private func attempt(_ write: () throws -> Void) {
    guard isWritable else { return }
    do { try write() } catch { isWritable = false }
  }

  private func draw() {
    let line = progress?.draw(
      now: SystemClock.monotonic, files: files, bytes: bytes, findings: findings)
    if let line { try? StandardStream.error.write(line) }
  }
}
