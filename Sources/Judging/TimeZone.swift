/// A zone with one offset all year round, in which the days of a policy are counted.
package struct TimeZone: Sendable, Equatable {
  /// Seconds ahead of UTC.
  package var secondsEast: Int

  /// Japan, which has had no summer time since 1952.
  package static let tokyo = TimeZone(secondsEast: 9 * 3600)

  package init(secondsEast: Int) { self.secondsEast = secondsEast }

  /// Reads `Asia/Tokyo`, `UTC`, another zone of the list, or an offset such as `+09:00`.
  package init?(_ text: String) {
    if let minutes = TimeZone.zones[text] {
      self.init(secondsEast: minutes * 60)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A else {
      return nil
    }
    let digits = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    guard digits[2] < 6, minutes <= 14 * 60 else { return nil }
    self.init(secondsEast: (bytes[0] == 0x2D ? -minutes : minutes) * 60)
  }

  /// Names that are accepted; those zones have no summer time.
  package static var names: [String] { zones.keys.sorted() }

  /// Minutes ahead of UTC.
  ///
  /// - Source: IANA time zone database, 2025b.
  private static let zones: [String: Int] = [
    "Asia/Tokyo": 540, "Japan": 540, "JST": 540, "Asia/Seoul": 540, "UTC": 0, "Etc/UTC": 0,
    "Asia/Singapore": 480, "Asia/Shanghai": 480, "Asia/Taipei": 480, "Asia/Hong_Kong": 480,
    "Asia/Manila": 480, "Asia/Bangkok": 420, "Asia/Ho_Chi_Minh": 420, "Asia/Jakarta": 420,
    "Asia/Kolkata": 330,
  ]
}
