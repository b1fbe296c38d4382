package import Inventory
internal import Regexes
package import YAMLTree

/// Checks packs as far as that goes without the detector: form, proof, triggers, check digits, and the time that
/// expressions need on hostile text.
///
/// What it says names rules and numbers of examples and never an example's text.
package struct PackCheck: Sendable {
  /// Something that the check has to say of a pack.
  package struct Remark: Sendable, Equatable {
    /// Whether the pack can be used all the same.
    package enum Kind: String, Sendable, Equatable {
      case mistake, warning
    }

    package var kind: Kind
    package var file: String
    package var rule: String
    package var position: Position
    /// Stable name of what is wrong, such as `example-trigger`.
    package var id: String
    package var message: Message

    /// The whole line: `passport.yaml:12:5: …`.
    package func described(_ language: Language) -> String {
      "\(file):\(position.line):\(position.column): \(message[language])"
    }
  }

  /// A text that the detector must be tried on, to prove the rule.
  package struct Trial: Sendable, Equatable {
    /// 1-based among the examples, or among the counter-examples.
    package var number: Int
    package var text: String
    /// What must be found; `nil` for counter-examples, in which nothing of the type must be found.
    package var found: String?
    package var position: Position
  }

  /// What one pack gave.
  package struct Outcome: Sendable {
    package var rule: Rule
    package var examples: [Trial]
    package var counterexamples: [Trial]
    package var remarks: [Remark]

    package var isUsable: Bool { !remarks.contains { $0.kind == .mistake } }
  }

  /// Checks one pack.
  ///
  /// - Parameters:
  ///   - file: Its name and bytes.
  ///   - isBundled: Whether it is one of the program's own, whose ids must say so.
  ///   - clock: Nanoseconds on a clock that only goes forward; for the time limit of expressions.
  /// - Throws: ``RuleError`` when the pack cannot be read as a rule at all.
  package static func check(
    _ file: PackFile, isBundled: Bool = false, clock: () -> Int
  ) throws(RuleError) -> Outcome {
    let (rule, syntax) = try RuleReader.read(file, isBundled: isBundled)
    var check = PackCheck(file: file.name, rule: rule, syntax: syntax)
    check.checkExamples()
    check.checkPatterns(clock)
    return Outcome(
      rule: rule,
      examples: syntax.examples.enumerated().map {
        Trial(number: $0 + 1, text: $1.text, found: $1.found, position: $1.position)
      },
      counterexamples: syntax.counterexamples.enumerated().map {
        Trial(number: $0 + 1, text: $1.text, found: nil, position: $1.position)
      },
      remarks: check.remarks.sorted { $0.position < $1.position })
  }

  /// Checks the packs that came with the program, `categories.yaml` left out.
  package static func bundled(clock: () -> Int) throws(RuleError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for file in BundledFiles.packs where file.name != CategoryKinds.fileName {
      outcomes.append(try check(file, isBundled: true, clock: clock))
    }
    return outcomes
  }

  let file: String
  let rule: Rule
  let syntax: RuleSyntax
  var remarks: [Remark] = []

  init(file: String, rule: Rule, syntax: RuleSyntax) {
    self.file = file
    self.rule = rule
    self.syntax = syntax
  }

  mutating func note(
    _ kind: Remark.Kind, _ id: String, at position: Position, ja: String, en: String
  ) {
    remarks.append(
      Remark(
        kind: kind, file: file, rule: rule.id, position: position, id: id,
        message: Message(ja: "\(rule.id)：\(ja)", en: "\(rule.id): \(en)")))
  }
}
