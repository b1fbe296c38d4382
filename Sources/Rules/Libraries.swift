internal import Regexes

/// The library behind the regular expressions of rules.
package enum PatternLibrary {
  /// Version of PCRE2.
  package static var version: String { Pattern.libraryVersion }
}
