import Detecting

/// Persons' names in paths, for `--mask-names`.
enum PersonNames {
  /// Whether a part of a path is a person's full name by the dictionary, or a known half of one with an honorific.
  ///
  /// In Latin letters both halves must be known: much that is no name sounds like half of one (`gen`, `mori`).
  static let isName: @Sendable (String) -> Bool = { text in
    // In names of files a low line stands for the blank between the halves.
    let bytes = text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    let reading = NameReader.read(bytes.span, in: 0..<bytes.count)
    guard !reading.isOrganisation else { return false }
    let enough = reading.script == .romaji ? 3 : 2
    return reading.strength >= enough
      || reading.hadHonorific && (reading.isFamilyOnly || reading.isGivenOnly)
  }
}
