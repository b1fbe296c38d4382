internal import Inventory
internal import YAMLTree

extension CompiledRules {
  /// What the file must hold for these packs.
  ///
  /// - Throws: ``RuleError`` with everything that is wrong in the first pack that has a mistake.
  static func bytes(of packs: [PackFile]) throws(RuleError) -> [UInt8] {
    var kinds = CategoryKinds(kinds: [])
    var rules: [(rule: Rule, syntax: RuleSyntax)] = []
    for file in packs {
      if file.name == CategoryKinds.fileName {
        kinds = try CategoryKinds.read(file)
      } else {
        rules.append(try RuleReader.read(file, isBundled: true, reading: .scan))
      }
    }
    var body = CompiledWriter()
    body.list(kinds.kinds) { writer, kind in
      writer.text(kind.key)
      writer.message(kind.name)
      writer.texts(kind.names)
      writer.texts(kind.strong)
      writer.texts(kind.weak)
    }
    let rulesStart = headSize + body.bytes.count
    body.list(rules) { $0.rule($1.rule, $1.syntax) }
    var head = CompiledWriter()
    head.number(Int(magic))
    head.number(Int(version))
    head.word(BundledFingerprint.of(packs))
    head.bytes += Array(RuleSet.digest(packs).utf8)
    head.number(rules.count)
    head.number(rulesStart)
    return head.bytes + body.bytes
  }
}

/// Writes one value after another.
private struct CompiledWriter {
  var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func word(_ value: UInt64) {
    number(Int(truncatingIfNeeded: value & 0xFFFF_FFFF))
    number(Int(truncatingIfNeeded: value >> 32))
  }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  mutating func message(_ message: Message) {
    text(message.japanese)
    text(message.english)
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout CompiledWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }
  mutating func numbers(_ numbers: [Int]) { list(numbers) { $0.number($1) } }

  // MARK: - Rules

  mutating func rule(_ rule: Rule, _ syntax: RuleSyntax) {
    text(rule.id)
    number(rule.dataType == nil ? 0 : 1)
    text(rule.target.name)
    message(rule.name)
    list(Array(zip(rule.patterns, syntax.patterns))) { $0.pattern($1.0, $1.1) }
    texts(rule.headings.strong)
    texts(rule.headings.weak)
    texts(rule.headings.against)
    texts(rule.near.for)
    texts(rule.near.against)
    for weight in [rule.weights.prior, rule.weights.heading, rule.weights.near] {
      word(weight.bitPattern)
    }
    texts(rule.dummies)
    text(rule.origin.file)
    number(rule.origin.line)
  }

  private mutating func pattern(_ pattern: RulePattern, _ syntax: RuleSyntax.PatternSyntax) {
    text(pattern.id)
    switch pattern.form {
    case .regex:
      number(CompiledForm.regex.rawValue)
      text(syntax.regex?.value ?? "")
    case .digits(let form):
      number(CompiledForm.digits.rawValue)
      numbers(form.lengths)
      list(form.groups) { $0.numbers($1) }
    case .reader(let reader):
      number(CompiledForm.reader.rawValue)
      text(reader.rawValue)
    }
    switch pattern.trigger {
    case .none: number(0)
    case .digits: number(1)
    case .lettersAndDigits: number(2)
    case .at: number(3)
    case .literals(let literals):
      number(4)
      list(literals) { $0.text(String(decoding: $1, as: UTF8.self)) }
    }
    text(pattern.check?.rawValue ?? "")
  }
}
