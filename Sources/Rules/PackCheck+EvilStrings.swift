internal import Inventory
internal import Regexes
internal import YAMLTree

/// Expressions against texts that make backtracking explode.
extension PackCheck {
  /// Longest time that an expression may take on one of the texts: 100 ms.
  static let longestTime = 100_000_000

  /// One of the texts.
  struct EvilString {
    /// 1-based.
    var number: Int
    var name: Message
    var bytes: [UInt8]
  }

  /// Sixteen texts; none is data of anybody.
  static let evilStrings: [EvilString] = {
    func repeated(_ text: String, _ count: Int) -> [UInt8] {
      Array(repeatElement(Array(text.utf8), count: count).joined())
    }
    let texts: [(ja: String, en: String, bytes: [UInt8])] = [
      ("英字", "letters", repeated("a", 30_000) + Array("!".utf8)),
      ("数字", "digits", repeated("0", 30_000) + Array("!".utf8)),
      ("2種の英字", "two letters", repeated("ab", 15_000) + Array("!".utf8)),
      ("英字と数字", "letters and digits", repeated("a1", 15_000) + Array("!".utf8)),
      ("数字とハイフン", "digits and hyphens", repeated("0-", 15_000) + Array("!".utf8)),
      ("数字と空白", "digits and blanks", repeated("0 ", 15_000) + Array("x".utf8)),
      ("空白", "blanks", repeated(" ", 30_000) + Array("x".utf8)),
      ("ひらがな", "hiragana", repeated("あ", 10_000) + Array("!".utf8)),
      ("カタカナと数字", "katakana and digits", repeated("ア1", 8_000) + Array("!".utf8)),
      ("漢字", "kanji", repeated("山田", 5_000) + Array("0".utf8)),
      ("英字とアットマーク", "letters and at signs", repeated("a@", 15_000) + Array("!".utf8)),
      ("英字とピリオド", "letters and dots", repeated("a.", 15_000) + Array("@".utf8)),
      ("大文字と数字", "capitals and digits", repeated("AB12", 8_000) + Array("-".utf8)),
      ("改行", "line breaks", repeated("\n", 30_000) + Array("x".utf8)),
      ("連番の数字", "digits in order", repeated("0123456789", 3_000) + Array("x".utf8)),
      ("文字でないバイト", "broken bytes", [UInt8](repeating: 0xE3, count: 30_000) + [0xFF, 0x00]),
    ]
    return texts.enumerated().map {
      EvilString(number: $0 + 1, name: Message(ja: $1.ja, en: $1.en), bytes: $1.bytes)
    }
  }()

  /// What is wrong with the speed of a pack's expressions: all that a scan asks of a pack before it uses it.
  ///
  /// - Parameter clock: Nanoseconds on a clock that only goes forward.
  package static func explosions(
    _ file: PackFile, clock: () -> Int
  ) throws(RuleError) -> [Remark] {
    let (rule, syntax) = try RuleReader.read(file, isBundled: false)
    var check = PackCheck(file: file.name, rule: rule, syntax: syntax)
    check.checkPatterns(clock)
    return check.remarks.filter { $0.kind == .mistake }
  }

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
      guard let explosion = Self.explosion(expression, clock) else { continue }
      let text = explosion.text
      note(
        .mistake, "evil-string", at: typed.position,
        ja:
          "pattern「\(pattern.id)」は試験文字列\(text.number)番（\(text.name[.japanese])の繰り返し、\(text.bytes.count)バイト）で\(explosion.reason[.japanese])。繰り返しの入れ子や、前後に続く同じ文字の繰り返しをなくしてください",
        en:
          "pattern '\(pattern.id)' \(explosion.reason[.english]) on hostile text number \(text.number); it repeats \(text.name[.english]) over \(text.bytes.count) bytes. Remove nested repetition, and repetition beside repetition of the same characters"
      )
    }
  }

  /// The first text on which the expression takes too long or meets a limit, and which of the two.
  static func explosion(
    _ expression: Pattern, _ clock: () -> Int
  ) -> (text: EvilString, reason: Message)? {
    for text in evilStrings {
      // A busy machine may be slow once; an expression that explodes is slow every time.
      var fastest = Int.max
      for _ in 0..<2 where fastest > longestTime {
        let start = clock()
        do throws(MatchLimit) {
          var scratch = try MatchScratch()
          _ = try scratch.firstMatch(of: expression, in: text.bytes.span)
        } catch {
          return (text, reason(error))
        }
        fastest = min(fastest, clock() - start)
      }
      if fastest > longestTime {
        let milliseconds = fastest / 1_000_000
        return (
          text,
          Message(
            ja: "\(milliseconds)ミリ秒かかります（上限は100）",
            en: "takes \(milliseconds) ms (100 at most)")
        )
      }
    }
    return nil
  }

  private static func reason(_ limit: MatchLimit) -> Message {
    switch limit {
    case .steps:
      Message(
        ja: "照合の上限（\(MatchScratch.stepLimit)歩）を超えます",
        en: "exceeds the match limit of \(MatchScratch.stepLimit) steps")
    case .depth, .heap, .other:
      Message(ja: "照合のメモリーの上限を超えます", en: "exceeds the memory that a match may take")
    }
  }
}
