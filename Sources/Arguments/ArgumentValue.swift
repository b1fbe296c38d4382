/// A type that can be read from one word of the command line.
package protocol ArgumentValue: Sendable, SendableMetatype {
  /// The value that the word spells; `nil` when it spells none.
  ///
  /// - Parameter argument: The word as the bytes that the system handed over; a path need not be UTF-8.
  init?(argument: [UInt8])

  /// What would have been accepted, for the error message.
  static var accepted: HelpText { get }

  /// The words to choose from; empty when the choice is open.
  static var choices: [String] { get }
}

extension ArgumentValue {
  package static var choices: [String] { [] }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package init?(argument: [UInt8]) {
    guard let text = String(validating: argument, as: UTF8.self) else { return nil }
    self.init(rawValue: text)
  }

  package static var choices: [String] { allCases.map(\.rawValue) }

  package static var accepted: HelpText {
    HelpText(
      ja: choices.joined(separator: "、") + " のいずれか",
      en: "one of " + choices.joined(separator: ", "))
  }
}

/// A path or other word that need not be UTF-8.
extension [UInt8]: ArgumentValue {
  package init?(argument: [UInt8]) {
    guard !argument.isEmpty else { return nil }
    self = argument
  }

  package static var accepted: HelpText {
    HelpText(ja: "1 文字以上の文字列", en: "a word of one character or more")
  }
}

extension String: ArgumentValue {
  package init?(argument: [UInt8]) {
    guard !argument.isEmpty, let text = String(validating: argument, as: UTF8.self) else {
      return nil
    }
    self = text
  }

  package static var accepted: HelpText {
    HelpText(ja: "1 文字以上の UTF-8 の文字列", en: "one character or more in UTF-8")
  }
}

/// A whole number from 0.
extension Int: ArgumentValue {
  package init?(argument: [UInt8]) {
    guard let text = String(validating: argument, as: UTF8.self), let number = Int(text),
      number >= 0
    else { return nil }
    self = number
  }

  package static var accepted: HelpText {
    HelpText(ja: "0 以上の整数", en: "a whole number from 0")
  }
}

/// A number from 0 to 1, both included.
package struct Probability: ArgumentValue, Equatable {
  package var value: Double

  package init(_ value: Double) { self.value = value }

  package init?(argument: [UInt8]) {
    guard let text = String(validating: argument, as: UTF8.self), let number = Double(text),
      (0...1).contains(number)
    else { return nil }
    value = number
  }

  package static var accepted: HelpText {
    HelpText(ja: "0.0 から 1.0 までの数", en: "a number from 0.0 to 1.0")
  }
}
