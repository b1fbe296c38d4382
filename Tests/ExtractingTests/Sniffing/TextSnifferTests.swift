import Inventory
import Testing

@testable import Extracting

/// All names and numbers are synthetic.
@Suite("Telling kinds of text") struct TextSnifferTests {
  static func kind(_ text: String, nameExtension: String = "") -> TextKind {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 80)
    return TextSniffer.kind(
      of: bytes.span, count: bytes.count - 80, isWhole: true,
      job: ExaminationJob(size: bytes.count - 80, nameExtension: nameExtension))
  }

  @Test(
    "Tables, by their delimiter",
    arguments: [
      ("氏名,住所\n山田太郎,東京都\n佐藤花子,大阪府\n", 0x2C),
      ("氏名\t番号\n山田太郎\t1\n佐藤花子\t2\n", 0x09),
      ("氏名;番号\n山田太郎;1\n佐藤花子;2\n", 0x3B),
      ("氏名|番号|住所\n山田太郎|1|東京都\n佐藤花子|2|大阪府\n", 0x7C),
      ("sep=;\na;b\n1;2\n", 0x3B),
      ("2026年度 社員名簿\n\n社員番号,氏名,電話\n1,山田太郎,03-1234-5678\n2,佐藤花子,03-1234-5679\n3,鈴木一郎,\n", 0x2C),
      ("\"氏名\",\"備考\"\n\"山田太郎\",\"よろしく、\nお願いします, 以上\"\n\"佐藤花子\",\"\"\n", 0x2C),
      ("品名\t価格\n机\t12,000\n椅子\t8,000\n", 0x09),
      ("日時,利用者,操作\n2026-04-01 10:00:00,山田,開く\n2026-04-01 10:01:00,佐藤,閉じる\n", 0x2C),
    ] as [(String, UInt8)])
  func tables(text: String, delimiter: UInt8) {
    #expect(
      Self.kind(text)
        == .table(TableDialect(delimiter: delimiter, hasSeparatorLine: text.hasPrefix("sep"))))
  }

  @Test(
    "Delimiters of hosts and databases",
    arguments: [
      ("番号^氏名^金額\n1^山田^2\n2^佐藤^3\n", 0x5E), ("番号~氏名\n1~山田\n2~佐藤\n", 0x7E),
      ("番号\u{1}氏名\n1\u{1}山田\n2\u{1}佐藤\n", 0x01), ("番号\u{1F}氏名\n1\u{1F}山田\n2\u{1F}佐藤\n", 0x1F),
      // The usual ones come first.
      ("番号^1,氏名\n1^2,山田\n2^3,佐藤\n", 0x2C),
    ] as [(String, UInt8)])
  func rareDelimiters(text: String, delimiter: UInt8) {
    #expect(Self.kind(text) == .table(TableDialect(delimiter: delimiter)))
  }

  @Test(
    "Cells in other quotes",
    arguments: [
      "'番号','氏名'\n'1','山田'\n'2','佐藤'\n", "“番号”,“氏名”\n“1”,“山田”\n“2”,“佐藤”\n",
      "「番号」,「氏名」\n「1」,「山田」\n「2」,「佐藤」\n",
    ])
  func wrapped(text: String) {
    #expect(Self.kind(text) == .table(TableDialect(delimiter: 0x2C, isWrapped: true)))
  }

  @Test("Blanks around the commas of two columns")
  func blanksOfTwoColumns() {
    let table = "氏名 , 番号\n山田 , 1234567\n佐藤 , 2345678\n鈴木 , 3456789\n"
    #expect(Self.kind(table) == .table(TableDialect(delimiter: 0x2C)))
    let words = "Dear Sir, thanks\nYours, truly\nHello, world\nGood, bye\n"
    #expect(Self.kind(words) == .format(.text))
    #expect(Self.kind(words, nameExtension: "csv") == .table(TableDialect(delimiter: 0x2C)))
  }

  @Test(
    "Lists parted by blanks or full-width marks",
    arguments: [
      ("氏名 番号\n山田太郎 1234567\n佐藤花子 2345678\n鈴木一郎 3456789\n", .blanks),
      ("氏名　番号\n山田太郎　1234567\n佐藤花子　2345678\n鈴木一郎　345-6789\n", .blanks),
      ("氏名，番号\n山田太郎，1234567\n佐藤花子，2345678\n鈴木一郎，3456789\n", .wide(0xEF, 0xBC, 0x8C)),
      ("氏名、番号\n山田太郎、1234567\n佐藤花子、2345678\n鈴木一郎、3456789\n", .wide(0xE3, 0x80, 0x81)),
    ] as [(String, SimpleColumns.Delimiter)])
  func lists(text: String, delimiter: SimpleColumns.Delimiter) {
    #expect(Self.kind(text) == .columns(delimiter))
  }

  @Test(
    "What is no such list",
    arguments: [
      // No heading; no column of numbers; too few rows; sentences; another number of fields in the heading.
      "山田太郎 1234567\n佐藤花子 2345678\n鈴木一郎 3456789\n高橋 4567890\n",
      "氏名 番号\n山田太郎 a1234567\n佐藤花子 b2345678\n鈴木一郎 c3456789\n",
      "氏名 番号\n山田太郎 1234567\n佐藤花子 2345678\n",
      "件名 番号\n昨日、1234567 を受け取りました。\n今日、2345678 も受け取りました。\n明日、3456789 を送ります。 以上\n",
      "名簿の一部 氏名 番号\n山田太郎 1234567\n佐藤花子 2345678\n鈴木一郎 3456789\n",
    ])
  func noLists(text: String) {
    #expect(Self.kind(text) == .format(.text))
  }

  @Test(
    "What is no table",
    arguments: [
      ("売上合計      723,000\n仕入合計      512,300\n差引          210,700\n", ContentFormat.text),
      (
        "Dear Sir, thank you for your letter, which we received\nyesterday, and which we read with care, as always.\nYours, A\n",
        .text
      ),
      ("山田様\n\nお世話になっております。\n会議の件、よろしくお願いします。\n", .text),
      (
        "#include <stdio.h>\nint main(int argc, char **argv) {\n  printf(\"%d, %d\", 1, 2);\n  return 0;\n}\n",
        .sourceCode
      ),
      ("# 名簿\n\n| 氏名 | 番号 |\n|---|---|\n| 山田 | 1 |\n", .markdown),
      (
        "2026-04-01 10:00:00,123 INFO start, ok\n2026-04-01 10:00:01,456 WARN slow, retry\n2026-04-01 10:00:02,789 INFO end, ok\n",
        .log
      ),
      ("Apr  1 10:00:00 host app[1]: a, b\nApr  1 10:00:01 host app[1]: c, d\n", .log),
      (
        "2026-04-12T10:00:01 INFO body={\"a\":1}\n2026-04-12T10:00:02 INFO body={\"a\":2}\n2026-04-12T10:00:03 INFO body={\"a\":3}\n",
        .log
      ),
      ("<?xml version=\"1.0\"?><a/>", .xml), ("<社員><氏名/></社員>", .xml),
      ("<!DOCTYPE html><html></html>", .html),
      ("{\"a\": [1, 2]}", .json), ("{\"a\":1}\n{\"a\":2}\n", .ndjson), ("[{\"a\":1}]", .json),
      ("[1, 2]", .json),
      ("[section]\nkey=value\nother=1\n", .ini),
      ("From: a@example.jp\nTo: b@example.jp\nSubject: x\n\nhello\n", .mail),
      ("BEGIN:VCARD\nFN:山田\nEND:VCARD\n", .vcard), ("dn: cn=a,dc=example\ncn: a\n", .ldif),
      ("version: 1\n\ndn: cn=a,dc=example\ncn: a\n", .ldif),
      ("# extended LDIF\n#\n# LDAPv3\n\n# a, example\ndn: cn=a,dc=example\ncn: a\n", .ldif),
      ("CREATE TABLE a (b int);\nINSERT INTO a VALUES (1),(2);\n", .sql),
      ("members:\n  - name: 山田\n    tel: 03-1234-5678\n", .yaml),
      ("山田太郎,090-1234-5678", .text), ("", .text),
    ] as [(String, ContentFormat)])
  func others(text: String, format: ContentFormat) {
    #expect(Self.kind(text) == .format(format))
  }
}
