import Inventory
import Testing

@testable import Scanning

/// Documents in which one value says what the next one is.
///
/// All numbers are synthetic.
@Suite("Labels and values side by side in trees") struct LabelPairsTests {
  private func types(_ text: String) -> [DataType: Int] {
    Examination.report(text, extension: "").counts
  }

  @Test(arguments: [
    "<plist><dict><key>氏名</key><string>山田</string><key>個人番号</key><string>#</string></dict></plist>",
    "<plist><dict><key>MyNumber</key><string>#</string></dict></plist>",
    "<f><item><label>個人番号</label><value>#</value></item></f>",
    "<f><item label=\"個人番号\">#</item></f>", "<f><item name=\"個人番号\" value=\"#\"/></f>",
    "<dl><dt>個人番号：</dt><dd>#</dd></dl>", "{\"a\":[{\"name\":\"個人番号\",\"value\":\"#\"}]}",
    "[{\"label\":\"個人番号\",\"type\":\"text\",\"answer\":\"#\"}]",
  ])
  func found(text: String) {
    let text = text.replacing("#", with: "052683541826")
    #expect(types(text)[.myNumber] == 1, "\(text)")
  }

  @Test(arguments: [
    // No check digit; another label; a value of another element; no word of the vocabulary; no label's place.
    "<plist><dict><key>個人番号</key><string>052683541827</string></dict></plist>",
    "<plist><dict><key>個人番号</key><string/><key>注文番号</key><string>052683541826</string></dict></plist>",
    "<f><a><label>個人番号</label></a><a><value>052683541826</value></a></f>",
    "<f><a label=\"個人番号\"/><b>052683541826</b></f>",
    "<f><item><label>件数</label><value>052683541826</value></item></f>",
    "<f><item><label>個人番号</label><other>052683541826</other></item></f>",
  ])
  func notFound(text: String) {
    #expect(types(text)[.myNumber] == nil, "\(text)")
  }

  @Test("a value is counted once, whatever speaks for it")
  func once() {
    var draw = Draw(seed: 31)
    let items = (0..<40).map { _ in
      "<item name=\"個人番号\" value=\"\(draw.myNumber())\"/>"
    }
    #expect(types("<f>\(items.joined())</f>")[.myNumber] == 40)
  }

  @Test("what a schema says of a field is no value of it")
  func schema() {
    let text = """
      {"properties":{"Age":{"type":"integer","min":0,"max":120},
      "Gender":{"type":"string","enum":["male","female"]},"BirthDate":{"format":"date","minimum":"1900-01-01"}}}
      """
    #expect(types(text).isEmpty)
    #expect(
      types("[{\"Gender\":[\"male\"],\"BirthDate\":{\"text\":\"1980-02-03\"},\"氏名\":\"山田太郎\"}]")
        .count == 3)
  }
}
