/// A holding, or the policy itself, held against a rule of the policy.
package struct Verdict: Sendable, Equatable {
  package var rule: VerdictRule
  package var severity: Severity
  /// The clause of the organisation's policy, as its own text numbers it.
  package var clause: String
  /// Indexes into the file's findings that raised it; 0-based; empty when it belongs to no file.
  package var findings: [Int]
  /// Facts for the sentence that explains it: rule ids, counts, declared words.
  package var because: Message
  package var remedy: Message
  /// The place in the policy file that decided, as `policy.yaml:15`.
  ///
  /// `nil` when no entry did.
  package var policy: String?

  package init(
    rule: VerdictRule, severity: Severity? = nil, clause: String, findings: [Int] = [],
    because: Message, remedy: Message, policy: String? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.usualSeverity
    self.clause = clause
    self.findings = findings
    self.because = because
    self.remedy = remedy
    self.policy = policy
  }
}

/// How grave a verdict is.
package enum Severity: String, Sendable, Equatable, CaseIterable, Comparable {
  case note, low, medium, high, critical

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }
}

/// The verdict rules, in the order of the documentation.
package enum VerdictRule: String, Sendable, Equatable, Hashable, CaseIterable {
  case myNumberOutsidePurpose = "my-number-outside-purpose"
  case prohibitedIdentifier = "prohibited-identifier"
  case undeclaredCountry = "undeclared-country"
  case noDeclaredPurpose = "no-declared-purpose"
  case outsideDeclaredLocation = "outside-declared-location"
  case thirdPartyWithoutGround = "third-party-without-ground"
  case processorNotEntrusted = "processor-not-entrusted"
  case specialCareUndeclared = "special-care-undeclared"
  case portableUnencrypted = "portable-unencrypted"
  case retentionExceeded = "retention-exceeded"
  case undeclaredType = "undeclared-type"
  case accessTooWide = "access-too-wide"
  case countryUnknown = "country-unknown"
  case healthInsuranceOutsidePurpose = "health-insurance-outside-purpose"
  case countryNotNamed = "country-not-named"
  case countryReviewOverdue = "country-review-overdue"
  case declaredLocationEmpty = "declared-location-empty"
  case heldInDeclaredCountry = "held-in-declared-country"

  package var usualSeverity: Severity {
    switch self {
    case .myNumberOutsidePurpose, .prohibitedIdentifier, .undeclaredCountry: .critical
    case .noDeclaredPurpose, .outsideDeclaredLocation, .thirdPartyWithoutGround,
      .processorNotEntrusted, .specialCareUndeclared, .portableUnencrypted, .retentionExceeded:
      .high
    case .undeclaredType, .accessTooWide, .countryUnknown, .healthInsuranceOutsidePurpose: .medium
    case .countryNotNamed, .countryReviewOverdue, .declaredLocationEmpty: .low
    case .heldInDeclaredCountry: .note
    }
  }
}

/// A sentence in both languages, made from facts: ids, counts and declared words, never from content.
package struct Message: Sendable, Equatable {
  package var japanese: String
  package var english: String

  package init(ja japanese: String, en english: String) {
    self.japanese = japanese
    self.english = english
  }

  package subscript(_ language: Language) -> String {
    language == .japanese ? japanese : english
  }
}

/// The languages of what users read.
package enum Language: String, Sendable, Equatable, CaseIterable {
  case japanese = "ja"
  case english = "en"
}
