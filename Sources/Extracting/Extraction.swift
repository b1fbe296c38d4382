package import Inventory

/// How the reading of one file went: all that an extractor says beside what it pushed into the sink.
package struct Extraction: Sendable, Equatable {
  package var format: ContentFormat
  /// As in ``ContentReport/encoding``.
  package var encoding: String?
  package var bytesRead: Int
  package var badBytes: Int
  /// Set when not everything was read as intended.
  package var unread: Unread?

  package init(
    format: ContentFormat, encoding: String? = nil, bytesRead: Int = 0, badBytes: Int = 0,
    unread: Unread? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.bytesRead = bytesRead
    self.badBytes = badBytes
    self.unread = unread
  }
}
