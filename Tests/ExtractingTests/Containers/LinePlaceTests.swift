import Inventory
import TestSupport
import Testing

@testable import Extracting

/// Where values and lines of line-by-line formats stand in files that are not UTF-8; all values are made up.
@Suite struct LinePlaceTests {
  static let documents: [(ContentFormat, String)] = [
    (
      .markdown,
      """
      # 名簿 ｶﾅ 山田
      説明の文 A123 と 山 B45
      | 氏名 | 備考 ｱｲｳ | 番号 |
      |---|---|---|
      | 山田 太郎 | 髙橋 | 0312 |
      |佐藤||０１２|
      終わり　です
      """
    ),
    (
      .sql,
      """
      -- 名簿 ｶﾅ X1
      INSERT INTO 社員 VALUES (1,'山田太郎','0312'),(2,'佐藤 ｶﾅ',0456);INSERT INTO 社員 VALUES (3,'鈴木','0789'); -- 終 Z
      INSERT INTO t (名, b) VALUES ('髙橋
      続き', 'x');
      COPY m (名, mail) FROM stdin;
      山田ｶﾅ\ta1
      佐藤\t髙橋2
      \\.
      SELECT '山' 9;
      """
    ),
    (
      .yaml,
      "# 名簿 ｶﾅ X\n社員:\n  - 氏名: 山田 太郎\n    電話ｶﾅ: \"03-0000\"\n    備考: |\n      一二 A\n  - 佐藤 B1\n山田ｶﾅ文 C\n"
    ),
    (.ini, "; 名簿 ｶﾅ X\n[社員]\n氏名ｶﾅ = \"山田\"\n 番号 = 0312\n文の行 山 Y1\n"),
    (
      .ldif,
      "dn: uid=山田,dc=ｶﾅ\nsn;lang-ja:  山田\n cn ｶﾅ\n続き\nmail: 髙 a@\n 山example.jp\n# 注 ｶﾅ X\n 続 Y1\n\ndn: uid=b\n"
    ),
    (
      .vcard,
      "BEGIN:VCARD\nFN:山田ｶﾅ太郎\nNOTE;X=社:髙橋 A\n  続き ｶﾅ B\n山の行 ｶﾅ C1\n  続 D2\nTEL:03-0000\nEND:VCARD\n"
    ),
  ]

  @Test(
    "Every value and every character of a line has its own place in the file",
    arguments: documents.indices, [TextEncoding.cp932, .eucJP, .utf16LE, .utf16BE, .iso2022JP])
  func places(index: Int, encoding: TextEncoding) throws {
    let (format, text) = Self.documents[index]
    let bytes = JapaneseEncoder.encode(text, as: encoding)
    var first: [PlaceRecorder.Piece] = []
    for blockSize in [8, 31, 262_144] {
      var reader = TextReader(
        MemorySource(bytes), decision: EncodingDecision(encoding), blockSize: blockSize)
      let recorder = PlaceRecorder()
      _ = try LineContainers.extract(format, &reader, into: recorder)
      if blockSize == 8 { first = recorder.pieces }
      #expect(recorder.pieces == first)
      #expect(recorder.pieces.count > 8)
      for piece in recorder.pieces {
        // An escape may stand before the character, and is no part of it.
        let code = Self.code(of: piece.first, encoding)
        #expect(
          piece.stored + code.count <= bytes.count
            && bytes[piece.stored..<piece.stored + code.count].elementsEqual(code),
          "\(piece) of \(piece.kind)")
        #expect(Self.isBorder(piece.stored, of: text, encoding))
      }
    }
  }

  @Test(
    "Bytes of no encoding move nothing that follows them in its line", arguments: documents.indices)
  func badBytes(index: Int) throws {
    let (format, text) = Self.documents[index]
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if "山髙ｶ".unicodeScalars.contains(scalar) { bytes += [0xFF, 0xFF, 0xFF] }
      bytes += JapaneseEncoder.encode(String(scalar), as: .cp932)
    }
    var reader = TextReader(MemorySource(bytes), decision: EncodingDecision(.cp932), blockSize: 64)
    let recorder = PlaceRecorder()
    _ = try LineContainers.extract(format, &reader, into: recorder)
    for piece in recorder.pieces {
      let code: [UInt8] =
        piece.first == "\u{FFFD}" ? [0xFF] : JapaneseEncoder.encode(String(piece.first), as: .cp932)
      #expect(bytes[piece.stored..<piece.stored + code.count].elementsEqual(code), "\(piece)")
    }
  }

  private static func code(of scalar: Unicode.Scalar, _ encoding: TextEncoding) -> [UInt8] {
    let bytes = JapaneseEncoder.encode(String(scalar), as: encoding)
    guard encoding == .iso2022JP, scalar.value >= 0x80 else { return bytes }
    return Array(bytes.dropFirst(3).dropLast(3))
  }

  /// Whether a character of the text begins at an offset of the file.
  private static func isBorder(
    _ stored: Int, of text: String, _ encoding: TextEncoding
  ) -> Bool {
    guard encoding != .iso2022JP else { return true }
    var offset = 0
    for scalar in text.unicodeScalars {
      if offset == stored { return true }
      offset += JapaneseEncoder.encode(String(scalar), as: encoding).count
    }
    return false
  }
}

/// Keeps the first character and the place of all that is pushed, and of lines every character.
final class PlaceRecorder: CellSink {
  struct Piece: Equatable, CustomStringConvertible {
    var kind: String
    var first: Unicode.Scalar
    var stored: Int
    var description: String { "\(first) at \(stored)" }
  }

  var pieces: [Piece] = []
  /// Headings come from elsewhere than their place.
  private var hasHeading = false

  func begin(_ format: ContentFormat) {}
  func beginTable(_ hint: TableHint) { hasHeading = hint.firstRowIsHeading ?? false }
  func endTable() {}

  func rows(_ text: Span<UInt8>, _ block: borrowing RowBlock) {
    for (index, row) in block.rows.enumerated() where !hasHeading || block.firstRow + index > 1 {
      for cell in block.cells[row.firstCell..<row.firstCell + row.count] {
        note(
          "cell", text, Int(cell.start), Int(cell.end),
          block.origin.storedOffset(of: Int(cell.start), in: text))
      }
    }
  }

  func value(
    _ text: Span<UInt8>, _ value: borrowing TreeValue, _ positions: borrowing TreePositions
  ) { note("value", text, 0, text.count, value.byteOffset) }

  func lines(_ text: Span<UInt8>, _ block: borrowing LineBlock) {
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      note("line", text, index, text.count, block.origin.storedOffset(of: index, in: text))
    }
  }

  private func note(_ kind: String, _ text: Span<UInt8>, _ start: Int, _ end: Int, _ stored: Int) {
    var bytes: [UInt8] = []
    for index in start..<end { bytes.append(text[index]) }
    guard let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return }
    pieces.append(Piece(kind: kind, first: first, stored: stored))
  }
}
