import Inventory
import Reporting

/// The reader of findings documents, and the explanation in words of what it read.
struct FindingsTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    let whole = read(bytes, pieces: max(bytes.count, 1))
    for size in [1, 61] {
      // What is wrong with a document may be told in another order; that it is wrong may not.
      require(
        (try? read(bytes, pieces: size).get()) == (try? whole.get()),
        "any cut of the bytes gives the same entries")
    }
    guard case .success(let found) = whole else { return }
    let text = Explanation(language: .english) { _ in nil }.text(found)
    require(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F },
      "no control character reaches a terminal")
  }

  private func read(_ bytes: [UInt8], pieces: Int) -> Result<FoundEntries, JSONMistake> {
    var reader = FindingsReader(file: Array("a.txt".utf8))
    do throws(JSONMistake) {
      var start = 0
      while start < bytes.count {
        let end = min(start + pieces, bytes.count)
        try reader.feed(bytes[start..<end])
        start = end
      }
      return .success(try reader.finish())
    } catch {
      return .failure(error)
    }
  }
}
