import Testing

@testable import Extracting

@Suite struct FieldNameTests {
  @Test(arguments: [
    ("mynumber", "mynumber"), ("my_number", "my_number"), ("employee[my_number]", "my_number"),
    ("ctl00$Main$txtMyNumber", "My_Number"), ("staff[0].myNumber1", "my_Number"),
    ("form:kojinBango", "kojin_Bango"), ("個人番号", "個人番号"), ("hdn_tel", "tel"), ("data[3]", "data"),
    ("input", "input"), ("f7", "f"), ("[0]", ""), ("12", ""), ("", ""), ("__", ""),
  ])
  func words(name: String, words: String) {
    #expect(String(decoding: FieldName.words(of: Array(name.utf8)), as: UTF8.self) == words)
  }

  @Test func longNamesAreNone() {
    #expect(FieldName.words(of: [UInt8](repeating: 0x61, count: 100_000)).isEmpty)
  }
}
