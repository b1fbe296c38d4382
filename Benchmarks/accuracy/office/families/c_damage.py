"""Values that a spreadsheet or a typist has hurt."""

from ..document import Value
from ..share import UNCLEAR, family
from ..tables import column, columns



def _numbers(share, path, change, heading=None, damaged=None, low=20, high=80):
    h = heading or share.heading("my-number")
    d = share.document(path)
    emp, name = columns(share, "emp", "name")
    d.record([emp[0], name[0], h])
    for p in share.people(low, high):
        text = change(p.number)
        d.record([emp[1](p), name[1](p), Value("my-number", text, h, damaged=damaged if text != p.number else None)])
    share.add(d, "employee")


@family("leading-zeros-dropped")
def zeros(share):
    _numbers(share, "人事/年末調整/保存し直し.csv", lambda n: n.lstrip("0"), damaged="leading-zero-dropped")


@family("pandas-floats")
def floats(share):
    _numbers(share, "人事/年末調整/df_out.csv", lambda n: n.lstrip("0") + ".0", damaged="leading-zero-dropped")


@family("excel-text-guards")
def guards(share):
    h = share.heading("my-number")
    d = share.document("人事/年末調整/excel出力.csv")
    name, phone = columns(share, "name", "phone")
    d.record([name[0], h, phone[0]])
    formula = share.chance(0.5)
    for p in share.people(6, 40):
        if formula:
            d.write(_guarded(d, [name[1](p), ['="', p.my_number("", h), '"'], ['="', phone[1](p), '"']]))
        else:
            d.record([name[1](p), ["'", p.my_number("", h)], ["'", phone[1](p)]])
    share.add(d, "employee")


def _guarded(document, cells):
    """A row whose guards stay unquoted, as many exports write them."""
    from ..document import Cell, END
    document.row += 1
    out = []
    for i, cell in enumerate(cells):
        out += ([","] if i else []) + [Cell(document.row, i + 1), cell, END]
    return out + ["\n"]


@family("every-dash-and-blank")
def dashes(share):
    styles = ["-", "－", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "ｰ", ".", " ", "　", "\u00a0", "full", "mixed", "fulldash", ""]
    h = share.heading("my-number")
    d = share.document("人事/社会保険/手入力.csv", "utf-8", share.pick("\n", "\r\n"), share.chance(0.5))
    name = column(share, "name")
    d.record([name[0], h])
    for p in share.people(15, 60):
        d.record([name[1](p), [share.pick("", " ", ""), p.my_number(share.pick(*styles), h), share.pick("", " ", "\t")]])
    share.add(d, "employee")


@family("scientific-notation")
def scientific(share):
    d = share.document("人事/年末調整/壊れた一覧.csv")
    emp, name = columns(share, "emp", "name")
    h = share.heading("my-number")
    d.record([emp[0], name[0], h])
    for p in share.people(8, 40):
        text = f"{int(p.number):.5E}"
        d.record([emp[1](p), name[1](p), Value("my-number", text, h, damaged="scientific-notation", optional=True)])
    d.optional_verdicts |= {"my-number-outside-purpose"}
    share.add(d, "employee")


@family("typos-in-my-numbers")
def typos(share):
    h = share.pick("個人番号", "マイナンバー", "my_number")
    d = share.document("人事/年末調整/手書き転記.csv")
    name = column(share, "name")
    d.record([name[0], h])
    for p in share.people(15, 60):
        if share.chance(0.15):
            i = share.rng.randrange(12)
            wrong = p.number[:i] + str((int(p.number[i]) + share.rng.randint(1, 9)) % 10) + p.number[i + 1:]
            d.record([name[1](p), Value("my-number", wrong, h, damaged="typo", optional=True)])
        else:
            d.record([name[1](p), p.my_number("", h)])
    share.add(d, "employee")


@family("phones-and-postcodes-without-zero")
def phones(share):
    hp, hz = share.pick("電話番号", "携帯電話", "TEL"), share.pick("郵便番号", "〒")
    d = share.document("営業/顧客/再保存.csv")
    member, name, address = columns(share, "member", "name", "address")
    d.record([member[0], name[0], hz, address[0], hp])
    for p in share.people(15, 60):
        d.record([member[1](p), name[1](p), Value("postal-code", p.zip.lstrip("0"), hz, damaged="leading-zero-dropped"
                                                 if p.zip[0] == "0" else None), address[1](p),
                  Value("phone", p.phone("").text[1:], hp, damaged="leading-zero-dropped")])
    share.add(d, "customer")


@family("half-another-kind-of-number")
def half(share):
    d = share.document("共有/作業中/番号混在.csv")
    h = share.heading("nonsense")
    d.record(["行", h])
    from ..numbers import tracking
    for i in range(share.rng.randint(40, 120)):
        p = share.person()
        d.record([str(i + 1), p.my_number("", h) if share.chance(0.5) else tracking(share.rng)])
    share.add(d, UNCLEAR)


@family("serial-birth-dates")
def serial(share):
    h = share.pick("生年月日", "誕生日")
    d = share.document("人事/書式崩れ.csv")
    emp, name, hired = columns(share, "emp", "name", "hired")
    d.record([emp[0], name[0], h, hired[0]])
    style = share.pick("serial", "code", "serial")
    for p in share.people(10, 40):
        d.record([emp[1](p), name[1](p), p.birth(style, h), hired[1](p)])
    share.add(d, "employee")
