import Inventory
import Rules

extension LineScanner {
  /// Values that a label directly before them names and that have no shape of their own: names, sex.
  func scanLabelled(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    let sexRule = index.readers[.sex]
    for label in labels {
      let strong = index.labels.words[label.word].strong
      let isName = nameRule.map(strong.contains) ?? false
      let isSex = sexRule.map(strong.contains) ?? false
      guard isName || isSex, let value = value(text, behind: label, line) else { continue }
      if isSex, let sexRule, SexReader.read(text, in: value) == .word {
        hits.append(
          TextHit(
            rule: sexRule, type: .sex, start: value.lowerBound, end: value.upperBound,
            confidence: 0.93, label: label.word))
      }
      if isName, let nameRule,
        !hits.contains(where: {
          $0.type == .personName && $0.note == nil && $0.start < value.upperBound
            && value.lowerBound < $0.end
        })
      {
        let name = NameReader.read(text, in: value)
        guard !name.isOrganisation, name.strength >= 1 else { continue }
        let isSample = Samples.stands(before: value.lowerBound, in: text, from: line.start)
        hits.append(
          TextHit(
            rule: nameRule, type: .personName, start: value.lowerBound, end: value.upperBound,
            confidence: isSample
              ? 0.2 : name.strength >= 2 ? 0.97 : 0.93,
            label: label.word))
      }
    }
  }

  /// The value behind a label, when nothing but a colon or blanks stand between: up to the next label, bracket, comma or wide gap.
  private func value(
    _ text: Span<UInt8>, behind label: LabelMatcher.Label, _ line: Line
  ) -> Range<Int>? {
    var start = label.end
    var hasGap = false
    while start < line.end {
      let byte = text[start]
      if byte == 0x20 || byte == 0x09 || byte == 0x3A || byte == 0x3D || byte == 0x5D
        || byte == 0x7C
      {
        start += 1
        hasGap = true
      } else if let width = LineScanner.wideGap(text, start, line.end) {
        start += width
        hasGap = true
      } else {
        break
      }
    }
    guard hasGap, start < line.end, start - label.end <= 40 else { return nil }
    var end = start
    var blanks = 0
    while end < line.end, end - start < 64 {
      let byte = text[end]
      if byte == 0x20
        || byte == 0xE3 && end + 2 < line.end && text[end + 1] == 0x80
          && text[end + 2] == 0x80
      {
        blanks += 1
        if blanks > 1 { break }
        end += byte == 0x20 ? 1 : 3
        continue
      }
      // Brackets, commas, tabs, pipes end a value.
      if byte == 0x09 || byte == 0x28 || byte == 0x2C || byte == 0x7C || byte == 0x3A
        || byte == 0x22
      {
        break
      }
      if byte == 0xEF, end + 2 < line.end, text[end + 1] == 0xBC,
        text[end + 2] == 0x88 || text[end + 2] == 0x9A
      {
        break
      }
      if byte == 0xE3, end + 2 < line.end, text[end + 1] == 0x80,
        text[end + 2] == 0x81 || text[end + 2] == 0x82
      {
        break
      }
      if byte > 0x20 { blanks = 0 }
      end += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    end = min(end, line.end)
    if let next = labels.first(where: { $0.start > start && $0.start < end }) { end = next.start }
    Blanks.trim(text, &start, &end)
    return start < end ? start..<end : nil
  }

  /// The width of a full-width colon, equals sign, closing bracket, blank or box line; `nil` for anything else.
  private static func wideGap(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Int? {
    guard index + 2 < limit else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9D), (0xE3, 0x80, 0x80), (0xE3, 0x80, 0x91),
      (0xE3, 0x80, 0x8D), (0xEF, 0xBD, 0x9C), (0xE2, 0x94, 0x82), (0xEF, 0xBC, 0xBD):
      return 3
    default: return nil
    }
  }
}
