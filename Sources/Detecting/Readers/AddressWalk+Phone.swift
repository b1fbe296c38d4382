import Rules

extension AddressWalk {
  /// Whether what begins with 0 is a telephone number: 090-1284-7150 and 03-3211-4000 behind a name that is a town as well.
  static func isPhone(_ text: borrowing FoldedText, _ start: Int) -> Bool {
    func digits(_ start: Int) -> Int {
      var end = start
      while Latin.isDigit(text[end]) { end += 1 }
      return end - start
    }
    let area = digits(start)
    guard area >= 2, text[start + area] == 0x2D || text[start + area] == 0x28 else {
      return area >= 9
    }
    return area >= 3 || digits(start + area + 1) >= 3
  }
}
