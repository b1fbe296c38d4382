import Inventory
import Testing

@testable import Extracting

/// All persons and numbers are made up.
@Suite struct LineContainersTests {
  static let cases: [(ContentFormat, String, [String])] = [
    (
      .sql,
      """
      -- dump of a@example.jp
      CREATE TABLE `staff` (
        `id` int,
        `name` varchar(40) DEFAULT NULL,
        PRIMARY KEY (`id`)
      ) ENGINE=InnoDB;
      INSERT INTO `staff` VALUES (1,'山田 ''太郎'''),(2,N'佐\\n藤');
      INSERT INTO `staff` VALUES (3, NULL);
      INSERT INTO t ("a", b) VALUES
        ('x;y', CAST('2026-01-01' AS DATE)), (NOW(), 0123); SELECT 1;
      INSERT INTO t SELECT * FROM u WHERE n = '012345678901';
      COPY public.m (id, mail) FROM stdin;
      1\ta@example.jp
      2\t\\N
      \\.
      """,
      [
        "line 1: -- dump of a@example.jp", "line 2: CREATE TABLE `staff` (", "line 3:   `id` int,",
        "line 4:   `name` varchar(40) DEFAULT NULL,", "line 5:   PRIMARY KEY (`id`)",
        "line 6: ) ENGINE=InnoDB;", "table with heading", "row 7: id|name",
        "row 7: 1|山田 '太郎'", "row 7: 2|佐\n藤", "row 8: 3|", "end of table",
        "table with heading", "row 10: a|b", "row 10: x;y|2026-01-01", "row 10: NOW()|0123",
        "end of table", "line 10:  SELECT 1;",
        "line 11: INSERT INTO t SELECT * FROM u WHERE n = '012345678901';",
        "line 12: COPY public.m (id, mail) FROM stdin;", "table with heading", "row 12: id|mail",
        "row 13: 1|a@example.jp", "row 14: 2|", "end of table",
      ]
    ),
    (
      .sql,
      """
      CREATE TABLE [dbo].[staff](
        [id] [int] NOT NULL,
        [no] [char](12) NULL
      ) ON [PRIMARY]
      GO
      INSERT [dbo].[staff] ([id], [no]) VALUES (1, N'x');
      INSERT staff VALUES (2, N'y')
      GO
      INSERT INTO t VALUES ("a","b\\"c"),('d','e');
      """,
      [
        "line 1: CREATE TABLE [dbo].[staff](", "line 2:   [id] [int] NOT NULL,",
        "line 3:   [no] [char](12) NULL", "line 4: ) ON [PRIMARY]",
        "table with heading", "row 6: id|no", "row 6: 1|x", "end of table",
        "table with heading", "row 7: id|no", "row 7: 2|y", "end of table", "table",
        "row 9: a|b\"c", "row 9: d|e", "end of table",
      ]
    ),
    (
      .sql,
      """
      INSERT [t] ([a], [b]) VALUES (1, N'x')
      GO
      INSERT [t] ([a], [b]) VALUES (2, N'y')
      go
      INSERT INTO u VALUES (3)
      ON CONFLICT DO NOTHING
      """,
      [
        "table with heading", "row 1: a|b", "row 1: 1|x", "row 3: 2|y", "end of table", "table",
        "row 5: 3", "end of table", "line 6: ON CONFLICT DO NOTHING",
      ]
    ),
    (
      .markdown,
      "# 名簿\n\n| 氏名 | 番号 |\n|---|:-:|\n| 山田 | 01\\|2 |\n|佐藤|\n\na | b\nend",
      [
        "line 1: # 名簿", "table with heading", "row 3: 氏名|番号", "row 5: 山田|01|2", "row 6: 佐藤",
        "end of table", "line 8: a | b", "line 9: end",
      ]
    ),
    (
      .vcard,
      """
      BEGIN:VCARD
      VERSION:3.0
      N;CHARSET=UTF-8:山田;太郎;;;
      FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=
      =93=63
      TEL;TYPE=CELL:090-0000-
       0000
      ADR;TYPE=HOME:;;架空町1-1;例市;東京都;000-0000;日本
      END:VCARD
      BEGIN:VCARD
      item1.EMAIL:a@example.jp
      END:VCARD
      """,
      [
        "/vcard/N /vcard/N #2 = 山田 太郎", "/vcard/FN /vcard/FN #2 = 山田",
        "/vcard/TEL /vcard/TEL #2 = 090-0000-0000", "/vcard/ADR /vcard/ADR #2 = 東京都例市架空町1-1",
        "/vcard/ADR/postal-code /vcard/ADR/postal-code #2 = 000-0000",
        "/vcard/EMAIL /vcard/EMAIL #3 = a@example.jp",
      ]
    ),
    (
      .ldif,
      "dn: uid=a,dc=x\ncn:: 5bGx55Sw\nmail: a@\n example.jp\n\ndn: uid=b\nsn;lang-ja: x\n",
      [
        "/dn /dn #1 = uid=a,dc=x", "/cn /cn #1 = 山田", "/mail /mail #1 = a@example.jp",
        "/dn /dn #2 = uid=b", "/sn /sn #2 = x",
      ]
    ),
    (
      .ini,
      "; note\n[owner]\nname = \"山田\"\n[b]\nno=123\nfree text\n",
      [
        "line 1: ; note", "/owner/name /owner/name #2 = 山田", "/b/no /b/no #3 = 123",
        "line 6: free text",
      ]
    ),
    (
      .yaml,
      """
      # note
      staff:
        - name: 山田
          tel: "03-0000-0000"
          tags:
            - a
            - b
        - name: 佐藤
          memo: |
            一
            二
      a@example.jp: x
      """,
      [
        "line 1: # note", "$.staff.name $.staff.name #3 = 山田",
        "$.staff.tel $.staff.tel #3 = 03-0000-0000",
        "$.staff.tags $.staff.tags #5 = a", "$.staff.tags $.staff.tags #6 = b",
        "$.staff.name $.staff.name #7 = 佐藤", "$.staff.memo $.staff.memo #7 = 一",
        "$.staff.memo $.staff.memo #7 = 二", "$.* $.* #7 key = a@example.jp", "$.* $.* #7 = x",
      ]
    ),
  ]

