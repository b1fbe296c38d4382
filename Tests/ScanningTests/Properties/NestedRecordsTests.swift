import Inventory
import Testing

@testable import Scanning

/// Records of trees whose parts stand in elements of their own.
///
/// All names and addresses are made up.
@Suite("Persons and their addresses in different elements") struct NestedRecordsTests {
  private let names = ["佐藤 健太郎", "鈴木 美咲", "高橋 一郎", "田中 裕子"]

  private func types(_ record: String, names: [String]? = nil) -> [DataType: Int] {
    let records = (names ?? self.names).enumerated().map { number, name in
      record.replacing("#", with: name).replacing("%", with: String(number + 1))
    }
    return Examination.report("<a>\(records.joined())</a>", extension: "").counts
  }

  private let address = "<zip>180-0004</zip><line>東京都武蔵野市吉祥寺本町2-14-%</line>"

  @Test func below() {
    let found = types("<customer><fullName>#</fullName><address>\(address)</address></customer>")
    #expect(found[.address] == 4)
    #expect(found[.postalCode] == 4)
  }

  @Test func beside() {
    let found = types(
      "<customer><person><fullName>#</fullName></person><home>\(address)</home></customer>")
    #expect(found[.address] == 4)
  }

  @Test func above() {
    let found = types("<home>\(address)<owner><fullName>#</fullName></owner></home>")
    #expect(found[.address] == 4)
  }

  /// One person and the places of an office, and places that nobody stands beside.
  @Test func ofOthers() {
    let shops = types(
      "<shop><manager><fullName>#</fullName></manager><store>\(address)</store></shop>")
    #expect(shops[.address] == nil)
    let head = "<b><president><fullName>佐藤 健太郎</fullName></president>"
    let many = (1...9).map { "<place>\(address.replacing("%", with: String($0)))</place>" }
    let found = Examination.report("<a>\(head)\(many.joined())</b></a>", extension: "").counts
    #expect(found[.address] == nil)
    #expect(types("<place>\(address)</place>")[.address] == nil)
  }
}
