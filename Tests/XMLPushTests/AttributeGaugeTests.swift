import Testing

@testable import XMLPush

@Suite struct AttributeGaugeTests {
  @Test(
    arguments: [
      ("<a b='1' c='2'>", 1, true), ("<a b='1' c='2'>", 2, false),
      ("<a b='1'><a c='2'>", 1, false), ("<a b='>' c='>'>", 1, true),
      ("<!-- b='1' c='2' -->", 1, false), ("<a>b='1' c='2' d=''</a>", 1, false),
      ("<!-- <a \" --><a b='1' c='2'>", 1, true), ("<a b=\"'''''\">", 1, false),
    ] as [(String, Int, Bool)])
  func counts(text: String, limit: Int, expected: Bool) {
    let bytes = Array(text.utf8)
    for size in 1...bytes.count {
      var gauge = AttributeGauge()
      var exceeded = false
      var start = 0
      while start < bytes.count {
        let end = min(start + size, bytes.count)
        if gauge.overfullTag(in: bytes.span.extracting(start..<end), limit: limit) != nil {
          exceeded = true
        }
        start = end
      }
      #expect(exceeded == expected)
    }
  }
}
