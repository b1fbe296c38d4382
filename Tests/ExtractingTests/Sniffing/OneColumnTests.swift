import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Tables of one column") struct OneColumnTests {
  @Test(
    "Cells of one kind below each other",
    arguments: [
      "氏名\n山田 太郎\n佐藤 花子\n", "山田 太郎\n佐藤 花子\n", "個人番号\r\n123456789018\r\n234567890126\r\n",
      "電話\n090-0000-0001\n(03) 0000-0002\n", "メール\na@example.jp\nb@example.jp\n",
      "住所\n\"東京都千代田区丸の内, 1-1-1\"\n大阪市北区梅田1-2-3\n",
      // A blank line in ten.
      "氏名\n" + String(repeating: "山田 太郎\n", count: 12) + "\n佐藤 花子\n",
    ])
  func tables(text: String) {
    #expect(
      TextSnifferTests.kind(text, nameExtension: "csv") == .table(TableDialect(delimiter: 0x2C)))
    #expect(
      TextSnifferTests.kind(text, nameExtension: "tsv") == .table(TableDialect(delimiter: 0x09)))
    #expect(TextSnifferTests.kind(text, nameExtension: "txt") == .format(.text))
  }

  @Test(
    "Forms, letters and cards are read line by line",
    arguments: [
      "氏名：山田 太郎\n住所：東京都千代田区丸の内1-1-1\n", "氏名=山田\n番号=1\n", "山田 太郎\n",
      "お世話になっております。\n山田です。\n", "山田様、佐藤様\n高橋様、鈴木様\n", "山田 太郎\n090-0000-0001\na@example.jp\n",
      "氏名\n山田 太郎\n佐藤 花子\n電話番号\n090-0000-0001\n", "氏名\n山田 太郎\n\n\n佐藤 花子\n\n",
      "氏名\n" + String(repeating: "とても長い行", count: 10) + "\n山田\n",
    ])
  func others(text: String) {
    #expect(TextSnifferTests.kind(text, nameExtension: "csv") == .format(.text))
  }

  @Test("A number of three digits and the phone number behind it are two cells")
  func phones() {
    let rows = "1,090-0000-0001\n2,090-0000-0002\n3,080-0000-0003\n"
    #expect(TextSnifferTests.kind(rows) == .table(TableDialect(delimiter: 0x2C)))
    let amounts = "売上 1,090-\n仕入 2,080-\n差引 3,070-\n"
    #expect(TextSnifferTests.kind(amounts) == .format(.text))
  }
}
