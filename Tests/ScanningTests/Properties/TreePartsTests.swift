import Inventory
import Testing

@testable import Scanning

/// Dates and names whose parts stand in elements of their own, as notices and medical documents write them.
///
/// All names and dates are made up.
@Suite("Parts of values in elements side by side") struct TreePartsTests {
  private func counts(_ text: String, records: Int = 3) -> [DataType: Int] {
    var items: [String] = []
    for number in 0..<records {
      let year = String(43 + number * 7)
      let month = String(1 + number * 4)
      items.append(text.replacing("#", with: year).replacing("%", with: month))
    }
    return Examination.report("<a>\(items.joined())</a>", extension: "").counts
  }

  @Test(
    "year, month and day below a name of the date of birth, or named so themselves",
    arguments: [
      "<生年月日><元号>昭和</元号><年>#</年><月>%</月><日>%</日></生年月日>",
      "<生年月日><元号>5</元号><年>#</年><月>0%</月><日>%</日></生年月日>",
      "<SeinenGappi><Gengo>昭和</Gengo><Nen>#</Nen><Tsuki>%</Tsuki><Hi>%</Hi></SeinenGappi>",
      "<birthDate><year>19#</year><month>%</month><day>%</day></birthDate>",
      "<生年月日_元号>昭和</生年月日_元号><生年月日_年>#</生年月日_年><生年月日_月>%</生年月日_月><生年月日_日>%</生年月日_日>",
    ])
  func births(date: String) {
    #expect(counts("<r><氏名>佐藤　健太郎</氏名>\(date)</r>")[.birthDate] == 3)
    #expect(counts("<r><氏名>佐藤　健太郎</氏名>\(date)</r>", records: 1)[.birthDate] == 1)
  }

  @Test(
    "other dates, and what is no date, are none",
    arguments: [
      "<資格取得年月日><元号>9</元号><年>#</年><月>%</月><日>%</日></資格取得年月日>",
      "<生年月日><年>#</年><備考>%</備考><日>%</日></生年月日>",
      "<生年月日><年>12345#</年><月>%</月><日>%</日></生年月日>",
    ])
  func otherDates(date: String) {
    #expect(counts("<r><氏名>佐藤　健太郎</氏名>\(date)</r>")[.birthDate] == nil)
  }

  @Test("the time of birth in medical documents is a date of birth, and that of a file is not")
  func timesOfBirth() {
    let patient = "<patient><name>佐藤　健太郎</name><birthTime value=\"19#0402\"/></patient>"
    #expect(counts(patient)[.birthDate] == 3)
    let file = "<file><owner>佐藤　健太郎</owner><birthtime>19#-04-02</birthtime></file>"
    #expect(counts(file)[.birthDate] == nil)
  }

  @Test("family and given below a name are parts of it, elsewhere not")
  func names() {
    let found = counts("<patient><name><family>佐藤</family><given>健太郎</given></name></patient>")
    #expect(found[.personName] == 3)
    let fonts = counts("<style><font><family>Noto Sans</family><given>bold</given></font></style>")
    #expect(fonts[.personName] == nil)
  }
}
