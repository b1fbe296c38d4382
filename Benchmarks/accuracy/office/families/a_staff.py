"""Tables of employees, in the shapes that payroll software and spreadsheets give them."""

from ..share import UNCLEAR, family
from ..tables import DEPARTMENTS, column, columns, table
from .. import lists, numbers
from ..document import Value


@family("year-end-adjustment")
def year_end(share):
    cols = columns(share, "emp", "name", "kana", "birth", "zip", "address", "my-number", "yen", "reference")
    d = share.document(share.pick("人事/年末調整/令和7年分一覧.csv", "人事/年末調整/扶養控除等申告.csv", "共有/作業中/年調データ.csv"))
    table(d, cols, share.people(5, 60), quote=share.chance(0.3))
    share.add(d, "employee")


@family("staff-register")
def register(share):
    kinds = ["emp", "name", "kana", "sex", "birth", "hired", "dept", "reference", "zip", "address", "phone", "email"]
    d = share.document(share.pick("人事/社員名簿.csv", "人事/従業員一覧.csv", "総務/名簿_最新.csv"))
    table(d, columns(share, *kinds), share.people(4, 80), delimiter=share.pick(",", ",", "\t"))
    share.add(d, "employee", mode=share.pick(0o640, 0o640, 0o644))


@family("headerless-my-numbers")
def headerless(share):
    n = share.pick(5, 10, 30, 100)
    d = share.document(share.pick("共有/tmp/data.csv", "人事/社会保険/取込用.csv", "退避/book1.csv"))
    cols = columns(share, *share.pick(["my-number"], ["seq", "my-number", "yen"], ["name", "my-number"], ["reference", "name", "my-number"],
                                      ["emp", "name", "birth", "my-number"]))
    people = [share.person() for _ in range(n)]
    d.record([make(people[0]) for _, make in cols])
    table(d, cols, people[1:], heading=False)
    _unheaded(d)
    share.add(d, UNCLEAR)


def _unheaded(document):
    """Without a heading a key like an employee number cannot be told; and no label may claim a heading."""
    for part in document.parts:
        if isinstance(part, Value):
            part.heading = None
            if part.type in ("employee-number", "sex"):
                part.optional = True


@family("headings-renamed-to-nonsense")
def nonsense(share):
    kinds = share.pick(["seq", "name", "my-number", "reference"], ["reference", "my-number", "name", "birth"],
                       ["name", "my-number", "phone", "email"])
    cols = []
    for kind in kinds:
        h = share.heading("nonsense") + share.pick("", "1", "b")
        cols.append(column(share, kind, h))
    d = share.document("共有/集計/出力結果.csv")
    table(d, cols, share.people(12, 60))
    share.add(d, UNCLEAR)


@family("title-rows-and-remarks")
def titles(share):
    cols = columns(share, "seq", "name", "birth", "my-number", "address", "note")
    d = share.document(share.pick("人事/年末調整/支払報告.csv", "人事/社会保険/資格取得.csv"))
    blank = [""] * (len(cols) - 1)
    d.record(["令和7年度　給与支払報告書　総括"] + blank)
    if share.chance(0.5):
        d.record(["作成日", "2026/10/5"] + blank[1:])
    d.record(["※取扱注意　人事課限り"] + (blank if share.chance(0.5) else []))
    if share.chance(0.4):
        d.record([""] * len(cols))
    table(d, cols, share.people(5, 40))
    d.record(["以上"] + blank)
    share.add(d, "employee")


@family("two-row-heading")
def two_rows(share):
    d = share.document("人事/年末調整/扶養親族.csv")
    upper = ["", "本人", "", "", "配偶者", "", "", "扶養親族１", "", ""]
    hn, hb, hm = share.pick("氏名", "お名前"), share.pick("生年月日", "誕生日"), share.pick("個人番号", "マイナンバー", "番号法番号")
    d.record(upper)
    d.record(["No."] + [hn, hb, hm] * 3)
    makers = [column(share, "name", hn)[1], column(share, "birth", hb)[1], column(share, "my-number", hm)[1]]
    for i, person in enumerate(share.people(6, 40)):
        row = [str(i + 1)] + [m(person) for m in makers]
        for _ in range(2):
            relative = share.person()
            row += [m(relative) for m in makers] if share.chance(0.6) else ["", "", ""]
        d.record(row)
    share.add(d, "employee")


