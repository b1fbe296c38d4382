package import Inventory

/// All rules of a scan: those that came with the program and the organisation's own.
package struct RuleSet: Sendable {
  package private(set) var rules: [Rule]
  /// The kinds of persons, which are read when they are asked for.
  package var kinds: CategoryKinds {
    switch listed {
    case .read(let kinds): kinds
    case .compiled(let compiled): compiled.kinds()
    }
  }
  private var listed: Kinds
  /// SHA-256 over the names and bytes of all packs, in order.
  package private(set) var sha256: String
  /// Over all packs so far; `nil`: those of the program, not hashed again.
  private var hash: SHA256?
  private var firstByType: [DataType: Int] = [:]

  /// Where a rule that is asked for stands in ``rules``; the first one of the type.
  package func index(of type: DataType) -> Int? { firstByType[type] }

  /// The first rule of a type.
  package subscript(_ type: DataType) -> Rule? { firstByType[type].map { rules[$0] } }

  /// The rule with an id.
  package func rule(id: String) -> Rule? { rules.first { $0.id == id } }

  /// The rules that came with the program.
  package static func bundled() throws(RuleError) -> RuleSet {
    if let compiled = CompiledRules(), let rules = compiled.rules() {
      var set = RuleSet(rules: [], kinds: .compiled(compiled), sha256: compiled.sha256)
      for rule in rules { set.append(rule) }
      return set
    }
    return try parsed()
  }

  /// What is told of the rules that came with the program, without making them ready.
  package static func bundledFacts() throws(RuleError) -> RuleFacts {
    if let compiled = CompiledRules() {
      return RuleFacts(
        kinds: compiled.kinds(), sha256: compiled.sha256, ruleCount: compiled.ruleCount)
    }
    return try parsed().facts
  }

  /// What is told of these rules.
  package var facts: RuleFacts {
    RuleFacts(kinds: kinds, sha256: sha256, ruleCount: rules.count)
  }

  /// The rules that came with the program, out of their YAML.
  static func parsed() throws(RuleError) -> RuleSet {
    var set = RuleSet(rules: [], kinds: .read(CategoryKinds(kinds: [])), sha256: "")
    set.hash = SHA256()
    for file in BundledFiles.packs {
      if file.name == CategoryKinds.fileName {
        set.listed = .read(try CategoryKinds.read(file))
        set.take(file)
      } else {
        try set.add(file, isBundled: true)
      }
    }
    set.finish()
    return set
  }

  /// These rules and those of further packs.
  ///
  /// - Throws: ``RuleError`` with everything that is wrong in the first pack that has a mistake.
  package func adding(_ packs: [PackFile]) throws(RuleError) -> RuleSet {
    guard !packs.isEmpty else { return self }
    var set = self
    if set.hash == nil { set.hash = RuleSet.hash(BundledFiles.packs) }
    for file in packs { try set.add(file, isBundled: false) }
    set.finish()
    return set
  }

  private mutating func add(_ file: PackFile, isBundled: Bool) throws(RuleError) {
    let reading: RuleReader.Reading = isBundled ? .scan : .whole
    let rule = try RuleReader.read(file, isBundled: isBundled, reading: reading).rule
    if let other = rules.first(where: { $0.id == rule.id }) {
      throw RuleError.duplicateID(rule, other: other)
    }
    append(rule)
    take(file)
  }

  private mutating func append(_ rule: Rule) {
    if let type = rule.dataType, firstByType[type] == nil { firstByType[type] = rules.count }
    rules.append(rule)
  }

  private mutating func take(_ file: PackFile) { RuleSet.take(file, &hash) }

  private static func take(_ file: PackFile, _ hash: inout SHA256?) {
    hash?.update(Array(file.name.utf8) + [0])
    hash?.update(file.bytes)
  }

  private static func hash(_ packs: [PackFile]) -> SHA256? {
    var hash: SHA256? = SHA256()
    for file in packs { take(file, &hash) }
    return hash
  }

  /// SHA-256 over the names and bytes of packs, in order.
  static func digest(_ packs: [PackFile]) -> String { hash(packs)?.hexDigest() ?? "" }

  private mutating func finish() {
    if let digest = hash?.hexDigest() { sha256 = digest }
  }

  /// Where the kinds of persons are.
  private enum Kinds: Sendable {
    case read(CategoryKinds)
    case compiled(CompiledRules)
  }

  private init(rules: [Rule], kinds: Kinds, sha256: String) {
    self.rules = rules
    listed = kinds
    self.sha256 = sha256
  }
}

/// What a scan tells of its rules, and what judging needs of them.
package struct RuleFacts: Sendable {
  package var kinds: CategoryKinds
  /// As ``RuleSet/sha256``.
  package var sha256: String
  package var ruleCount: Int
}

/// One pattern pack as it lies in a folder.
package struct PackFile: Sendable, Equatable {
  /// The name that errors show: a path as the user wrote it, or the name in `Patterns/`.
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
