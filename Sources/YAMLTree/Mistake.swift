package import Inventory

/// Something in a configuration file that must be changed, or should be looked at.
package struct Mistake: Error, Sendable, Equatable {
  /// What is wrong, with the facts for a sentence.
  package enum Kind: Sendable, Equatable {
    /// The text is not YAML; `problem` is the parser's fixed phrase.
    case syntax(problem: String, hints: [Hint])
    /// A byte that fits no UTF-8 character.
    case notUTF8
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case noDocument
    case severalDocuments
    /// An anchor `&x` or an alias `*x`.
    case alias
    case tag
    case duplicateKey(String, firstLine: Int)
    case keyNotText
    case unknownKey(String, nearest: String?, known: [String])
    case missingKey(String)
    case wrongShape(expected: Shape, hints: [Hint])
    case emptyText
    case notInteger(String)
    case notBoolean(String)
    case notDate(String)
    case unknownName(String, nearest: String?, known: [String])
    /// A rule of the file's own schema: a stable id and its sentence, made from facts.
    case rule(id: String, Message)
  }

  /// What a value should have been.
  package enum Shape: Sendable, Equatable {
    case text, list, mapping
  }

  /// A usual slip that stands near the mistake.
  package enum Hint: Sendable, Equatable {
    /// `：` where `:` is meant.
    case fullWidthColon(line: Int)
    /// U+3000 where a blank is meant.
    case fullWidthSpace(line: Int)
    /// A pattern or glob that begins with a character that YAML reserves.
    case quote(line: Int)
    /// A tab used as indentation.
    case tab(line: Int)
  }

  package var position: Position
  /// The keys that lead to the place, such as `locations[2].retention.keep`; empty at the top.
  package var path: String
  package var kind: Kind

  package init(at position: Position, path: String = "", _ kind: Kind) {
    self.position = position
    self.path = path
    self.kind = kind
  }

  package var line: Int { position.line }
  package var column: Int { position.column }
}
