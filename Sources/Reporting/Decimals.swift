/// Writes numbers as JSON and people read them.
enum Decimals {
  /// At most four decimals, trailing zeros left out; cut towards zero; a number that is none is 0.
  static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same.
  static func append(_ number: Double, to bytes: inout [UInt8]) {
    let bounded = number.isFinite ? min(max(number, -1e9), 1e9) : 0
    // The small addition keeps 0.998, which no binary fraction equals, from becoming 0.9979.
    let scaled = Int((abs(bounded) * 10_000 + 1e-5).rounded(.down))
    if bounded < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
    append(scaled / 10_000, to: &bytes)
    var fraction = scaled % 10_000
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = 1_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }

  /// Appends a whole number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var place: UInt = 1
    while rest / place >= 10 { place *= 10 }
    while place > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
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
