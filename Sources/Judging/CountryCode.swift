/// The countries and territories of ISO 3166-1.
///
/// - Source: ISO 3166-1 with 249 entries, as kept by pycountry (codes) and the Unicode CLDR (Japanese names), read 2026-11-25.
package enum CountryCode {
  /// Whether a text is an alpha-2 code, in capitals.
  package static func isKnown(_ code: String) -> Bool { japaneseNames[code] != nil }

  /// The Japanese name of a country by its alpha-2 code.
  package static func japaneseName(_ code: String) -> String? { japaneseNames[code] }

  /// The alpha-2 code that a mistyped one most likely stands for: an alpha-3 code, small letters, a Japanese name, `UK`.
  package static func meant(by text: String) -> String? {
    let capitals = text.uppercased()
    if isKnown(capitals) { return capitals }
    if capitals == "UK" { return "GB" }
    return rows.first { $0.alpha3 == capitals || $0.japanese == text }?.alpha2
  }

  private static let japaneseNames: [String: String] = Dictionary(
    uniqueKeysWithValues: rows.map { ($0.alpha2, $0.japanese) })

  private static let rows: [(alpha2: String, alpha3: String, japanese: String)] =
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      return (String(parts[0]), String(parts[1]), String(parts[2]))
    }

  /// Alpha-2, alpha-3, Japanese name; one country a line.
  private static let table = """
    AD AND アンドラ
    AE ARE アラブ首長国連邦
    AF AFG アフガニスタン
    AG ATG アンティグア・バーブーダ
    AI AIA アンギラ
    AL ALB アルバニア
    AM ARM アルメニア
    AO AGO アンゴラ
    AQ ATA 南極
    AR ARG アルゼンチン
    AS ASM 米領サモア
    AT AUT オーストリア
    AU AUS オーストラリア
    AW ABW アルバ
    AX ALA オーランド諸島
    AZ AZE アゼルバイジャン
    BA BIH ボスニア・ヘルツェゴビナ
    BB BRB バルバドス
    BD BGD バングラデシュ
    BE BEL ベルギー
    BF BFA ブルキナファソ
    BG BGR ブルガリア
    BH BHR バーレーン
    BI BDI ブルンジ
    BJ BEN ベナン
    BL BLM サン・バルテルミー
    BM BMU バミューダ
    BN BRN ブルネイ
    BO BOL ボリビア
    BQ BES オランダ領カリブ
    BR BRA ブラジル
    BS BHS バハマ
    BT BTN ブータン
    BV BVT ブーベ島
    BW BWA ボツワナ
    BY BLR ベラルーシ
    BZ BLZ ベリーズ
    CA CAN カナダ
    CC CCK ココス(キーリング)諸島
    CD COD コンゴ民主共和国(キンシャサ)
    CF CAF 中央アフリカ共和国
    CG COG コンゴ共和国(ブラザビル)
    CH CHE スイス
    CI CIV コートジボワール
    CK COK クック諸島
    CL CHL チリ
    CM CMR カメルーン
    CN CHN 中国
    CO COL コロンビア
    CR CRI コスタリカ
    CU CUB キューバ
    CV CPV カーボベルデ
    CW CUW キュラソー
    CX CXR クリスマス島
    CY CYP キプロス
    CZ CZE チェコ
    DE DEU ドイツ
    DJ DJI ジブチ
    DK DNK デンマーク
    DM DMA ドミニカ国
    DO DOM ドミニカ共和国
    DZ DZA アルジェリア
    EC ECU エクアドル
    EE EST エストニア
    EG EGY エジプト
    EH ESH 西サハラ
    ER ERI エリトリア
    ES ESP スペイン
    ET ETH エチオピア
    FI FIN フィンランド
    FJ FJI フィジー
    FK FLK フォークランド諸島
    FM FSM ミクロネシア連邦
    FO FRO フェロー諸島
    FR FRA フランス
    GA GAB ガボン
    GB GBR イギリス
    GD GRD グレナダ
    GE GEO ジョージア
    GF GUF 仏領ギアナ
    GG GGY ガーンジー
    GH GHA ガーナ
    GI GIB ジブラルタル
    GL GRL グリーンランド
    GM GMB ガンビア
    GN GIN ギニア
    GP GLP グアドループ
    GQ GNQ 赤道ギニア
    GR GRC ギリシャ
    GS SGS サウスジョージア・サウスサンドウィッチ諸島
    GT GTM グアテマラ
    GU GUM グアム
    GW GNB ギニアビサウ
    GY GUY ガイアナ
    HK HKG 香港
    HM HMD ハード島・マクドナルド諸島
    HN HND ホンジュラス
    HR HRV クロアチア
    HT HTI ハイチ
    HU HUN ハンガリー
    ID IDN インドネシア
    IE IRL アイルランド
    IL ISR イスラエル
    IM IMN マン島
    IN IND インド
    IO IOT 英領インド洋地域
    IQ IRQ イラク
    IR IRN イラン
    IS ISL アイスランド
    IT ITA イタリア
    JE JEY ジャージー
    JM JAM ジャマイカ
    JO JOR ヨルダン
    JP JPN 日本
    KE KEN ケニア
    KG KGZ キルギス
    KH KHM カンボジア
    KI KIR キリバス
    KM COM コモロ
    KN KNA セントクリストファー・ネーヴィス
    KP PRK 北朝鮮
    KR KOR 韓国
    KW KWT クウェート
    KY CYM ケイマン諸島
    KZ KAZ カザフスタン
    LA LAO ラオス
    LB LBN レバノン
    LC LCA セントルシア
    LI LIE リヒテンシュタイン
    LK LKA スリランカ
    LR LBR リベリア
    LS LSO レソト
    LT LTU リトアニア
    LU LUX ルクセンブルク
    LV LVA ラトビア
    LY LBY リビア
    MA MAR モロッコ
    MC MCO モナコ
    MD MDA モルドバ
    ME MNE モンテネグロ
    MF MAF サン・マルタン
    MG MDG マダガスカル
    MH MHL マーシャル諸島
    MK MKD 北マケドニア
    ML MLI マリ
    MM MMR ミャンマー (ビルマ)
    MN MNG モンゴル
    MO MAC マカオ
    MP MNP 北マリアナ諸島
    MQ MTQ マルティニーク
    MR MRT モーリタニア
    MS MSR モントセラト
    MT MLT マルタ
    MU MUS モーリシャス
    MV MDV モルディブ
    MW MWI マラウイ
    MX MEX メキシコ
    MY MYS マレーシア
    MZ MOZ モザンビーク
    NA NAM ナミビア
    NC NCL ニューカレドニア
    NE NER ニジェール
    NF NFK ノーフォーク島
    NG NGA ナイジェリア
    NI NIC ニカラグア
    NL NLD オランダ
    NO NOR ノルウェー
    NP NPL ネパール
    NR NRU ナウル
    NU NIU ニウエ
    NZ NZL ニュージーランド
    OM OMN オマーン
    PA PAN パナマ
    PE PER ペルー
    PF PYF 仏領ポリネシア
    PG PNG パプアニューギニア
    PH PHL フィリピン
    PK PAK パキスタン
    PL POL ポーランド
    PM SPM サンピエール島・ミクロン島
    PN PCN ピトケアン諸島
    PR PRI プエルトリコ
    PS PSE パレスチナ自治区
    PT PRT ポルトガル
    PW PLW パラオ
    PY PRY パラグアイ
    QA QAT カタール
    RE REU レユニオン
    RO ROU ルーマニア
    RS SRB セルビア
    RU RUS ロシア
    RW RWA ルワンダ
    SA SAU サウジアラビア
    SB SLB ソロモン諸島
    SC SYC セーシェル
    SD SDN スーダン
    SE SWE スウェーデン
    SG SGP シンガポール
    SH SHN セントヘレナ
    SI SVN スロベニア
    SJ SJM スバールバル諸島・ヤンマイエン島
    SK SVK スロバキア
    SL SLE シエラレオネ
    SM SMR サンマリノ
    SN SEN セネガル
    SO SOM ソマリア
    SR SUR スリナム
    SS SSD 南スーダン
    ST STP サントメ・プリンシペ
    SV SLV エルサルバドル
    SX SXM シント・マールテン
    SY SYR シリア
    SZ SWZ エスワティニ
    TC TCA タークス・カイコス諸島
    TD TCD チャド
    TF ATF 仏領極南諸島
    TG TGO トーゴ
    TH THA タイ
    TJ TJK タジキスタン
    TK TKL トケラウ
    TL TLS 東ティモール
    TM TKM トルクメニスタン
    TN TUN チュニジア
    TO TON トンガ
    TR TUR トルコ
    TT TTO トリニダード・トバゴ
    TV TUV ツバル
    TW TWN 台湾
    TZ TZA タンザニア
    UA UKR ウクライナ
    UG UGA ウガンダ
    UM UMI 合衆国領有小離島
    US USA アメリカ合衆国
    UY URY ウルグアイ
    UZ UZB ウズベキスタン
    VA VAT バチカン市国
    VC VCT セントビンセント及びグレナディーン諸島
    VE VEN ベネズエラ
    VG VGB 英領ヴァージン諸島
    VI VIR 米領ヴァージン諸島
    VN VNM ベトナム
    VU VUT バヌアツ
    WF WLF ウォリス・フツナ
    WS WSM サモア
    YE YEM イエメン
    YT MYT マヨット
    ZA ZAF 南アフリカ
    ZM ZMB ザンビア
    ZW ZWE ジンバブエ
    """
}
