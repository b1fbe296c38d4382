internal import Inventory

/// The most that the worker protocol lets through of anything: what is more is an error to the reader.
enum FrameLimit {
  /// Magnitude of a number that is no integer.
  static let real = 1e300
  /// Bytes of one text.
  static let text = 8_192
  /// Bytes of one file's report, put together from its pieces.
  static let report = 32 << 20
  /// Bytes of what a worker is told at its start.
  static let setup = 256 << 20
  static let findings = ContentReport.mostFindings
  /// Places of one finding: as many as the cells of the largest table that anybody lists whole.
  static let places = 1 << 22
  /// Places of one finding that are kept when the whole report is too long.
  static let keptPlaces = 1_000
  static let evidence = 64
  static let texts = 256
  static let words = 1 << 20
  static let packs = 65_536
}
