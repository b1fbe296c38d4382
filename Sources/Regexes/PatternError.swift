/// Why an expression was refused, and where.
package struct PatternError: Error, Equatable, Sendable {
  /// What is wrong with it.
  package enum Problem: Equatable, Sendable {
    /// PCRE2 does not understand it; the library's words in English.
    case syntax(String)
    /// It begins with `(*LIMIT_…)`, which would set its own limits.
    case ownLimit
    /// It holds `(?C…)`, a callout.
    case callout
  }

  package var problem: Problem
  /// Where in the expression, in bytes; 0-based.
  package var offset: Int

  package init(_ problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

/// A match that was given up, since it would have cost too much.
///
/// The subject may hold a match: never "no match".
package enum MatchLimit: Error, Equatable, Sendable {
  case steps, depth, heap, other
}
