import Testing

@testable import YAMLTree

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("catgories", "categories"), ("my-number", "my_number"), ("LOCATIONS", "locations"),
      ("loactions", "locations"), ("supress", "suppress"), ("ｂases", "bases"), ("xyz", nil),
      ("", nil), ("version2000", nil),
    ] as [(String, String?)])
  func finds(name: String, nearest: String?) {
    let known = ["version", "categories", "my_number", "locations", "suppress", "bases"]
    #expect(NearestName.nearest(to: name, among: known) == nearest)
  }

  @Test func leavesLongNamesAlone() {
    let long = String(repeating: "a", count: 65)
    #expect(NearestName.nearest(to: long, among: [long + "b"]) == nil)
  }
}
