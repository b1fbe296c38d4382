package import Inventory

/// A summary that a person reads: what was found, what is outside the policy and where, what was not read.
///
/// It keeps the first paths of each group and counts the rest, so that it does not grow with the scan.
package struct TextSummary: Report {
  let options: ReportOptions
  private let write: ByteOutput
  var facts: ScanFacts?
  var groups: [VerdictGroup.Key: VerdictGroup] = [:]
  var unread: [UnreadGroup.Key: UnreadGroup] = [:]
  /// Files and findings by the acceptance of the policy that kept them from being judged.
  var accepted: [AcceptedGroup.Key: AcceptedGroup] = [:]
  /// First files of each type, for scans without a policy.
  var examples: [DataType: [String]] = [:]

  /// Paths that are listed of each group.
  static let listed = 20
  /// Paths that are listed of each type when nothing is judged.
  static let listedByType = 5
  /// Kinds of unread files that are told apart by their detail.
  static let details = 40

  package init(options: ReportOptions, write: @escaping ByteOutput) {
    self.options = options
    self.write = write
  }

  /// Takes the head.
  package mutating func begin(_ facts: ScanFacts) throws { self.facts = facts }

  /// Takes one path, in order.
  package mutating func add(_ holding: Holding) throws {
    for suppression in holding.suppressions { note(suppression) }
    let isUnread = holding.reason.map { !$0.leavesScanComplete } ?? (holding.status != .scanned)
    let needsExamples = facts?.policy == nil && !holding.content.findings.isEmpty
    guard isUnread || !holding.verdicts.isEmpty || needsExamples else { return }
    let path = shownPath(holding.entry)
    if isUnread, let reason = holding.reason { note(reason, holding, path) }
    for verdict in holding.verdicts { note(verdict, path) }
    if needsExamples {
      for type in Set(holding.content.findings.filter { $0.confidence >= 0.5 }.map(\.type))
      where examples[type]?.count ?? 0 < Self.listedByType && holding.hardLinkOf == nil {
        examples[type, default: []].append(path)
      }
    }
  }

  /// Takes the tail.
  package mutating func end(_ totals: ScanTotals) throws {
    for verdict in totals.verdicts { note(verdict, nil) }
    try write(Array(text(totals).utf8))
  }

  /// The path, with its root before it where there are several.
  private func shownPath(_ entry: FileEntry) -> String {
    let path = MaskedPath(entry.path, isName: options.isName).text
    guard let roots = facts?.roots, roots.count > 1, roots.indices.contains(entry.root) else {
      return path
    }
    let root = MaskedPath(roots[entry.root].path, isName: options.isName).text
    return root.hasSuffix("/" + path) ? root : root + "/" + path
  }

  private mutating func note(_ verdict: Verdict, _ path: String?) {
    let key = VerdictGroup.Key(severity: verdict.severity, rule: verdict.rule)
    var group = groups[key] ?? VerdictGroup(clause: verdict.clause, remedy: verdict.remedy)
    group.count += 1
    if group.examples.count < Self.listed {
      group.examples.append(
        VerdictGroup.Example(
          path: path, because: verdict.because,
          remedy: verdict.remedy == group.remedy ? nil : verdict.remedy, policy: verdict.policy))
    }
    groups[key] = group
  }

  private mutating func note(_ suppression: AppliedSuppression) {
    let key = AcceptedGroup.Key(
      policy: suppression.policy, reason: suppression.reason, until: suppression.until)
    accepted[key, default: AcceptedGroup()].files += 1
    accepted[key, default: AcceptedGroup()].findings += suppression.findings.count
  }

  private mutating func note(_ reason: Reason, _ holding: Holding, _ path: String) {
    var key = UnreadGroup.Key(
      status: holding.status, reason: reason, detail: holding.detail.map(MaskedText.text) ?? "")
    if unread[key] == nil, unread.count >= Self.details { key.detail = "" }
    var group = unread[key] ?? UnreadGroup()
    group.count += 1
    if group.paths.count < Self.listed { group.paths.append(path) }
    unread[key] = group
  }
}

/// What one acceptance of the policy covers.
struct AcceptedGroup {
  struct Key: Hashable {
    /// The place in the policy, as `policy.yaml:88`.
    var policy: String
    var reason: String
    var until: String
  }

  var files = 0
  var findings = 0
}

/// The verdicts of one rule and severity.
struct VerdictGroup {
  struct Key: Hashable {
    var severity: Severity
    var rule: VerdictRule
  }

  /// One of the first verdicts.
  struct Example {
    /// `nil` when it belongs to no file.
    var path: String?
    var because: Message
    /// Where it differs from the group's.
    var remedy: Message?
    var policy: String?
  }

  var clause: String
  var remedy: Message
  var count = 0
  var examples: [Example] = []
}

/// The paths that were not fully read for one reason.
struct UnreadGroup {
  struct Key: Hashable {
    var status: Status
    var reason: Reason
    /// Empty for none.
    var detail: String
  }

  var count = 0
  var paths: [String] = []
}
