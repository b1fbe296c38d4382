"""Plants made-up values of every type, and searches whatever a scan wrote for any trace of them.

    leak.py plant FOLDER VALUES     writes files with the values, and the list of values beside them
    leak.py check VALUES PATH...    status 1 and one line a trace when a value, a part or a form of one is found
    leak.py control VALUES          status 1 unless the search finds every form when it is there on purpose

All values are synthetic. A trace is named by the type of the value and the form, never by the value.
"""

import base64
import hashlib
import json
import pathlib
import sys
import urllib.parse

# Numbers carry right check digits where their type has one; none belongs to anybody.
VALUES = {
    "my-number": ["123456789018", "987654321093", "4421 8390 5620", "2718-2818-2840"],
    "residence-record-code": ["32871094528"],
    "drivers-licence": ["305148546680"],
    "passport": ["TK4820917"],
    "residence-card": ["AB73920184CD"],
    "basic-pension-number": ["4821-937402"],
    "employment-insurance-number": ["1308-482915-7"],
    "care-insurance-number": ["0048291736"],
    "insurer-number": ["06139463"],
    "credit-card": ["4539578763621486", "3530-1113-3330-0000"],
    "bank-account": ["普通 4829173"],
    "yucho-account": ["14470-5820361"],
    "person-name": ["渡邉喜代志", "長谷川美津江", "髙橋由紀惠"],
    "birth-date": ["1967年11月23日", "昭和42年11月23日"],
    "address": ["東京都千代田区霞が関2丁目14番37号", "大阪府堺市北区長曽根町4829-17"],
    "postal-code": ["591-8025"],
    "phone": ["090-4829-1736", "072-948-2917"],
    "email": ["kiyoshi.watanabe@kakuu-mihon-mail.jp"],
    "employee-number": ["EMP4829173"],
    "vehicle-number": ["品川 358 さ 48-29"],
    "ip-address": ["203.0.113.148"],
    "invoice-registration-number": ["T7482917364821"],
    "corporate-number": ["7000012050002"],
}

HEADINGS = {
    "my-number": "個人番号", "residence-record-code": "住民票コード", "drivers-licence": "運転免許証番号",
    "passport": "旅券番号", "residence-card": "在留カード番号", "basic-pension-number": "基礎年金番号",
    "employment-insurance-number": "雇用保険被保険者番号", "care-insurance-number": "介護保険被保険者番号",
    "insurer-number": "保険者番号", "credit-card": "クレジットカード番号", "bank-account": "口座番号",
    "yucho-account": "ゆうちょ記号番号", "person-name": "氏名", "birth-date": "生年月日", "address": "住所",
    "postal-code": "郵便番号", "phone": "電話番号", "email": "メールアドレス", "employee-number": "社員番号",
    "vehicle-number": "車両番号", "ip-address": "IPアドレス", "invoice-registration-number": "登録番号",
    "corporate-number": "法人番号",
}


def rows():
    types = list(VALUES)
    for index in range(max(len(values) for values in VALUES.values())):
        yield [VALUES[kind][index % len(VALUES[kind])] for kind in types]


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def plant(folder):
    root = pathlib.Path(folder)
    headings = [HEADINGS[kind] for kind in VALUES]
    table = [headings] + list(rows())
    csv = "\r\n".join(",".join(row) for row in table) + "\r\n"
    bare = "\r\n".join(",".join(row) for row in table[1:]) + "\r\n"

    def write(name, data):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    for encoding in ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be"]:
        # 邉, 髙 and 惠 are not in every set; a value that cannot be written there is not planted there.
        write(f"表/{encoding}.csv", csv.encode(encoding, "replace"))
        write(f"見出しなし/{encoding}.csv", bare.encode(encoding, "replace"))
        lines = "".join(f"{h}：{v}\n" for row in table[1:] for h, v in zip(headings, row))
        write(f"文書/{encoding}.txt", lines.encode(encoding, "replace"))
    write("表/全角.csv", wide(csv.replace(",", "\t").replace("\r\n", "\n")).encode("utf-8"))
    write("表/一列.tsv", "\n".join("\t".join(row) for row in table).encode("utf-8"))
    write("一行.csv", ",".join(table[1]).encode("utf-8"))

    def element(name, text):
        return f"<{name}>{text}</{name}>"

    tags = [kind.replace("-", "") for kind in VALUES]
    people = "".join(
        f"<person id='{row[0]}'>" + "".join(map(element, tags, row)) + "</person>" for row in table[1:]
    )
    write("a.xml", f"<?xml version='1.0' encoding='UTF-8'?><people>{people}</people>".encode())
    write("名前が値.xml", f"<people>{element('n123456789018', '1')}{element('渡邉喜代志', '1')}</people>".encode())
    write("壊れた.xml", f"<people>{people}<unclosed>".encode())
    objects = [dict(zip(headings, row)) for row in table[1:]]
    write("a.json", json.dumps(objects).encode())
    write("鍵が値.json", json.dumps({row[list(VALUES).index("email")]: {row[0]: row[12]} for row in table[1:]}, ensure_ascii=False).encode())
    write("a.ndjson", "\n".join(json.dumps(o, ensure_ascii=False) for o in objects).encode())
    body = base64.encodebytes(lines.encode("utf-8")).decode()
    write("mail.eml", f"From: x\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}".encode())
    write("prose.txt", "".join(f"お客様の{h}は{v}です。ご確認ください。\n" for row in table[1:] for h, v in zip(headings, row)).encode())
    write("長い行.txt", (" ".join(v for row in table[1:] for v in row) * 40).encode())
    # Names of files that are values.
    write("個人番号123456789018.txt", b"x\n")
    write("kiyoshi.watanabe@kakuu-mihon-mail.jp/090-4829-1736.csv", csv.encode())
    cp932 = "個人番号".encode("cp932") + wide("123456789018").encode("cp932") + b".csv"
    (pathlib.Path(str(root)).joinpath(cp932.decode("utf-8", "surrogateescape"))).write_bytes(csv.encode())