@family("subtotals-by-department")
def subtotals(share):
    cols = columns(share, "emp", "name", "my-number", "yen")
    d = share.document("人事/年末調整/部門別.csv")
    d.record([h for h, _ in cols])
    for department in share.rng.sample(DEPARTMENTS, 4):
        d.record([department, "", "", ""])
        people = share.people(2, 9)
        table(d, cols, people, heading=False)
        d.record(["小計", f"{len(people)}名", "", str(len(people) * 312000)])
    d.record(["総合計", "", "", "9999000"])
    share.add(d, "employee")


@family("several-tables-in-one-file")
def several(share):
    d = share.document("人事/人事異動と採用.csv")
    for title, kinds in (("【退職者】", ["emp", "name", "birth", "address"]), ("【入社者】", ["name", "kana", "phone", "email"]),
                         ("【配送物】", ["tracking", "yen", "note"])):
        d.record([title])
        table(d, columns(share, *kinds), share.people(4, 15))
        d.record([""])
    share.add(d, "employee")


@family("page-headings-repeated")
def pages(share):
    cols = columns(share, "emp", "name", "birth", "my-number")
    d = share.document("人事/社会保険/被保険者一覧.csv")
    for page in range(1, share.rng.randint(3, 6)):
        d.record([f"被保険者一覧表　{page}頁", "", "", "株式会社けんしょう"])
        table(d, cols, share.people(5, 10))
    share.add(d, "employee")


@family("name-number-twice-in-a-row")
def twice(share):
    hn, hm = share.pick("氏名", "名前", "呼称名"), share.pick("マイナンバー", "個人番号", "特個番号")
    name, number = column(share, "name", hn)[1], column(share, "my-number", hm)[1]
    d = share.document("人事/年末調整/回収チェック.csv")
    d.record([hn, hm, "", hn, hm])
    for _ in range(share.rng.randint(6, 25)):
        a, b = share.person(), share.person()
        d.record([name(a), number(a), "", name(b), number(b)])
    share.add(d, "employee")


@family("several-identifiers-beside")
def beside(share):
    cols = columns(share, "emp", "name", "my-number", "drivers-licence", "basic-pension-number",
                   "employment-insurance-number", "account")
    d = share.document("人事/社会保険/番号管理表.csv")
    table(d, cols, share.people(5, 40))
    share.add(d, "employee")


@family("submission-status-under-my-number")
def status(share):
    cols = columns(share, "emp", "name")
    d = share.document("人事/年末調整/提出状況.csv")
    words = share.pick(["提出済", "未提出", "督促中"], ["○", "×", ""], ["あり", "なし", ""])
    table(d, cols + [(share.heading("my-number"), lambda p: share.pick(*words)),
                     ("通知カード写し", lambda p: share.pick(*words))], share.people(6, 40))
    share.add(d, "employee")


@family("clinic-serials-under-personal-number")
def serials(share):
    start = share.rng.randrange(10**11, 9 * 10**11)
    cols = columns(share, "seq", "name")
    counter = iter(range(start, start + 1000))
    d = share.document("総務/貸出/入館カード台帳.csv")
    table(d, cols + [("個人番号", lambda p: str(next(counter)))], share.people(12, 50))
    share.add(d, UNCLEAR)


@family("my-number-or-corporate-number")
def either(share):
    h = "個人番号又は法人番号"
    d = share.document("経理/支払調書/報酬支払先.csv")
    d.record(["支払先", h, "支払金額", "源泉徴収税額"])
    for _ in range(share.rng.randint(8, 30)):
        if share.chance(0.5):
            p = share.person()
            d.record([p.name("　", "支払先"), p.my_number("", h), "120000", "12252"])
        else:
            d.record([share.pick(*lists.words("companies")), Value("corporate-number", numbers.corporate_number(share.rng), h),
                      "350000", "0"])
    share.add(d, "partner")
