import Inventory
import Rules

extension LineScanner {
  /// Scans the numbers of a line.
  func scanNumbers(
    _ text: Span<UInt8>, _ line: Line, _ carry: Carry, into hits: inout [TextHit]
  ) {
    var position = line.start
    while let token = NumberToken.next(text, from: position, line.end, lowest: line.start) {
      position = token.end
      read(token, text, line, carry, into: &hits)
    }
  }

  func read(
    _ token: NumberToken, _ text: Span<UInt8>, _ line: Line, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    if index.hasOwnExpressions { matchOwn(text, token, line, carry, into: &hits) }
    if token.hasLetters {
      matchBundled(text, token, line, carry, into: &hits)
    } else if !token.isGlued {
      weigh(text, token, line, carry, into: &hits)
    }
  }

  private func weigh(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ carry: Carry,
    into hits: inout [TextHit]
  ) {
    var context = context(text, token, line, carry)
    if let label = sharedLabel(text, token, context, hits) {
      context.word = label
      context.weight = 3
      context.isDirect = true
    }
    if context.word == nil, token.isInList(text, line.start, line.end) { return }
    if token.isBoxed {
      let digits = token.compact(text)
      if let run = DigitRun(digits.span) { weighKinds(run, token, context, into: &hits) }
      return
    }
    if let run = DigitRun(text.extracting(token.start..<token.end)), run.count >= 4 {
      weighKinds(run, token, context, into: &hits)
    }
    // Each reader folds the text anew: only what can be its own goes there.
    if token.digits >= 9, token.digits <= 14, mayBePhone(text, token, line) {
      weighPhone(text, token, line, context, into: &hits)
    }
    if token.digits == 7 { weighPostal(text, token, line, context, into: &hits) }
    if token.dots == 3 { weighInternet(text, token, line, context, into: &hits) }
  }

  /// Most bytes between numbers that one label names: 個人番号 of somebody, and of his wife behind her name.
  private static let sharedWithin = 60

  /// The label of the My Number before, where another one follows that no other label explains.
  private func sharedLabel(
    _ text: Span<UInt8>, _ token: NumberToken, _ context: Context, _ hits: [TextHit]
  ) -> Int? {
    guard context.behind == nil, let before = hits.last(where: { $0.type == .myNumber }),
      before.confidence >= 0.5,
      let label = before.label, before.end <= token.start,
      token.start - before.end <= Self.sharedWithin, mayBeListed(text, token)
    else { return nil }
    if let number = context.word {
      // 様, さん and the like name nothing; another label does.
      let word = index.labels.sense(of: number)
      guard !word.against.contains(before.rule),
        word.strong.isEmpty || !context.isDirect && word.strong.contains(before.rule)
      else { return nil }
    }
    return label
  }

  private func weighKinds(
    _ run: DigitRun, _ token: NumberToken, _ context: Context, into hits: inout [TextHit]
  ) {
    for position in index.kinds[min(run.count, 31)].indices {
      let rule = index.kinds[min(run.count, 31)][position].rule
      var bans = -3.0 + support(context, for: rule)
      // Without a label, a check digit lifts a bare number to one in a hundred: not worth a closer look.
      guard bans > -2.5 || run.hadSeparators else { continue }
      let kind = index.kinds[min(run.count, 31)][position]
      guard let type = kind.type, kind.groupedSignal != nil, kind.form.fits(run) else { continue }
      var hasCheck = false
      if let check = kind.check {
        if run.passes(check) {
          bans -= Logarithm.base10(kind.chance)
          hasCheck = true
        } else if check == .myNumber || check == .paymentCard || check == .driversLicence
          || check == .corporateNumber || check == .insurer || check == .publicExpense
        {
          continue
        }
      }
      if run.hadSeparators, kind.form.groups.contains(where: { $0.count > 1 && run.hasGroups($0) })
      {
        bans += type == .creditCard || type == .employmentInsuranceNumber ? 1.6 : 0.5
      }
      if type == .creditCard { bans += 0.6 }
      let confidence = Logarithm.probability(bans: bans)
      guard confidence >= 0.1 else { continue }
      let isDummy = index.dummies.contains(run, value: run.value)
      hits.append(
        TextHit(
          rule: kind.rule, type: type, start: token.start, end: token.end,
          confidence: isDummy ? min(0.2, confidence) : confidence,
          label: speaker(context, for: kind.rule), hasCheck: hasCheck,
          note: isDummy ? "dummy" : nil))
    }
    weighNamed(run, token, context, into: &hits)
  }

