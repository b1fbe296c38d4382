import Inventory
import Testing

@testable import Extracting

/// All persons and addresses are made up.
@Suite struct MailExtractorTests {
  private func extract(
    _ text: String, blockSize: Int = 262_144
  ) throws -> (recorder: CallRecorder, end: StructureEnd) {
    var reader = makeReader(text, blockSize: blockSize)
    let recorder = CallRecorder()
    let end = try MailExtractor.extract(&reader, into: recorder)
    return (recorder, end)
  }

  static let mail = """
    From: =?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@example.jp>
    Subject: =?UTF-8?B?5bGx55Q=?=
     =?UTF-8?B?sOOBrg==?= =?UTF-8?Q?=E4=BB=B6_1?=
    MIME-Version: 1.0
    DKIM-Signature: v=1; b=123456789018
    Content-Type: multipart/mixed; boundary="b 1"

    preamble
    --b 1
    Content-Type: text/plain; charset=UTF-8
    Content-Transfer-Encoding: quoted-printable

    =E5=B1=B1=
    =E7=94=B0
    tel 03-0000-=
    0000
    --b 1
    Content-Type: text/plain; charset=Shift_JIS
    Content-Transfer-Encoding: base64

    jlKTYwqNsphhCg==
    --b 1
    Content-Type: text/html; charset=UTF-8

    <p>a&amp;b<br>c</p><table><tr><th>N</th></tr><tr><td>1</td></tr></table>
    --b 1
    Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name="x.xlsx"
    Content-Transfer-Encoding: base64

    MTIzNDU2Nzg5MDE4
    --b 1
    Content-Type: application/octet-stream; name="list.csv"
    Content-Transfer-Encoding: base64

    YSxiCjEsMgo=
    --b 1--
    after
    """

  static let calls = [
    "begin mail", "line 1: From: 山田 <yamada@example.jp>", "line 2: Subject: 山田の件 1",
    "line 6: Content-Type: multipart/mixed; boundary=\"b 1\"", "line 8: preamble",
    "line 10: Content-Type: text/plain; charset=UTF-8", "line 13: 山田",
    "line 15: tel 03-0000-0000", "line 18: Content-Type: text/plain; charset=Shift_JIS",
    "line 21: 山田", "line 21: 佐和", "line 23: Content-Type: text/html; charset=UTF-8",
    "line 25: a&b", "line 25: c", "table with heading", "row 25: N", "row 25: 1", "end of table",
    "line 27: Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=\"x.xlsx\"",
    "line 32: Content-Type: application/octet-stream; name=\"list.csv\"", "table",
    "row 35: a|b", "row 35: 1|2", "end of table", "line 37: after",
  ]

  @Test func partsBecomeLines() throws {
    let (recorder, end) = try extract(Self.mail)
    #expect(recorder.calls == Self.calls)
    #expect(end == .unreadParts(["xlsx"]))
  }

  @Test(arguments: [8, 11, 37, 64, 199])
  func anyBlockSizeGivesTheSame(size: Int) throws {
    let (recorder, end) = try extract(Self.mail, blockSize: size)
    #expect(recorder.calls == Self.calls)
    #expect(end == .unreadParts(["xlsx"]))
  }

  @Test func mboxHoldsManyMails() throws {
    let text = """
      From a@example.jp Mon Jan  1 00:00:00 2026
      From: a@example.jp
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Transfer-Encoding: base64

      YQ==

      From b@example.jp Mon Jan  1 00:00:00 2026
      From: b@example.jp

      >From here
      """
    let (recorder, end) = try extract(text)
    #expect(end == .complete)
    #expect(recorder.calls.contains("line 8: a"))
    #expect(recorder.calls.contains("line 11: From: b@example.jp"))
    #expect(recorder.calls.last == "line 13: >From here")
  }

  @Test func rawISO2022JPInTheBodyIsDecoded() throws {
    let (recorder, _) = try extract("From: a@example.jp\n\n\u{1B}$B;3ED\u{1B}(B x\n")
    #expect(recorder.calls.last == "line 3: 山田 x")
  }

  @Test func nestingIsBounded() throws {
    var text = "MIME-Version: 1.0\n"
    for level in 0..<200 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    let (recorder, _) = try extract(text + "\n012345678901\n")
    #expect(recorder.calls.last == "line \(603): 012345678901")
  }
}

@Suite struct HeaderWordsTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("=?utf-8?q?a_b=40c?=", "a b@c"), ("x =?utf-8?B?4oKs?= y", "x € y"),
      ("=?x", "=?x"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="), ("=?cp932?B?+w==?=", "\u{FFFD}"),
      ("=?unknown?B?jlKTYw==?=", "山田"), ("=?us-ascii?B?5bGx55Sw?=", "山田"),
    ])
  func decodes(field: String, expected: String) {
    let decoded = HeaderWords.decode(Array(field.utf8))
    #expect(String(decoding: decoded, as: UTF8.self) == expected)
  }
}
