internal import Inventory

/// What a path says of the kind of file, for the examination of its content: hints, never decisions.
enum PathHints {
  /// The job for one file.
  static func job(for entry: FileEntry) -> ExaminationJob {
    ExaminationJob(
      size: entry.size, nameExtension: nameExtension(entry.path), pathHints: hints(entry.path))
  }

  /// The extension in lower case without the dot; empty when there is none.
  static func nameExtension(_ path: [UInt8]) -> String {
    let name = path.split(separator: 0x2F).last ?? []
    guard let dot = name.lastIndex(of: 0x2E), dot > name.startIndex, name.endIndex - dot <= 12
    else { return "" }
    let bytes = name[(dot + 1)...].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let sourceExtensions: Set<String> = [
    "c", "h", "cc", "cpp", "hpp", "cs", "go", "rs", "java", "kt", "swift", "py", "rb", "pl", "php",
    "js", "ts", "jsx", "tsx", "vue", "sh", "bat", "ps1", "vbs", "lua", "scala", "m", "mm", "cobol",
    "cob", "cbl", "vb", "bas", "css", "scss", "gradle", "cmake", "proto",
  ]

  /// Hints in the order of their strength.
  static func hints(_ path: [UInt8]) -> [String] {
    var hints = sourceExtensions.contains(nameExtension(path)) ? ["source-code"] : []
    let last = path.split(separator: 0x2F).suffix(2)
    let name = last.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: "/")
    if sampleWords.contains(where: { name.contains($0) }) { hints.append("sample") }
    return hints
  }

  /// Words for a form or an example of how to fill it in, in the name of a file or of its folder.
  private static let sampleWords = [
    "記入例", "記載例", "入力例", "見本", "サンプル", "ひな形", "ひな型", "雛形", "雛型", "テンプレート", "様式", "書式", "sample",
    "template", "example",
  ]
}
