"""The generator's own words. Neither the program nor its packs read them."""

import functools
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "lists"


@functools.cache
def rows(name):
    """The tab-separated rows of one list, `#` lines left out."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def words(name):
    return [row[0] for row in rows(name)]


@functools.cache
def headings():
    """Heading words by type."""
    table = {}
    for kind, word in rows("headings"):
        table.setdefault(kind, []).append(word)
    return table


HIRA = "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔ"


def katakana(text):
    return "".join(chr(ord(c) + 0x60) if c in HIRA else c for c in text)


_HALF = {}
for full, half in zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー　・",
        "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ ･"):
    _HALF[full] = half
for voiced, plain in zip("ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ", "カキクケコサシスセソタチツテトハヒフヘホウ"):
    _HALF[voiced] = _HALF[plain] + "ﾞ"
for voiced, plain in zip("パピプペポ", "ハヒフヘホ"):
    _HALF[voiced] = _HALF[plain] + "ﾟ"


def halfwidth(text):
    """Katakana as the banks store it."""
    return "".join(_HALF.get(c, c) for c in katakana(text))


def zengin(text):
    """Half-width kana in the set of bank files: no small letters."""
    small = str.maketrans("ｧｨｩｪｫｬｭｮｯ", "ｱｲｳｴｵﾔﾕﾖﾂ")
    return halfwidth(text).translate(small)


_ROMAJI = {
    "きゃ": "kya", "きゅ": "kyu", "きょ": "kyo", "しゃ": "sha", "しゅ": "shu", "しょ": "sho", "ちゃ": "cha",
    "ちゅ": "chu", "ちょ": "cho", "にゃ": "nya", "ひゃ": "hya", "ひょ": "hyo", "りゃ": "rya", "りゅ": "ryu",
    "りょ": "ryo", "ぎょ": "gyo", "じゃ": "ja", "じゅ": "ju", "じょ": "jo", "びゃ": "bya", "ぴょ": "pyo"}
for kana, latin in zip(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゐゑ",
        ("a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo "
         "ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po i e").split()):
    _ROMAJI[kana] = latin


def romaji(text):
    out, i, double = "", 0, False
    while i < len(text):
        if text[i] == "っ":
            double, i = True, i + 1
            continue
        part = _ROMAJI.get(text[i:i + 2])
        step = 2 if part else 1
        part = part or _ROMAJI.get(text[i], "")
        out += (part[:1] if double else "") + part
        double, i = False, i + step
    return out


FULL = str.maketrans("0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ", "０１２３４５６７８９－ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")


def fullwidth(text):
    return text.translate(FULL)
