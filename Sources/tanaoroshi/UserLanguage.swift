import Arguments
import Inventory
import Posix
import Synchronization

extension Language: ArgumentValue {}

/// The language in which the program speaks to its user.
enum UserLanguage {
  private static let isEnglish = Atomic(false)

  /// Decided once, before anything is said.
  static var current: Language {
    get { isEnglish.load(ordering: .relaxed) ? .english : .japanese }
    set { isEnglish.store(newValue == .english, ordering: .relaxed) }
  }

  /// `--lang` where it stands, then the locale: `LC_ALL`, `LC_MESSAGES`, `LANG`.
  ///
  /// Japanese where the locale is Japanese and where nothing says otherwise (unset, `C`, `POSIX`); else English.
  static func decided(by arguments: [[UInt8]]) -> Language {
    asked(in: arguments.map { String(decoding: $0, as: UTF8.self) })
      ?? decided(
        byLocale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap {
          let value = Host.environment($0)
          return value == "" ? nil : value
        }.first)
  }

  /// The last `--lang` of a command line, read before the command itself is known, so that its errors are understood.
  static func asked(in arguments: [String]) -> Language? {
    for (index, argument) in arguments.enumerated().reversed() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }

  static func decided(byLocale locale: String?) -> Language {
    guard let locale, locale != "C", locale != "POSIX" else { return .japanese }
    return locale == "ja" || locale.hasPrefix("ja_") || locale.hasPrefix("ja.")
      ? .japanese : .english
  }
}

extension Message {
  /// The sentence in the user's language.
  var said: String { self[UserLanguage.current] }
}
