import Testing

@testable import Rules

/// The embedded word lists, asked for words that anyone can check.
@Suite struct WordListsTests {
  static func hash(_ word: String) -> UInt64 {
    word.utf16.reduce(WordTable.seed) { WordTable.mix($0, $1) }
  }

  @Test func listsAreEmbedded() {
    #expect(Lexicon.count > 200_000)
    #expect(Terms.count > 1_500)
  }

  @Test(arguments: [
    ("佐藤", Lexicon.Kinds.surname | .frequent), ("太郎", .given), ("陽葵", .given),
    ("ヤマダ", .surnameReading), ("タロウ", .givenReading), ("東京都", .prefecture),
    ("横浜市中区", .municipality), ("府中町", .municipality), ("ジヨン", .foreign),
  ])
  func wordsAreKnown(word: String, kinds: Lexicon.Kinds) {
    let found = Lexicon.kinds(Self.hash(word))
    #expect(found.rawValue & kinds.rawValue == kinds.rawValue)
  }

  @Test(arguments: ["龘龘龘", "zzzqqq", "ヌヌヌヌヌヌ", ""])
  func otherWordsAreNot(word: String) {
    #expect(Lexicon.kinds(Self.hash(word)).rawValue == 0)
  }

  @Test(arguments: [1_000_001, 600_000, 9_071_801])
  func postalCodesAreListed(code: Int) { #expect(PostalCodes.contains(code)) }

  @Test(arguments: [0, -1, 9_999_999, 10_000_000, 1_234_567])
  func otherPostalCodesAreNot(code: Int) { #expect(!PostalCodes.contains(code)) }

  @Test("The map of postal codes holds those of the list and no others")
  func mapOfPostalCodes() {
    var count = 0
    for code in 0..<10_000_000 where PostalCodes.bits[code >> 6] >> UInt64(code & 63) & 1 != 0 {
      count += 1
      #expect(PostalCodes.contains(code))
    }
    #expect(count == 142_920)
  }

  @Test func banksHaveTheirBranches() {
    #expect(BankCodes.contains(bank: 1))
    #expect(BankCodes.contains(branch: 1, of: 1))
    #expect(!BankCodes.contains(bank: 2_222))
    #expect(!BankCodes.contains(branch: 1, of: 2_222))
    #expect(!BankCodes.contains(branch: -1, of: 1))
  }

  @Test func areasAreKnown() {
    #expect(PhoneAreas.contains(31_234))
    #expect(!PhoneAreas.contains(0))
    #expect(!PhoneAreas.contains(100_000))
  }

  @Test(arguments: [("髙", "高"), ("﨑", "崎"), ("邉", "辺"), ("齋", "斉"), ("山", "山")])
  func variantsFold(from: String, to: String) {
    #expect(CharacterVariants().folded(Array(from.utf16)[0]) == Array(to.utf16)[0])
  }
}
