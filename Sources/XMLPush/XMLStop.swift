/// Where an event begins in the text that was fed, counted over all documents of the stream.
package struct XMLPosition: Sendable, Equatable, BitwiseCopyable {
  /// Bytes of fed text before it; 0-based.
  package var offset: Int
  /// Physical line, with LF, CRLF and a lone CR each ending one; 1-based.
  package var line: Int

  package init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}

/// Text of a document that stands beside its elements.
package enum XMLRemark: Sendable, Equatable, BitwiseCopyable {
  case comment
  /// A processing instruction: its data, without the target.
  case instruction
  /// The replacement text of a general entity, or the default of an attribute, as the document type declares it.
  case declaration
}

/// Why parsing ended before the end of the text.
package struct XMLStop: Sendable, Equatable {
  /// What was wrong, as far as it may be said: never a part of the text.
  package enum Cause: Sendable, Equatable {
    /// The text is not well formed; the number is libxml2's error code.
    case malformed(code: Int)
    /// The text ended within an element.
    case truncated
    /// Entities expand to more than the budget allows.
    case expansion
    /// An element has more attributes than ``XMLLimits/attributes``.
    case attributes
    /// Elements lie deeper than ``XMLLimits/depth``.
    case depth
    /// More different names than ``XMLLimits/names``.
    case names
    /// Very many tiny documents one after another.
    case documents
    /// The library could not allocate its context.
    case memory
  }

  package var cause: Cause
  /// The end of the last event that was delivered: all text before it was understood.
  package var understood: XMLPosition

  package init(_ cause: Cause, understood: XMLPosition) {
    self.cause = cause
    self.understood = understood
  }
}

/// Bounds within which a document is parsed.
///
/// What lies beyond is for the caller to read as text.
///
/// libxml2 has its own beside these (names of 50,000 and single constructs of 10,000,000 bytes); they hold, since the option that lifts them is never set.
package enum XMLLimits {
  /// Attributes of one element.
  ///
  /// The library compares each with each: 50,000 cost it seconds.
  package static let attributes = 512
  /// Different names of elements and attributes in one stream.
  package static let names = 50_000
  /// Bytes that one reference may expand to.
  package static let expansionOfOne = 65_536
  /// Bytes of expansion that a stream may have whatever its size.
  package static let expansionBase = 65_536
  /// Bytes of expansion allowed for each byte fed.
  package static let expansionFactor = 10
  /// How deep entities may lie within entities.
  package static let entityDepth = 8
  /// Bytes of entity declarations that are remembered.
  package static let declarations = 1_048_576
  /// Bytes that documents of a stream must have on average, beyond the first thousand.
  package static let documentSize = 32
  /// Elements within elements.
  package static let depth = 256
}
