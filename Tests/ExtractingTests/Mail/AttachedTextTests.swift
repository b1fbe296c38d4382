import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite("Text files attached to mails") struct AttachedTextTests {
  private func extract(_ part: String, blockSize: Int = 262_144) throws -> (
    recorder: CallRecorder, end: StructureEnd
  ) {
    let mail =
      "From: a@example.jp\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + part
      + "\n--b--\nend\n"
    var reader = makeReader(mail, blockSize: blockSize)
    let recorder = CallRecorder()
    let end = try MailExtractor.extract(&reader, into: recorder)
    return (recorder, end)
  }

  /// From the header of the part on: what stands in the table.
  private func rows(_ calls: [String]) -> [String] {
    calls.compactMap { call in
      guard call.hasPrefix("row "), let colon = call.firstIndex(of: ":") else { return nil }
      return String(call[call.index(colon, offsetBy: 2)...])
    }
  }

  static let base64 = "Content-Transfer-Encoding: base64\n\n"
  static let quoted = "Content-Transfer-Encoding: quoted-printable\n\n"

  /// Headers and bodies of the same list: 氏名,番号 over 山田,1 and 佐藤,2.
  static let parts: [String] = [
    // UTF-8 as it is, with a mark, and in CP932.
    "Content-Type: text/csv; name=a.csv\n\n氏名,番号\n山田,1\n佐藤,2",
    "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"a.CSV\"\n"
      + base64
      + "77u/5rCP5ZCNLOeVquWPtwrlsbHnlLAsMQrkvZDol6QsMgo=",
    "Content-Type: application/vnd.ms-excel; name=\"a.csv\"\n" + base64
      + "joGWvCyU1I2GCo5Sk2MsMQqNspOhLDIK",
    "Content-Type: text/plain; name=a.txt; charset=utf-8\n" + quoted
      + "=E6=B0=8F=E5=90=8D,=E7=95=AA=E5=8F=B7\n=E5=B1=B1=\n=E7=94=B0,1\n=E4=BD=90=E8=97=A4,2",
    // UTF-16 with its mark, tabs between.
    "Content-Type: application/octet-stream\n"
      + "Content-Disposition: attachment; filename*0*=UTF-8''%E5%90%8D; filename*1*=.tsv\n" + base64
      + "//4PbA1UCQBqdfdTCgBxXDB1CQAxAAoAUE/khQkAMgAKAA==",
    // The name as an encoded word: 名簿.csv.
    "Content-Type: application/octet-stream; name=\"=?UTF-8?B?5ZCN57C/LmNzdg==?=\"\n" + base64
      + "5rCP5ZCNLOeVquWPtwrlsbHnlLAsMQrkvZDol6QsMgo=",
  ]

  @Test(arguments: parts.indices, [7, 64, 262_144])
  func aTableIsRead(index: Int, size: Int) throws {
    let (recorder, end) = try extract(Self.parts[index], blockSize: size)
    #expect(end == .complete)
    #expect(rows(recorder.calls) == ["氏名|番号", "山田|1", "佐藤|2"])
    #expect(recorder.calls.filter { $0 == "end of table" }.count == 1)
    #expect(recorder.calls.last?.hasSuffix(": end") == true)
  }

  @Test(arguments: [
    "Content-Type: text/plain\n\na,b\n1,2\n3,4",
    "Content-Type: text/csv; name=a.csv\n\nno table at all",
    "Content-Type: text/xml; name=a.xml\n\n<a>1,2</a>",
  ])
  func whatIsNoTableIsLines(part: String) throws {
    let (recorder, _) = try extract(part)
    #expect(!recorder.calls.contains("table"))
    #expect(recorder.calls.contains { $0.hasPrefix("line 8: ") })
  }

  @Test func placesOfPlainCellsAreThoseOfTheMail() throws {
    let part = "Content-Type: text/csv; name=a.csv\n\n氏名,番号\n\"山\n田\",12\n佐藤,34"
    let (recorder, _) = try extract(part)
    #expect(
      recorder.calls.filter { $0.hasPrefix("row") } == [
        "row 8: 氏名|番号", "row 9: 山\n田|12", "row 11: 佐藤|34",
      ])
  }

  @Test func longTablesComeInPieces() throws {
    let row = "見本,0123456789,例\n"
    let body = "氏名,番号,備考\n" + String(repeating: row, count: 20_000)
    let part = "Content-Type: text/csv; name=a.csv\n\n" + body.dropLast()
    let (recorder, end) = try extract(part)
    #expect(end == .complete)
    #expect(rows(recorder.calls).count == 20_001)
    #expect(recorder.calls.contains("row 20008: 見本|0123456789|例"))
  }

  @Test func aRecordThatIsTooLongIsTold() throws {
    let body =
      "a,b\n1,2\n\"" + String(repeating: "x,\n", count: 10) + "\",4\n1,"
      + String(repeating: "9", count: 3_000_000)
    let (_, end) = try extract("Content-Type: text/csv; name=a.csv\n\n" + body)
    #expect(end == .longLine)
  }
}
