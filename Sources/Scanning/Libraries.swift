internal import Extracting
internal import Rules

/// The libraries that see content.
package enum Libraries {
  /// Their names and versions, by name.
  package static var versions: [(name: String, version: String)] {
    [("libxml2", XMLLibrary.version), ("pcre2", PatternLibrary.version)]
  }
}
