/// Numbers that nobody has, for tests.
extension SeededGenerator {
  /// So many digits.
  package mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(Int.random(in: 0..<10, using: &self)) }.joined()
  }

  /// Twelve digits whose last is the check digit of a My Number (平成26年総務省令第85号 第5条).
  package mutating func myNumber() -> String {
    let body = digits(11)
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
    return body + (sum % 11 <= 1 ? "0" : String(11 - sum % 11))
  }
}
