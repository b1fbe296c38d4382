"""Tables about people who are not employees, and who must not be taken for one another."""

from ..document import Value
from ..share import UNDECLARED, family
from ..tables import any_day, columns, table
from ..people import date_text
from .. import lists, numbers


@family("customer-list")
def customers(share):
    d = share.document(share.pick("営業/顧客名簿.csv", "営業/DM/発送リスト.csv", "持出し/訪問先.csv", "倉庫会社/預け/出荷先.csv",
                                  "提供/共同研究/会員データ.csv", "共有/顧客控.csv", "海外拠点/シンガポール/会員.csv"))
    table(d, columns(share, "member", "name", "kana", "zip", "address", "reference", "phone", "email"), share.people(8, 120))
    share.add(d, "customer")


@family("customer-list-in-misleading-folder")
def misplaced(share):
    d = share.document(share.pick("人事/旧データ.csv", "採用/一覧.csv", "海外拠点/ハノイ/list.csv"))
    cols = columns(share, "member", "reference", "name", "address", "phone")
    table(d, cols + [("購入金額", lambda p: str(share.rng.randint(1, 90) * 500)), ("会員ランク", lambda p: share.pick("金", "銀", "銅"))],
          share.people(10, 60))
    share.add(d, "customer")


@family("partner-contacts")
def partners(share):
    d = share.document(share.pick("経理/取引先担当者.csv", "営業/仕入先/連絡先.csv"))
    company, name, mail, tel = columns(share, "company", "name", "email", "companyphone")
    d.record([company[0], "部署", "ご担当者", mail[0], tel[0], "法人番号"])
    for p in share.people(6, 50):
        d.record([company[1](p), share.pick("営業部", "購買課", ""), p.name(" ", "ご担当者"), mail[1](p), tel[1](p),
                  Value("corporate-number", numbers.corporate_number(share.rng), "法人番号")])
    share.add(d, "partner")


@family("sole-proprietors-payment")
def proprietors(share):
    d = share.document("経理/外注先/個人事業主口座.csv")
    d.record(["屋号", "支払先氏名", "登録番号", "銀行コード", "支店コード", "種目", "口座番号", "口座名義"])
    for p in share.people(6, 40):
        bank, account = p.bank()
        d.record([Value("person-name", p.family + share.pick("デザイン事務所", "工務店", "写真室"), optional=True), p.name("　", "支払先氏名"),
                  Value("invoice-registration-number", "T" + numbers.corporate_number(share.rng), "登録番号", optional=True),
                  Value("bank-account", bank[0], part=True), Value("bank-account", bank[3], part=True), share.pick("普通", "1"),
                  Value("bank-account", account, "口座番号"),
                  p.name("half", "口座名義")])
    share.add(d, "partner")


@family("applicants")
def applicants(share):
    d = share.document(share.pick("採用/応募者一覧.csv", "採用/2027新卒/エントリー.csv", "共有/面接日程.csv"))
    name, kana, birth, phone, mail = columns(share, "name", "kana", "birth", "phone", "email")
    cols = [("応募者ID", lambda p: Value("employee-number", "R" + numbers.digits(share.rng, 5), "応募者ID", optional=True)),
            name, kana, birth, phone, mail, ("大学・学部", lambda p: share.pick("県立大学工学部", "市立大学文学部", "工業高等専門学校")),
            ("一次面接", lambda p: date_text(any_day(share.rng), "/")), ("選考結果", lambda p: share.pick("通過", "不採用", "辞退"))]
    table(d, cols, share.people(6, 60))
    share.add(d, "applicant")


