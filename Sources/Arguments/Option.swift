/// An option of a command: its names, its help, and how it fills the command's settings.
///
/// A command's list of options is the only truth: parsing, help and documentation all read it.
package struct Option<Target: Sendable>: Sendable {
  package let description: OptionDescription
  let apply: @Sendable (inout Target, [UInt8]) throws(UsageError) -> Void

  /// A switch that sets a claim to true.
  package static func flag(
    _ name: String, short: Character? = nil,
    _ path: any WritableKeyPath<Target, Bool> & Sendable, help: HelpText
  ) -> Self {
    Self(description: OptionDescription(name: name, short: short, help: help)) { target, _ in
      target[keyPath: path] = true
    }
  }

  /// An option with one value; the field's own value is the default.
  package static func value<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ placeholder: String,
    _ path: any WritableKeyPath<Target, Value> & Sendable, help: HelpText
  ) -> Self {
    make(name, short, placeholder, Value.self, help) { target, value in
      target[keyPath: path] = value
    }
  }

  /// An option with one value that may be left out.
  package static func optional<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ placeholder: String,
    _ path: any WritableKeyPath<Target, Value?> & Sendable, help: HelpText
  ) -> Self {
    make(name, short, placeholder, Value.self, help) { target, value in
      target[keyPath: path] = value
    }
  }

  /// An option that may be given several times; values are appended in order.
  package static func list<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ placeholder: String,
    _ path: any WritableKeyPath<Target, [Value]> & Sendable, help: HelpText
  ) -> Self {
    make(name, short, placeholder, Value.self, repeats: true, help) { target, value in
      target[keyPath: path].append(value)
    }
  }

  private static func make<Value: ArgumentValue>(
    _ name: String, _ short: Character?, _ placeholder: String, _ type: Value.Type,
    repeats: Bool = false, _ help: HelpText,
    store: @escaping @Sendable (inout Target, Value) -> Void
  ) -> Self {
    let description = OptionDescription(
      name: name, short: short, placeholder: placeholder, help: help, repeats: repeats,
      choices: Value.choices)
    return Self(description: description) { target, argument throws(UsageError) in
      guard let value = Value(argument: argument) else {
        let text = String(decoding: argument, as: UTF8.self)
        throw .badValue(
          option: "--" + name, value: text, accepted: Value.accepted,
          nearest: NearestName.nearest(to: text, among: Value.choices))
      }
      store(&target, value)
    }
  }
}

/// What help and documentation say of an option.
package struct OptionDescription: Sendable, Equatable {
  /// Long name without dashes.
  package var name: String
  package var short: Character?
  /// Word that stands for the value; `nil` for a switch.
  package var placeholder: String?
  package var help: HelpText
  /// Whether the option may be given several times.
  package var repeats: Bool
  /// The words to choose from; empty when the choice is open.
  package var choices: [String]

  package init(
    name: String, short: Character? = nil, placeholder: String? = nil, help: HelpText,
    repeats: Bool = false, choices: [String] = []
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.help = help
    self.repeats = repeats
    self.choices = choices
  }

  /// The option as the synopsis writes it: `-o, --output FILE`.
  package var synopsis: String {
    let long = "--" + name + (placeholder.map { " " + $0 } ?? "")
    return short.map { "-\($0), " + long } ?? "    " + long
  }
}

/// An argument that is not an option, by its position.
package struct Positional<Target: Sendable>: Sendable {
  package let description: PositionalDescription
  let apply: @Sendable (inout Target, [UInt8]) throws(UsageError) -> Void

  /// One argument that must be given.
  package static func one<Value: ArgumentValue>(
    _ placeholder: String, _ path: any WritableKeyPath<Target, Value> & Sendable, help: HelpText
  ) -> Self {
    make(placeholder, .one, Value.self, help) { target, value in target[keyPath: path] = value }
  }

  /// One argument that may be left out.
  package static func optional<Value: ArgumentValue>(
    _ placeholder: String, _ path: any WritableKeyPath<Target, Value?> & Sendable, help: HelpText
  ) -> Self {
    make(placeholder, .optional, Value.self, help) { target, value in
      target[keyPath: path] = value
    }
  }

  /// Any number of arguments, none included; the command itself asks for what it needs.
  package static func many<Value: ArgumentValue>(
    _ placeholder: String, _ path: any WritableKeyPath<Target, [Value]> & Sendable, help: HelpText
  ) -> Self {
    make(placeholder, .many, Value.self, help) { target, value in
      target[keyPath: path].append(value)
    }
  }

  private static func make<Value: ArgumentValue>(
    _ placeholder: String, _ arity: PositionalDescription.Arity, _ type: Value.Type,
    _ help: HelpText, store: @escaping @Sendable (inout Target, Value) -> Void
  ) -> Self {
    let description = PositionalDescription(placeholder: placeholder, arity: arity, help: help)
    return Self(description: description) { target, argument throws(UsageError) in
      guard let value = Value(argument: argument) else {
        throw .badValue(
          option: placeholder, value: String(decoding: argument, as: UTF8.self),
          accepted: Value.accepted, nearest: nil)
      }
      store(&target, value)
    }
  }
}

/// What help and documentation say of a positional argument.
package struct PositionalDescription: Sendable, Equatable {
  /// How many arguments it takes.
  package enum Arity: Sendable, Equatable {
    case one, optional, many
  }

  package var placeholder: String
  package var arity: Arity
  package var help: HelpText

  package init(placeholder: String, arity: Arity, help: HelpText) {
    self.placeholder = placeholder
    self.arity = arity
    self.help = help
  }

  /// The argument as the synopsis writes it: `FILE`, `[DIR]`, `ROOT...`.
  package var synopsis: String {
    switch arity {
    case .one: placeholder
    case .optional: "[\(placeholder)]"
    case .many: "\(placeholder)..."
    }
  }
}
