internal import Inventory
internal import Regexes
internal import YAMLTree

/// Syntax to rule.
extension RuleReader {
  /// Longest id that is accepted, in characters.
  static let longestID = 32

  func rule(_ syntax: RuleSyntax) -> Rule? {
    let target: Rule.Target
    if let type = syntax.type {
      target = .data(type.value)
    } else if let lookAlike = syntax.lookAlike {
      target = .lookAlike(lookAlike.value)
      checkLookAlike(lookAlike)
    } else {
      return nil
    }
    checkID(syntax.id, target: target)
    if syntax.patterns.isEmpty {
      tree.note(.tooFew(1), at: syntax.id.position, path: "patterns")
    }
    var seen: Set<String> = []
    for pattern in syntax.patterns where !seen.insert(pattern.id.value).inserted {
      tree.note(.duplicatePattern, at: pattern.id.position, path: pattern.id.path)
    }
    for dummy in syntax.dummies where !dummy.value.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) {
      tree.note(.dummyDigits, at: dummy.position, path: dummy.path)
    }
    return Rule(
      id: syntax.id.value, target: target, name: syntax.name,
      patterns: syntax.patterns.compactMap(pattern), words: .read(syntax.headings, syntax.near),
      weights: syntax.weights, dummies: syntax.dummies.map(\.value),
      origin: Rule.Origin(
        file: file.name, line: syntax.id.position.line, isBundled: isBundled))
  }

  /// Bundled rules are `jp.<type>`; an organisation's own may have any first part but keep the form.
  private func checkID(_ id: Located<String>, target: Rule.Target) {
    let parts = id.value.split(separator: ".", omittingEmptySubsequences: false)
    let isWellFormed =
      parts.count >= 2 && id.value.unicodeScalars.count <= Self.longestID
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 &- 0x30 <= 9 || $0 == 0x2D }
      }
    guard isWellFormed else {
      tree.note(.badID, at: id.position, path: id.path)
      return
    }
    if isBundled, !(parts[0] == "jp" && parts[1] == target.name) {
      tree.note(.bundledID(target.name), at: id.position, path: id.path)
    }
  }

  private func checkLookAlike(_ name: Located<String>) {
    if DataType(rawValue: name.value) != nil {
      tree.note(.lookAlikeIsType, at: name.position, path: name.path)
    }
  }

  private func pattern(_ syntax: RuleSyntax.PatternSyntax) -> RulePattern? {
    guard let form = form(syntax), let trigger = trigger(syntax) else { return nil }
    return RulePattern(
      id: syntax.id.value, form: form, trigger: trigger, check: syntax.check?.value)
  }

  private func form(_ syntax: RuleSyntax.PatternSyntax) -> RulePattern.Form? {
    if let reader = syntax.reader { return .reader(reader.value) }
    if let regex = syntax.regex {
      do throws(PatternError) {
        // Alone first: an open bracket would swallow the boundaries that are put around it.
        if reading == .whole {
          _ = try Pattern(regex.value, options: Self.options(for: regex.value))
        }
        return .regex(try Self.bounded(regex.value))
      } catch {
        tree.note(.pattern(error), at: regex.position, path: regex.path)
        return nil
      }
    }
    guard !syntax.lengths.isEmpty else { return nil }
    let lengths = Set(syntax.lengths.map(\.value)).sorted()
    for group in syntax.groups where !lengths.contains(group.reduce(0, +)) {
      tree.note(.groupSum, at: syntax.position, path: "\(syntax.path).groups")
    }
    return .digits(DigitForm(lengths: lengths, groups: syntax.groups))
  }

  /// Compiles an expression of a pack with the boundaries that every value has: no digit or ASCII letter on either side.
  static func bounded(_ regex: String) throws(PatternError) -> Pattern {
    let before = "(?<![0-9A-Za-z])(?:"
    do throws(PatternError) {
      return try Pattern(before + regex + ")(?![0-9A-Za-z])", options: options(for: regex))
    } catch {
      throw PatternError(error.problem, offset: max(0, error.offset - before.utf8.count))
    }
  }

  /// Characters are needed only where an expression could match a part of one; bytes are faster.
  private static func options(for regex: String) -> Pattern.Options {
    let bytes = Array(regex.utf8)
    if bytes.contains(where: { $0 >= 0x80 || $0 == 0x2E }) { return .utf }
    for index in bytes.indices.dropLast() {
      if bytes[index] == 0x5B, bytes[index + 1] == 0x5E { return .utf }
      if bytes[index] == 0x5C, "DSWpPXNxou".utf8.contains(bytes[index + 1]) { return .utf }
    }
    return []
  }

  private func trigger(_ syntax: RuleSyntax.PatternSyntax) -> RulePattern.Trigger? {
    if !syntax.literals.isEmpty {
      return .literals(
        syntax.literals.map { TextFolding.folded($0.value.utf8.span) })
    }
    guard let typed = syntax.trigger else {
      return syntax.lengths.isEmpty ? RulePattern.Trigger.none : .digits
    }
    guard let name = tree.name(typed, as: TriggerName.self) else { return nil }
    switch name.value {
    case .digits: return .digits
    case .lettersAndDigits: return .lettersAndDigits
    case .at: return .at
    }
  }

  private enum TriggerName: String, CaseIterable {
    case digits
    case lettersAndDigits = "letters+digits"
    case at
  }
}