@family("enquiries")
def enquiries(share):
    d = share.document(share.pick("お問い合わせ/受付簿.csv", "お問い合わせ/2026年度.csv", "開示請求/処理簿.csv", "開示請求/受付台帳.csv"))
    d.record(["受付番号", "受付日", "お名前", "電話番号", "メールアドレス", "問い合わせ内容", "回答日"])
    for i, p in enumerate(share.people(5, 50)):
        text = share.pick("届いた商品の色が違う", "開示の手続を知りたい", "保証期間の確認", f"{p.family}です。先日の件、折返し電話ください")
        d.record([f"Q{i + 1:05d}", date_text(any_day(share.rng), "/"), p.name("　", "お名前"), p.phone("-", "電話番号"),
                  p.email("メールアドレス"), text, date_text(any_day(share.rng), "/")])
    share.add(d, "enquirer", modified_days=share.pick(30, 200, 800) if "開示" in d.path else 30)


@family("entrusted-work")
def entrusted(share):
    d = share.document(share.pick("受託/A社キャンペーン/当選者.csv", "受託/給与計算代行/B社.csv", "共有/受託_再委託用.csv"))
    cols = columns(share, "name", "zip", "address", "phone")
    table(d, [("委託元", lambda p: share.pick(*lists.words("companies"))), ("受託案件No", lambda p: f"J{share.rng.randint(100, 999)}")]
          + cols + [("納品区分", lambda p: share.pick("済", "未"))], share.people(6, 60))
    share.add(d, "entrusted")


@family("visitors-shareholders-patients")
def undeclared(share):
    kind = share.pick("visitors", "shareholders", "patients", "students")
    path, extra = {"visitors": ("総務/来訪者記録.csv", [("来訪日時", lambda p: date_text(any_day(share.rng), "/") + " 10:30"),
                                                ("来社目的", lambda p: share.pick("打合せ", "納品", "面談")),
                                                ("入館証No", lambda p: str(share.rng.randint(1, 60)))]),
                   "shareholders": ("総務/株主名簿.csv", [("株主番号", lambda p: numbers.digits(share.rng, 8)),
                                                     ("所有株式数", lambda p: str(share.rng.randint(1, 90) * 100)),
                                                     ("議決権個数", lambda p: str(share.rng.randint(1, 90)))]),
                   "patients": ("総務/健康相談/患者一覧.csv", [("患者ID", lambda p: numbers.digits(share.rng, 7)),
                                                     ("診療科", lambda p: share.pick("内科", "外科", "皮膚科")),
                                                     ("次回予約", lambda p: date_text(any_day(share.rng), "/"))]),
                   "students": ("総務/見学会/児童名簿.csv", [("学校名", lambda p: "第三小学校"), ("学年", lambda p: str(share.rng.randint(1, 6))),
                                                     ("保護者", lambda p: p.name("　", "保護者"))])}[kind]
    d = share.document(path)
    table(d, columns(share, "name", "address", "phone") + extra, share.people(6, 60))
    share.add(d, UNDECLARED)


@family("card-orders")
def cards(share):
    d = share.document(share.pick("営業/通販/決済控.csv", "共有/返金対応.csv"))
    order, name, card, mail = columns(share, "order", "name", "credit-card", "email")
    d.record([order[0], name[0], card[0], "有効期限", "会員番号", mail[0]])
    for p in share.people(6, 60):
        d.record([order[1](p), name[1](p), card[1](p), f"{share.rng.randint(1, 12):02d}/{share.rng.randint(26, 31)}",
                  Value("employee-number", numbers.digits(share.rng, 8), optional=True), mail[1](p)])
    share.add(d, "customer")


@family("foreign-staff")
def foreign(share):
    d = share.document("人事/外国人雇用状況.csv")
    card, passport, birth = columns(share, "residence-card", "passport", "birth")
    h, en = share.pick("氏名", "従業員名", "呼称名"), share.pick("NAME", "英字氏名")
    d.record([h, en, "国籍・地域", "在留資格", "在留期間満了日", card[0], passport[0], birth[0]])
    for p in share.people(5, 25):
        kana, latin = share.pick(*lists.rows("foreign_names"))
        d.record([Value("person-name", kana, h, kana), Value("person-name", latin, en, latin), share.pick("ベトナム", "インド", "フィリピン", "中国", "ブラジル"),
                  share.pick("技術・人文知識・国際業務", "技能実習", "特定技能１号", "永住者"), date_text(any_day(share.rng, 2027, 2030), "-"),
                  card[1](p), passport[1](p), birth[1](p)])
    share.add(d, "employee")


