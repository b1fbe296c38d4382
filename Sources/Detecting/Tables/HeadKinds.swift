import Inventory

/// Says of each cell of a table's first rows whether it names a field or is a value.
struct HeadKinds {
  private let context: DetectionContext

  init(_ context: DetectionContext) { self.context = context }

  func kinds(_ head: TableHead) -> [[HeadingDecision.Kind]] {
    let bytes = head.bytes
    return head.rows.map { row in
      (0..<row.count).map { kind(bytes.span, head.cells[row.firstCell + $0], head) }
    }
  }

  private func kind(
    _ bytes: Span<UInt8>, _ cell: TableHead.Cell, _ head: TableHead
  ) -> HeadingDecision.Kind {
    var start = cell.start
    var end = cell.end
    Blanks.trim(bytes, &start, &end)
    guard start < end else { return .blank }
    let reading = context.reader.read(bytes, start, end, wanted: .all)
    if reading.isVoid { return .text }
    if reading.digits > 0 { return reading.digits >= 3 ? .value : .smallNumber }
    let isShort = end - start <= 90
    if isShort, context.wordHashes.contains(context.hash.hash(bytes, start, end)) {
      return .vocabulary
    }
    let values: [TextSignal] = [
      .fullName, .email, .roleEmail, .mobilePhone, .fixedPhone, .bareMobile, .bareFixed, .address,
      .postalCode, .date, .eraDate, .compactDate, .vehicle, .ipAddress, .sex, .legalForm,
    ]
    if values.contains(where: { reading.contains(context.index.signal($0)) }) { return .value }
    // 山田 花子（旧姓：佐藤） is a person, whatever the word in its bracket says.
    let names: [TextSignal] = [.likelyName, .singleName, .unknownName]
    if HeadingMask.holdsNote(bytes, start, end, context.index.lexicon),
      names.contains(where: { reading.contains(context.index.signal($0)) })
    {
      return .value
    }
    if isShort {
      let heading = context.index.lexicon.reading(of: head.string(cell))
      if !heading.strong.isEmpty || !heading.weak.isEmpty { return .vocabulary }
    }
    if !isShort { return .numberedText }
    return reading.contains(context.index.signal(.code)) ? .numberedText : .text
  }
}
