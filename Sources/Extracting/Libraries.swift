internal import XMLPush

/// The library behind the reading of XML.
package enum XMLLibrary {
  /// Version of libxml2.
  package static var version: String { XMLPushParser.libraryVersion }
}
