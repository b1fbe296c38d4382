import Inventory
import Rules
import ScanKernels

/// The rules' expressions in running text: tried on words of letters and digits.
extension LineScanner {
  /// Bytes beyond a number's ends that may belong to its word.
  static let longestWord = 64

  /// Tokens of letters and digits: passports, residence cards, registration numbers.
  func matchBundled(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    // A character in full width has three bytes.
    guard token.end - token.start <= 3 * LineTriage.longestWord, !token.isGlued, token.digits >= 7,
      token.digits <= 14
    else { return }
    match(text, token, line, carry, into: &hits) { !$0.isOwn }
  }

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
    while word.start < token.start, !NumberToken.isAlphanumeric(text[word.start]) {
      word.start += 1
    }
    while word.end > token.end, !NumberToken.isAlphanumeric(text[word.end - 1]) { word.end -= 1 }
    let start = word.start
    let known = hits.filter { $0.start == start }.map(\.rule)
    match(text, word, line, carry, into: &hits) {
      $0.isOwn && $0.ridesOnNumbers && !known.contains($0.rule)
    }
  }

  private func match(
    _ text: Span<UInt8>, _ word: NumberToken, _ line: Line, _ carry: Carry,
    into hits: inout [TextHit], where isWanted: (RuleIndex.Expression) -> Bool
  ) {
    var folded: [UInt8] = []
    TextFolding.fold(text.extracting(word.start..<word.end), into: &folded)
    let context = context(text, word, line, carry)
    for expression in index.expressions where isWanted(expression) {
      guard let type = index.types[expression.rule],
        let range = matcher.firstMatch(of: expression, in: folded.span),
        range.count * 4 >= folded.count * 3
      else { continue }
      let support = support(context, for: expression.rule)
      var bans = index.rules[expression.rule].weights.prior + support
      if let check = expression.check {
        guard check.passes(text: folded.span.extracting(range)) else { continue }
        bans += 1
      }
      let confidence = Logarithm.probability(bans: bans)
      guard confidence >= 0.1 else { continue }
      hits.append(
        TextHit(
          rule: expression.rule, type: type, start: word.start, end: word.end,
          confidence: confidence, label: support >= 1 ? context.word : nil,
          hasCheck: expression.check != nil))
    }
  }

  static func joins(_ byte: UInt8) -> Bool {
    NumberToken.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
  }
}
