import Inventory
import Rules

extension LineScanner {
  /// Registration marks: a place name, a class number, one kana, a serial.
  func scanVehicles(
    _ text: Span<UInt8>, _ line: Line, _ rule: Int, into hits: inout [TextHit]
  ) {
    guard hasKanaBetweenNumbers(text, line) else { return }
    var position = line.start
    while position < line.end {
      let byte = text[position]
      // A mark begins with kanji or kana and has a digit within the next 16 bytes.
      if byte >= 0xE3, byte <= 0xE9, hasDigit(text, position, min(line.end, position + 16)),
        let range = VehicleReader.match(text, at: position, limit: line.end)
      {
        hits.append(
          TextHit(
            rule: rule, type: .vehicleNumber, start: range.lowerBound, end: range.upperBound,
            confidence: 0.93))
        position = max(position + 1, range.upperBound)
      } else {
        position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  private func hasDigit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<max(start, end) where NumberToken.digitWidth(text, index, end) > 0 {
      return true
    }
    return false
  }

  /// Whether a single kana stands behind a class number, as in `500 さ 12-34`: one pass turns away nearly all lines.
  private func hasKanaBetweenNumbers(_ text: Span<UInt8>, _ line: Line) -> Bool {
    var position = line.start
    while position + 3 <= line.end {
      // Hiragana is E3 81 and E3 82.
      let lead = text[position]
      guard lead == 0xE3, text[position + 1] == 0x81 || text[position + 1] == 0x82 else {
        position += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        continue
      }
      position += 3
      // Most have a kanji or another kana behind them.
      if position + 1 < line.end {
        let next = text[position]
        if next >= 0xE4 && next <= 0xE9 || next == 0xE3 && text[position + 1] == 0x81 { continue }
      }
      if isSerial(text, from: position, line), isClass(text, before: position - 3, line) {
        return true
      }
    }
    return false
  }

  /// Whether ASCII, a full-width form, or some mark that may fold into one stands before a place, blanks left out.
  private func isClass(_ text: Span<UInt8>, before place: Int, _ line: Line) -> Bool {
    var last = place - 1
    while last >= line.start {
      if text[last] <= 0x20 {
        last -= 1
      } else if last - 2 >= line.start, text[last] == 0x80, text[last - 1] == 0x80,
        text[last - 2] == 0xE3
      {
        last -= 3
      } else {
        break
      }
    }
    guard last >= line.start else { return false }
    if text[last] < 0x80 { return LabelMatcher.isLetter(text[last]) || text[last] &- 0x30 <= 9 }
    return last - 2 < line.start || text[last - 2] == 0xEF || text[last - 2] == 0xE2
      || text[last] & 0xC0 != 0x80 || text[last - 2] & 0xF0 != 0xE0
  }

  /// Whether a digit, a dot or some mark that may fold into one stands behind a place, blanks left out.
  private func isSerial(_ text: Span<UInt8>, from place: Int, _ line: Line) -> Bool {
    var next = place
    while next < line.end {
      if text[next] <= 0x20 {
        next += 1
      } else if next + 2 < line.end, text[next] == 0xE3,
        text[next + 1] == 0x80 && text[next + 2] == 0x80
          || text[next + 1] == 0x82 && text[next + 2] &- 0x99 < 4
      {
        // A blank, or a voicing mark by itself (U+3099...309C).
        next += 3
      } else {
        break
      }
    }
    guard next < line.end else { return false }
    let byte = text[next]
    if byte < 0x80 { return byte &- 0x30 <= 9 || byte == 0x2E }
    // ・ is E3 83 BB; half-width and full-width forms begin with EF, circled digits with E2, · with C2.
    if byte == 0xE3 { return next + 1 < line.end && text[next + 1] == 0x83 }
    return byte < 0xE3 || byte > 0xE9
  }
}
