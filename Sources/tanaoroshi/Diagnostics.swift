import Arguments
import Inventory
import Posix

/// What the program says on standard error: one line an event, nothing raw in it.
enum Diagnostics {
  /// Writes one line, `tanaoroshi: …`, controls escaped.
  ///
  /// - Parameter line: The sentence; what a user typed in it has passed ``quoted(_:)``.
  static func say(_ line: String) {
    // Nobody is left to be told when standard error is gone.
    try? StandardStream.error.write("tanaoroshi: " + Masking.escapingControls(line) + "\n")
  }

  static func say(_ message: Message) { say(message.said) }

  /// A word of the command line, masked and made printable, for use in a sentence.
  static func quoted(_ text: String) -> String { Masking.masked(text) }

  /// A path of the command line, the same.
  static func quoted(_ path: [UInt8]) -> String { quoted(String(decoding: path, as: UTF8.self)) }

  /// Says what is wrong with a command line.
  static func say(_ error: UsageError) {
    say(message(for: error))
    say(Message(ja: "使い方は tanaoroshi --help で見られます。", en: "see tanaoroshi --help"))
  }

  static func message(for error: UsageError) -> Message {
    switch error {
    case .missingCommand(let known):
      let list = known.joined(separator: ", ")
      return Message(
        ja: "コマンドがありません。書けるのは \(list) です。", en: "no command given; the commands are \(list)")
    case .unknownCommand(let name, let nearest, let known):
      let list = known.joined(separator: ", ")
      return Message(
        ja: "コマンド「\(quoted(name))」はありません。"
          + (nearest.map { "「\($0)」ではありませんか。" } ?? "書けるのは \(list) です。"),
        en: "there is no command '\(quoted(name))'; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "the commands are \(list)"))
    case .unknownOption(let name, let nearest):
      return Message(
        ja: "オプション \(quoted(name)) はありません。" + (nearest.map { "\($0) ではありませんか。" } ?? ""),
        en: "there is no option \(quoted(name))" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    case .missingValue(let option, let placeholder):
      return Message(
        ja: "\(option) に値がありません。\(option) \(placeholder) のように書いてください（- で始まる値は \(option)=値）。",
        en: "\(option) needs a value: \(option) \(placeholder) "
          + "(\(option)=VALUE for one that begins with -)")
    case .unexpectedValue(let option):
      return Message(ja: "\(option) は値を取りません。", en: "\(option) takes no value")
    case .badValue(let option, let value, let accepted, let nearest):
      return Message(
        ja: "\(option) に「\(quoted(value))」は使えません。\(accepted.japanese)を書いてください。"
          + (nearest.map { "「\($0)」ではありませんか。" } ?? ""),
        en: "\(option): '\(quoted(value))' is not \(accepted.english)"
          + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
    case .givenTwice(let option):
      return Message(ja: "\(option) は一度だけ書けます。", en: "\(option) may be given only once")
    case .missingArgument(let placeholder):
      return Message(ja: "\(placeholder) がありません。", en: "\(placeholder) is missing")
    case .unexpectedArgument(let argument):
      return Message(
        ja: "「\(quoted(argument))」は余分です。", en: "'\(quoted(argument))' is one argument too many")
    }
  }

  /// Says that something the user named could not be read.
  static func say(unreadable path: [UInt8], _ failure: SmallFile.Failure) {
    let name = quoted(path)
    switch failure {
    case .system(let error):
      say(
        Message(
          ja: "\(name): 読めません（\(error.name)）。", en: "\(name): cannot be read (\(error.name))"))
    case .notAFile:
      say(Message(ja: "\(name): 普通のファイルではありません。", en: "\(name): not a regular file"))
    case .tooLarge(let limit):
      say(
        Message(
          ja: "\(name): 大きすぎます（上限 \(limit) バイト）。",
          en: "\(name): larger than the limit of \(limit) bytes"))
    }
  }
}
