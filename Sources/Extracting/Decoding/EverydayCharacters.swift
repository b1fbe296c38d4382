import ScanKernels

/// How much each character of the basic plane speaks for a text being ordinary Japanese.
///
/// A decoder that reports no error proves nothing, since most bytes are some character in every double-byte set.
/// The wrong decoder gives itself away by characters that nobody writes.
enum EverydayCharacters {
  /// Tenths, by code: 10 everyday, 8 punctuation and full-width letters, 3 other kanji of the first level,
  /// -5 kanji of the second level, -8 signs that hardly occur, -10 everything else.
  static let weights: [Int8] = {
    var weights = [Int8](repeating: -10, count: 0x10000)
    for (position, value) in CharacterTables.cp932.enumerated() where value != 0 {
      weights[Int(value)] = weight(row: position / 94, cell: position % 94)
    }
    for scalar in everyday.unicodeScalars where scalar.value < 0x10000 {
      weights[Int(scalar.value)] = 10
    }
    for scalar in "髙﨑①②③④⑤⑥⑦⑧⑨⑩№㈱㈲℡－～〒".unicodeScalars { weights[Int(scalar.value)] = 8 }
    for code in 0xE000...0xF8FF { weights[code] = -10 }
    // Latin, as UTF-8 texts of other languages have it.
    for code in 0xA0...0x17F { weights[code] = 2 }
    for code in 0x2010...0x203B { weights[code] = max(weights[code], 5) }
    return weights
  }()

  /// By the rows of JIS X 0208, 0-based: two rows of 94 make one row of CP932.
  private static func weight(row: Int, cell: Int) -> Int8 {
    switch row {
    case 0: 8
    case 1: 0
    case 2: 8
    case 3, 4: 10
    case 12: 0
    case 15..<47: 3
    case 47..<84: -5
    case 88..<92: -5
    case 114...: -5
    default: -8
    }
  }

