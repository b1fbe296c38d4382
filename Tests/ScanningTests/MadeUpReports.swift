import Inventory

extension ContentReport {
  /// The report of three bytes with one finding, which has so many places.
  static func ofMails(places: Int = 0) -> ContentReport {
    ContentReport(
      bytesRead: 3,
      findings: [
        Finding(
          type: .email, rule: "x", confidence: 1, location: .text, count: 1, distinct: 1,
          places: Places(repeatElement(Address(line: 1, byteOffset: 0), count: places)))
      ])
  }
}
