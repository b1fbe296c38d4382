import ScanKernels

extension LabelMatcher {
  /// Appends the labels of a range in order, the longest at each place, without overlap.
  ///
  /// A Latin label begins where a word does, and one that begins with a digit where a number does, so that most letters and
  /// digits, and all marks, are passed over 64 at a time.
  func labels(in text: Span<UInt8>, _ start: Int, _ end: Int, into labels: inout [Label]) {
    guard !spellings.isEmpty else { return }
    if hasOddBeginnings { return labelsAnywhere(in: text, start, end, into: &labels) }
    // One byte is no label.
    let last = end - 1
    var free = start
    var base = start
    // Whether the byte before the block is a letter, and whether it is a digit.
    var carry: (letter: UInt64, digit: UInt64) = (0, 0)
    while base < last {
      let marks = LabelMatcher.marks(text, base, end)
      let letters = marks.letters
      var places = letters & ~(letters << 1 | carry.letter)
      // Behind a digit a label has three letters at least, else it is a piece of a hexadecimal number.
      let three = (letters >> 1 | 1 << 63) & (letters >> 2 | 3 << 62)
      places &= three | ~(marks.digits << 1 | carry.digit)
      places |= marks.leads
      if hasDigitBeginnings { places |= marks.digits & ~(marks.digits << 1 | carry.digit) }
      carry = (letters >> 63, marks.digits >> 63)
      while places != 0 {
        let place = base + places.trailingZeroBitCount
        places &= places - 1
        guard place >= free else { continue }
        guard place < last else { return }
        guard mayBegin(text, place, end),
          let label = match(text, place, end, Key.of(text, place, end), lowest: start)
        else { continue }
        labels.append(label)
        free = label.end
      }
      base += 64
    }
  }

  /// The same, looking at every place.
  func labelsAnywhere(
    in text: Span<UInt8>, _ start: Int, _ end: Int, into labels: inout [Label]
  ) {
    // A span cannot lie in an object's property.
    let held = self.begins
    let begins = held.span
    var index = start
    while index + 1 < end {
      let key = Key.of(text, index, end)
      let value = Int(key.value)
      // Within a number no label begins.
      let isWithinNumber =
        index > start && LabelMatcher.isDigit(text[index]) && LabelMatcher.isDigit(text[index - 1])
      if begins[value >> 6] >> UInt64(value & 63) & 1 == 1, !isWithinNumber,
        let match = match(text, index, end, key, lowest: start)
      {
        labels.append(match)
        index = match.end
      } else {
        index += key.width
      }
    }
  }

  /// The marks of the 64 bytes from a place on, or of those that are left.
  @inline(__always)
  private static func marks(_ text: Span<UInt8>, _ base: Int, _ end: Int) -> WordMarks {
    if base + 64 <= text.count {
      var marks = WordMarks(text, at: base)
      if end - base < 64 { marks.keep(end - base) }
      return marks
    }
    var marks = WordMarks(letters: 0, digits: 0, leads: 0)
    for index in base..<end {
      let byte = text[index]
      let bit = (1 as UInt64) << UInt64(index - base)
      if byte >= 0xC0 {
        marks.leads |= bit
      } else if isLetter(byte) {
        marks.letters |= bit
      } else if isDigit(byte) {
        marks.digits |= bit
      }
    }
    return marks
  }

  /// Whether a spelling may begin at the first letter of a word or digit of a number, or at a character outside ASCII: turns
  /// most places away.
  @inline(__always)
  private func mayBegin(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Bool {
    let lead = text[place]
    if LabelMatcher.isLetter(lead) {
      let first = Int(lead | 0x20) - 0x61
      let second = Int(text[place + 1] | 0x20) - 0x61
      guard second >= 0, second < 26 else {
        let value = Int(LabelMatcher.lower(lead))
        return begins[value >> 6] >> UInt64(value & 63) & 1 == 1
      }
      let pair = first * 26 + second
      let value = 0xD800 + pair
      guard begins[value >> 6] >> UInt64(value & 63) & 1 == 1 else { return false }
      guard place + 2 < end else { return true }
      // A third letter is part of the label as well, since none ends within a word.
      let third = Int(text[place + 2] | 0x20) - 0x61
      guard third >= 0, third < 26 else { return true }
      let triple = pair * 26 + third
      return letterTriples[triple >> 6] >> UInt64(triple & 63) & 1 == 1
    }
    let key = Key.of(text, place, end)
    let value = Int(key.value)
    guard begins[value >> 6] >> UInt64(value & 63) & 1 == 1 else { return false }
    let next = place + key.width
    guard next < end else { return true }
    let byte = text[next]
    // What parts the words of a label is passed over.
    if byte == 0x20 || byte == 0x5F || byte == 0x2D { return true }
    if byte == 0xE3, next + 2 < end, text[next + 1] == 0x80, text[next + 2] == 0x80 { return true }
    let first = UInt32(key.value) << 16
    return hasBeginning(first | UInt32(LabelMatcher.unit(text, next, end))) || hasBeginning(first)
  }

  /// Whether some spelling may begin so; others share its bit.
  @inline(__always)
  private func hasBeginning(_ beginning: UInt32) -> Bool {
    let place = LabelMatcher.place(beginning)
    return beginnings[place >> 6] >> UInt64(place & 63) & 1 == 1
  }
}
