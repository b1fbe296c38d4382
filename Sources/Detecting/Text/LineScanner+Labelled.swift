import Inventory
import Rules

extension LineScanner {
  /// Values that a label directly before them names and that have no shape of their own: names, sex.
  func scanLabelled(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    let sexRule = index.readers[.sex]
    for label in labels {
      let strong = index.labels.sense(of: label.word).strong
      let isName = nameRule.map(strong.contains) ?? false
      let isSex = sexRule.map(strong.contains) ?? false
      guard isName || isSex, let value = value(text, behind: label, line) else { continue }
      if isSex, let sexRule, let form = SexReader.read(text, in: value), form != .digit {
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
    // 村 in 木村 and 部 in 阿部 begin no field.
    if let next = labels.first(where: {
      $0.start > start && $0.start < end && !LineScanner.isWithinWord($0, text)
    }) {
      end = next.start
    }
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

  private static let sign = Array("記号".utf8)
  private static let number = Array("番号".utf8)

  /// Health insurance in running text: 記号 and 番号, each with its value, on a line that speaks of an insurance.
  func scanInsurance(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    guard labels.count >= 3, let rule = index.rule(of: .healthInsurance) else { return }
    for position in labels.indices.dropFirst().dropLast() {
      guard index.labels.isText(Self.sign.span, of: labels[position].word),
        index.labels.isText(Self.number.span, of: labels[position + 1].word)
      else { continue }
      let speaker = labels[..<position].last { label in
        let word = index.labels.sense(of: label.word)
        return word.strong.contains(rule) || word.weak.contains(rule)
      }
      guard let speaker, labels[position + 1].start - labels[position].end <= 60 else { continue }
      let begin = firstDigit(text, behind: labels[position + 1], line)
      var digits = 0
      var end = begin
      while end < line.end {
        let width = NumberToken.digitWidth(text, end, line.end)
        guard width > 0 else { break }
        digits += 1
        end += width
      }
      guard digits >= 1, digits <= 8 else { continue }
      hits.append(
        TextHit(
          rule: rule, type: .healthInsurance, start: begin, end: end, confidence: 0.95,
          label: speaker.word))
    }
  }

  /// The first digit behind a label with nothing but fillers between; the line's end when there is none.
  private func firstDigit(
    _ text: Span<UInt8>, behind label: LabelMatcher.Label, _ line: Line
  ) -> Int {
    var index = label.end
    while index < line.end, index - label.end < Fillers.limit {
      if NumberToken.digitWidth(text, index, line.end) > 0 {
        return Fillers.fill(text, label.end, index) ? index : line.end
      }
      index += 1
    }
    return line.end
  }
}
