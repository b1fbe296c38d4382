import Inventory

/// The parts that the JSON document and the NDJSON records have in common, written in the documented order.
struct DocumentFields {
  /// Name and version of the format; the number changes when a reader of the old one would misread the new.
  static let format = "tanaoroshi.findings/1"

  let options: ReportOptions

  func text(_ text: String) -> String { MaskedText.text(text) }

  func sentence(_ message: Message) -> String { MaskedText.sentence(message[options.language]) }

  func path(_ bytes: [UInt8]) -> MaskedPath { MaskedPath(bytes, isName: options.isName) }

  func tool(_ facts: ScanFacts, to json: inout JSONWriter) {
    json.key(.tool)
    json.openObject()
    json.field(.name, "tanaoroshi")
    json.field(.version, facts.toolVersion)
    json.key(.libraries)
    json.openObject()
    for library in facts.libraries { json.field(named: library.name, library.version) }
    json.closeObject()
    json.closeObject()
  }

  func scan(_ facts: ScanFacts, to json: inout JSONWriter) {
    json.key(.scan)
    json.openObject()
    json.field(.id, facts.id)
    json.field(.started, Timestamp.iso8601(facts.started))
    json.field(.host, text(facts.host))
    json.field(.language, options.language.rawValue)
    json.key(.roots)
    json.openArray()
    for root in facts.roots { self.root(root, to: &json) }
    json.closeArray()
    json.key(.policy)
    if let policy = facts.policy {
      json.openObject()
      json.field(.path, path(Array(policy.path.utf8)).text)
      json.field(.sha256, policy.sha256)
      json.closeObject()
    } else {
      json.null()
    }
    json.key(.patterns)
    json.openObject()
    json.field(.sha256, facts.patternsSHA256)
    json.field(.rules, facts.ruleCount)
    json.closeObject()
    json.key(.isolation)
    json.openObject()
    json.field(.seccomp, facts.isolation.seccomp)
    json.field(.landlock, facts.isolation.landlock)
    json.field(.noNewPrivileges, facts.isolation.noNewPrivileges)
    json.closeObject()
    json.closeObject()
  }

  private func root(_ root: Root, to json: inout JSONWriter) {
    json.openObject()
    path(root.path, to: &json)
    json.field(.filesystem, text(root.mount.filesystem))
    json.field(.source, MaskedText.mountSource(root.mount.source))
    json.closeObject()
  }

  /// `path`, and `path_b64` where the name is not UTF-8.
  func path(_ bytes: [UInt8], to json: inout JSONWriter) {
    let masked = path(bytes)
    json.field(.path, masked.text)
    if let bytes = masked.bytes { json.field(.pathB64, Base64.text(bytes)) }
  }

  func verdict(_ verdict: Verdict, ofFile: Bool, to json: inout JSONWriter) {
    json.openObject()
    json.field(.rule, verdict.rule.rawValue)
    json.field(.severity, verdict.severity.rawValue)
    json.field(.clause, text(verdict.clause))
    if ofFile {
      json.key(.findings)
      json.openArray()
      for index in verdict.findings { json.integer(index) }
      json.closeArray()
    }
    json.field(.because, sentence(verdict.because))
    json.field(.remedy, sentence(verdict.remedy))
    json.field(.policy, verdict.policy.map(text))
    json.closeObject()
  }

  /// `verdicts`, `coverage`, `summary` and `result`.
  func tail(
    _ totals: ScanTotals, to json: inout JSONWriter, betweenKeys: (inout JSONWriter) -> Void
  ) {
    json.key(.verdicts)
    json.openArray()
    for verdict in totals.verdicts { self.verdict(verdict, ofFile: false, to: &json) }
    json.closeArray()
    betweenKeys(&json)
    coverage(totals.coverage, to: &json)
    betweenKeys(&json)
    summary(totals.summary, to: &json)
    betweenKeys(&json)
    json.key(.result)
    json.openObject()
    json.field(.finished, Timestamp.iso8601(totals.finished))
    json.field(.outcome, totals.outcome.rawValue)
    json.closeObject()
  }

  private func coverage(_ coverage: Coverage, to json: inout JSONWriter) {
    json.key(.coverage)
    json.openObject()
    json.field(.walked, coverage.walked)
    json.field(.scanned, coverage.scanned)
    json.field(.partly, coverage.partly)
    json.field(.skipped, coverage.skipped)
    json.field(.failed, coverage.failed)
    json.key(.bytes)
    json.openObject()
    json.field(.walked, coverage.bytesWalked)
    json.field(.read, coverage.bytesRead)
    json.closeObject()
    json.key(.reasons)
    json.openObject()
    for reason in Reason.allCases {
      if let count = coverage.reasons[reason], count > 0 {
        json.field(named: reason.rawValue, count)
      }
    }
    json.closeObject()
    json.field(.accessTimesTouched, coverage.accessTimesTouched)
    json.closeObject()
  }

  private func summary(_ summary: Summary, to json: inout JSONWriter) {
    json.key(.summary)
    json.openObject()
    json.key(.byType)
    json.openObject()
    for type in DataType.allCases {
      guard let tally = summary.byType[type] else { continue }
      json.key(type.rawValue)
      json.openObject()
      json.field(.files, tally.files)
      json.field(.count, tally.count)
      json.closeObject()
    }
    json.closeObject()
    counts(.byCategory, summary.byCategory, to: &json)
    counts(.byCountry, summary.byCountry, to: &json)
    json.key(.byRule)
    json.openObject()
    for rule in VerdictRule.allCases {
      if let count = summary.byRule[rule] { json.field(named: rule.rawValue, count) }
    }
    json.closeObject()
    counts(.people, summary.people, to: &json)
    json.closeObject()
  }

  private func counts(_ key: JSONKey, _ counts: [String: Int], to json: inout JSONWriter) {
    json.key(key)
    json.openObject()
    for (name, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      json.field(named: text(name), count)
    }
    json.closeObject()
  }
}
