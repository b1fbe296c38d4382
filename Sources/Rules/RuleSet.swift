package import Inventory

/// All rules of a scan: those that came with the program and the organisation's own.
package struct RuleSet: Sendable {
  package private(set) var rules: [Rule]
  package private(set) var kinds: CategoryKinds
  /// SHA-256 over the names and bytes of all packs, in order.
  package private(set) var sha256: String
  private var hash = SHA256()
  private var firstByType: [DataType: Int] = [:]

  /// Where a rule that is asked for stands in ``rules``; the first one of the type.
  package func index(of type: DataType) -> Int? { firstByType[type] }

  /// The first rule of a type.
  package subscript(_ type: DataType) -> Rule? { firstByType[type].map { rules[$0] } }

  /// The rule with an id.
  package func rule(id: String) -> Rule? { rules.first { $0.id == id } }

  /// The rules that came with the program.
  package static func bundled() throws(RuleError) -> RuleSet {
    var set = RuleSet(rules: [], kinds: CategoryKinds(kinds: []), sha256: "")
    for file in BundledFiles.packs {
      if file.name == CategoryKinds.fileName {
        set.kinds = try CategoryKinds.read(file)
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
    var set = self
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
    if let type = rule.dataType, firstByType[type] == nil { firstByType[type] = rules.count }
    rules.append(rule)
    take(file)
  }

  private mutating func take(_ file: PackFile) {
    hash.update(Array(file.name.utf8) + [0])
    hash.update(file.bytes)
  }

  private mutating func finish() { sha256 = hash.hexDigest() }

  private init(rules: [Rule], kinds: CategoryKinds, sha256: String) {
    self.rules = rules
    self.kinds = kinds
    self.sha256 = sha256
  }
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
