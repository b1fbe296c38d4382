/// A kind of persons that the program knows by itself, whether or not a policy declares it: `customer`, `visitor`.
package struct CategoryKind: Sendable, Equatable {
  /// The name of the kind, as ``SignVocabulary/Word/kind`` uses it.
  package var kind: String
  /// What people of the kind are called in sentences.
  package var title: Message
  /// Words in the name of a policy's category that say that it is of this kind.
  ///
  /// `お客様`, `顧客`. The longest that fits decides.
  package var names: [String]
  /// The built-in words that speak for the kind.
  package var words: [SignVocabulary.Word]

  package init(
    kind: String, title: Message? = nil, names: [String], words: [SignVocabulary.Word]
  ) {
    self.kind = kind
    self.title = title ?? Message(ja: kind, en: kind)
    self.names = names
    self.words = words
  }
}
