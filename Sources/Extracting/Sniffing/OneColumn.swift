import Inventory

/// Tells a table of one column: nothing parts its lines, so only the file's name says that it is a table.
///
/// A form, a letter or cards one below the other are left to the reader of lines, which knows labels before and above
/// their values: the cells of a column are all of one kind.
enum OneColumn {
  /// Bytes of a cell; longer ones are sentences.
  private static let longestCell = 160
  /// One line in so many may read otherwise: a blank one, a title, a remark.
  private static let others = 10

  /// What a line looks like.
  private enum Kind { case number, mail, words, sentence }

  /// The dialect to split it by; `nil` when the text is no such table.
  static func dialect(of lines: SampleLines, nameExtension: String) -> TableDialect? {
    guard nameExtension == "csv" || nameExtension == "tsv", lines.filled.count >= 2 else {
      return nil
    }
    let text = lines.bytes.span
    var numbers = 0
    var mails = 0
    var words = 0
    // The first line may be the heading, which is of no kind.
    for line in lines.filled.dropFirst() {
      switch kind(text, line) {
      case .number: numbers += 1
      case .mail: mails += 1
      case .words: words += 1
      case .sentence: break
      }
    }
    let all = lines.all.count - 1
    guard kind(text, lines.filled[0]) != .sentence,
      (all - max(numbers, mails, words)) * others <= all
    else { return nil }
    return TableDialect(delimiter: nameExtension == "csv" ? 0x2C : 0x09)
  }

  /// A line is a sentence as well where it is a label with its value, or has something that could part it.
  private static func kind(_ text: Span<UInt8>, _ line: Range<Int>) -> Kind {
    guard line.count <= longestCell else { return .sentence }
    let isQuoted =
      line.count >= 2 && text[line.lowerBound] == 0x22 && text[line.upperBound - 1] == 0x22
    var kind = Kind.number
    for index in line {
      switch text[index] {
      // , TAB ; | : = { }
      case 0x2C, 0x09, 0x3B, 0x7C, 0x3A, 0x3D, 0x7B, 0x7D:
        if !isQuoted { return .sentence }
        if kind == .number { kind = .words }
      // ：  ＝
      case 0xEF where isCharacter(text, index, line, 0xBC, 0x9A, 0x9D): return .sentence
      // 、  。
      case 0xE3 where isCharacter(text, index, line, 0x80, 0x81, 0x82): return .sentence
      case 0x40: kind = .mail
      // Blank, ", (, ), +, -, ., /
      case 0x20, 0x22, 0x28, 0x29, 0x2B, 0x2D...0x2F, 0x30...0x39: break
      default: if kind == .number { kind = .words }
      }
    }
    return kind
  }

  /// Whether one of two characters of three bytes stands at a place, told by what follows their first byte.
  private static func isCharacter(
    _ text: Span<UInt8>, _ index: Int, _ line: Range<Int>, _ second: UInt8, _ third: UInt8,
    _ other: UInt8
  ) -> Bool {
    guard index + 2 < line.upperBound, text[index + 1] == second else { return false }
    return text[index + 2] == third || text[index + 2] == other
  }
}
