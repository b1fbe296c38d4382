/// Small texts of every kind that is read, all made up.
enum SampleFiles {
  struct Sample: Sendable {
    var nameExtension: String
    var bytes: [UInt8]

    init(_ nameExtension: String, _ text: String) {
      self.nameExtension = nameExtension
      bytes = Array(text.utf8)
    }

    init(_ nameExtension: String, _ bytes: [UInt8]) {
      self.nameExtension = nameExtension
      self.bytes = bytes
    }
  }

  static let all: [Sample] = [
    Sample(
      "csv",
      "氏名,個人番号,電話番号,住所,メール\n山田太郎,1234-5678-9018,03-0000-0000,東京都千代田区霞が関1-1,a@example.jp\n"
        + "鈴木花子,1234-5678-9018,090-0000-0000,大阪府大阪市北区1-1,b@example.jp\n"),
    // 氏名,番号 / 山田,1 in CP932.
    Sample(
      "csv",
      [0x8E, 0x81, 0x96, 0xBC, 0x2C, 0x94, 0xD4, 0x8D, 0x86, 0x0A, 0x8E, 0x52, 0x93, 0x63, 0x2C]
        + [0x31, 0x0A, 0x8E, 0x52, 0x93, 0x63, 0x2C, 0x32, 0x0A]),
    Sample("xml", "<?xml version=\"1.0\"?><社員><氏名>山田太郎</氏名><番号 a=\"1\">&lt;2</番号></社員>"),
    Sample("json", "{\"name\": \"\\u5c71\\u7530\", \"list\": [1, 2.5, true, null]}"),
    Sample("ndjson", "{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}\n"),
    Sample(
      "html", "<html><body><table><tr><th>氏名</th></tr><tr><td>山田</td></tr></table></body></html>"),
    Sample(
      "eml",
      "From: a@example.jp\nSubject: =?UTF-8?B?5bGx55Sw?=\nContent-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: base64\n\n5bGx55Sw5aSq6YOO\n"),
    Sample("sql", "INSERT INTO t (name, tel) VALUES ('山田太郎', '03-0000-0000');\n"),
    Sample("md", "# 名簿\n\n| 氏名 | 電話 |\n|---|---|\n| 山田 | 1 |\n"),
    Sample("vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:山田太郎\nEND:VCARD\n"),
    Sample("ldif", "dn: cn=a,dc=example\ncn: a\nmail: a@example.jp\n"),
    Sample("yaml", "name: 山田\nitems:\n  - a: 1\n"),
    Sample("ini", "[a]\nname = 山田\n"),
    Sample(
      "csv",
      "13,01,ｱｲｳ,001,20240501,22223\r\n[kanri]\r\n,001\r\n[data]\r\n"
        + "2200700,13,01,ｱｲｳ,7,ﾔﾏﾀﾞ ﾀﾛｳ,山田　太郎,5,630701,2,1,123456789018,1234,567890\r\n"),
    Sample(
      "csv",
      "315,,001,東京都新宿区9-9,見本株式会社,03-0000-0000,,,,0,06,東京都中野区9-9,0,山田太郎,,給料,1,0,3,1,123456789018\r\n"
    ),
    Sample(
      "uke",
      "IR,1,13,1,0000001,,50605\r\nRE,1,1112,50605,山田　太郎,1,3550401,,\r\nHO,01130012,12345,67,1,500\r\n"
    ),
    Sample(
      "txt",
      "社員番号  氏   名     住   所\n100001    山田太郎  見本市1-1\n100002    鈴木花子  見本市1-2\n100003    佐藤一郎  見本市1-3\n"
    ),
    Sample("txt", "氏名：山田太郎　生年月日：昭和55年1月2日　電話 03-0000-0000\n"),
  ]
}
