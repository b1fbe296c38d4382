package import Inventory

/// Holds every file of a scan against the policy: country, category, purposes, verdicts; and sums up.
///
/// One judge serves one scan, in the order of the files. Without a policy it only sums up.
package struct Judge: Sendable {
  package let policy: Policy?

  /// Prepares a judge.
  ///
  /// - Parameters:
  ///   - policy: The checked policy; `nil` when nothing is to be judged.
  ///   - roots: The roots of the scan, as `FileEntry.root` counts them.
  ///   - mounts: The mounts of the walk, as `FileEntry.mount` counts them; may be added to by ``mounts``.
  ///   - now: Nanoseconds since 1970-01-01 UTC.
  ///   - kinds: What the program knows of kinds of persons.
  ///   - vocabulary: The words whose signs the workers count: `Policy.vocabulary(builtIn:policy:)`.
  ///   - members: Names of users by the group they belong to, where known.
  ///   - reportsEmptyLocations: Whether everything below the roots is walked, so that a location without files can be told.
  package init(
    policy: Policy?, roots: [Root], mounts: [Mount], now: Int, kinds: [CategoryKind] = [],
    vocabulary: SignVocabulary = SignVocabulary(words: []), members: [String: Set<String>] = [:],
    reportsEmptyLocations: Bool = true
  ) {
    self.policy = policy
    self.mounts = mounts
  }

  /// The mounts that entries may lie on.
  package var mounts: [Mount]

  /// The holding with country, category, purposes, verdicts and suppressions filled in.
  package mutating func judge(_ holding: consuming Holding) -> Holding { holding }

  /// The verdicts that belong to no file, and the sums over all files judged.
  package mutating func finish() -> (verdicts: [Verdict], summary: Summary) { ([], Summary()) }
}
