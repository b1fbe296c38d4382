import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Cells in quotes other than the usual") struct WrappedCellsTests {
  @Test(arguments: [
    ("'氏名','番号'\n'山田','12'\n'佐藤',''\n", [["氏名", "番号"], ["山田", "12"], ["佐藤", ""]]),
    (
      "'氏名', '番号'\n'山'田', '1'\n'佐藤', '2'\n", [["氏名", "番号"], ["山'田", "1"], ["佐藤", "2"]]
    ),
    ("“氏名”,“番号”\n“山田”,12\n“佐藤,34\n", [["氏名", "番号"], ["山田", "12"], ["“佐藤", "34"]]),
    ("‘氏名’\t‘番号’\n‘山田’\t‘12’\n", [["氏名", "番号"], ["山田", "12"]]),
    ("「氏名」,「番号」\n「山田」,「12」\n", [["氏名", "番号"], ["山田", "12"]]),
    // Where the first line is not written so, quotes belong to the text.
    ("氏名,番号\n「山田」,‘12’\n", [["氏名", "番号"], ["「山田」", "‘12’"]]),
  ])
  func taken(text: String, cells: [[String]]) {
    for size in [8, 262_144] {
      let (_, recorder) = Extractor.examine(
        Array(text.utf8), nameExtension: "csv", blockSize: size)
      #expect(recorder.cellTexts == cells)
    }
  }

  @Test func placesAreThoseOfTheContent() {
    let (_, recorder) = Extractor.examine(
      Array("'a','b'\n“c”,“d”\n".utf8), nameExtension: "csv")
    #expect(recorder.rows.map { $0.cells.map(\.stored) } == [[1, 5], [11, 19]])
  }
}