def bare_digits(value):
    digits = "".join(c for c in value if c in "0123456789")
    return digits if len(digits) >= 7 else None


def forms(value):
    """Every form that counts as a trace, as (name, bytes)."""
    texts = {"clear": value}
    digits = bare_digits(value)
    if digits and digits != value:
        texts["digits"] = digits
    for name, text in texts.items():
        data = text.encode("utf-8")
        yield name, data
        yield name + " full width", wide(text).encode("utf-8")
        yield name + " reversed", text[::-1].encode("utf-8")
        for encoding in ["utf-16-le", "utf-16-be", "cp932", "euc_jp"]:
            try:
                yield f"{name} {encoding}", text.encode(encoding)
            except UnicodeEncodeError:
                pass
        yield name + " escaped", text.encode("ascii", "backslashreplace").lower()
        yield name + " percent", urllib.parse.quote(text).encode()
        yield name + " hex", data.hex().encode()
        yield name + " HEX", data.hex().upper().encode()
        for shift in range(3):
            # The characters that depend on this text alone, whatever stands around it.
            code = base64.b64encode(b"\0" * shift + data)
            start = 0 if shift == 0 else shift + 1
            end = len(code) - (4 if code.endswith(b"=") else 0)
            yield f"{name} base64+{shift}", code[start:end]
            yield f"{name} base64url+{shift}", code[start:end].replace(b"+", b"-").replace(b"/", b"_")
        for algorithm in ["md5", "sha1", "sha256"]:
            digest = hashlib.new(algorithm, data)
            yield f"{name} {algorithm}", digest.hexdigest().encode()
            yield f"{name} {algorithm} base64", base64.b64encode(digest.digest()).rstrip(b"=")
    if digits and len(digits) >= 10:
        for start in range(len(digits) - 7):
            yield f"part at {start}", digits[start : start + 8].encode()


def needles(values):
    for kind, list_of in values.items():
        for number, value in enumerate(list_of):
            for form, data in forms(value):
                if len(data) >= 7:
                    yield kind, number, form, data


def traces(data, values):
    lower = data.lower()
    for kind, number, form, needle in needles(values):
        where = lower if form.endswith("escaped") else data
        if needle in where:
            yield f"{kind} {number}: {form}"


def files(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                yield inner
        else:
            yield path


def main():
    command, *rest = sys.argv[1:]
    if command == "plant":
        plant(rest[0])
        pathlib.Path(rest[1]).write_text(json.dumps(VALUES), "utf-8")
        return 0
    values = json.loads(pathlib.Path(rest[0]).read_text("utf-8"))
    if command == "control":
        missed = [n[:3] for n in needles(values) if not list(traces(b"x " + n[3] + b" y", values))]
        print(f"{len(missed)} forms missed of {len(list(needles(values)))}")
        return 1 if missed else 0
    found = False
    for path in files(rest[1:]):
        data = str(path).encode("utf-8", "surrogateescape")
        if path.is_file():
            data += b"\n" + path.read_bytes()
        for trace in traces(data, values):
            print(f"{path.name.encode('ascii', 'replace').decode()[:3]}…: {trace}")
            found = True
    return 1 if found else 0


sys.exit(main())
