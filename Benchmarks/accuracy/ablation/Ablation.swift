import Inventory
import Judging
import Posix
import Reporting
import Rules
import Scanning
import Walking

/// Scans a share as the program does, with steps of the inference left out, and writes the NDJSON records.
///
///     ablation SHARE POLICY LEFT-OUT...
///
/// It is a program of its own, so that the shipped one has no switch that makes it find less.
@main
struct Ablation {
  static let names: [(name: String, step: InferenceSteps)] = [
    ("check-digits", .checkDigits), ("series-odds", .seriesOdds), ("neighbours", .neighbours),
    ("dictionaries", .dictionaries), ("repair", .repair),
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    guard arguments.count >= 2 else {
      try StandardStream.error.write("ablation SHARE POLICY LEFT-OUT...\n")
      Host.exit(with: 2)
    }
    var steps: InferenceSteps = []
    for word in arguments.dropFirst(2) {
      guard let known = names.first(where: { $0.name == word }) else {
        let list = names.map(\.name).joined(separator: ", ")
        try StandardStream.error.write("ablation: what may be left out: \(list)\n")
        Host.exit(with: 2)
      }
      steps.insert(known.step)
    }
    try scan(share: arguments[0], policy: arguments[1], leavingOut: steps)
  }

  private static func scan(share: String, policy: String, leavingOut steps: InferenceSteps) throws {
    let now = SystemClock.now
    let file = try SmallFile.read(FileName(Array(policy.utf8)), limit: 1 << 20)
    let check = PolicyCheck(file.bytes, file: policy, now: now)
    let rules = try RuleSet.bundled()
    let request = ScanRequest(
      roots: [Array(share.utf8)], policy: check.policy, kinds: rules.kinds, places: .all, now: now)
    var settings = request.settings(countingKey: (1, 2))
    settings.leavesOut = steps
    var pool = LocalPool(
      examiner: Examiner(rules: rules, settings: settings), words: settings.words.count)
    var scan = try Scan(request)
    var report = NDJSONReport(
      options: ReportOptions(language: .english), write: { try StandardStream.output.write($0) })
    try report.begin(
      ScanFacts(
        toolVersion: "ablation", libraries: [], id: "0", started: now, host: "", roots: scan.roots,
        policy: (policy, ""), patternsSHA256: rules.sha256, ruleCount: rules.rules.count,
        isolation: Isolation()))
    var failure: (any Error)?
    let totals = try scan.run(pool: &pool, isInterrupted: { failure != nil }) { holding in
      do { try report.add(holding) } catch { failure = error }
    }
    try report.end(totals)
    if let failure { throw failure }
  }
}
