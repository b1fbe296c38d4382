import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite("Workbooks written as XML") struct SpreadsheetRowsTests {
  private func calls(_ text: String, blockSize: Int = 262_144) throws -> [String] {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    _ = try XMLExtractor.extract(&reader, into: recorder)
    return recorder.calls.filter { !$0.contains("@") && !$0.contains("instruction") }
  }

  private static let head = """
    <?xml version="1.0"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
     <Worksheet ss:Name="名簿"><Table ss:ExpandedColumnCount="4">

    """

  private static let staff =
    head + """
         <Row><Cell><Data ss:Type="String">氏名</Data></Cell><Cell><Data>番号</Data></Cell></Row>
         <Row>
          <Cell ss:StyleID="s1"><Data ss:Type="String">山田　<B>太郎</B></Data><Comment><Data>要確認</Data></Comment></Cell>
          <Cell ss:Index="4"><Data ss:Type="Number">123456789018</Data></Cell>
         </Row>
         <Row ss:Height="13"/>
         <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">佐藤 &amp; 花子</Data></Cell><Cell/></Row>
        </Table></Worksheet>
        <Worksheet ss:Name="二"><Table><Row><Cell><Data>鈴木</Data></Cell></Row></Table></Worksheet>
      </Workbook>
      """

  private static let expected = [
    "begin xml", "table", "row 5: 氏名|番号", "row 6: 山田　太郎|||123456789018",
    "row 11: 佐藤 & 花子|||", "end of table", "table", "row 13: 鈴木", "end of table",
  ]

  @Test("cells are rows of a table; blank ones and merged ones keep the columns in place")
  func rows() throws {
    let calls = try calls(Self.staff)
    #expect(calls.filter { !$0.contains(" = ") } == Self.expected)
    // A comment is no part of its cell.
    #expect(calls.filter { $0.contains("要確認") }.count == 1)
  }

  @Test("blocks may be cut anywhere", arguments: Array(8...70) + [200])
  func anyBlockSize(size: Int) throws {
    #expect(try calls(Self.staff, blockSize: size).filter { !$0.contains(" = ") } == Self.expected)
  }

  @Test("what was read before the structure broke is pushed")
  func broken() throws {
    let text = Self.head + "<Row><Cell><Data>氏名</Data></Cell></Row><Row><Cell><Data>山田</Cel"
    let calls = try calls(text)
    #expect(calls.contains("row 5: 氏名"))
    #expect(calls.contains { $0.hasPrefix("row 5: 山田") })
    #expect(calls.contains("end of table"))
  }

  @Test("elements of the same names elsewhere stay values")
  func other() throws {
    let calls = try calls("<Book><Table><Row><Cell><Data>山田</Data></Cell></Row></Table></Book>")
    #expect(!calls.contains("table"))
    #expect(calls.contains { $0.hasSuffix(" = 山田") })
  }

  @Test("hostile numbers of columns stay within what a sheet has")
  func hostileColumns() throws {
    let text =
      Self.head
      + "<Row><Cell ss:Index=\"99999\" ss:MergeAcross=\"99999\"><Data>山田</Data></Cell>"
      + "<Cell ss:Index=\"9999999999999999999999\"><Data>太郎</Data></Cell></Row></Table></Worksheet></Workbook>"
    let rows = try calls(text).filter { $0.hasPrefix("row") }
    #expect(rows.count == 1)
    #expect(
      rows.first?.split(separator: "|", omittingEmptySubsequences: false).count ?? 0 <= 16_385)
    #expect(rows.first?.contains("山田") ?? false)
  }

  @Test("a small file cannot name more blank cells than a table of its size would have")
  func blanksAreFew() throws {
    let row = "<Row><Cell ss:Index=\"16384\"><Data>山田</Data></Cell></Row>"
    let text = Self.head + String(repeating: row, count: 100) + "</Table></Worksheet></Workbook>"
    let rows = try calls(text).filter { $0.hasPrefix("row") }
    #expect(rows.count == 100 && rows.allSatisfy { $0.hasSuffix("山田") })
    let cells = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).count }
    #expect(cells.first == 16_384)
    #expect(cells.reduce(0, +) <= 65_536 + 100 * 17)
  }
}
