/// Which spelling stands at a place, the longest first.
extension LabelMatcher {
  /// The label that begins at a place, without regard to labels before it.
  func label(in text: Span<UInt8>, at place: Int, _ start: Int, _ end: Int) -> Label? {
    guard !spellings.isEmpty, place + 1 < end else { return nil }
    return match(text, place, end, Key.of(text, place, end), lowest: start)
  }

  func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ key: Key, lowest: Int
  ) -> Label? {
    // A Latin word begins at a word's beginning.
    if key.span == 2, key.width == 1, start > 0, LabelMatcher.isLetter(text[start - 1]) {
      return nil
    }
    // The character behind, what parts the words of a label passed over.
    var next = start + key.span
    var skipped = 0
    while next < limit, skipped < 6 {
      let byte = text[next]
      if byte == 0x20 || byte == 0x5F || byte == 0x2D {
        next += 1
      } else if byte == 0xE3, next + 2 < limit, text[next + 1] == 0x80, text[next + 2] == 0x80 {
        next += 3
      } else {
        break
      }
      skipped += 1
    }
    let beginning = UInt32(key.value) << 16
    if next < limit,
      let range = group(beginning | UInt32(LabelMatcher.unit(text, next, limit))),
      let label = match(
        text, start, limit, range, lowest: lowest,
        third: third(text, next + LabelMatcher.width(text, next), limit))
    {
      return label
    }
    guard let range = group(beginning) else { return nil }
    return match(text, start, limit, range, lowest: lowest, third: nil)
  }

  /// The character at a place, by which most spellings of a group are told from the text; `nil` where something stands
  /// that may part the words of a label.
  @inline(__always)
  private func third(_ text: Span<UInt8>, _ place: Int, _ limit: Int) -> UInt16? {
    // No spelling has it.
    guard place < limit else { return .max }
    let byte = text[place]
    if byte == 0x20 || byte == 0x5F || byte == 0x2D { return nil }
    if byte == 0xE3, place + 2 < limit, text[place + 1] == 0x80, text[place + 2] == 0x80 {
      return nil
    }
    return LabelMatcher.unit(text, place, limit)
  }

  private func match(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ range: Range<Int>, lowest: Int,
    third: UInt16?
  ) -> Label? {
    for position in range {
      if let third, thirds[position] != third, thirds[position] != 0 { continue }
      let spelling = spellings[position]
      guard let end = matchEnd(text, start, limit, spelling) else { continue }
      if spelling.beginsLatin, start > lowest, LabelMatcher.isLetter(text[start - 1]) { continue }
      if spelling.endsLatin, end < limit, LabelMatcher.isLetter(text[end]) { continue }
      if spelling.beginsLatin, isPieceOfCode(text, start, end, limit, lowest, spelling) { continue }
      return Label(start: start, end: end, word: Int(spelling.word))
    }
    return nil
  }

  /// Whether Latin letters are rather a piece of a hexadecimal number than a label: one or two that touch a digit (`9cc2`),
  /// or fewer than three in a row directly behind a digit.
  private func isPieceOfCode(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int, _ lowest: Int,
    _ spelling: LabelVocabulary.Spelling
  ) -> Bool {
    let isShort = spelling.count <= 2
    if isShort, end < limit, LabelMatcher.isDigit(text[end]) { return true }
    guard start > lowest, LabelMatcher.isDigit(text[start - 1]) else { return false }
    return isShort || start + 2 >= limit || !LabelMatcher.isLetter(text[start + 1])
      || !LabelMatcher.isLetter(text[start + 2])
  }

  /// Where a spelling that begins at `start` ends; `_`, `-` and blanks between its characters are passed over, as in
  /// `MY_NUMBER` and `氏　　名`.
  private func matchEnd(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int, _ spelling: LabelVocabulary.Spelling
  ) -> Int? {
    let first = Int(spelling.start)
    let count = Int(spelling.count)
    guard start + count <= limit else { return nil }
    let width = Key.of(text, start, limit).width
    var offset = width
    var position = start + width
    var skipped = 0
    while offset < count {
      guard position < limit else { return nil }
      if LabelMatcher.lower(text[position]) == bytes[first + offset] {
        offset += 1
        position += 1
        continue
      }
      // Only between whole characters, and not for ever.
      let atCharacter = bytes[first + offset] & 0xC0 != 0x80
      guard atCharacter, skipped < 6 else { return nil }
      let isPart = text[position] == 0x5F || text[position] == 0x2D || text[position] == 0x20
      if isPart, bytes[first + offset] < 0x80 {
        position += 1
      } else if text[position] == 0x20, bytes[first + offset] >= 0x80, count <= 12 {
        position += 1
      } else if count <= 12, position + 2 < limit, text[position] == 0xE3,
        text[position + 1] == 0x80, text[position + 2] == 0x80
      {
        position += 3
      } else {
        return nil
      }
      skipped += 1
    }
    return position
  }
}
