"""One value over several cells: number boxes, dates, names and addresses in pieces."""

from ..document import Value
from ..share import family
from ..tables import column, columns
from .. import numbers


def _pieces(kind, text, sizes, heading):
    """The first cell carries the label, the others are its rest."""
    out, start = [], 0
    for i, size in enumerate(sizes):
        piece = text[start:start + size]
        out.append(Value(kind, piece, heading, part=i > 0))
        start += size
    return out


@family("my-number-4-4-4-columns")
def four_four_four(share):
    h = share.pick("個人番号", "マイナンバー", "社保税番号")
    heads = share.pick([h, "", ""], [h + "1", h + "2", h + "3"], [h + "（上4桁）", "中4桁", "下4桁"])
    d = share.document("人事/年末調整/入力票.csv")
    name = column(share, "name")
    d.record(["No.", name[0]] + heads + ["備考"])
    for i, p in enumerate(share.people(6, 40)):
        d.record([str(i + 1), name[1](p)] + _pieces("my-number", p.number, (4, 4, 4), heads[0]) + [""])
    share.add(d, "employee")


@family("one-digit-a-cell")
def one_digit(share):
    h = share.pick("個人番号", "マイナンバー", "番号")
    d = share.document("人事/年末調整/様式転記.csv")
    name = column(share, "name")
    d.record([name[0], h] + ([""] * 11 if share.chance(0.5) else [str(i) for i in range(2, 13)]))
    for p in share.people(6, 30):
        d.record([name[1](p)] + _pieces("my-number", p.number, [1] * 12, h))
    share.add(d, "employee")


@family("dates-in-columns")
def dates(share):
    stem = share.pick("生年月日", "誕生日")
    heads = [f"{stem}_年号", f"{stem}_年", f"{stem}_月", f"{stem}_日"]
    d = share.document("人事/社会保険/資格取得届.csv")
    name, emp = column(share, "name"), column(share, "emp")
    western = share.chance(0.4)
    d.record([emp[0], name[0]] + (heads[1:] if western else heads) + ["取得年", "取得月", "取得日"])
    for p in share.people(6, 40):
        if western:
            cells = [Value("birth-date", str(p.born.year), heads[1])]
        else:
            era = next(e for e in (("平成", 1989), ("昭和", 1926)) if p.born.year > e[1] or e[1] == 1926)
            cells = [Value("birth-date", era[0], heads[0]), Value("birth-date", str(p.born.year - era[1] + 1), part=True)]
        d.record([emp[1](p), name[1](p)] + cells + [Value("birth-date", str(p.born.month), part=True), Value("birth-date", str(p.born.day), part=True), str(p.hired.year), "4", "1"])
    share.add(d, "employee")


@family("family-and-given-name-apart")
def names(share):
    a, b, c, e = share.pick(("姓", "名", "セイ", "メイ"), ("氏", "名", "シ", "メイ"), ("last_name", "first_name", "last_name_kana", "first_name_kana"),
                            ("苗字", "お名前", "みょうじ", "なまえ"))
    phone, mail = column(share, "phone"), column(share, "email")
    d = share.document(share.pick("営業/会員/申込者.csv", "お問い合わせ/フォーム出力.csv"))
    d.record([a, b, c, e, phone[0], mail[0]])
    for p in share.people(6, 60):
        d.record([Value("person-name", p.family, a, p.given), Value("person-name", p.given, b, p.given, part=True),
                  Value("person-name", p.kana[0], c, p.given, part=True),
                  Value("person-name", p.kana[1], e, p.given, part=True), phone[1](p), mail[1](p)])
    share.add(d, "customer" if d.path.startswith("営業") else "enquirer")


@family("address-in-columns")
def addresses(share):
    heads = share.pick(["都道府県", "市区町村", "町名・番地", "建物名・部屋番号"], ["住所１", "住所２", "住所３", "住所４"],
                       ["pref", "city", "street", "building"], ["県", "市", "以下住所", "マンション"])
    member, name, postal = columns(share, "member", "name", "zip")
    d = share.document("営業/顧客/発送先.csv")
    d.record([member[0], name[0], postal[0]] + heads)
    for p in share.people(6, 60):
        d.record([member[1](p), name[1](p), postal[1](p), Value("address", p.prefecture, heads[0]),
                  Value("address", p.city, heads[1], part=True),
                  Value("address", p.town + p.street(), heads[2], part=True),
                  Value("address", p.building(), heads[3], part=True) if share.chance(0.4) else ""])
    share.add(d, "customer")


@family("phone-in-three-columns")
def phones(share):
    d = share.document("営業/顧客/電話帳.csv")
    heads = share.pick(["電話番号1", "電話番号2", "電話番号3"], ["市外局番", "市内局番", "加入者番号"], ["TEL1", "TEL2", "TEL3"])
    member, name = columns(share, "member", "name")
    d.record([member[0], name[0]] + heads)
    for p in share.people(8, 40):
        a, b, c = p.phone("-").text.split("-")
        d.record([member[1](p), name[1](p), Value("phone", a, heads[0]), Value("phone", b, part=True), Value("phone", c, part=True)])
    share.add(d, "customer")


@family("pension-and-insurance-in-boxes")
def boxes(share):
    d = share.document("人事/社会保険/届出データ.csv")
    name = column(share, "name")
    d.record([name[0], "基礎年金番号1", "基礎年金番号2", "雇用保険番号1", "雇用保険番号2", "雇用保険番号3"])
    for p in share.people(6, 30):
        d.record([name[1](p)] + _pieces("basic-pension-number", numbers.pension(share.rng), (4, 6), "基礎年金番号1")
                 + _pieces("employment-insurance-number", numbers.employment_insurance(share.rng), (4, 6, 1), "雇用保険番号1"))
    share.add(d, "employee")


@family("number-over-two-lines-of-a-cell")
def two_lines(share):
    h = share.heading("my-number")
    d = share.document("人事/年末調整/貼付.csv", "utf-8", "\r\n", True)
    name = column(share, "name")
    d.record([name[0], h])
    for p in share.people(5, 30):
        d.record([name[1](p), Value("my-number", p.number[:6] + "\n" + p.number[6:], h)])
    share.add(d, "employee")