  @Test(arguments: cases.indices, [8, 9, 31, 64, 262_144])
  func reads(index: Int, size: Int) throws {
    let (format, text, expected) = Self.cases[index]
    var reader = makeReader(text, blockSize: size)
    let recorder = CallRecorder()
    let end = try LineContainers.extract(format, &reader, into: recorder)
    #expect(end == .complete)
    #expect(Array(recorder.calls.dropFirst()) == expected)
  }

  /// Whatever the format is taken for, a number in any line is delivered.
  @Test(arguments: [ContentFormat.sql, .markdown, .vcard, .ldif, .ini, .yaml])
  func nothingIsLost(format: ContentFormat) throws {
    for before in [
      "", "x ", "- ", "key: ", "key = ", "| a | ", "INSERT INTO t VALUES (", " ", "# ",
    ] {
      let text = "first: line\n\(before)123456789018\nlast\n"
      var reader = makeReader(text)
      let recorder = CallRecorder()
      _ = try LineContainers.extract(format, &reader, into: recorder)
      #expect(recorder.calls.contains { $0.contains("123456789018") }, "\(before)")
    }
  }

  @Test(arguments: [ContentFormat.sql, .markdown, .vcard, .ldif, .ini, .yaml])
  func mutationsNeverTrap(format: ContentFormat) throws {
    var state: UInt64 = 5
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let original = Array(Self.cases.map(\.1).joined(separator: "\n").utf8)
    for _ in 0..<200 {
      var bytes = original
      for _ in 0..<20 {
        let index = random(bytes.count)
        switch random(3) {
        case 0: bytes[index] = UInt8(random(256))
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: Array("'\"\\=:|;()- \n".utf8), at: index)
        }
      }
      var reader = makeReader(
        String(decoding: bytes, as: UTF8.self), blockSize: 8 + random(200))
      let recorder = CallRecorder()
      _ = try LineContainers.extract(format, &reader, into: recorder)
    }
  }
}
