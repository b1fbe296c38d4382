/// A declared acceptance that kept findings of a file from being judged.
package struct AppliedSuppression: Sendable, Equatable {
  /// Indexes into the file's findings; 0-based.
  package var findings: [Int]
  /// The reason as the policy states it.
  package var reason: String
  /// The last day on which it holds, as `2027-03-31`.
  package var until: String
  /// The place in the policy file, as `policy.yaml:88`.
  package var policy: String

  package init(findings: [Int], reason: String, until: String, policy: String) {
    self.findings = findings
    self.reason = reason
    self.until = until
    self.policy = policy
  }
}
