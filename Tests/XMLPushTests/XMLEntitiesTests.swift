import Testing

@testable import XMLPush

@Suite struct XMLEntitiesTests {
  @Test(
    arguments: [
      ("a&#38;b", "a&b"), ("&x;", "X"), ("&y;&y;", "(X)(X)"), ("&none;", " "), ("& b", "& b"),
      ("&#x3042;&#12356;", "あい"), ("&;", "&;"), ("&#xD800;", " "), ("&#99999999999;", " "),
    ])
  func resolves(value: String, expected: String) {
    var entities = XMLEntities()
    entities.declare(Array("x".utf8), Array("X".utf8))
    entities.declare(Array("y".utf8), Array("(&x;)".utf8))
    let resolved = entities.resolve(Array(value.utf8), fed: 0)
    #expect(resolved.map { String(decoding: $0, as: UTF8.self) } == expected)
  }
}