  /// Kanji that people, places, offices and headings are written with.
  ///
  /// Kanji of the school years 1 to 6
  /// (学年別漢字配当表), and those usual in family and given names.
  private static let everyday = """
    一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六
    引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話
    悪安暗医委意育員院飲運泳駅央横屋温化荷界開階寒感漢館岸起期客究急級宮球去橋業曲局銀区苦具君係軽血決研県庫湖向幸港号根祭皿仕死使始指歯詩次事持式実写者主守取酒受州拾終習集住重宿所暑助昭消商章勝乗植申身神真深進世整昔全相送想息速族他打対待代第題炭短談着注柱丁帳調追定庭笛鉄転都度投豆島湯登等動童農波配倍箱畑発反坂板皮悲美鼻筆氷表秒病品負部服福物平返勉放味命面問役薬由油有遊予羊洋葉陽様落流旅両緑礼列練路和
    愛案以衣位茨印英栄媛塩岡億加果貨課芽賀改械害街各覚潟完官管関観願岐希季旗器機議求泣給挙漁共協鏡競極熊訓軍郡群径景芸欠結建健験固功好香候康佐差菜最埼材崎昨札刷察参産散残氏司試児治滋辞鹿失借種周祝順初松笑唱焼照城縄臣信井成省清静席積折節説浅戦選然争倉巣束側続卒孫帯隊達単置仲沖兆低底的典伝徒努灯働特徳栃奈梨熱念敗梅博阪飯飛必票標不夫付府阜富副兵別辺変便包法望牧末満未民無約勇要養浴利陸良料量輪類令冷例連老労録
    圧囲移因永営衛易益液演応往桜可仮価河過快解格確額刊幹慣眼紀基寄規喜技義逆久旧救居許境均禁句型経潔件険検限現減故個護効厚耕航鉱構興講告混査再災妻採際在財罪殺雑酸賛士支史志枝師資飼示似識質舎謝授修述術準序招証象賞条状常情織職制性政勢精製税責績接設絶祖素総造像増則測属率損貸態団断築貯張停提程適統堂銅導得毒独任燃能破犯判版比肥非費備評貧布婦武復複仏粉編弁保墓報豊防貿暴脈務夢迷綿輸余容略留領歴
    胃異遺域宇映延沿恩我灰拡革閣割株干巻看簡危机揮貴疑吸供胸郷勤筋系敬警劇激穴券絹権憲源厳己呼誤后孝皇紅降鋼刻穀骨困砂座済裁策冊蚕至私姿視詞誌磁射捨尺若樹収宗就衆従縦縮熟純処署諸除承将傷障蒸針仁垂推寸盛聖誠舌宣専泉洗染銭善奏窓創装層操蔵臓存尊退宅担探誕段暖値宙忠著庁頂腸潮賃痛敵展討党糖届難乳認納脳派拝背肺俳班晩否批秘俵腹奮並陛閉片補暮宝訪亡忘棒枚幕密盟模訳郵優預幼欲翌乱卵覧裏律臨朗論
    藤伊斎斉渡邊邉辺澤沢齋齊橘桐梶柴榊柳椎楠榎樋槙亀鶴鷹鴨鈴須磨那須堀塚塩尻尾久保柏杉桑桃梓椿楓蓮蘭菊葵菅菱茜茉莉萌萩蒼薫茂芝芳苑荒荻菓彩彦彰徹恭恵悠慎慶憲拓捷敏敦斐斗旭昂昇昌昴晃晋晟晶智暁暢朋朔杏李栞桂梢棟椋楊榛樹橙正歳毅汐汰沙洲洸浩浜浦涼淳渉渚湊滉澄瀬灘煌熙爽狩狭玄玲琉琢瑛瑞瑠瑶璃甫畠皐盾眞眸睦瞬瞭碧磯祐祥禎秀秦稀稔稜穂竜笹紀紗紘絃絢綜綾緋翔翼耀聡肇胤脩臼舘舜芙苗莞菖葛蕉藍虎蝶袴裕襟詢誼諒諭赳輔辰迅迪逸遥遼邑郁郎酉醇采釉錦鎌阿陣隅隆雄雅雛霞靖鞠頌颯馨駿魁鯉鳳麗麟麻黎黛亘亜亨亮伍伎伶伽佑侃俊俐修倖倫倭偉允兎冴凌凜凪凱勁勲匠卓卯叡叶吾呂哉哲啓喬嘉噂圭坪堤堺堯壱夷奎奏妃姫姶娃娘媛嬉孟宏宥宮宰寅寛寧尋尭屋岑峯峰峻崇嵐嵩嶋嶺巌已巳巴庄弘弥彗彪彬征惇惟惣惹應憧戎戸戻扇扶抄択拳挨捺掛掘握揃描撫斧斯施旺杜杵条松枕柊柿栖栗桧梁梧梱棚椛椰楢榮槻樫樺橋檜欽歌此殿毬氷汀汝汲沼泰洛洞洵浄浬淀淑淋淡淵添湧湘溝溜溪漣澪瀧火灸焰烏燎燕燦爾牟牡牧狐狗狛狼猪獅玖珂珈珊珠琥琳琵琶瑚瑳璧瓜瓦瓢甘甚産男畝畔畳疋疎皆益盈眉砦砥硯碓磐祁祇祢祷禄禅禾秤稲穣窪窺竪竿笙笠筈筑箕箸篠簾籾粋糊糠糧紋紐紬絆綴綸緒緖繁繋纂纏耶聖股肴胡脇腎臥臭舵艶艸苔苫苺茄茅茸莫菰菟葎葡葦葺蒔蒙蒲蓉蓑蓬蔓蔭蕎蕗蕪薄薙薩藁藻蘇蝦蟹衿袖裟裳覇覗訊詫諏諺謂豹貞貫貰貼賑賢賭赫趣跡蹄蹟輝轟込辻辿迄迦逗逢這逞遁遙遜鄭酎醍醐醤釘釜釧鋒鋸錐錆錫鍋鍬鍵鎧鏑鑓閃閏閤雀雁雫雷霜靭鞍鞄鞘頗頬顕顗餅饗馴馳駒駕騨驍鬼魯鮎鮫鮭鯛鰐鰯鱒鱗鳩鳶鴇鴻鵜鵬鷲鷺麒麓麿黍鼎龍龝
    号欄込払込届控込済扱齢齡籍属歴称項氏名殿氏様御社員企画総務経理営業購契約締結担当備考摘要依頼見積請求書納品領収証免許旅券在留資格障害診断診療傷病症薬剤処方患者介護被保険者給与賞与控除扶養源泉徴収勤怠採用退職雇用履歴身長体重血液型緊急連絡先携帯電話番号郵便住所都道府県市区町村番地建物生年月日性別男女個人番号法人銀行支店口座普通当座預金名義会員顧客取引先宛得意販売商品注文配送伝票請負株式会社有限財団
    """
}
