import Testing

@testable import Detecting

/// Cells that each reader must take and cells that it must leave, in every width and with loose voicing marks.
///
/// All values are made up.
@Suite struct ReaderTablesTests {
  struct Table: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let taken: [String]
    let left: [String]
    let accepts: @Sendable (Span<UInt8>, Range<Int>) -> Bool
  }

  static func cells(_ text: String) -> [String] {
    text.split(separator: "|").map(String.init)
  }

  static let tables: [Table] = [
    Table(
      testDescription: "phone",
      taken: cells(
        "03-1234-5678|(03)1234-5678|03(1234)5678|0312345678|+81 3-1234-5678|+81-90-1234-5678|06-6345-6789|011-234-5678|0466-12-3456|045-123-4567|052-123-4567|075-123-4567|078-123-4567|082-123-4567|092-123-4567|090-1234-5678|08012345678|070 1234 5678|060-1234-5678|090.1234.5678|TEL: 090-1234-5678|TEL 03-1234-5678|電話:03-1234-5678|携帯 090-1234-5678|050-1234-5678|0120-123-456|0800-123-4567|0570-012-345|020-1234-5678|03-1234-5678 内線12|03-1234-5678(内線12)|098-123-4567"
      ),
      left: cells(
        "090-0123-4567|123-4567|2024-01-15|1234567890123|0000000000|12:34:56|090-1234-56789|192.168.10.15|03-1234|A0312345678|100-0001|1,234,567,890|4980000000000|0123|12-34-56|2024/01/15 10:20|1-2-3|03-12345-678901|+1 212-555-0100|+44 20 7946 0000|090-1234|0-0-0|9999999999999|ISBN 4-00-000000-0|00-1234-5678|10:20-11:30|電話|内線12|T1234567890123|1000000円|050-0123-4567"
      ), accepts: { PhoneReader.read($0, in: $1) != nil }),
    Table(
      testDescription: "date",
      taken: cells(
        "1980/4/1|1980-04-01|1980.4.1|1980年4月1日|19800401|昭和55年4月1日|S55.4.1|S55/04/01|S.55.4.1|昭55.4.1|1980年 4月 1日|1980/04/01 00:00:00|平成元年5月1日|令和元年5月1日|令和6年1月15日|R6.1.15|H31.4.30|大正10年3月3日|明治45年7月29日|T10.3.3|M45.7.29|2000/2/29|2024-02-29|1999/12/31|2024/01/15|1980年4月1日生|1980/4/1 12:34|4/1/1980|S550401|㍼55年4月1日|2024-01-15T10:20:30"
      ),
      left: cells(
        "1980/13/1|1980/2/30|昭和70年1月1日|12/34/5678|1.2.3|03-1234-5678|55.4.1|abc|2023-02-29|1900/2/29|2024/00/10|2024/1/0|20241301|20240230|1234|99999999|2024年|4月1日|昭和|昭和55年|10:20:30|1-2-3|192.168.0.1|2024/01|v1.2.3|100-0001|2024-1|平成31年|3/4|1/2/3/4|令和0年1月1日"
      ), accepts: { DateReader.read($0, in: $1) != nil }),
    Table(
      testDescription: "name",
      taken: cells(
        "山田太郎|山田　太郎|佐藤 花子|髙橋健太|渡邉陽葵|田 中 太 郎|ﾔﾏﾀﾞ ﾀﾛｳ|ヤマダ　タロウ|さとう はなこ|TARO YAMADA|Yamada Taro|マイケル・ジョンソン|John Smith|鈴木一郎様|総務課長 山田太郎|山田花子（旧姓佐藤）|中村 ひまり|﨑山 太郎|𠮷田 太郎|薬袋 咲茉|薬袋咲茉|グエン・ティ・ラン|NGUYEN THI LAN|Ohno Yuhko|小林由美子|長谷川 学|佐々木健|五十嵐真由美|Satoh Ichiro|吉田翔平 殿|ジェームズ・ブラウン|井上 美咲"
      ),
      left: cells(
        "株式会社山田商店|山田支店|東京都|横浜市|総務部|月曜日|完了|未定|普通預金|ノートパソコン|Sales Report|New York|佐藤医院|(株)鈴木|配偶者|担当者様|コピー用紙|令和|12345|お客様|川崎重工業|大和証券|富士山|システム|田中工務店|品質保証課|データ・センター|林業|森林組合|高島屋|中村運送|生ビール|アップルパイ"
      ), accepts: { NameReader.read($0, in: $1).strength >= 2 }),
    Table(
      testDescription: "address",
      taken: cells(
        "東京都千代田区丸の内1丁目2番3号|神奈川県横浜市中区本町1-2-3|横浜市中区本町1-2-3|北海道札幌市中央区北1条西6丁目|岩手県盛岡市上田第1地割2番地|大阪府大阪市北区梅田三丁目1番地の2 梅田ビル5階|〒100-0001 東京都千代田区千代田1-1|東京都千代田区千代田1番1号|愛知県名古屋市中区栄1-1-1|福岡県福岡市博多区博多駅前2-2-2|埼玉県さいたま市浦和区高砂3-15-1|千葉県千葉市中央区中央1丁目1番|兵庫県神戸市中央区加納町6丁目5番1号|広島県広島市中区基町10-52|宮城県仙台市青葉区本町3丁目8番1号|静岡県静岡市葵区追手町9番6号|京都府京都市中京区場之町1|奈良県奈良市登大路町30|沖縄県那覇市泉崎1-2-2|長野県長野市大字南長野692-2|新潟県新潟市中央区新光町4番地1|石川県金沢市鞍月1-1|香川県高松市番町四丁目1番10号|熊本県熊本市中央区水前寺6丁目18番1号|青森県青森市長島1-1-1|秋田県秋田市山王4丁目1-1|山形県山形市松波2丁目8-1|福島県福島市杉妻町2-16|茨城県水戸市笠原町978番6|栃木県宇都宮市塙田1-1-20"
      ),
      left: cells(
        "山田太郎|2024年1月15日|株式会社山田商店|03-1234-5678|完了|1,000円|都道府県|総務部|午前10時|第1四半期|3-4-5|ABC-123|100-0001|東西南北|りんご|月曜日|高橋 太郎|1丁目会議|品番123|男性|普通預金|ノートパソコン|営業1課|v1.2.3|10:20|在庫5個|3階|未定|2番|システム開発"
      ), accepts: { AddressReader.read($0, in: $1).strength >= 2 }),
    Table(
      testDescription: "company",
      taken: cells(
        "㈱山本|佐藤医院|総務部|株式会社山田商店|(株)鈴木|有限会社小林製作所|合同会社みなと|一般社団法人みなと協会|みなと株式会社|山田支店|新宿営業所|田中工務店|川崎工業|中村運送|松本電機|鈴木会計事務所|人事課|営業部|経理部|品質保証課|みなと信用金庫|港銀行|みなと病院|みなと大学|山田商店|横浜支社|港研究所|医療法人みなと会|学校法人港学園|NPO法人みなと|みなと商事"
      ),
      left: cells(
        "山田太郎|佐藤 花子|完了|未定|月曜日|りんご|03-1234-5678|男性|服部 学|岡部 公|阿部|渡部|園部|長谷部 誠一|東京都|昭和55年|あり|はい|高|営業する|タロウ|さくら|Taro Yamada|配偶者|晴れ|赤色|牛乳|田中 ひろし|小笠原|五十嵐"
      ), accepts: { CompanyReader.read($0, in: $1).strength >= 2 }),
    Table(
      testDescription: "special care",
      taken: cells(
        "糖尿病のため通院中|高血圧|うつ病|適応障害|統合失調症|てんかん|胃がん|乳がん|白血病|肺がんの手術|要精密検査|要治療|高ストレス者|就業制限|身体障害者|知的障害|精神障害|発達障害|前科あり|逮捕|執行猶予|保護観察|犯罪被害者|DV被害|家庭内暴力|創価学会|キリスト教|同和地区|アイヌ民族|HIV"
      ),
      left: cells(
        "営業成績は良好|完了|advance|山田太郎|東京都|在庫あり|男性|品質保証課|りんご|2024年1月15日|普通預金|残業なし|動作確認|問題なし|故障|DVD|archive|ノート|会議室|見積書|出張|税込|会計|月曜日|注文済み|発送済み|はい|A|機械の点検|予備品"
      ), accepts: { SpecialCareReader.read($0, in: $1) != nil }),
  ]

  @Test(arguments: tables)
  func cellsAreTakenInEveryForm(table: Table) {
    for text in table.taken {
      for form in [text, wide(text), decomposed(text), "  \(text)　"] {
        #expect(reading(form, table.accepts), "\(text), as \(form)")
      }
    }
  }

  @Test(arguments: tables)
  func otherCellsAreLeftInEveryForm(table: Table) {
    for text in table.left {
      for form in [text, wide(text), decomposed(text)] {
        #expect(!reading(form, table.accepts), "\(text), as \(form)")
      }
    }
  }

  /// 3 and 5 mean other eras in health insurance than in pensions: both years are given.
  @Test func eraCodesAreReadByBothTables() {
    func date(_ text: String) -> DateReading? {
      reading(text) { DateReader.read($0, in: $1, forms: .all) }
    }
    #expect(date("5030401")?.year == 1928 && date("5030401")?.otherYear == 2021)
    #expect(date("3550401")?.year == 1966 && date("3550401")?.otherYear == 1980)
    #expect(date("7010401")?.otherYear == nil)
    #expect(date("4010401")?.year == 1989)
  }

  /// A bare number is a day number only for those who ask.
  @Test(arguments: ["'1234", "1234.0", "29312"])
  func dayNumbersAreAskedFor(text: String) {
    #expect(reading(text) { DateReader.read($0, in: $1) } == nil)
    #expect(reading(text) { DateReader.read($0, in: $1, forms: .serial) } != nil)
  }
}
