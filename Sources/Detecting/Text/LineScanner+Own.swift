import Inventory
import Rules

/// An organisation's expressions at their own triggers: a word, `@`, or anywhere.
extension LineScanner {
  /// Tries the expressions that do not ride on numbers.
  ///
  /// A match counts when it is nearly all of the letters, digits and dashes that it stands in, as at numbers.
  func scanOwn(
    _ text: Span<UInt8>, _ line: Line, _ carry: Carry, into hits: inout [TextHit]
  ) {
    let folded = FoldedLine(text, line.start..<line.end)
    for expression in index.expressions where !expression.ridesOnNumbers {
      guard let type = index.types[expression.rule] else { continue }
      for window in OwnTriggers.windows(of: expression.trigger, in: folded.bytes.span) {
        var place = window.lowerBound
        while place < window.upperBound,
          let range = matcher.firstMatch(
            of: expression, in: folded.bytes.span.extracting(0..<window.upperBound), from: place)
        {
          place = max(range.upperBound, place + 1)
          let bytes = folded.bytes.span
          let word = Self.word(around: range, in: bytes, bytes.indices)
          guard !range.isEmpty, range.count * 4 >= word.count * 3 else { continue }
          if let check = expression.check,
            !check.passes(text: folded.bytes.span.extracting(range))
          {
            continue
          }
          take(
            folded.origins[range.lowerBound]..<folded.origins[range.upperBound], expression, type,
            text, line, carry, into: &hits)
        }
      }
    }
  }

  private func take(
    _ place: Range<Int>, _ expression: RuleIndex.Expression, _ type: DataType,
    _ text: Span<UInt8>, _ line: Line, _ carry: Carry, into hits: inout [TextHit]
  ) {
    let isKnown = hits.contains { $0.rule == expression.rule && $0.start == place.lowerBound }
    guard !place.isEmpty, !isKnown else { return }
    let context = context(text, place, line, carry)
    let support = support(context, for: expression.rule)
    let bans =
      index.rules[expression.rule].weights.prior + support + (expression.check == nil ? 0 : 1)
    let confidence = Logarithm.probability(bans: bans)
    guard confidence >= 0.1 else { return }
    hits.append(
      TextHit(
        rule: expression.rule, type: type, start: place.lowerBound, end: place.upperBound,
        confidence: confidence, label: support >= 1 ? context.word : nil,
        hasCheck: expression.check != nil))
  }
}
