/// Writes numbers as JSON and people read them.
enum Decimals {
  /// Bytes that any number fits in.
  static let longest = 32

  /// At most four decimals, trailing zeros left out; cut towards zero; a number that is none is 0.
  static func text(_ number: Double) -> String {
    var bytes = [UInt8](repeating: 0, count: longest)
    var target = bytes.mutableSpan
    let end = write(number, into: &target, at: 0)
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Writes the same.
  ///
  /// - Parameters:
  ///   - target: Has room for ``longest`` bytes.
  ///   - start: Where in it to begin.
  /// - Returns: One past the last byte written.
  static func write(_ number: Double, into target: inout MutableSpan<UInt8>, at start: Int) -> Int {
    let bounded = number.isFinite ? min(max(number, -1e9), 1e9) : 0
    // The small addition keeps 0.998, which no binary fraction equals, from becoming 0.9979.
    let scaled = Int((abs(bounded) * 10_000 + 1e-5).rounded(.down))
    var end = start
    if bounded < 0, scaled > 0 {
      target[end] = UInt8(ascii: "-")
      end += 1
    }
    end = write(scaled / 10_000, into: &target, at: end)
    var fraction = scaled % 10_000
    guard fraction > 0 else { return end }
    target[end] = UInt8(ascii: ".")
    end += 1
    var place = 1_000
    while fraction > 0 {
      target[end] = UInt8(ascii: "0") + UInt8(fraction / place)
      end += 1
      fraction %= place
      place /= 10
    }
    return end
  }

  /// Writes a whole number, likewise.
  static func write(_ number: Int, into target: inout MutableSpan<UInt8>, at start: Int) -> Int {
    var first = start
    if number < 0 {
      target[first] = UInt8(ascii: "-")
      first += 1
    }
    var rest = number.magnitude
    var end = first
    // The lowest digit first, then turned round.
    repeat {
      target[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      end += 1
    } while rest > 0
    var left = first
    var right = end - 1
    while left < right {
      target.swapAt(left, right)
      left += 1
      right -= 1
    }
    return end
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
