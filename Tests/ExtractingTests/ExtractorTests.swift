import Inventory
import TestSupport
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Examining a file") struct ExtractorTests {
  static let table =
    "番号,氏名,ｶﾅ,備考\r\n1,髙橋 花子,ﾀｶﾊｼ ﾊﾅｺ,\"①東京都\r\n千代田区\"\r\n2,﨑山 一郎,ｻｷﾔﾏ ｲﾁﾛｳ,\"\"\"引用\"\"\"\r\n3,山田 太郎,ﾔﾏﾀﾞ ﾀﾛｳ,なし\r\n"

  @Test(
    "The same table in every encoding gives the same cells at their places",
    arguments: TextEncoding.allCases, [8, 64, 4_099, 262_144])
  func encodings(encoding: TextEncoding, blockSize: Int) {
    let bytes = JapaneseEncoder.encode(Self.table, as: encoding)
    let expected = Extractor.examine(Array(Self.table.utf8)).1
    let (extraction, recorder) = Extractor.examine(bytes, blockSize: blockSize)
    #expect(extraction.format == .csv)
    #expect(extraction.encoding == encoding.name)
    #expect(extraction.bytesRead == bytes.count)
    #expect(extraction.badBytes == 0 && extraction.unread == nil)
    #expect(recorder.cellTexts == expected.cellTexts)
    #expect(recorder.rows.map(\.line) == [1, 2, 4, 5])
    for cell in recorder.rows.flatMap(\.cells)
    where cell.text.count > 0 && cell.text.allSatisfy({ $0 < 0x80 }) {
      let code = JapaneseEncoder.encode(String(decoding: cell.text, as: UTF8.self), as: encoding)
      #expect(bytes[cell.stored...].starts(with: code))
    }
    let names = recorder.rows.compactMap { $0.cells.count > 1 ? $0.cells[1] : nil }
    for name in names where encoding != .iso2022JP {
      let code = JapaneseEncoder.encode(String(decoding: name.text, as: UTF8.self), as: encoding)
      #expect(bytes[name.stored...].starts(with: code))
    }
  }

  @Test(
    "Formats that are not read are named by their content",
    arguments: [
      ("%PDF-1.7\n", "pdf"), ("\u{89}PNG\r\n\u{1A}\n", "image"),
      ("\u{FF}\u{D8}\u{FF}\u{E0}", "image"),
      ("\u{1F}\u{8B}\u{8}\0", "gzip"), ("7z\u{BC}\u{AF}'\u{1C}", "7z"),
      ("Rar!\u{1A}\u{7}\0", "rar"),
      ("\u{7F}ELF\u{2}", "executable"), ("SQLite format 3\0", "sqlite"), ("{\\rtf1\\ansi", "rtf"),
      ("PK\u{3}\u{4}\u{14}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{8}\0\0\0xl/a.xml", "xlsx"),
      ("PK\u{3}\u{4}\u{14}\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u{5}\0\0\0a.txt", "zip"),
      ("\0\0\0\u{18}ftypheic\0\0", "image"), ("RIFF\0\0\0\0WAVE", "audio"), ("!BDN\0\0", "pst"),
    ])
  func unsupported(start: String, name: String) {
    let bytes = start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let extraction = Extractor.examine(bytes, nameExtension: "csv").0
    #expect(extraction.unread == Unread(.skipped, .unsupportedFormat, detail: name))
    #expect(extraction.format == .other(name))
  }

  @Test("Enciphered files are told from others")
  func encrypted() {
    let zip = "PK\u{3}\u{4}\u{14}\0\u{1}\0" + String(repeating: "\0", count: 40)
    let pdf = "%PDF-1.7\ntrailer << /Encrypt 5 0 R >>"
    var office: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    office[30] = 9
    office += Array("EncryptedPackage".utf8).flatMap { [$0, 0] }
    for bytes in [zip, pdf].map({ $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } })
      + [office]
    {
      #expect(Extractor.examine(bytes).0.unread?.reason == .encrypted)
    }
  }

  @Test("Zeros and noise are binary; a text with a zero is a text")
  func binary() {
    var generator = SeededGenerator(seed: 3)
    let zeros = [UInt8](repeating: 0, count: 300_000)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for bytes in [zeros, noise] {
      #expect(
        Extractor.examine(bytes).0.unread == Unread(.skipped, .unsupportedFormat, detail: "binary"))
    }
    var text = Array(String(repeating: "電話 03-1234-5678\n", count: 5_000).utf8)
    text[70_000] = 0
    let (extraction, recorder) = Extractor.examine(text)
    #expect(extraction.unread == nil && extraction.format == .text)
    #expect(recorder.lines.count == 5_000)
    // A page of zeros in front of much text hides nothing.
    #expect(Extractor.examine([UInt8](repeating: 0, count: 8_192) + text).0.unread == nil)
  }

  @Test("An empty file, and a mark alone, are empty")
  func empty() {
    #expect(Extractor.examine([]).0.unread == Unread(.skipped, .empty))
    #expect(Extractor.examine([0xEF, 0xBB, 0xBF]).0.unread == Unread(.skipped, .empty))
  }

  @Test("What stood before a break on the same line is not read again", arguments: [8, 262_144])
  func brokenLine(blockSize: Int) {
    for (text, rest) in [
      ("{\"a\": \"123456789018\" oops 2}", "oops 2}"),
      ("<a><n>123456789018</n><b>x</a> tail", "</a> tail"),
    ] {
      let (extraction, recorder) = Extractor.examine(Array(text.utf8), blockSize: blockSize)
      #expect(extraction.unread?.reason == .structureBroken)
      #expect(extraction.bytesRead == text.utf8.count)
      let lines = recorder.lines.map { String(decoding: $0.text, as: UTF8.self) }
      #expect(lines == [rest])
      #expect(recorder.charactersBefore == text.count - rest.count)
    }
  }

  @Test("Storage that fails is said, and what came before is kept")
  func failing() {
    final class Failing: ByteSource {
      let good: [UInt8]
      init(good: [UInt8]) { self.good = good }
      func read(at offset: Int, into buffer: inout MutableSpan<UInt8>) throws(ReadError)
        -> Int
      {
        guard offset < good.count else { throw ReadError(number: 5) }
        let count = min(buffer.count, good.count - offset)
        for index in 0..<count { buffer[index] = good[offset + index] }
        return count
      }
    }
    let recorder = ContentRecorder()
    let text = Array(String(repeating: "電話 03-1234-5678\n", count: 20_000).utf8)
    let job = ExaminationJob(size: 1_000_000, nameExtension: "txt")
    let partly = Extractor.extract(Failing(good: text), job: job, into: recorder)
    #expect(partly.unread == Unread(.partly, .ioError, detail: "EIO"))
    #expect(recorder.lines.count > 1_000)
    let failed = Extractor.extract(Failing(good: []), job: job, into: recorder)
    #expect(failed.unread == Unread(.failed, .ioError, detail: "EIO"))
  }

  @Test("Mutated files neither stop the program nor lose bytes", arguments: 0..<80)
  func mutated(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let encoding = TextEncoding.allCases[Int(seed) % TextEncoding.allCases.count]
    var bytes = JapaneseEncoder.encode(Self.table + Self.table, as: encoding)
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    for blockSize in [8, 4_099] {
      let extraction = Extractor.examine(bytes, textOnly: seed % 3 == 0, blockSize: blockSize).0
      if extraction.unread == nil { #expect(extraction.bytesRead == bytes.count) }
    }
  }
}
