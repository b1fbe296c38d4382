/// Cells that are lists of values of one kind; each item counts as a cell of the column.
extension CellReader {
  /// What an item of a list is.
  private enum ItemKind {
    case name, number, mail, phone
  }

  /// Digits of the shortest number that is an item: shorter ones are dates, amounts and parts of one number.
  private static let longNumber = 10

  /// Whether a cell holds two values or more and nothing else, all of one kind.
  ///
  /// Most phrases end at their first item.
  func isList(_ text: Span<UInt8>, _ start: Int, _ end: Int, wanted: Wanted) -> Bool {
    guard var list = ListCell(text, start, end) else { return false }
    var kind: ItemKind?
    var count = 0
    // 福島、宮城 is nobody, 山口、佐藤 are two persons.
    var isPlaces = true
    while let item = list.next(text) {
      count += 1
      guard item.count <= ListCell.longestItem, count <= ListCell.mostItems,
        item.count < end - start,
        let next = itemKind(text, item, wanted, isAmongBlanks: list.isPartedByBlanks),
        next == kind ?? next
      else { return false }
      kind = next
      isPlaces = isPlaces && next == .name && PlaceNames.isPrefecture(text, item)
    }
    return count >= 2 && !isPlaces
  }

  /// - Parameter isAmongBlanks: Whether a blank may stand within a name as well: only whole names are items then.
  private func itemKind(
    _ text: Span<UInt8>, _ item: Range<Int>, _ wanted: Wanted, isAmongBlanks: Bool
  ) -> ItemKind? {
    // Most phrases begin with a word that needs no reader.
    if isAmongBlanks, text[item.lowerBound] >= 0x80, !Self.wholeName.contains(item.count) {
      return nil
    }
    let reading = read(text, item.lowerBound, item.upperBound, wanted: wanted)
    guard !reading.isProse, !reading.isList else { return nil }
    let texts = reading.texts(behind: index.patternSignals)
    if texts.hasAny(Self.phones) { return .phone }
    if reading.digits > 0 { return reading.digits >= Self.longNumber ? .number : nil }
    if texts.hasAny(Self.mails) { return .mail }
    return texts.hasAny(isAmongBlanks ? Self.wholeNames : Self.names) ? .name : nil
  }

  /// Bytes of a name of three to seven kanji.
  private static let wholeName = 9...21
  private static let wholeNames = TextSignals([.fullName])
  private static let names = TextSignals([.fullName, .likelyName, .familyName])
  private static let mails = TextSignals([.email, .roleEmail])
  private static let phones = TextSignals([.mobilePhone, .fixedPhone])
}
