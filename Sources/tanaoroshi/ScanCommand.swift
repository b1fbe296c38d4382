import Arguments
import Inventory
import Judging
import Posix
import Reporting
import Rules
import Scanning
import Walking

/// `tanaoroshi scan ROOT...`: finds personal data, holds it against the policy, reports.
enum ScanCommand {
  static let command = Command(
    "scan",
    abstract: HelpText(ja: "フォルダーを走査する", en: "Scan folders and files"),
    discussion: HelpText(
      ja: """
        見つけた値そのものは、どこにも書きません。
        見るには、示された場所をファイルで開いてください。
        終了コード: 0 すべて読み、方針の内。1 方針の外のものあり。2 始められない。
                    3 読めなかったものあり、または隔離できず。129、130、143 中断。
        """,
      en: """
        No value that is found is ever written; to see one, open the file at the
        place given.
        Status: 0 all read and within the policy; 1 something outside it;
                2 could not start; 3 something was not read, or reading was not
                contained; 129, 130, 143 interrupted.
        """),
    settings: ScanSettings(), options: ScanSettings.options,
    positionals: ScanSettings.positionals, run: run)

  private static func run(_ settings: ScanSettings) -> Int32 {
    var policy: PolicyFile?
    if let path = settings.policy {
      guard let file = PolicyFile.read(path) else { return ExitStatus.couldNotStart }
      file.sayWarnings()
      policy = file
    }
    guard let patterns = PatternFolders.read(adding: settings.patterns),
      let request = request(settings, policy?.policy, patterns.facts.kinds),
      let output = ResultOutput(path: settings.output)
    else { return ExitStatus.couldNotStart }
    return scan(settings, request, patterns, policy, output)
  }

  /// The request that the settings make; `nil` after saying what is wrong.
  private static func request(
    _ settings: ScanSettings, _ policy: Policy?, _ kinds: CategoryKinds
  ) -> ScanRequest? {
    var exclusions: [Glob] = []
    for pattern in settings.exclude {
      do throws(GlobError) {
        exclusions.append(try Glob(String(decoding: pattern, as: UTF8.self)))
      } catch {
        let name = Diagnostics.quoted(pattern)
        Diagnostics.say(
          Message(
            ja: "--exclude「\(name)」の \(error.column) 文字目: \(error.message.japanese)。",
            en: "--exclude '\(name)', character \(error.column): \(error.message.english)"))
        return nil
      }
    }
    var listed: FileList?
    if let path = settings.filesFrom {
      guard let list = fileList(path, settings) else { return nil }
      listed = list
    } else if settings.isNullSeparated {
      Diagnostics.say(
        Message(ja: "--null は --files-from と一緒に使います。", en: "--null goes with --files-from"))
      return nil
    }
    return ScanRequest(
      roots: settings.roots, exclusions: exclusions, listed: listed, policy: policy, kinds: kinds,
      places: settings.places, minimumConfidence: settings.minimumConfidence.value,
      now: SystemClock.now)
  }

  private static func fileList(_ path: [UInt8], _ settings: ScanSettings) -> FileList? {
    let limit = 1 << 30
    do throws(SmallFile.Failure) {
      let bytes =
        path == Array("-".utf8)
        ? try StandardStream.input.readToEnd(limit: limit)
        : try SmallFile.read(FileName(path), limit: limit).bytes
      return FileList(bytes: bytes, separator: settings.isNullSeparated ? .nul : .newline)
    } catch {
      Diagnostics.say(unreadable: path, error)
      return nil
    }
  }

