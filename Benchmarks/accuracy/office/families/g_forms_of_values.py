"""Every written form of one type in one column: addresses, names, phones, dates, plates."""

from ..document import Value
from ..people import date_text
from ..share import UNCLEAR, family
from ..tables import any_day, column, columns, table
from .. import lists, numbers


@family("addresses-of-all-forms")
def addresses(share):
    d = share.document("営業/顧客/地方発送.csv")
    member, name = columns(share, "member", "name")
    hz, ha = share.heading("postal-code"), share.heading("address")
    d.record([member[0], name[0], hz, ha])
    for p in share.people(12, 50):
        code, form = share.pick(*lists.rows("special_addresses"))
        text = form.format(a=share.rng.randint(1, 180), b=share.rng.randint(1, 9))
        if share.chance(0.2):
            text = lists.fullwidth(text)
        d.record([member[1](p), name[1](p), Value("postal-code", f"{code[:3]}-{code[3:]}", hz), Value("address", text, ha)])
    share.add(d, "customer")


@family("names-of-all-forms")
def names(share):
    d = share.document("人事/名札作成.csv", "utf-8", "\n", share.chance(0.5))
    h, emp = share.heading("person-name"), column(share, "emp")
    d.record([emp[0], h])
    for p in share.people(15, 60):
        text = share.pick(f"{p.family}　{p.given}", f"{p.family}{p.given}", f"{p.family} {p.given} 様", "　".join(p.family + p.given),
                          f"{p.family}\U000e0100　{p.given}", "　".join(p.kana), " ".join(map(lists.halfwidth, p.kana)),
                          f"{p.latin[1].upper()} {p.latin[0].upper()}", f"{p.family}（{p.given}）", f"{p.family}　{p.given}（旧姓：{share.person().family}）")
        d.record([emp[1](p), Value("person-name", text, h, p.given)])
    share.add(d, "employee")


@family("phones-of-all-forms")
def phones(share):
    d = share.document("お問い合わせ/折返し一覧.csv")
    h, name = share.heading("phone"), column(share, "name")
    d.record(["受付番号", name[0], h, "折返し希望"])
    for p in share.people(15, 60):
        d.record([f"Q{share.rng.randint(1, 9999):05d}", name[1](p), p.phone(share.pick("-", "", "paren", "+81", "full", "‐", "－", " ", ".", "ー"), h), share.pick("午前", "午後", "")])
    share.add(d, "enquirer")


@family("international-mobile-column")
def international(share):
    d = share.document("営業/会員/sms_list.csv")
    member, name = columns(share, "member", "name")
    h = share.pick("携帯電話", "mobile", "SMS宛先", "phone")
    d.record([member[0], name[0], h])
    for p in share.people(15, 60):
        d.record([member[1](p), name[1](p), Value("phone", "81" + p.phone("", None, True).text[1:], h)])
    share.add(d, "customer")


@family("birth-dates-of-all-forms")
def births(share):
    d = share.document("人事/履歴統合.csv")
    emp, name = columns(share, "emp", "name")
    h = share.heading("birth-date")
    d.record([emp[0], name[0], h, "入社日", "更新日時"])
    for p in share.people(15, 60):
        d.record([emp[1](p), name[1](p), p.birth(share.pick("/", "/0", "-", "年", "", "era", "S.", "S/", "square", "fullS", "."), h),
                  date_text(p.hired, share.pick("/", "era", "S.")), date_text(any_day(share.rng), "-") + " 12:00:00"])
    share.add(d, "employee")


@family("headerless-people")
def headerless(share):
    d = share.document("退避/旧PC/一覧.csv")
    cols = columns(share, "name", "birth", "hired", "zip", "address", "phone", "email")
    table(d, cols, share.people(12, 60), heading=False)
    for part in d.parts:
        if isinstance(part, Value):
            part.heading = None
    share.add(d, UNCLEAR)


@family("very-short-tables")
def short(share):
    d = share.document(share.pick("人事/年末調整/追加分.csv", "人事/社会保険/追加.csv"))
    table(d, columns(share, "emp", "name", "my-number", "birth"), share.people(1, 3))
    share.add(d, "employee")


@family("vehicle-numbers")
def vehicles(share):
    d = share.document("人事/車両管理/通勤車両.csv")
    emp, name = columns(share, "emp", "name")
    h = share.pick("車両番号", "ナンバー", "登録番号", "車両ナンバー")
    d.record([emp[0], name[0], h, "車種"])
    for p in share.people(6, 30):
        plate = f"{share.pick('品川', '横浜', '名古屋', 'なにわ', '札幌', '富士山')} {share.pick('500', '330', '580', '30A')} {share.pick('さ', 'た', 'は', 'ま', 'る')} {share.pick('12-34', '・・・1', '・567', '88-21', '40-03')}"
        d.record([emp[1](p), name[1](p), Value("vehicle-number", plate, h), share.pick("軽", "普通")])
    share.add(d, "employee")


@family("memo-cells-with-personal-data")
def memos(share):
    d = share.document("営業/顧客/対応履歴.csv", "cp932", "\r\n")
    d.record(["顧客番号", "氏名", "対応内容"])
    for p in share.people(8, 40):
        note = share.pick(["折返しは", p.phone("-", None), "へ\n17時以降"], ["メールは", p.email(), "に変更"], ["伝票", numbers.tracking(share.rng), "を再送"],
                          ["転居先は", p.address("-", building=False), "とのこと"], ["特になし"], ["担当「営業一課」, 再訪", "予定"])
        d.record([Value("employee-number", numbers.digits(share.rng, 7), optional=True), p.name("　", "氏名"), note])
    share.add(d, "customer")


@family("customer-list-with-bank-accounts")
def refunds(share):
    d = share.document("営業/顧客/返金口座.csv")
    member, name, account = columns(share, "member", "name", "account")
    d.record([member[0], name[0], "銀行名", "支店名", "種別", account[0]])
    for p in share.people(6, 40):
        bank, _ = p.bank()
        d.record([member[1](p), name[1](p), Value("bank-account", bank[1] + "銀行", part=True), Value("bank-account", bank[4] + "支店", part=True), share.pick("普通", "当座"), account[1](p)])
    share.add(d, "customer")


@family("applicants-with-health-remarks")
def remarks(share):
    d = share.document("採用/面接メモ.csv")
    d.record(["応募者氏名", "志望職種", "面接官所見", "持病・配慮事項"])
    for p in share.people(6, 30):
        care = Value("special-care", share.pick(*lists.words("illness")) + share.pick("のため通院中", "の治療歴あり", ""), "持病・配慮事項") if share.chance(0.6) else "なし"
        d.record([p.name("　", "応募者氏名"), share.pick("営業", "設計", "事務"), share.pick("明るい", "準備不足", "経験豊富"), care])
    share.add(d, "applicant")


@family("shipping-with-parcel-numbers")
def shipping(share):
    d = share.document(share.pick("営業/発送/出荷実績.csv", "倉庫会社/出荷実績.csv"))
    cols = columns(share, "tracking", "order", "member", "name", "zip", "address", "phone")
    table(d, cols + [("商品コード", lambda p: numbers.jan(share.rng)), ("出荷日時", lambda p: numbers.stamp_minute(share.rng))], share.people(8, 60))
    share.add(d, "customer")
