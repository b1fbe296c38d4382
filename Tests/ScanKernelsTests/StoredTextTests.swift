import ScanKernels
import TestSupport
import Testing

/// CP932 checked and walked over as it is stored.
///
/// All names and addresses are synthetic.
@Suite("CP932 as stored")
struct StoredTextTests {
  struct Cell: BitwiseCopyable {
    var start: UInt32
    var end: UInt32
  }

  /// By `(lead & 0x7F) << 8 | trail`; the entries' values mean nothing here but whether there is a character.
  static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 128 * 256)
    for (position, value) in CharacterTables.cp932.enumerated() where value != 0 {
      table[code(position) & 0x7FFF] = UInt32(value)
    }
    return table
  }()

  private static let codes: [UInt16: Int] = {
    var codes: [UInt16: Int] = [:]
    for (position, value) in CharacterTables.cp932.enumerated() where codes[value] == nil {
      codes[value] = code(position)
    }
    return codes
  }()

  private static func code(_ position: Int) -> Int {
    let (row, cell) = (position / 188, position % 188)
    let lead = row < 31 ? 0x81 + row : 0xE0 + row - 31
    return lead << 8 | (cell < 63 ? 0x40 + cell : 0x80 + cell - 63)
  }

  static func stored(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let code = scalar.value
      if code < 0x80 { return [UInt8(code)] }
      if code >= 0xFF61, code <= 0xFF9F { return [UInt8(code - 0xFF61 + 0xA1)] }
      let pair = codes[UInt16(code)] ?? 0x81AC
      return [UInt8(pair >> 8), UInt8(pair & 0xFF)]
    }
  }

  /// Character by character.
  private func sound(_ bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 || lead >= 0xA1 && lead <= 0xDF {
        index += 1
      } else if index + 1 < bytes.count,
        Self.table[Int(lead & 0x7F) << 8 | Int(bytes[index + 1])] != 0
      {
        index += 2
      } else {
        return index
      }
    }
    return index
  }

  @Test("Text is well-formed up to the first byte that begins no character", arguments: 0..<300)
  func check(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let all = Array(Self.codes.values)
    var bytes: [UInt8] = []
    let length = 1 + seed * 2
    while bytes.count < length {
      switch Int.random(in: 0..<24, using: &generator) {
      case 0..<6:
        bytes += Self.stored("東京都千代田区丸の内").prefix(2 * Int.random(in: 1...10, using: &generator))
      case 6..<9:
        bytes += Array("0123456789,@[]".utf8.prefix(Int.random(in: 1...14, using: &generator)))
      case 9: bytes += Self.stored("ｻﾄｳ")
      case 10: bytes += Self.stored("サトウ　はなこ１２")
      case 11..<23:
        let code = all.randomElement(using: &generator) ?? 0x8140
        if seed % 2 == 0 { bytes += [UInt8(code >> 8), UInt8(code & 0xFF)] }
      default:
        if seed % 5 == 0 { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
      }
    }
    for level in KernelLevel.allCases {
      #expect(checkCP932(bytes.span, Self.table.span, level) == sound(bytes))
    }
  }

  @Test("Every pair of bytes, at every place in a block", arguments: [0, 30, 31, 32, 62, 63])
  func pairs(offset: Int) {
    for lead in UInt8.min...UInt8.max {
      for trail in UInt8.min...UInt8.max {
        var bytes = [UInt8](repeating: 0x61, count: 140)
        bytes[offset] = lead
        bytes[offset + 1] = trail
        let expected = sound(bytes)
        let found = checkCP932(bytes.span, Self.table.span)
        if found != expected { #expect(found == expected, "\(lead) \(trail)") }
      }
    }
  }

  private func passes(_ bytes: [UInt8], _ kind: ColumnKind, _ level: KernelLevel) -> Bool {
    let text = bytes + [UInt8](repeating: 0x2C, count: 200)
    var tally = ColumnCount()
    walkColumn(
      text.span, cells: [Cell(start: 0, end: UInt32(bytes.count))].span, first: 0, stride: 1,
      count: 1, kind: kind, listed: Span(), &tally, level)
    return tally.passed == 1
  }

  static let names = [
    "山田　太郎", "山田 太郎", "サトウ　ハナコ", "ｻﾄｳ ﾊﾅｺ", "佐々木", "ｱｲ", "さくらい みどり", "論　表",
  ]
  static let others = [
    "山田太郎様", "営業部", "山", "山田 太郎 ", "山田　", "　山田", "山田A", "なし", "合計", "Ａ社長", "ﾀ",
    "山田１", "総務課", "駅前店", " ｻﾄｳ",
  ]

  @Test("Names and addresses as stored", arguments: KernelLevel.allCases)
  func shapes(level: KernelLevel) {
    for name in Self.names { #expect(passes(Self.stored(name), .storedNames, level), "\(name)") }
    for other in Self.others {
      #expect(!passes(Self.stored(other), .storedNames, level), "\(other)")
    }
    for address in ["東京都千代田区丸の内1-1-1", "大阪府大阪市北区梅田１丁目", "京都府京都市上京区3番地ハイツ山"] {
      #expect(passes(Self.stored(address), .storedAddresses, level), "\(address)")
    }
    for other in ["東京都千代田区丸の内", "１東京都千代田区丸", "東京1", "東京都千代田区丸の内1　", "　東京都千代田区1-1"] {
      #expect(!passes(Self.stored(other), .storedAddresses, level), "\(other)")
    }
  }

  @Test("What passes as stored passes in UTF-8, at all levels alike", arguments: 0..<400)
  func subset(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let letters = Array("山田太郎佐々木営業部長様課店計無しサトウハナコさくら論ｻﾄﾊﾅﾀ　 １Ａ1-A".unicodeScalars)
    for _ in 0..<20 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &generator) {
        text.unicodeScalars.append(letters.randomElement(using: &generator) ?? "山")
      }
      let stored = Self.stored(text)
      for (kind, decoded) in [
        (ColumnKind.storedNames, ColumnKind.names), (.storedAddresses, .addresses),
      ] {
        let found = KernelLevel.allCases.map { passes(stored, kind, $0) }
        #expect(Set(found).count == 1, "\(text)")
        if found[0] { #expect(passes(Array(text.utf8), decoded, .best), "\(text)") }
      }
    }
  }
}
