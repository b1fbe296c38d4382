import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Files whose lines are in different encodings") struct TextReaderMixedTests {
  static let first = "受付日,氏名,電話\n2026/04/01,山田太郎,03-1234-5678\n2026/04/02,佐藤花子,090-1234-5678\n"
  static let second = "2026/05/01,鈴木一郎,080-1234-5678\n2026/05/02,高橋美,03-2345-6789\n"

  static let pairs: [(TextEncoding, TextEncoding)] = [
    (.utf8, .cp932), (.cp932, .utf8), (.eucJP, .utf8), (.utf8, .eucJP),
  ]

  @Test("Lines in another encoding are read in it, in their places", arguments: pairs)
  func mixed(own: TextEncoding, other: TextEncoding) {
    let head = JapaneseEncoder.encode(Self.first + Self.first, as: own)
    let tail = JapaneseEncoder.encode(Self.second, as: other)
    let (extraction, recorder) = Extractor.examine(head + tail + head, nameExtension: "csv")
    #expect(extraction.encoding == "mixed")
    #expect(extraction.badBytes == 0)
    #expect(extraction.bytesRead == head.count * 2 + tail.count)
    let rows = (Self.first + Self.first + Self.second + Self.first + Self.first)
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(recorder.cellTexts == rows)
    let bytes = head + tail + head
    for row in recorder.rows {
      for cell in row.cells {
        let text = String(decoding: cell.text, as: UTF8.self)
        let isOther = cell.stored >= head.count && cell.stored < head.count + tail.count
        let stored = JapaneseEncoder.encode(text, as: isOther ? other : own)
        #expect(bytes[cell.stored...].starts(with: stored))
      }
    }
  }

  @Test("Bytes that are clean in no encoding stay bad", arguments: [8, 262_144])
  func bad(blockSize: Int) {
    let bytes = Array("氏名,電話\n山田\u{0}".utf8) + [0xFF, 0xFF] + Array("太郎,03\n佐藤,04\n".utf8)
    let extraction = Extractor.examine(bytes, blockSize: blockSize).0
    #expect(extraction.encoding == "UTF-8")
    #expect(extraction.badBytes == 2)
  }

  @Test("A long line of bad bytes costs no more than its length") func hostile() {
    let bytes = Array("氏名,電話\n".utf8) + [UInt8](repeating: 0xFF, count: 1_000_000)
    let extraction = Extractor.examine(bytes).0
    #expect(extraction.badBytes == 1_000_000)
  }
}

extension TextReaderTests {
  /// Found by fuzzing.
  @Test(
    "Places in a file of mixed encodings go forward, whatever the block size",
    arguments: [8, 61, 4_096])
  func mixedPlaces(blockSize: Int) throws {
    var bytes = [UInt8](repeating: 0xB8, count: 46)
    for index in [20, 25, 45] { bytes[index] = 0x4A }
    let (_, starts, _) = try TextReaderTests.readAll(
      bytes, EncodingDecision(.eucJP), blockSize: blockSize, keeps: 0)
    var last = -1
    for (decoded, stored) in starts.sorted(by: { $0.key < $1.key }) {
      #expect(stored > last && stored < bytes.count, "\(decoded)")
      last = stored
    }
  }
}
