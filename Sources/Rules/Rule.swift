package import Inventory

/// An entry of `Patterns/`, checked and compiled: everything that tells one type of data, or one look-alike of such data.
package struct Rule: Sendable {
  /// What a hit is.
  package enum Target: Sendable, Equatable, Hashable {
    /// A type of data that is reported.
    case data(DataType)
    /// Something that only looks like data of persons and is recognised so as not to be reported: `tracking-number`, `timestamp`.
    case lookAlike(String)

    /// The name that files and evidence use.
    package var name: String {
      switch self {
      case .data(let type): type.rawValue
      case .lookAlike(let name): name
      }
    }
  }

  /// `jp.<type>` with an optional variant, at most 32 characters.
  package var id: String
  package var target: Target
  package var name: Message
  package var patterns: [RulePattern]
  private let words: Words
  package var weights: Weights
  /// Well-known test values, digits only (values as ASCII text): recognised, and reported as dummies at most.
  package var dummies: [String]
  /// The file that the rule was read from, and where it begins.
  package var origin: Origin

  /// Its words; read out of the compiled packs each time, since those who scan mostly have them from elsewhere.
  enum Words: Sendable {
    case read(Headings, Near)
    case compiled(CompiledWords)
  }

  package var headings: Headings {
    switch words {
    case .read(let headings, _): headings
    case .compiled(let words): words.headings
    }
  }

  package var near: Near {
    switch words {
    case .read(_, let near): near
    case .compiled(let words): words.near
    }
  }

  /// Words of headings, in the form of ``HeadingText``.
  package struct Headings: Sendable, Equatable {
    /// Words that alone decide the type when the content fits.
    package var strong: [String]
    /// Words that speak for it among others.
    package var weak: [String]
    /// Words that speak against it.
    package var against: [String]

    package init(strong: [String] = [], weak: [String] = [], against: [String] = []) {
      self.strong = strong
      self.weak = weak
      self.against = against
    }
  }

  /// Words beside values in running text and in the same record, in the form of ``HeadingText``.
  package struct Near: Sendable, Equatable {
    package var `for`: [String]
    package var against: [String]

    package init(for words: [String] = [], against: [String] = []) {
      self.for = words
      self.against = against
    }
  }

  /// Log10 odds.
  package struct Weights: Sendable, Equatable {
    /// Of a series of this shape being of this type, before anything else is known.
    package var prior: Double
    /// What a strong heading adds.
    package var heading: Double
    /// What a word nearby adds.
    package var near: Double

    package init(prior: Double, heading: Double, near: Double) {
      self.prior = prior
      self.heading = heading
      self.near = near
    }
  }

  /// Where a rule was read.
  package struct Origin: Sendable, Equatable {
    package var file: String
    /// 1-based.
    package var line: Int
    /// Whether it came with the program.
    package var isBundled: Bool

    package init(file: String, line: Int, isBundled: Bool) {
      self.file = file
      self.line = line
      self.isBundled = isBundled
    }
  }

  init(
    id: String, target: Target, name: Message, patterns: [RulePattern], words: Words,
    weights: Weights, dummies: [String], origin: Origin
  ) {
    self.id = id
    self.target = target
    self.name = name
    self.patterns = patterns
    self.words = words
    self.weights = weights
    self.dummies = dummies
    self.origin = origin
  }

  /// The type that is reported; `nil` for look-alikes.
  package var dataType: DataType? {
    guard case .data(let type) = target else { return nil }
    return type
  }
}
