import Inventory
import Rules

/// Expressions that are tried on whole cells: the program's own and those of an organisation.
extension CellReader {
  /// Tries the expressions of an organisation whose triggers stand in the cell.
  func matchOwn(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ shape: CellShape,
    _ reading: inout CellReading
  ) {
    let hasDigit = shape.digits > 0 || shape.wideDigits > 0
    let hasLetter = shape.letters > 0 || shape.high > 0
    matchExpressions(text, start, end, &reading) { expression, folded in
      switch expression.trigger {
      case _ where !expression.isOwn: false
      case .digits: hasDigit
      case .lettersAndDigits: hasDigit && hasLetter
      case .at, .literals, .none: !OwnTriggers.windows(of: expression.trigger, in: folded).isEmpty
      }
    }
  }

  /// Tries the program's own expressions on the whole cell.
  func matchExpressions(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading
  ) {
    matchExpressions(text, start, end, &reading) { expression, _ in !expression.isOwn }
  }

  /// Tries some expressions on the whole cell, folded when it is not plain ASCII.
  private func matchExpressions(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ reading: inout CellReading,
    where isWanted: (RuleIndex.Expression, Span<UInt8>) -> Bool
  ) {
    guard end - start <= 96 else { return }
    var folded: [UInt8] = []
    TextFolding.fold(text.extracting(start..<end), into: &folded)
    for position in index.expressions.indices {
      let expression = index.expressions[position]
      guard isWanted(expression, folded.span) else { continue }
      guard let range = matcher.firstMatch(of: expression, in: folded.span) else { continue }
      if let check = expression.check,
        !check.passes(text: folded.span.extracting(range))
      {
        continue
      }
      if range.count * 4 >= folded.count * 3 {
        reading.set(expression.signal)
        if index.types[expression.rule] == .passport,
          folded[range.lowerBound] == 0x54 || folded[range.lowerBound] == 0x4D
        {
          set(.japanesePassport, &reading)
        }
      } else {
        reading.isProse = true
      }
    }
  }
}
