package import Inventory

/// The line on a terminal that says how far a scan is: drawn over itself, at most ten times a second.
package struct Progress {
  private let language: Language
  private let started: Int
  private var lastDrawn: Int
  private var isShown = false

  /// Nanoseconds between two drawings.
  static let interval = 100_000_000

  /// A line for a scan that began now.
  ///
  /// - Parameter now: Nanoseconds of a clock that only goes forward.
  package init(language: Language, now: Int) {
    self.language = language
    started = now
    lastDrawn = now - Self.interval
  }

  /// The bytes that draw the line; `nil` when the last drawing is too fresh.
  ///
  /// No path stands in it.
  package mutating func draw(now: Int, files: Int, bytes: Int, findings: Int) -> [UInt8]? {
    guard now - lastDrawn >= Self.interval else { return nil }
    lastDrawn = now
    isShown = true
    let elapsed = max(now - started, 1)
    let filesPerSecond = Int(Double(files) * 1e9 / Double(elapsed))
    let tenthsOfMB = Int(Double(bytes) * 1e4 / Double(elapsed))
    let speed = "\(Decimals.grouped(tenthsOfMB / 10)).\(tenthsOfMB % 10) MB/s"
    let line = Message(
      ja: "\(Decimals.grouped(files)) ファイル（\(Decimals.grouped(filesPerSecond))/秒、\(speed)） "
        + "検出 \(Decimals.grouped(findings))",
      en: "\(Decimals.grouped(files)) files (\(Decimals.grouped(filesPerSecond))/s, \(speed)), "
        + "\(Decimals.grouped(findings)) findings")
    return Array("\r\u{1B}[K".utf8) + Array(line[language].utf8)
  }

  /// The bytes that take the line away; empty when none is shown.
  package mutating func clear() -> [UInt8] {
    guard isShown else { return [] }
    isShown = false
    return Array("\r\u{1B}[K".utf8)
  }
}
