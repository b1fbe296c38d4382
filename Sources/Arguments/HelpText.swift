/// The languages in which help is written.
package enum HelpLanguage: Sendable, Equatable, CaseIterable {
  case japanese, english
}

/// A piece of help in both languages.
package struct HelpText: Sendable, Equatable {
  package var japanese: String
  package var english: String

  package init(ja japanese: String, en english: String) {
    self.japanese = japanese
    self.english = english
  }

  package subscript(_ language: HelpLanguage) -> String {
    language == .japanese ? japanese : english
  }
}
