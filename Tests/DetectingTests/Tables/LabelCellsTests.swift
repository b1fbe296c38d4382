import Inventory
import Testing

@testable import Detecting

/// Forms as spreadsheets save them: labels, free cells, boxes.
///
/// All numbers are synthetic.
@Suite("Cells that name their neighbours") struct LabelCellsTests {
  private static let number = "052683541826"

  private func found(_ text: String) -> [Finding] {
    DetectionHarness.table(text).filter { $0.type == .myNumber && $0.confidence >= 0.5 }
  }

  private func boxes(_ number: String = number) -> String {
    number.map(String.init).joined(separator: ",")
  }

  private func count(_ text: String) -> Int { found(text).reduce(0) { $0 + $1.count } }

  @Test("the value stands behind free cells")
  func behindFreeCells() {
    let form = "届出書,,,,\n,,,,\n氏名,,,山田太郎,\n住所,,,東京都千代田区霞が関1-1-1,\n"
    #expect(count(form + "個人番号,,,\(Self.number),\n") == 1)
    #expect(count(form + "個人番号,,,,\(Self.number)\n") == 1)
    // Another label stands between.
    #expect(count(form + "個人番号,,電話番号,\(Self.number),\n") == 0)
  }

  @Test("one digit a cell", arguments: [0, 1, 3])
  func boxes(free: Int) {
    let gap = String(repeating: ",", count: free)
    let form = "届出書,,,\n氏名,,,山田太郎\n個人番号,\(gap)"
    #expect(count(form + boxes() + "\n") == 1)
    let groups = [boxes("0526"), boxes("8354"), boxes("1826")]
    #expect(count(form + groups.joined(separator: ",,") + "\n") == 1)
    #expect(count(form + boxes("０５２６８３５４１８２６") + "\n") == 1)
    // No check digit, too few, something else among them.
    #expect(count(form + boxes("052683541827") + "\n") == 0)
    #expect(count(form + boxes("052683") + ",,,\n") == 0)
    #expect(count(form + boxes("05268354") + ",x," + boxes("1826") + "\n") == 0)
  }

  @Test("boxes have the place of the first")
  func place() {
    let form = "届出書,,,\n氏名,,,山田太郎\n個人番号,,"
    let finding = found(form + boxes() + "\n").first
    #expect(finding?.places.first?.line == 3)
    #expect(finding?.places.first?.column == 3)
    #expect(finding?.places.first?.byteOffset == form.utf8.count)
  }

  @Test("each record a column", arguments: [2, 3, 12])
  func onItsSide(records: Int) {
    var numbers = SyntheticNumbers(seed: 21)
    func row(_ label: String, _ value: () -> String) -> String {
      label + "," + (0..<records).map { _ in value() }.joined(separator: ",") + "\n"
    }
    let names = row("氏名") { "山田太郎" }
    let addresses = row("住所") { "東京都千代田区霞が関1-1-1" }
    let phones = row("電話番号") { "03-1234-5678" }
    let table = names + addresses + phones + row("個人番号") { numbers.myNumber() }
    #expect(count(table) == records)
    #expect(count(names + row("個人番号") { numbers.myNumber() }) == records)
    let counted = "項目," + (1...records).map { "\($0)人目" }.joined(separator: ",") + "\n"
    #expect(count(counted + table) == records)
    // What the label names decides.
    #expect(count(names + row("注文番号") { numbers.myNumber() }) == 0)
  }

  @Test("a table that stands upright stays so")
  func upright() {
    var numbers = SyntheticNumbers(seed: 22)
    var table = "区分,個人番号,備考\n"
    for row in 0..<8 { table += (row == 3 ? "氏名," : "x\(row),") + "\(numbers.myNumber()),1\n" }
    let finding = found(table).first
    #expect(finding?.count == 8)
    #expect(finding?.location == .column(2, heading: "個人番号"))
  }
}
