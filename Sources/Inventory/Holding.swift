/// One file as a stock item: what was found, whose it is, where it lies, and what the policy says of it.
package struct Holding: Sendable, Equatable {
  package var entry: FileEntry
  /// The path, relative to its root, of the name under which the same file was read; bytes, as the file system has it.
  ///
  /// `nil` for a file's first name.
  package var hardLinkOf: [UInt8]?
  package var status: Status
  package var reason: Reason?
  package var detail: String?
  package var content: ContentReport
  /// Names of owner and group; the number as text when the system knows no name.
  package var ownerName: String
  package var groupName: String
  package var country: CountryBasis?
  package var category: CategoryBasis?
  /// Keys of the declared purposes that apply.
  package var purposes: [String]
  package var verdicts: [Verdict]
  /// Accepted findings that were not judged, with the reason and the end of the acceptance.
  package var suppressions: [AppliedSuppression]

  package init(
    entry: FileEntry, hardLinkOf: [UInt8]? = nil, status: Status, reason: Reason? = nil,
    detail: String? = nil, content: ContentReport = ContentReport(), ownerName: String = "",
    groupName: String = "", country: CountryBasis? = nil, category: CategoryBasis? = nil,
    purposes: [String] = [], verdicts: [Verdict] = [], suppressions: [AppliedSuppression] = []
  ) {
    self.entry = entry
    self.hardLinkOf = hardLinkOf
    self.status = status
    self.reason = reason
    self.detail = detail
    self.content = content
    self.ownerName = ownerName
    self.groupName = groupName
    self.country = country
    self.category = category
    self.purposes = purposes
    self.verdicts = verdicts
    self.suppressions = suppressions
  }
}

/// The country in which a holding lies, and how that is known.
package struct CountryBasis: Sendable, Equatable {
  /// ISO 3166-1 alpha-2, a declared placeholder, or `nil` when unknown.
  package var code: String?
  package var basis: Basis
  /// What decided: `policy.yaml:5 home_country`, a mount source.
  package var because: String

  /// How a country became known.
  package enum Basis: String, Sendable, Equatable, CaseIterable {
    case declared, mount
    case cloudRegion = "cloud-region"
    case geoip, home, unknown
  }

  package init(code: String?, basis: Basis, because: String) {
    self.code = code
    self.basis = basis
    self.because = because
  }
}

/// The category of persons a holding is of, and how that is known.
package struct CategoryBasis: Sendable, Equatable {
  /// Key of a category of the policy; `nil` when there is none.
  package var key: String?
  package var basis: Basis
  /// Probability, 0...1.
  package var confidence: Double
  /// Declared words and closed-list facts, such as `heading:社員番号`, `path:人事`, `no-persons`.
  package var because: [String]

  /// How a category became known.
  package enum Basis: String, Sendable, Equatable, CaseIterable {
    case declared, inferred, none
  }

  package init(key: String?, basis: Basis, confidence: Double, because: [String]) {
    self.key = key
    self.basis = basis
    self.confidence = confidence
    self.because = because
  }
}
