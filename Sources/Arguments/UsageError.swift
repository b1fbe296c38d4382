/// What is wrong with a command line: facts only; the program makes the sentence.
package enum UsageError: Error, Sendable, Equatable {
  /// No command was named; the names to choose from.
  case missingCommand(known: [String])
  case unknownCommand(String, nearest: String?, known: [String])
  /// `option` as typed, dashes included, without `=value`.
  case unknownOption(String, nearest: String?)
  /// The option stands at the end or before another option.
  case missingValue(option: String, placeholder: String)
  /// A switch was given `=value`.
  case unexpectedValue(option: String)
  case badValue(option: String, value: String, accepted: HelpText, nearest: String?)
  case givenTwice(option: String)
  case missingArgument(placeholder: String)
  case unexpectedArgument(String)
}
