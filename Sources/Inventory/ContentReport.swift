/// What the examination of one file's content gave.
///
/// It crosses from the worker to the parent.
package struct ContentReport: Sendable, Equatable {
  /// Findings of one file at most, more than the widest table that is told apart has columns: what is more is said, and costs
  /// no memory.
  package static let mostFindings = 16_384

  /// Set when the file was not fully examined.
  package var unread: Unread?
  /// What the content turned out to be.
  package var format: ContentFormat?
  /// Name of the encoding that was decided: `UTF-8`, `CP932`, `EUC-JP`, `ISO-2022-JP`, `UTF-16LE`, `UTF-16BE`, with ` BOM` where one stood, or `mixed`.
  package var encoding: String?
  package var bytesRead: Int
  /// Bytes that fitted no character of the encoding; each cost only itself.
  package var badBytes: Int
  package var findings: [Finding]
  package var persons: PersonEvidence
  /// Words that speak for a category of persons, by their index in the vocabulary that the scan was given.
  package var signs: [Sign]

  package init(
    unread: Unread? = nil, format: ContentFormat? = nil, encoding: String? = nil,
    bytesRead: Int = 0, badBytes: Int = 0, findings: [Finding] = [],
    persons: PersonEvidence = PersonEvidence(), signs: [Sign] = []
  ) {
    self.unread = unread
    self.format = format
    self.encoding = encoding
    self.bytesRead = bytesRead
    self.badBytes = badBytes
    self.findings = findings
    self.persons = persons
    self.signs = signs
  }
}

extension ContentReport {
  /// About how many bytes of memory it takes.
  package var weight: Int {
    findings.reduce(256) { sum, finding in
      sum + 512 + finding.places.count * 96 + finding.evidence.count * 128
    }
  }
}

/// What a file's content is, told from the content and not from the name.
package enum ContentFormat: Sendable, Equatable, Hashable {
  case csv, tsv, fixedWidth, printList, xml, html, json, ndjson, mail, text, log, markdown, sql,
    yaml, ini,
    ldif, vcard, sourceCode
  /// A format that is not read; its name: `xlsx`, `pdf`, `zip`, `image` …
  case other(String)
}

/// Whether, and how surely, a file holds data of persons.
package struct PersonEvidence: Sendable, Equatable {
  /// Distinct persons, estimated; 0 when none is seen.
  package var estimate: Int
  package var standing: Standing
  /// Facts with names from a closed list that explain the standing: `documentation`, `form`, `sample`, `source-code`, `organisations-only`, `name-column`, `strict-identifier`, `contacts`, `labelled-text`.
  package var because: [String]

  /// What can be said of the persons in a file.
  package enum Standing: String, Sendable, Equatable, CaseIterable {
    /// Nobody's data: manuals, public lists of organisations, source code, forms without values.
    case none
    /// Somebody's data may be there; not enough for a category.
    case unclear
    case persons
  }

  package init(estimate: Int = 0, standing: Standing = .none, because: [String] = []) {
    self.estimate = estimate
    self.standing = standing
    self.because = because
  }
}

/// How often a word of the category vocabulary stands in a file.
package struct Sign: Sendable, Equatable {
  /// Index into ``SignVocabulary/words``; 0-based.
  package var word: Int
  /// Occurrences in headings, element names and keys.
  package var headings: Int
  /// Occurrences elsewhere in the text, counted up to 255.
  package var text: Int

  package init(word: Int, headings: Int, text: Int) {
    self.word = word
    self.headings = headings
    self.text = text
  }
}

/// The words that speak for categories of persons: the built-in ones and the policy's own.
package struct SignVocabulary: Sendable, Equatable {
  /// A word and what it speaks for.
  package struct Word: Sendable, Equatable {
    /// NFKC-folded, lower case, no blanks.
    package var text: String
    /// The kind of persons: a built-in kind such as `customer` or `visitor`, or the key of a category of the policy.
    package var kind: String
    /// Log10 odds for the kind.
    package var weight: Double

    package init(text: String, kind: String, weight: Double) {
      self.text = text
      self.kind = kind
      self.weight = weight
    }
  }

  package var words: [Word]

  package init(words: [Word]) { self.words = words }
}
