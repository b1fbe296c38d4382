/// Writes numbers as JSON and people read them.
enum Decimals {
  /// At most four decimals, trailing zeros left out; cut towards zero; a number that is none is 0.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let bounded = min(max(number, -1e9), 1e9)
    // The small addition keeps 0.998, which no binary fraction equals, from becoming 0.9979.
    let scaled = Int((abs(bounded) * 10_000 + 1e-5).rounded(.down))
    guard scaled > 0 else { return "0" }
    var fraction = String(scaled % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = String(scaled / 10_000)
    return (bounded < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A whole number in groups of three: `1,203`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
