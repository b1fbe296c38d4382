"""Made-up persons, with every attribute that an office writes down."""

import datetime

from . import lists, numbers
from .document import Value

ERAS = [("令和", "R", "㋿", "9", datetime.date(2019, 5, 1)), ("平成", "H", "㍻", "7", datetime.date(1989, 1, 8)),
        ("昭和", "S", "㍼", "5", datetime.date(1926, 12, 25)), ("大正", "T", "㍽", "3", datetime.date(1912, 7, 30))]
DASHES = ["-", "-", "-", "－", "‐", "–", "−", "ー", "ｰ", "―", ".", " ", "　"]
BUILDINGS = ["コーポ藤", "メゾン青葉", "第二ハイツ", "グランドール", "サンライズ南", "県営住宅", "レジデンス"]
# Made up; addresses at example.com and the like would rightly be taken for documentation.
DOMAINS = ["kx-asagiri.co.jp", "tanuki-post9.ne.jp", "mail.hokuto-zz.jp", "midori7mail.com", "qx-net.or.jp"]


class Person:
    def __init__(self, rng):
        self.rng = rng
        self.family, family_kana = rng.choice(lists.rows("surnames"))
        self.given, given_kana, self.sex = rng.choice(lists.rows("given_names"))
        self.kana = (lists.katakana(family_kana), lists.katakana(given_kana))
        self.hira = (family_kana, given_kana)
        self.latin = (lists.romaji(family_kana), lists.romaji(given_kana))
        start = datetime.date(1938, 1, 1)
        self.born = start + datetime.timedelta(days=rng.randint(0, 24500))
        self.hired = datetime.date(rng.randint(max(1975, self.born.year + 18), 2026), rng.choice([4, 4, 4, 10, 7]), 1)
        self.zip, self.prefecture, self.city, self.town = rng.choice(lists.rows("towns"))
        self.number = numbers.my_number(rng)
        self.block = (rng.randint(1, 9), rng.randint(1, 40), rng.randint(1, 30))

    # ---- names ----
    def name(self, style=" ", heading=None, **kw):
        text = {"kana": "　".join(self.kana), "half": " ".join(map(lists.halfwidth, self.kana)),
                "hira": "　".join(self.hira), "roman": f"{self.latin[0].upper()} {self.latin[1].capitalize()}",
                "western": f"{self.latin[1].capitalize()} {self.latin[0].capitalize()}",
                "kanatight": "".join(self.kana)}.get(style)
        text = text or self.family + style + self.given
        return Value("person-name", text, heading, self.given, **kw)

    def surname(self, heading=None, **kw):
        return Value("person-name", self.family, heading, self.given, **kw)

    # ---- numbers ----
    def my_number(self, style="", heading=None):
        return Value("my-number", group(self.number, style, (4, 4, 4)), heading)

    def phone(self, style="-", heading=None, mobile=None):
        rng = self.rng
        if mobile if mobile is not None else rng.random() < 0.6:
            parts = (rng.choice(["090", "080", "070", "090", "060"]), rng.choice("123456789") + numbers.digits(rng, 3),
                     numbers.digits(rng, 4))
        else:
            parts = landline(rng)
        if style == "paren" and len(parts[0]) < 5:
            text = f"{parts[0]}({parts[1]}){parts[2]}"
        elif style == "+81":
            text = f"+81-{parts[0][1:]}-{parts[1]}-{parts[2]}"
        elif style == "full":
            text = lists.fullwidth("-".join(parts))
        else:
            text = style.join(parts) if style != "paren" else "-".join(parts)
        return Value("phone", text, heading)

    def email(self, heading=None):
        rng = self.rng
        local = rng.choice([f"{self.latin[1]}.{self.latin[0]}", f"{self.latin[0][:1]}{self.latin[1]}{rng.randint(1, 99)}",
                            f"{self.latin[0]}_{self.latin[1]}", f"{self.latin[0]}-{rng.randint(10, 999)}"])
        return Value("email", f"{local}@{rng.choice(DOMAINS)}", heading)

    # ---- dates ----
    def birth(self, style="/", heading=None):
        return Value("birth-date", date_text(self.born, style), heading)

    # ---- places ----
    def postal(self, style="-", heading=None):
        return Value("postal-code", style.join((self.zip[:3], self.zip[3:])), heading)

    def street(self, style=None):
        a, b, c = self.block
        style = style or self.rng.choice(["-", "-", "丁目", "full", "番地", "ー"])
        return {"-": f"{a}-{b}-{c}", "丁目": f"{a}丁目{b}番{c}号", "full": lists.fullwidth(f"{a}-{b}-{c}"),
                "番地": f"{b * 17}番地{c}", "ー": f"{a}ー{b}ー{c}", "の": f"{b * 13}番地の{c}",
                "甲": f"甲{b * 11}", "大字": f"{b * 31}"}[style]

    def building(self):
        return f"{self.rng.choice(BUILDINGS)}{self.rng.randint(1, 9)}0{self.rng.randint(1, 9)}" + self.rng.choice(["", "号室"])

    def address(self, style=None, heading=None, prefecture=True, building=None):
        prefix = self.prefecture if prefecture else ""
        text = f"{prefix}{self.city}{self.town}{self.street(style)}"
        if building if building is not None else self.rng.random() < 0.35:
            text += self.rng.choice(["　", " ", ""]) + self.building()
        return Value("address", text, heading)

    def bank(self):
        bank = self.rng.choice(lists.rows("banks"))
        return bank, numbers.digits(self.rng, 7)


def landline(rng):
    area, length, firsts = rng.choice(lists.rows("areas"))
    exchange = rng.choice(firsts) + numbers.digits(rng, 9 - len(area))
    local = exchange[:10 - len(area) - 4]
    return area, local, numbers.digits(rng, 4)


def group(text, style, sizes):
    """Digits as an office writes them. Style: a separator, `full`, or `mixed`."""
    if style == "full":
        return lists.fullwidth(text)
    if style == "mixed":
        return lists.fullwidth(text[:5]) + text[5:]
    out, start = [], 0
    for size in sizes:
        out.append(text[start:start + size])
        start += size
    if style == "fulldash":
        return lists.fullwidth("-".join(out))
    return style.join(out)


def date_text(date, style):
    y, m, d = date.year, date.month, date.day
    era, letter, square, code, start = next(e for e in ERAS if date >= e[4])
    n = y - start.year + 1
    first = "元" if n == 1 else str(n)
    return {"/": f"{y}/{m}/{d}", "/0": f"{y}/{m:02d}/{d:02d}", "-": f"{y}-{m:02d}-{d:02d}", "年": f"{y}年{m}月{d}日",
            "": f"{y}{m:02d}{d:02d}", "era": f"{era}{first}年{m}月{d}日", "S.": f"{letter}{n}.{m}.{d}",
            "S/": f"{letter}{n:02d}/{m:02d}/{d:02d}", "square": f"{square}{n}年{m}月{d}日", ".": f"{y}.{m}.{d}",
            "fullS": lists.fullwidth(f"{letter}{n}") + "．" + lists.fullwidth(str(m)) + "．" + lists.fullwidth(str(d)),
            "code": f"{code}{n:02d}{m:02d}{d:02d}",
            "serial": str((date - datetime.date(1899, 12, 30)).days)}[style]