@family("licence-register")
def licences(share):
    d = share.document(share.pick("総務/車両/運転者台帳.csv", "人事/車両管理/免許証.csv"))
    emp, name, licence, birth = columns(share, "emp", "name", "drivers-licence", "birth")
    table(d, [emp, name, birth, licence, ("有効期限", lambda p: date_text(any_day(share.rng, 2026, 2031), "era")),
              ("種類", lambda p: share.pick("中型", "普通", "準中型"))], share.people(6, 50))
    share.add(d, "employee")


@family("residence-record-codes")
def juki(share):
    d = share.document(share.pick("人事/旧システム/移行データ.csv", "共有/住民データ.csv"))
    table(d, columns(share, "name", "birth", "address", "residence-record-code"), share.people(6, 40))
    share.add(d, "employee" if d.path.startswith("人事") else "unclear")


@family("health-insurance")
def health(share):
    d = share.document("人事/社会保険/健保台帳.csv")
    d.record(["社員番号", "氏名", "保険者番号", "記号", "番号", "枝番", "続柄"])
    for i, p in enumerate(share.people(5, 40)):
        d.record([Value("employee-number", f"{share.rng.randrange(10 ** 5):05d}", "社員番号"), p.name("　", "氏名"),
                  Value("insurer-number", numbers.insurer_number(share.rng), "保険者番号"), Value("health-insurance", str(share.rng.randint(100, 9999)), "記号"),
                  Value("health-insurance", str(share.rng.randint(1, 9999)), "番号", part=True), Value("health-insurance", "00", part=True), "本人"])
    share.add(d, "employee")


@family("care-insurance")
def care(share):
    d = share.document("受託/介護/利用者台帳.csv")
    name, number, birth, address = columns(share, "name", "care-insurance-number", "birth", "address")
    table(d, [("委託元", lambda p: "市福祉課"), name, birth, address, number, ("要介護度", lambda p: Value("special-care", f"要介護{share.rng.randint(1, 5)}", "要介護度", optional=True))],
          share.people(5, 40))
    share.add(d, "entrusted")


@family("health-check-results")
def checks(share):
    d = share.document("人事/健康管理/健診結果.csv")
    emp, name = columns(share, "emp", "name")
    h = share.pick("判定", "所見", "医師の意見", "健診結果")
    d.record([emp[0], name[0], "受診日", "身長", "最高血圧", "HbA1c", h])
    for p in share.people(6, 40):
        d.record([emp[1](p), name[1](p), date_text(any_day(share.rng, 2025, 2026), "/"), str(share.rng.randint(150, 185)),
                  Value("special-care", str(share.rng.randint(95, 165)), "最高血圧", optional=True),
                  Value("special-care", f"{share.rng.randint(48, 90) / 10}", "HbA1c", optional=True),
                  Value("special-care", share.pick("要精密検査", "要治療", "経過観察 高血圧症", "要再検査", "肝機能障害の疑い"), h)])
    share.add(d, "employee")


@family("leave-reasons")
def leave(share):
    d = share.document(share.pick("人事/休職者.csv", "共有/勤怠/休職一覧.csv"))
    emp, name, reason = columns(share, "emp", "name", "special-care")
    table(d, [emp, name, reason, ("休職開始", lambda p: date_text(any_day(share.rng), "/"))], share.people(5, 25))
    share.add(d, "employee")


@family("emergency-contacts")
def emergency(share):
    d = share.document("人事/緊急連絡網.csv")
    d.record(["社員名", "緊急連絡先氏名", "続柄", "緊急連絡先電話", "住所"])
    for p in share.people(5, 40):
        q = share.person()
        d.record([p.name("　", "社員名"), q.name("　", "緊急連絡先氏名"), share.pick("妻", "父", "母", "夫", "子"), q.phone("-", "緊急連絡先電話"),
                  q.address(None, "住所")])
    share.add(d, "employee")
