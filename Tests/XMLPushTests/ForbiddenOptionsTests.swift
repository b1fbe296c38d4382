import Glibc
import Testing

/// The options that open files or lift limits must not even be spelled in the sources.
@Suite struct ForbiddenOptionsTests {
  @Test func noSourceNamesThem() {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = Self.files(under: root + "/Sources")
    #expect(files.count > 20)
    let forbidden = ["NOENT", "DTDLOAD", "DTDATTR", "XINCLUDE", "HUGE"].map { "XML_PARSE_" + $0 }
    for path in files {
      let text = Self.text(of: path)
      #expect(!text.isEmpty, "\(path)")
      for name in forbidden { #expect(!text.contains(name), "\(path)") }
    }
  }

  static func files(under path: String) -> [String] {
    // Safety: the stream is closed below, and entries are used before the next one is read.
    guard let directory = unsafe opendir(path) else {
      return [".swift", ".h", ".c"].contains { path.hasSuffix($0) } ? [path] : []
    }
    defer { unsafe closedir(directory) }
    var files: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { files += Self.files(under: path + "/" + name) }
    }
    return files
  }

  static func text(of path: String) -> String {
    // Safety: the buffer is as long as the count passed.
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