  private static func scan(
    _ settings: ScanSettings, _ request: consuming ScanRequest, _ patterns: PatternFolders.Loaded,
    _ policy: PolicyFile?, _ output: ResultOutput
  ) -> Int32 {
    Interruption.ignoreBrokenPipes()
    guard hasDescriptors() else { return ExitStatus.couldNotStart }
    do {
      try Interruption.beginNoting()
      request.ownOutput = output.identity
      let examination = request.settings(countingKey: countingKey(try Host.randomBytes(16)))
      let scan = try Scan(request)
      let jobs = min(
        settings.jobs ?? WorkerCount.usual(cores: Host.processorCount, roots: scan.roots), mostJobs)
      guard jobs > 0 else {
        let examiner = Examiner(rules: try patterns.rules(), settings: examination)
        var pool = LocalPool(examiner: examiner, words: examination.words.count)
        return try run(scan, settings, &pool, patterns.facts, policy, output).status
      }
      var pool = WorkerPool(
        workers: jobs, setup: WorkerSetup(settings: examination, packs: patterns.packs))
      let (status, isFiltered) = try run(
        scan, settings, &pool, patterns.facts, policy, output, warns: true)
      guard !isFiltered else { return status }
      // Loud, and never a status of 0 or 1: who asked for contained reading did not get it.
      sayUnfiltered()
      return [ExitStatus.good, ExitStatus.outsidePolicy].contains(status)
        ? ExitStatus.incomplete : status
    } catch let error as WalkError {
      say(error)
    } catch let error as WorkerPool.Failure {
      say(error)
    } catch let error as SystemError {
      Diagnostics.say(
        Message(ja: "始められません（\(error.name)）。", en: "could not start (\(error.name))"))
    } catch {
      Diagnostics.say(Message(ja: "始められません。", en: "could not start"))
    }
    return ExitStatus.couldNotStart
  }

  /// Runs a scan with a pool, and reports.
  ///
  /// - Parameter warns: Whether to say so when what reads content is not filtered.
  private static func run<Pool: ExaminationPool & ~Copyable>(
    _ scan: consuming Scan, _ settings: ScanSettings, _ pool: inout Pool, _ rules: RuleFacts,
    _ policy: PolicyFile?, _ output: ResultOutput, warns: Bool = false
  ) throws -> (status: Int32, isFiltered: Bool) {
    let started = SystemClock.now
    let id = try Host.randomBytes(8)
    let roots = scan.roots
    let report = ScanReport(settings, output: output, isName: PersonNames.isName)
    var isFiltered = false
    let totals = try scan.run(
      pool: &pool, isInterrupted: { Interruption.noted != nil || !report.isWritable },
      begin: { isolation in
        isFiltered = isolation.seccomp
        if warns, !isFiltered { sayUnfiltered() }
        report.begin(facts(rules, roots, policy, isolation, id: id, started: started))
      },
      hand: { report.add($0) })
    let isWritten = report.end(totals)
    return (status(settings, totals, report, isWritten), isFiltered)
  }

  /// More processes than this never help.
  private static let mostJobs = 256

  /// Open files that a scan needs at least: its own, those of a worker's start, and a few under way.
  private static let fewestDescriptors = 32

  /// Whether enough files may be open at a time; says so when not.
  private static func hasDescriptors() -> Bool {
    let limit = Host.raiseDescriptorLimit()
    guard limit < fewestDescriptors else { return true }
    Diagnostics.say(
      Message(
        ja: "同時に開けるファイルの数の上限が \(limit) では足りません。\(fewestDescriptors) 以上が必要です（ulimit -n）。",
        en:
          "\(limit) open files at a time are too few; at least \(fewestDescriptors) are needed (ulimit -n)"
      ))
    return false
  }

  private static func countingKey(_ bytes: [UInt8]) -> (UInt64, UInt64) {
    func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
    return (word(bytes.prefix(8)), word(bytes.dropFirst(8)))
  }

  private static func facts(
    _ rules: RuleFacts, _ roots: [Root], _ policy: PolicyFile?, _ isolation: Isolation,
    id: [UInt8], started: Int
  ) -> ScanFacts {
    let digits = id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return ScanFacts(
      toolVersion: VersionCommand.version, libraries: Libraries.versions,
      id: digits.joined(), started: started, host: Host.name, roots: roots,
      policy: policy.map { (String(decoding: $0.path, as: UTF8.self), $0.sha256) },
      categoryNames: Dictionary(
        (policy?.policy.categories ?? []).map { ($0.key, $0.name) },
        uniquingKeysWith: { first, _ in first }),
      patternsSHA256: rules.sha256, ruleCount: rules.ruleCount, isolation: isolation)
  }

  /// The exit status: an interruption, then what was not read, then the verdicts.
  private static func status(
    _ settings: ScanSettings, _ totals: ScanTotals, _ report: ScanReport, _ isWritten: Bool
  ) -> Int32 {
    if let interruption = Interruption.noted { return interruption.exitStatus }
    if !isWritten || totals.outcome != .complete { return ExitStatus.incomplete }
    if let severest = report.severest, severest >= settings.failOn.severity {
      return ExitStatus.outsidePolicy
    }
    return ExitStatus.good
  }
}
