package import Inventory
package import YAMLTree

/// A pattern pack that cannot be used: where it is wrong, and what would be right.
///
/// It never holds the text of an example: examples are named by rule and number.
package struct RuleError: Error, Equatable, Sendable {
  /// The pack's name as the user gave it.
  package var file: String
  /// Everything that is wrong in it, in file order; never empty.
  package var mistakes: [Mistake]

  package init(file: String, mistakes: [Mistake]) {
    self.file = file
    self.mistakes = mistakes
  }

  /// Whole lines as compilers write them: `passport.yaml:6:5: …`.
  package func described(_ language: Language) -> [String] {
    mistakes.map { $0.described(file: file, language) }
  }

  /// Two packs with the same id.
  static func duplicateID(_ rule: Rule, other: Rule) -> RuleError {
    RuleError(
      file: rule.origin.file,
      mistakes: [
        Mistake(
          at: Position(line: rule.origin.line, column: 1), path: "id",
          .rule(
            id: "duplicate-id",
            Message(
              ja: "「\(rule.id)」は\(other.origin.file)ですでに使われています。別のidにしてください",
              en: "'\(rule.id)' is already used in \(other.origin.file); choose another id")))
      ])
  }
}
