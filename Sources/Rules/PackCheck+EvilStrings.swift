internal import Regexes
internal import YAMLTree

/// Expressions against texts that make backtracking explode.
extension PackCheck {
  /// Longest time that an expression may take on one of the texts: 100 ms.
  static let longestTime = 100_000_000

  /// Sixteen texts, by number from 1; none is data of anybody.
  static let evilStrings: [[UInt8]] = {
    func repeated(_ text: String, _ count: Int) -> [UInt8] {
      Array(repeatElement(Array(text.utf8), count: count).joined())
    }
    return [
      repeated("a", 30_000) + Array("!".utf8),
      repeated("0", 30_000) + Array("!".utf8),
      repeated("ab", 15_000) + Array("!".utf8),
      repeated("a1", 15_000) + Array("!".utf8),
      repeated("0-", 15_000) + Array("!".utf8),
      repeated("0 ", 15_000) + Array("x".utf8),
      repeated(" ", 30_000) + Array("x".utf8),
      repeated("あ", 10_000) + Array("!".utf8),
      repeated("ア1", 8_000) + Array("!".utf8),
      repeated("山田", 5_000) + Array("0".utf8),
      repeated("a@", 15_000) + Array("!".utf8),
      repeated("a.", 15_000) + Array("@".utf8),
      repeated("AB12", 8_000) + Array("-".utf8),
      repeated("\n", 30_000) + Array("x".utf8),
      repeated("0123456789", 3_000) + Array("x".utf8),
      [UInt8](repeating: 0xE3, count: 30_000) + [0xFF, 0x00],
    ]
  }()

  mutating func checkPatterns(_ clock: () -> Int) {
    for (pattern, typed) in zip(rule.patterns, syntax.patterns) {
      if pattern.trigger == .none, case .regex = pattern.form {
        note(
          .warning, "slow-pattern", at: typed.position,
          ja: "pattern「\(pattern.id)」はtriggerもliteralもないため、すべての文字列で試され遅くなります",
          en:
            "pattern '\(pattern.id)' has neither 'trigger' nor 'literal': every text is tried, which is slow"
        )
      }
      guard case .regex(let expression) = pattern.form else { continue }
      if !expression.isJIT {
        note(
          .warning, "no-jit", at: typed.position,
          ja: "pattern「\(pattern.id)」は機械語に翻訳できません（JITなしで動きます）",
          en: "pattern '\(pattern.id)' could not be compiled to machine code; it runs without JIT")
      }
      guard let number = Self.explodes(expression, clock) else { continue }
      note(
        .mistake, "evil-string", at: typed.position,
        ja: "pattern「\(pattern.id)」は試験文字列\(number)番で100ミリ秒または照合の上限を超えます。繰り返しの入れ子をなくしてください",
        en:
          "pattern '\(pattern.id)' exceeds 100 ms or the match limit on hostile text number \(number); remove nested repetition"
      )
    }
  }

  /// The number of the first text on which the expression takes too long or meets a limit; 1-based.
  static func explodes(_ expression: Pattern, _ clock: () -> Int) -> Int? {
    for (index, text) in evilStrings.enumerated() {
      let start = clock()
      do throws(MatchLimit) {
        var scratch = try MatchScratch()
        _ = try scratch.firstMatch(of: expression, in: text.span)
      } catch {
        return index + 1
      }
      if clock() - start > longestTime { return index + 1 }
    }
    return nil
  }
}
