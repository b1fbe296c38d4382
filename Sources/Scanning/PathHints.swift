internal import Inventory

/// What a path says of the kind of file, for the examination of its content: hints, never decisions.
enum PathHints {
  /// The job for one file.
  static func job(for entry: FileEntry) -> ExaminationJob {
    let nameExtension = nameExtension(entry.path)
    return ExaminationJob(
      size: entry.size, nameExtension: nameExtension, pathHints: hints(entry.path, nameExtension))
  }

  /// The extension in lower case without the dot; empty when there is none.
  static func nameExtension(_ path: [UInt8]) -> String {
    var end = path.count
    while end > 0, path[end - 1] == 0x2F { end -= 1 }
    var dot = end
    while dot > 0, path[dot - 1] != 0x2E {
      guard path[dot - 1] != 0x2F, end - dot < 12 else { return "" }
      dot -= 1
    }
    // A name that only begins with a dot has none.
    guard dot > 1, path[dot - 2] != 0x2F, end - dot < 12 else { return "" }
    let bytes = path[dot..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let sourceExtensions: Set<String> = [
    "c", "h", "cc", "cpp", "hpp", "cs", "go", "rs", "java", "kt", "swift", "py", "rb", "pl", "php",
    "js", "ts", "jsx", "tsx", "vue", "sh", "bat", "ps1", "vbs", "lua", "scala", "m", "mm", "cobol",
    "cob", "cbl", "vb", "bas", "css", "scss", "gradle", "cmake", "proto",
  ]

  /// Hints in the order of their strength.
  static func hints(_ path: [UInt8]) -> [String] { hints(path, nameExtension(path)) }

  private static func hints(_ path: [UInt8], _ nameExtension: String) -> [String] {
    var hints = sourceExtensions.contains(nameExtension) ? ["source-code"] : []
    if mayBeSample(path) {
      let last = path.split(separator: 0x2F).suffix(2)
      let name = last.map { String(decoding: $0, as: UTF8.self).lowercased() }
        .joined(separator: "/")
      if sampleWords.contains(where: { name.contains($0) }) { hints.append("sample") }
    }
    return hints
  }

  /// Whether one of the words may stand in a path: most names are told by their bytes, which is a hundred times faster.
  private static func mayBeSample(_ path: [UInt8]) -> Bool {
    for index in path.indices {
      switch path[index] {
      // sample, template, example.
      case 0x6D, 0x4D:
        if index + 1 < path.count, path[index + 1] | 0x20 == 0x70 { return true }
      // Compatibility ideographs, which Unicode takes for the usual ones: U+F900...U+FAFF, U+2F800 and on.
      case 0xEF:
        if index + 1 < path.count, (0xA4...0xAB).contains(path[index + 1]) { return true }
      case 0xF0: return true
      case 0xE3, 0xE5...0xE9:
        if beginsSampleWord(path, index) { return true }
      default: break
      }
    }
    return false
  }

  private static func beginsSampleWord(_ path: [UInt8], _ index: Int) -> Bool {
    guard index + 2 < path.count else { return false }
    let next = path[index + 1]
    let last = path[index + 2]
    for first in firstCharacters
    where first.0 == path[index] && first.1 == next && first.2 == last {
      return true
    }
    return false
  }

  /// The first characters of the Japanese words, none of which Unicode takes apart.
  private static let firstCharacters: [(UInt8, UInt8, UInt8)] = sampleWords.compactMap { word in
    let bytes = Array(word.utf8)
    return bytes[0] < 0x80 ? nil : (bytes[0], bytes[1], bytes[2])
  }

  /// Words for a form or an example of how to fill it in, in the name of a file or of its folder.
  private static let sampleWords = [
    "記入例", "記載例", "入力例", "見本", "サンプル", "ひな形", "ひな型", "雛形", "雛型", "テンプレート", "様式", "書式", "sample",
    "template", "example",
  ]
}
