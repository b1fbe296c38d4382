import Inventory
import Rules

/// What stands around a number: labels before and behind it, above it, and the heading of its cell.
extension LineScanner {
  /// What the words around a number say.
  struct Context {
    /// Word of the label in force; `nil` when there is none.
    var word: Int?
    /// Log10 odds that the label adds to a rule it names strongly.
    var weight = 0.0
    /// Whether the label stands directly before the number.
    var isDirect = false
    /// Word of a label that stands directly before the label: `ゆうちょ 記号・番号`.
    var above: Int?
    /// Word of a label behind the number that explains it.
    var behind: Int?
    /// What the heading of the cell says, where no label beside the number says more.
    var heading: HeadingReading?
  }

  func context(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ carry: Carry
  ) -> Context {
    context(text, token.start..<token.end, line, carry, number: token)
  }

  /// - Parameters:
  ///   - place: Where the value stands.
  ///   - number: The number that it is; `nil` for words.
  func context(
    _ text: Span<UInt8>, _ place: Range<Int>, _ line: Line, _ carry: Carry,
    number: NumberToken? = nil
  ) -> Context {
    needLabels(text, line, before: place.lowerBound)
    switch statement?.name(at: place.lowerBound) {
    case .word(let word)?: return Context(word: word, weight: 4, isDirect: true, heading: heading)
    case .unknown?: return Context(heading: heading)
    case nil: break
    }
    let before = nearestLabel(before: place.lowerBound, text)
    let isExplained =
      before.map { $0.isDirect && !index.labels.sense(of: $0.label.word).strong.isEmpty } ?? false
    let behind = isExplained ? nil : label(directlyBehind: place.upperBound, text, line)?.word
    if let (label, isDirect) = before {
      return Context(
        word: label.word, weight: isDirect ? 4 : 1.2, isDirect: isDirect,
        above: isDirect ? self.label(directlyBefore: label, text)?.word : nil, behind: behind,
        heading: heading)
    }
    if let behind { return Context(behind: behind, heading: heading) }
    // A label on the line above, as on forms; the line is almost only the number.
    let start = messageStart(text, line, before: place.lowerBound)
    let share = Double(place.count) / Double(max(1, line.end - start))
    let isAlone = share >= 0.6
    guard isAlone || share >= 0.3 && (number.map { mayBeListed(text, $0) } ?? false) else {
      return Context(heading: heading)
    }
    askedForCarry = true
    guard
      let waiting = carry.waiting.last(where: { !index.labels.sense(of: $0.word).strong.isEmpty })
        ?? carry.waiting.last
    else { return Context(heading: heading) }
    // 個人番号一覧, and below it names with their numbers.
    guard isAlone || waiting.endsLine else { return Context(heading: heading) }
    if waiting.endsLine, waiting.age <= 1, isAlone {
      return Context(word: waiting.word, weight: 4, isDirect: true)
    }
    return Context(word: waiting.word, weight: 3, isDirect: true)
  }

  /// Whether a number that stands beside a name may belong to a list: only one whose check digit says so as well.
  func mayBeListed(_ text: Span<UInt8>, _ token: NumberToken) -> Bool {
    guard token.digits == 12, !token.hasLetters, !token.isGlued,
      let run = DigitRun(text.extracting(token.start..<token.end))
    else { return false }
    return run.passes(.myNumber)
  }

  /// Where the message of a chat line begins: behind the last colon or bracket before a place.
  private func messageStart(_ text: Span<UInt8>, _ line: Line, before start: Int) -> Int {
    var index = start
    while index > line.start {
      let byte = text[index - 1]
      if byte == 0x3A || byte == 0x5D || byte == 0x3E { return index }
      // ： is EF BC 9A.
      if byte == 0x9A, index - 3 >= line.start, text[index - 2] == 0xBC, text[index - 3] == 0xEF {
        return index
      }
      index -= 1
    }
    return line.start
  }

  /// Log10 odds that the context adds to a rule.
  func support(_ context: Context, for rule: Int) -> Double {
    if let behind = context.behind {
      let word = index.labels.sense(of: behind)
      if word.strong.contains(rule) { return 4 }
      if word.against.contains(rule) { return -3 }
    }
    guard let number = context.word else { return fromHeading(context, rule) ?? 0 }
    let word = index.labels.sense(of: number)
    if word.strong.contains(rule) { return context.weight }
    // 本人, 番号, No. and the like do not say what the number is: the heading does.
    let isVague =
      word.strong.isEmpty && !word.against.contains(rule) || isAbbreviation(number)
    if !context.isDirect || isVague,
      let support = fromHeading(context, rule)
    {
      return support
    }
    // 記号・番号 is of several kinds: the word before it says of which.
    if word.weak.contains(rule), let above = context.above.map({ index.labels.sense(of: $0) }),
      above.strong.contains(rule) || above.weak.contains(rule)
    {
      return context.weight
    }
    if word.against.contains(rule) { return -3 }
    if !word.strong.isEmpty { return context.isDirect ? -4 : -1 }
    if word.weak.contains(rule) { return min(1.2, context.weight) }
    if word.near.contains(rule) { return min(1.5, context.weight) }
    return 0
  }

  /// The word that spoke for a rule; `nil` when none did.
  func speaker(_ context: Context, for rule: Int) -> Int? {
    if let behind = context.behind, index.labels.sense(of: behind).strong.contains(rule) {
      return behind
    }
    return support(context, for: rule) >= 1 ? context.word : nil
  }

  /// Log10 odds that a clear heading adds to a rule; `nil` when it names no kind of data.
  private func fromHeading(_ context: Context, _ rule: Int) -> Double? {
    guard let heading = context.heading else { return nil }
    let weight = heading.weight(of: rule)
    return weight >= HeadingLexicon.clearWeight ? min(4, weight) : nil
  }

  /// No., ID, seq.
  private func isAbbreviation(_ word: Int) -> Bool {
    index.labels.words[word].count <= 3 && index.labels.isASCII(word)
  }

  /// Most bytes between a number and the label behind it.
  private static let nearBehind = 12

  /// The label that stands behind a number and explains it: `1234 5678 9012（マイナンバー）`, `… ← My Number`, `…が個人番号です`.
  ///
  /// A label that has a number of its own behind it explains that one.
  private func label(directlyBehind end: Int, _ text: Span<UInt8>, _ line: Line)
    -> LabelMatcher.Label?
  {
    guard
      let label = labels.first(where: { $0.start >= end }),
      label.start - end <= Self.nearBehind, !index.labels.sense(of: label.word).strong.isEmpty,
      Fillers.point(back: text, end, label.start)
    else { return nil }
    var position = label.end
    while position < line.end, position - label.end <= Fillers.limit {
      if NumberToken.digitWidth(text, position, line.end) > 0 {
        return Fillers.fill(text, label.end, position) ? nil : label
      }
      position += 1
    }
    return label
  }
}
