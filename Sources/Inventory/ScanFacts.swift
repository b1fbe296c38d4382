/// What a scan knows of itself before the first file: the head of the findings document.
package struct ScanFacts: Sendable, Equatable {
  package var toolVersion: String
  /// Names and versions of the libraries that read content.
  package var libraries: [(name: String, version: String)]
  package var id: String
  /// Nanoseconds since 1970-01-01 UTC.
  package var started: Int
  package var host: String
  package var roots: [Root]
  /// Path of the policy file as the user wrote it and the SHA-256 of its bytes; `nil` when nothing is judged.
  package var policy: (path: String, sha256: String)?
  /// Names of the policy's categories by their keys: what readers know them by.
  package var categoryNames: [String: String]
  package var patternsSHA256: String
  package var ruleCount: Int
  package var isolation: Isolation

  package init(
    toolVersion: String, libraries: [(name: String, version: String)], id: String, started: Int,
    host: String, roots: [Root], policy: (path: String, sha256: String)?,
    categoryNames: [String: String] = [:], patternsSHA256: String, ruleCount: Int,
    isolation: Isolation
  ) {
    self.toolVersion = toolVersion
    self.libraries = libraries
    self.id = id
    self.started = started
    self.host = host
    self.roots = roots
    self.policy = policy
    self.categoryNames = categoryNames
    self.patternsSHA256 = patternsSHA256
    self.ruleCount = ruleCount
    self.isolation = isolation
  }

  package static func == (left: ScanFacts, right: ScanFacts) -> Bool {
    left.id == right.id && left.started == right.started && left.roots == right.roots
  }
}

/// Which walls stand around the process that sees content.
package struct Isolation: Sendable, Equatable {
  package var seccomp: Bool
  package var landlock: Bool
  package var noNewPrivileges: Bool

  package init(seccomp: Bool = false, landlock: Bool = false, noNewPrivileges: Bool = false) {
    self.seccomp = seccomp
    self.landlock = landlock
    self.noNewPrivileges = noNewPrivileges
  }

  /// Whether content is read in the scan's own process.
  package var isNone: Bool { !seccomp && !landlock && !noNewPrivileges }

  /// Whether every wall of another stands here, too.
  package func hasAll(of other: Isolation) -> Bool {
    (seccomp || !other.seccomp) && (landlock || !other.landlock)
      && (noNewPrivileges || !other.noNewPrivileges)
  }
}

/// How a scan ended.
package enum Outcome: String, Sendable, Equatable, CaseIterable {
  case complete, incomplete, interrupted
}

/// Everything that comes after the files: the tail of the findings document.
package struct ScanTotals: Sendable, Equatable {
  /// Verdicts that belong to no file.
  package var verdicts: [Verdict]
  package var coverage: Coverage
  package var summary: Summary
  /// Nanoseconds since 1970-01-01 UTC.
  package var finished: Int
  package var outcome: Outcome

  package init(
    verdicts: [Verdict], coverage: Coverage, summary: Summary, finished: Int, outcome: Outcome
  ) {
    self.verdicts = verdicts
    self.coverage = coverage
    self.summary = summary
    self.finished = finished
    self.outcome = outcome
  }
}

/// Sums over the files of a scan.
///
/// Findings below confidence 0.5 are not counted; a file with several names is counted once.
package struct Summary: Sendable, Equatable {
  /// Files and values of a type.
  package struct Tally: Sendable, Equatable {
    package var files = 0
    package var count = 0

    package init(files: Int = 0, count: Int = 0) {
      self.files = files
      self.count = count
    }

    /// Adds the values of one finding.
    package mutating func add(_ values: Int, isFirstOfFile: Bool) {
      count += values
      if isFirstOfFile { files += 1 }
    }
  }

  package var byType: [DataType: Tally] = [:]
  /// Files by category key; `""` holds those of persons without a declared category.
  package var byCategory: [String: Int] = [:]
  /// Files with personal data by country code; `""` holds the unknown.
  package var byCountry: [String: Int] = [:]
  /// Verdicts by rule, those without a file included.
  package var byRule: [VerdictRule: Int] = [:]
  /// Upper bound of the persons by category key: a person in two files is counted twice.
  package var people: [String: Int] = [:]

  package init() {}
}
