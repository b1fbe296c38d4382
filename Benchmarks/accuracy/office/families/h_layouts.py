"""Layouts and encodings that lose the table."""

from ..document import END, Cell, Raw, Value
from ..share import NOBODY, UNCLEAR, family
from ..tables import columns, table
from .. import lists, numbers


@family("odd-delimiters-and-sep-line")
def delimiters(share):
    delimiter = share.pick(";", "|", "\t", ",")
    d = share.document("人事/出力/一覧.csv")
    if share.chance(0.5):
        d.line(f"sep={delimiter}")
        d.row += 1
    table(d, columns(share, "emp", "name", "birth", "phone", "my-number"), share.people(6, 40), delimiter=delimiter, quote=share.chance(0.3))
    share.add(d, "employee")


@family("utf-16-without-mark")
def utf16(share):
    d = share.document("人事/社会保険/unicode出力.txt", share.pick("utf-16-le", "utf-16-be"), "\r\n", False)
    table(d, columns(share, "emp", "name", "my-number", "address"), share.people(6, 40), delimiter="\t")
    share.add(d, "employee")


@family("old-encodings")
def old(share):
    d = share.document("人事/旧ホスト/社員.csv", share.pick("euc_jp", "iso2022_jp"), share.pick("\n", "\r\n"))
    table(d, columns(share, "emp", "name", "birth", "address", "phone"), share.people(4, 40))
    share.add(d, "employee")


@family("carriage-returns-alone")
def mac(share):
    d = share.document("営業/顧客/macから.csv", share.pick("cp932", "utf-8"), "\r")
    table(d, columns(share, "member", "name", "zip", "address", "phone"), share.people(5, 40))
    share.add(d, "customer")


@family("three-line-cp932")
def tiny(share):
    d = share.document("営業/顧客/3件.csv", "cp932", "\r\n")
    table(d, columns(share, "member", "name", "phone"), share.people(2, 3))
    share.add(d, "customer")


@family("appended-in-another-encoding")
def mixed(share):
    d = share.document("営業/顧客/追記あり.csv", "utf-8", "\n")
    cols = columns(share, "member", "name", "phone")
    table(d, cols, share.people(15, 30))
    for p in share.people(3, 8):
        # The appended rows are CP932; the document counts their bytes as stored.
        text = p.name("　", cols[1][0])
        stored = text.text.replace("𠮷", "吉").replace("\U000e0100", "").replace("󠄀", "").encode("cp932", "replace")
        d.row += 1
        d.write(Value("employee-number", numbers.digits(share.rng, 8), optional=True), ",", Cell(d.row, 2),
                Value("person-name", "", cols[1][0], p.given), Raw(stored), END, ",", Cell(d.row, 3), p.phone("-", cols[2][0]), END, "\n")
    share.add(d, "customer")


@family("quoted-line-breaks-in-headings")
def breaks(share):
    d = share.document("人事/社会保険/改行見出し.csv", "cp932", "\r\n")
    number, name, birth = share.pick("個人\n番号", "マイナン\nバー", "マイナンバー\n(12桁)"), share.pick("氏\n名", "従業員\n氏名"), "生年\n月日"
    d.record(["社員\n番号", name, birth, number])
    for p in share.people(6, 30):
        d.record([Value("employee-number", numbers.digits(share.rng, 5), "社員番号"), p.name(" ", name.replace("\n", "")), p.birth("/", birth.replace("\n", "")),
                  p.my_number("", number.replace("\n", ""))])
    share.add(d, "employee")


@family("heading-in-two-languages")
def bilingual(share):
    d = share.document("人事/共通/master.csv", "utf-8", "\n", True)
    d.record(["社員番号", "氏名", "生年月日", "個人番号", "メールアドレス"])
    d.record(["emp_no", "full_name", "birth_date", "my_number", "mail"])
    for p in share.people(6, 40):
        d.record([Value("employee-number", numbers.digits(share.rng, 6), "社員番号"), p.name(" ", "氏名"), p.birth("-", "生年月日"), p.my_number("", "個人番号"), p.email("メールアドレス")])
    share.add(d, "employee")


