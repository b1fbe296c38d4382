/// The words whose signs a worker counts, by number: those of the program, which it knows, then those that it is told.
///
/// The same words in the same order as the ``SignVocabulary`` that judges by them.
package struct CountedWords: Sendable, Equatable {
  /// How many words of the program come first: all of them, or none.
  package var builtIn: Int
  /// The words behind those, as ``SignVocabulary/Word/text``.
  package var others: [String]

  package init(builtIn: Int = 0, others: [String] = []) {
    self.builtIn = builtIn
    self.others = others
  }

  /// How many there are.
  package var count: Int { builtIn + others.count }
}
