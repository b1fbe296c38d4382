import Inventory
import Rules
import ScanKernels

/// The rules' expressions in running text: tried on words of letters and digits.
extension LineScanner {
  /// Bytes beyond a number's ends that may belong to its word.
  private static let longestWord = 64

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
    let whole = Self.word(around: token.start..<token.end, in: text, line.start..<line.end)
    (word.start, word.end) = (whole.lowerBound, whole.upperBound)
    let start = word.start
    let known = hits.filter { $0.start == start }.map(\.rule)
    match(text, word, line, carry, into: &hits) {
      $0.isOwn && $0.ridesOnNumbers && !known.contains($0.rule)
    }
  }

  /// The letters, digits and what joins them in which something stands, within some limits.
  static func word(around inner: Range<Int>, in text: Span<UInt8>, _ limits: Range<Int>) -> Range<
    Int
  > {
    var start = inner.lowerBound
    var end = inner.upperBound
    let lowest = max(limits.lowerBound, start - longestWord)
    while start > lowest, joins(text[start - 1]) { start -= 1 }
    let highest = min(limits.upperBound, end + longestWord)
    while end < highest, joins(text[end]) { end += 1 }
    // Marks at the ends belong to the sentence.
    while start < inner.lowerBound, !NumberToken.isAlphanumeric(text[start]) { start += 1 }
    while end > inner.upperBound, !NumberToken.isAlphanumeric(text[end - 1]) { end -= 1 }
    return start..<end
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

  private static func joins(_ byte: UInt8) -> Bool {
    NumberToken.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x5F
  }
}