@family("blank-columns-and-comment-lines")
def blanks(share):
    d = share.document("人事/年末調整/余白付き.csv")
    for text in ("# 給与システム出力", "# 2026-10-05 10:00"):
        d.record([text])
    cols = columns(share, "emp", "name", "my-number")
    d.record(["", "", *[h for h, _ in cols], "", ""])
    for p in share.people(6, 40):
        d.record(["", "", *[make(p) for _, make in cols], "", ""])
        if share.chance(0.1):
            d.record([""] * (len(cols) + 4))
    share.add(d, "employee")


@family("ragged-rows-and-open-quote")
def ragged(share):
    d = share.document("営業/顧客/壊れた出力.csv", "cp932", "\r\n")
    member, name, address, phone = columns(share, "member", "name", "address", "phone")
    d.record([h for h, _ in (member, name, address, phone)])
    people = share.people(10, 40)
    for p in people:
        row = [member[1](p), name[1](p), address[1](p), phone[1](p)]
        d.record(row if share.chance(0.8) else row[:3] if share.chance(0.5) else row + ["", "要確認"])
    d.write('"この行は閉じない')
    share.add(d, "customer")


@family("name-and-value-rows")
def vertical(share):
    """A record a block: item name in the first column, value in the second."""
    d = share.document("人事/入社書類/縦持ち.csv")
    for p in share.people(4, 20):
        for h, value in (("社員番号", Value("employee-number", numbers.digits(share.rng, 6), "社員番号")), ("氏名", p.name("　", "氏名")),
                         ("生年月日", p.birth("/", "生年月日")), ("個人番号", p.my_number("", "個人番号")), ("住所", p.address(None, "住所")), ("電話番号", p.phone("-", "電話番号"))):
            d.record([h, value])
        d.record(["", ""])
    share.add(d, "employee")


@family("kind-of-document-in-the-next-cell")
def kinds(share):
    d = share.document("総務/本人確認/確認書類.csv")
    name, = columns(share, "name")
    d.record(["受付日", name[0], "確認書類", "書類番号"])
    makers = {"運転免許証": ("drivers-licence", numbers.drivers_licence), "パスポート": ("passport", numbers.passport),
              "個人番号カード": ("my-number", numbers.my_number), "在留カード": ("residence-card", numbers.residence_card)}
    for p in share.people(10, 50):
        word = share.pick(*makers)
        kind, make = makers[word]
        d.record(["2026/10/5", name[1](p), word, Value(kind, make(share.rng), "書類番号")])
    share.add(d, UNCLEAR)


@family("employees-with-free-remarks-none", distractor=True)
def none(share):
    d = share.document("システム/設定値.csv")
    d.record(["項目", "必須", "桁数", "備考"])
    for word in ("氏名", "個人番号", "生年月日", "住所", "電話番号", "メールアドレス", "既往歴", "口座番号"):
        d.record([word, share.pick("○", "×"), str(share.rng.randint(7, 40)), share.pick("なし", "全角", "半角数字")])
    share.add(d, NOBODY)


@family("settlement-file-of-companies", distractor=True)
def settlement(share):
    d = share.document("経理/振込/法人支払.csv")
    d.record(["支払先", "銀行", "支店", "口座番号", "法人番号", "金額"])
    for _ in range(share.rng.randint(8, 40)):
        bank = share.pick(*lists.rows("banks"))
        d.record([share.pick("株式会社あさぎり製作所", "合同会社みなとデザイン", "医療法人社団清風会", "株式会社ＮＫロジ"), bank[1] + "銀行", bank[4] + "支店",
                  Value("bank-account", numbers.digits(share.rng, 7), optional=True), Value("corporate-number", numbers.corporate_number(share.rng), "法人番号"),
                  f"{share.rng.randint(1, 90) * 10000}"])
    share.add(d, NOBODY)