  /// Numbers without a shape, which a label directly before them names.
  private func weighNamed(
    _ run: DigitRun, _ token: NumberToken, _ context: Context, into hits: inout [TextHit]
  ) {
    guard context.isDirect, context.weight >= 3, let number = context.word else { return }
    for rule in index.labels.sense(of: number).strong {
      switch index.types[rule] {
      // Account numbers have seven digits; those of the post bank have eight and end in 1.
      case .bankAccount? where run.count == 6 || run.count == 7,
        .bankAccount? where run.count == 8 && run.digits[7] == 1,
        .healthInsurance? where run.count >= 4 && run.count <= (run.hadSeparators ? 14 : 10),
        .careInsuranceNumber? where run.count == 10,
        .employeeNumber? where run.count >= 4 && run.count <= 12:
        guard let type = index.types[rule] else { continue }
        hits.append(
          TextHit(
            rule: rule, type: type, start: token.start, end: token.end,
            confidence: type == .employeeNumber ? 0.85 : 0.92, label: number))
      default: continue
      }
    }
  }

  /// Whether the number begins as telephone numbers do: 0, +81, 81 or a bracket.
  private func mayBePhone(_ text: Span<UInt8>, _ token: NumberToken, _ line: Line) -> Bool {
    switch text[token.start] {
    case 0x30, 0xEF: return true
    default: break
    }
    guard token.start > line.start else { return false }
    return text[token.start - 1] == 0x2B || text[token.start - 1] == 0x28
  }

  private func weighPhone(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ context: Context,
    into hits: inout [TextHit]
  ) {
    guard let phoneRule else { return }
    var start = token.start
    if start > line.start, text[start - 1] == 0x28 || text[start - 1] == 0x2B { start -= 1 }
    guard let phone = PhoneReader.match(text, at: start, limit: line.end), !phone.isDamaged,
      phone.kind != .service, phone.kind != .machine
    else { return }
    if phone.end < line.end, LabelMatcher.isLetter(text[phone.end]) { return }
    var bans = support(context, for: phoneRule)
    switch (phone.kind, phone.hasSeparators || phone.isInternational) {
    case (.mobile, true), (.ip, true): bans += 1.4
    case (.mobile, false), (.ip, false): bans -= isKeyed(text, token, line) ? 1.5 : 0
    case (_, true): bans += phone.isAssigned ? 0.7 : -1
    default: bans -= 1.5
    }
    let confidence = Logarithm.probability(bans: bans)
    guard confidence >= 0.2 else { return }
    hits.append(
      TextHit(
        rule: phoneRule, type: .phone, start: start, end: phone.end, confidence: confidence,
        label: speaker(context, for: phoneRule)))
  }

  /// Whether a key of a program stands directly before: `tx=`, `id:`.
  private func isKeyed(_ text: Span<UInt8>, _ token: NumberToken, _ line: Line) -> Bool {
    guard token.start - 2 >= line.start else { return false }
    let before = text[token.start - 1]
    return (before == 0x3D || before == 0x3A) && text[token.start - 2] < 0x80
      && text[token.start - 2] > 0x20
  }

  private func weighPostal(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ context: Context,
    into hits: inout [TextHit]
  ) {
    guard let postalRule else { return }
    var start = token.start
    // 〒 is E3 80 92.
    var mark = start
    while mark > line.start, text[mark - 1] == 0x20 { mark -= 1 }
    if mark >= line.start + 3, text[mark - 1] == 0x92, text[mark - 2] == 0x80,
      text[mark - 3] == 0xE3
    {
      start = mark - 3
    }
    guard let code = PostalCodeReader.match(text, at: start, limit: line.end) else { return }
    let support = support(context, for: postalRule)
    guard code.hasMark || support >= 3 || code.hasDash && code.isListed && support >= 0 else {
      return
    }
    let followsPlace = code.hasDash && code.isListed
    hits.append(
      TextHit(
        rule: postalRule, type: .postalCode, start: token.start, end: max(token.start, code.end),
        confidence: code.hasMark || support >= 3 ? 0.97 : followsPlace ? 0.55 : 0.3,
        label: speaker(context, for: postalRule)))
  }

  private func weighInternet(
    _ text: Span<UInt8>, _ token: NumberToken, _ line: Line, _ context: Context,
    into hits: inout [TextHit]
  ) {
    guard let internetRule,
      let address = IPAddressReader.match(text, at: token.start, limit: line.end),
      address.scope == .global, !address.looksLikeVersion
    else { return }
    let support = support(context, for: internetRule)
    hits.append(
      TextHit(
        rule: internetRule, type: .ipAddress, start: token.start, end: address.end,
        confidence: support >= 3 ? 0.9 : 0.45, label: support >= 1 ? context.word : nil))
  }
}
