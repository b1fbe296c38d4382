import Inventory
import Rules

/// Patterns of an organisation in running text: tried on whole words, dashes and the like included.
extension LineScanner {
  /// Bytes beyond a number's ends that may belong to its word.
  private static let longestWord = 64

  /// Tries an organisation's expressions on the word around a number: `ZQX-12345` where the number is `12345`.
  ///
  /// - Parameter token: The number, or a word of letters and digits; the same word is tried once only.
  func matchOwn(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    var word = token
    let lowest = max(line.start, token.start - Self.longestWord)
    while word.start > lowest, Self.joins(text[word.start - 1]) { word.start -= 1 }
    let highest = min(line.end, token.end + Self.longestWord)
    while word.end < highest, Self.joins(text[word.end]) { word.end += 1 }
    // Marks at the ends belong to the sentence.
    while word.start < token.start, !Self.isAlphanumeric(text[word.start]) { word.start += 1 }
    while word.end > token.end, !Self.isAlphanumeric(text[word.end - 1]) { word.end -= 1 }
    var folded: [UInt8] = []
    TextFolding.fold(text.extracting(word.start..<word.end), into: &folded)
    let context = context(text, word, line, carry)
    for position in index.expressions.indices where index.expressions[position].isOwn {
      let expression = index.expressions[position]
      guard let type = index.types[expression.rule],
        !hits.contains(where: { $0.rule == expression.rule && $0.start == word.start }),
        let range = matcher.firstMatch(of: expression, in: folded.span),
        range.count * 4 >= folded.count * 3
      else { continue }
      var bans = index.rules[expression.rule].weights.prior
      bans += support(context, for: expression.rule)
      if let check = expression.check {
        guard check.passes(text: folded.span.extracting(range)) else { continue }
        bans += 1
      }
      let confidence = Logarithm.probability(bans: bans)
      guard confidence >= 0.1 else { continue }
      hits.append(
        TextHit(
          rule: expression.rule, type: type, start: word.start, end: word.end,
          confidence: confidence,
          label: support(context, for: expression.rule) >= 1 ? context.word : nil,
          hasCheck: expression.check != nil))
    }
  }

  private static func joins(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 <= 25
  }
}
