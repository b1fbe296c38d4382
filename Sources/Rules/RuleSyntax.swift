package import Inventory
package import YAMLTree

/// A pattern pack as it was typed, before anything but its form was checked.
package struct RuleSyntax: Sendable {
  /// A pattern as typed.
  package struct PatternSyntax: Sendable {
    package var id: Located<String>
    package var regex: Located<String>?
    package var lengths: [Located<Int>]
    package var groups: [[Int]]
    package var reader: Located<BuiltInReader>?
    package var trigger: Located<String>?
    package var literals: [Located<String>]
    package var check: Located<CheckDigit>?
    package var position: Position
    package var path: String
  }

  /// A text in which a value must be found.
  package struct Example: Sendable, Equatable {
    package var text: String
    package var found: String
    package var position: Position
  }

  /// A text in which nothing of the type must be found.
  package struct Counterexample: Sendable, Equatable {
    package var text: String
    package var why: String
    package var position: Position
  }

  /// Where facts of the rule come from.
  package struct Source: Sendable, Equatable {
    package var title: String
    package var read: CivilDate
    package var address: String?
  }

  package var id: Located<String>
  package var type: Located<DataType>?
  package var lookAlike: Located<String>?
  package var name: Message
  package var sources: [Source]
  package var patterns: [PatternSyntax]
  package var headings: Rule.Headings
  package var near: Rule.Near
  package var weights: Rule.Weights
  package var dummies: [Located<String>]
  package var examples: [Example]
  package var counterexamples: [Counterexample]
}
