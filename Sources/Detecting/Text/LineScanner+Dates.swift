import Inventory
import Rules

extension LineScanner {
  /// Birth dates: a date directly behind their label, or with 生 behind it.
  func scanBirths(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    guard let birthRule else { return }
    for label in labels where speaks(label, for: birthRule) {
      var position = label.end
      while position < line.end, position - label.end < Fillers.limit {
        if let date = DateReader.matchLabelled(text, at: position, limit: line.end) {
          hits.append(
            TextHit(
              rule: birthRule, type: .birthDate, start: position, end: date.end, confidence: 0.97,
              label: label.word))
          break
        }
        let byte = text[position]
        let next = position + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
        guard Fillers.fill(text, label.end, min(next, line.end)) else { break }
        position = next
      }
    }
    statement?.forEachNamed { word, value in
      guard index.labels.sense(of: word).strong.contains(birthRule),
        let date = DateReader.matchLabelled(text, at: value.lowerBound, limit: value.upperBound)
      else { return }
      hits.append(
        TextHit(
          rule: birthRule, type: .birthDate, start: value.lowerBound, end: date.end,
          confidence: 0.97, label: word))
    }
    scanBorn(text, line, birthRule, into: &hits)
  }

  /// Dates with 生 or 生まれ behind: 生 is E7 94 9F, and no word such as 生産 goes on.
  private func scanBorn(
    _ text: Span<UInt8>, _ line: Line, _ rule: Int, into hits: inout [TextHit]
  ) {
    var position = line.start
    while position + 2 < line.end {
      guard text[position] == 0xE7, text[position + 1] == 0x94, text[position + 2] == 0x9F else {
        let byte = text[position]
        position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        continue
      }
      // A date is at most 40 bytes long; try the starts before the sign, longest first.
      var start = max(line.start, position - 40)
      while start < position {
        if text[start] & 0xC0 != 0x80,
          let date = DateReader.match(text, at: start, limit: position), date.end == position
        {
          hits.append(
            TextHit(
              rule: rule, type: .birthDate, start: start, end: position, confidence: 0.95))
          break
        }
        start += 1
      }
      position += 3
    }
  }

  /// How an account's kind is written.
  private enum AccountKind {
    /// 普通, 当座.
    case word
    /// 普, 当 or 貯 before a closing bracket: (普)1234567.
    case letter
  }

  /// Accounts behind 普通 or 当座, or behind the first character of a kind in brackets.
  func scanAccounts(_ text: Span<UInt8>, _ line: Line, into hits: inout [TextHit]) {
    guard let accountRule else { return }
    var position = line.start
    while position + 5 < line.end {
      let byte = text[position]
      if let kind = Self.accountKind(text, position, line.end),
        let account = BankReader.account(text, at: position, limit: line.end),
        kind == .word || Self.isSevenDigits(account)
      {
        hits.append(
          TextHit(
            rule: accountRule, type: .bankAccount, start: account.lowerBound,
            end: account.upperBound, confidence: account.count >= 6 ? 0.95 : 0.7))
        position = max(position + 6, account.upperBound)
      } else {
        position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  /// The kind of an account that is written at a place with six bytes and more behind it.
  private static func accountKind(
    _ text: Span<UInt8>, _ position: Int, _ limit: Int
  ) -> AccountKind? {
    switch (text[position], text[position + 1], text[position + 2]) {
    // 普 通
    case (0xE6, 0x99, 0xAE):
      if text[position + 3] == 0xE9, text[position + 4] == 0x80, text[position + 5] == 0x9A {
        return .word
      }
    // 当 座
    case (0xE5, 0xBD, 0x93):
      if text[position + 3] == 0xE5, text[position + 4] == 0xBA, text[position + 5] == 0xA7 {
        return .word
      }
    // 貯
    case (0xE8, 0xB2, 0xAF): break
    default: return nil
    }
    let isClosed =
      text[position + 3] == 0x29
      || text[position + 3] == 0xEF && text[position + 4] == 0xBC && text[position + 5] == 0x89
    return isClosed ? .letter : nil
  }

  /// Whether an account number has the seven digits that banks give; those in full width take three bytes each.
  private static func isSevenDigits(_ account: Range<Int>) -> Bool {
    account.count == 7 || account.count == 21
  }
}
