"""Columns of office tables: a heading and what stands under it."""

import datetime

from . import lists, numbers
from .document import Value
from .people import date_text, group, landline

DEPARTMENTS = ["営業部", "総務部", "経理課", "製造一課", "システム室", "品質保証", "人事G", "物流"]


def column(share, kind, heading=None):
    """(heading, function from person to cell) of one kind; the style is the column's own."""
    r = share.rng
    if kind == "seq":
        counter = iter(range(1, 10**9))
        return heading or r.choice(["No.", "項番", "連番", "#"]), lambda p: str(next(counter))
    if kind == "dept":
        return heading or r.choice(["所属", "部署", "部門"]), lambda p: r.choice(DEPARTMENTS)
    if kind == "hired":
        style = r.choice(["/", "-", "S.", "年", "/0"])
        return heading or r.choice(["入社日", "入社年月日", "採用日", "NYUSHA_YMD"]), lambda p: date_text(p.hired, style)
    if kind == "yen":
        return heading or r.choice(["支給額", "金額", "課税対象額"]), lambda p: f"{r.randint(150, 900) * 1000}"
    if kind == "note":
        return heading or "備考", lambda p: r.choice(["", "", "", "要確認", "済", "-"])
    if kind == "name":
        h = heading or share.heading("person-name")
        style = r.choice(["　", " ", "", "　", " "])
        return h, lambda p: p.name(style, h)
    if kind == "kana":
        h = heading or share.heading("kana")
        style = r.choice(["kana", "half", "kanatight", "hira"])
        return h, lambda p: p.name(style, h)
    if kind == "roman":
        h = heading or r.choice(["ローマ字", "NAME", "英字氏名", "Name (Roman)"])
        style = r.choice(["roman", "western"])
        return h, lambda p: p.name(style, h)
    if kind == "my-number":
        h = heading or share.heading("my-number")
        style = r.choice(["", "", "", "-", " ", "full", "fulldash", "−", "ー", "ｰ", "‐"])
        return h, lambda p: p.my_number(style, h)
    if kind == "birth":
        h = heading or share.heading("birth-date")
        style = r.choice(["/", "/0", "-", "年", "", "era", "S.", "S/", "square", "fullS", "."])
        return h, lambda p: p.birth(style, h)
    if kind == "sex":
        h = heading or share.heading("sex")
        words = r.choice([("男", "女"), ("男性", "女性"), ("M", "F"), ("男", "女")])
        return h, lambda p: Value("sex", words[p.sex == "f"], h)
    if kind == "zip":
        h = heading or share.heading("postal-code")
        style = r.choice(["-", "-", "-", "", "－"])
        mark = "〒" if share.chance(0.15) else ""
        return h, lambda p: [mark, p.postal(style, h)]
    if kind == "address":
        h = heading or share.heading("address")
        prefecture, style = share.chance(0.75), r.choice([None, "-", "丁目", "番地", "full"])
        return h, lambda p: p.address(style, h, prefecture)
    if kind == "phone":
        h = heading or share.heading("phone")
        style = r.choice(["-", "-", "-", "", "paren", "full", "‐"])
        return h, lambda p: p.phone(style, h)
    if kind == "email":
        h = heading or share.heading("email")
        return h, lambda p: p.email(h)
    if kind == "emp":
        h = heading or share.heading("employee-number")
        prefix, width = r.choice([("", 6), ("E", 5), ("", 5), ("A-", 4)])
        return h, lambda p: Value("employee-number", f"{prefix}{r.randrange(10 ** width):0{width}d}", h)
    simple = {"drivers-licence": numbers.drivers_licence, "passport": numbers.passport,
              "residence-card": numbers.residence_card, "residence-record-code": numbers.residence_record_code,
              "credit-card": numbers.credit_card, "corporate-number": numbers.corporate_number,
              "care-insurance-number": numbers.care_insurance, "insurer-number": numbers.insurer_number}
    if kind in simple:
        h = heading or share.heading(kind)
        style = r.choice(["", "", "-", " "]) if kind == "credit-card" else ""
        full = kind in ("passport", "drivers-licence") and share.chance(0.15)

        def make(p):
            text = simple[kind](r)
            if style:
                text = group(text, style, (4, 4, 4, 4) if len(text) == 16 else (4, 6, 5))
                text = text.rstrip(style)
            return Value(kind, lists.fullwidth(text) if full else text, h)
        return h, make
    if kind == "basic-pension-number":
        h = heading or share.heading(kind)
        style = r.choice(["-", "", "-"])
        return h, lambda p: Value(kind, group(numbers.pension(r), style, (4, 6)), h)
    if kind == "employment-insurance-number":
        h = heading or share.heading(kind)
        style = r.choice(["-", "-", ""])
        return h, lambda p: Value(kind, group(numbers.employment_insurance(r), style, (4, 6, 1)), h)
    if kind == "special-care":
        h = heading or share.heading(kind)

        def care(p):
            if r.random() < 0.35:
                return r.choice(["なし", "", "特になし", "無", "－"])
            return Value("special-care", r.choice(lists.words("illness")), h)
        return h, care
    if kind == "account":
        h = heading or share.heading("bank-account")
        return h, lambda p: Value("bank-account", numbers.digits(r, 7), h)
    if kind == "company":
        return heading or r.choice(["会社名", "取引先名", "得意先", "商号"]), lambda p: r.choice(lists.words("companies"))
    if kind == "tracking":
        return heading or r.choice(["送り状番号", "お問い合わせ番号", "追跡No"]), lambda p: numbers.tracking(r)
    if kind == "reference":
        make = r.choice([lambda p: numbers.digits(r, 12), lambda p: numbers.order_number(r), lambda p: numbers.stamp_minute(r),
                         lambda p: numbers.digits(r, 11) + "0"])
        return heading or r.choice(["管理番号", "契約番号", "照合キー", "整理番号", "REF", "処理ID", "前回番号"]), make
    if kind == "order":
        return heading or r.choice(["受注番号", "注文ID", "管理番号"]), lambda p: numbers.order_number(r)
    if kind == "companyphone":
        return heading or r.choice(["代表電話", "会社TEL", "電話番号"]), lambda p: Value(
            "phone", "-".join(landline(r)), optional=True)
    if kind == "member":
        return heading or r.choice(["会員番号", "会員No", "顧客番号"]), lambda p: Value(
            "employee-number", "7" + numbers.digits(r, 7), optional=True)
    raise KeyError(kind)


def columns(share, *kinds):
    return [column(share, kind) for kind in kinds]


def table(document, cols, people, heading=True, delimiter=",", quote=False):
    """A heading row and one row a person."""
    if heading:
        document.record([h for h, _ in cols], delimiter, quote)
    for person in people:
        document.record([make(person) for _, make in cols], delimiter, quote)


def any_day(rng, low=2019, high=2026):
    return datetime.date(rng.randint(low, high), rng.randint(1, 12), rng.randint(1, 28))
