"""Values under keys: XML, JSON, SQL, HTML, Markdown, YAML, INI, LDIF, vCard, print lists."""

import base64
import json

from ..document import Cell, END, Value
from ..share import UNCLEAR, family
from ..tables import columns
from .. import numbers


def element(document, tag, content, indent="", path=None):
    document.write(indent, f"<{tag}>", Cell(path=path), content, END, f"</{tag}>\n")


@family("xml-elements")
def xml_elements(share):
    declared, actual = share.pick(("UTF-8", "utf-8"), ("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp"), ("UTF-8", "cp932"), ("Windows-31J", "cp932"))
    d = share.document(share.pick("人事/給与連携/export.xml", "人事/年末調整/給報.xml"), actual, share.pick("\n", "\r\n"))
    tags = share.pick({"r": "employee", "n": "name", "m": "myNumber", "b": "birthDate", "a": "address", "t": "tel"},
                      {"r": "従業員", "n": "氏名", "m": "個人番号", "b": "生年月日", "a": "住所", "t": "電話番号"},
                      {"r": "ROW", "n": "SHIMEI", "m": "KOJIN_NO", "b": "SEINENGAPPI", "a": "JUSHO", "t": "TEL_NO"})
    ns = 'xmlns:p="http://example.jp/pay" ' if share.chance(0.3) else ""
    p_ = "p:" if ns else ""
    d.line(f'<?xml version="1.0" encoding="{declared}"?>').line(f"<{p_}list {ns}>".replace(" >", ">"))
    for p in share.people(4, 30):
        d.line(f"  <{p_}{tags['r']} no=\"{share.rng.randint(1, 999)}\">")
        cdata = share.chance(0.2)
        for key, value in (("n", p.name("　", tags["n"])), ("m", p.my_number("", tags["m"])), ("b", p.birth("-", tags["b"])),
                           ("a", p.address(None, tags["a"])), ("t", p.phone("-", tags["t"]))):
            element(d, p_ + tags[key], ["<![CDATA[", value, "]]>"] if cdata and key == "a" else value, "    ")
        d.line(f"  </{p_}{tags['r']}>")
    d.line(f"</{p_}list>")
    share.add(d, "employee")


@family("xml-attributes")
def xml_attributes(share):
    d = share.document("営業/会員/members.xml", "utf-8")
    d.line('<?xml version="1.0"?>').line("<members>")
    for i, p in enumerate(share.people(5, 40)):
        d.write("  <member ", f'memberNo="{numbers.digits(share.rng, 8)}"')
        for key, value in (("name", p.name(" ", "name")), ("zip", p.postal("-", "zip")), ("address", p.address(None, "address")),
                           ("tel", p.phone("-", "tel")), ("mail", p.email("mail"))):
            d.write(" ", Cell(), f'{key}="', value, '"', END)
        d.line("/>")
    d.line("</members>")
    share.add(d, "customer")


@family("json-documents")
def json_documents(share):
    lines = share.chance(0.5)
    escape = share.chance(0.3)
    d = share.document(share.pick("営業/会員/api応答.json", "共有/dump.json"), "utf-8")
    if not lines:
        d.line('{"members": [')
    people = share.people(4, 40)

    def text(value):
        return value.replaced(json.dumps(value.text)[1:-1]) if escape else value
    for i, p in enumerate(people):
        d.write("{" if lines else "  {", f'"memberNo": "{numbers.digits(share.rng, 8)}"')
        for key, value in (("fullName", p.name(" ", "fullName")), ("birthday", p.birth("-", "birthday")), ("postalCode", p.postal("", "postalCode")),
                           ("address", p.address(None, "address")), ("mobilePhone", p.phone("", "mobilePhone", True)), ("email", p.email("email"))):
            d.write(f', "{key}": ', Cell(), '"', text(value), '"', END)
        d.line("}" if lines or i == len(people) - 1 else "},")
    if not lines:
        d.line("]}")
    share.add(d, "customer")


@family("json-keyed-by-values")
def keyed(share):
    d = share.document("システム/cache.json", "utf-8")
    d.line("{")
    people = share.people(6, 30)
    for i, p in enumerate(people):
        d.write('  ', Cell(), '"', p.email(), '"', END, ': {"name": ', Cell(), '"', p.name(" ", "name"), '"', END,
                f', "points": {share.rng.randint(0, 900)}}}', "," if i < len(people) - 1 else "", "\n")
    d.line("}")
    share.add(d, UNCLEAR)


@family("sql-dump")
def sql(share):
    d = share.document("システム/バックアップ/dump.sql", "utf-8")
    d.line("-- MySQL dump 10.13").line("CREATE TABLE `t_shain` (`id` int, `shimei` varchar(40), `my_number` char(12), `tel_no` varchar(13), `upd` datetime);")
    many = share.chance(0.5)
    if many:
        d.write("INSERT INTO `t_shain` (`id`,`shimei`,`my_number`,`tel_no`,`upd`) VALUES\n")
    people = share.people(6, 60)
    for i, p in enumerate(people):
        if not many:
            d.write("INSERT INTO `t_shain` (`id`,`shimei`,`my_number`,`tel_no`,`upd`) VALUES ")
        d.write(f"({i + 1},", Cell(), "'", p.name("　", "shimei"), "'", END, ",", Cell(), "'", p.my_number("", "my_number"), "'", END, ",",
                Cell(), "'", p.phone("-", "tel_no"), "'", END, ",'2026-04-01 09:00:00')")
        d.line(";" if not many or i == len(people) - 1 else ",")
    share.add(d, "employee")


@family("html-table")
def html(share):
    d = share.document(share.pick("営業/顧客一覧.xls", "人事/名簿.html"), share.pick("cp932", "utf-8"), "\r\n")
    cols = columns(share, *(["member"] if "営業" in d.path else ["emp"]), "name", "birth", "address", "phone")
    d.line("<html><head><meta charset=\"" + ("Shift_JIS" if d.encoding == "cp932" else "UTF-8") + "\"></head><body><table border=1>")
    d.write("<tr>", *[f"<th>{h}</th>" for h, _ in cols], "</tr>\n")
    for p in share.people(5, 30):
        d.write("<tr>")
        for _, make in cols:
            d.write("<td>", Cell(), make(p), END, "</td>")
        d.line("</tr>")
    d.line("</table></body></html>")
    share.add(d, "customer" if "営業" in d.path else "employee")


@family("markdown-table")
def markdown(share):
    d = share.document("共有/議事/連絡先.md", "utf-8")
    cols = columns(share, "emp", "name", "phone", "email")
    d.line("# プロジェクト体制").line("").line("| " + " | ".join(h for h, _ in cols) + " |").line("|" + "---|" * len(cols))
    for p in share.people(4, 20):
        d.write("|")
        for _, make in cols:
            d.write(" ", Cell(), make(p), END, " |")
        d.line("")
    share.add(d, "employee")


@family("yaml-and-ini")
def settings(share):
    if share.chance(0.5):
        d = share.document("システム/notify.yaml", "utf-8")
        d.line("contacts:")
        for p in share.people(4, 15):
            d.line("  - name: ", p.name(" ", "name")).line("    email: ", p.email("email")).line("    phone: \"", p.phone("-", "phone"), '"')
            d.line(f"    retry: {share.rng.randint(1, 9)}")
    else:
        d = share.document("システム/alert.ini", "cp932", "\r\n")
        for i, p in enumerate(share.people(4, 15)):
            d.line(f"[担当{i + 1}]").line("氏名=", p.name("　", "氏名")).line("メール=", p.email("メール")).line("携帯=", p.phone("-", "携帯", True)).line(f"ID={numbers.digits(share.rng, 12)}").line("")
    share.add(d, UNCLEAR)


@family("ldif-directory")
def ldif(share):
    d = share.document("システム/directory.ldif", "utf-8")
    for p in share.people(4, 25):
        d.line(f"dn: uid={p.latin[0]}{share.rng.randint(1, 99)},ou=people,dc=example,dc=jp").line("objectClass: inetOrgPerson")
        name = p.name(" ", "cn")
        name64 = base64.b64encode(name.text.encode()).decode()
        d.line("cn:: ", name.replaced(name64)).line("mail: ", p.email("mail")).line("telephoneNumber: ", p.phone("-", "telephoneNumber"))
        d.line("employeeNumber: ", Value("employee-number", numbers.digits(share.rng, 6), "employeeNumber")).line("")
    share.add(d, "employee")


@family("vcards")
def vcards(share):
    d = share.document("営業/名刺/contacts.vcf", "utf-8", "\r\n")
    for p in share.people(3, 20):
        d.line("BEGIN:VCARD").line("VERSION:3.0").line("FN:", p.name(" ", "FN")).line("N:", p.surname("N").maybe(), ";", p.given, ";;;")
        d.line("ORG:株式会社あさぎり製作所").line("TEL;TYPE=CELL:", p.phone("-", "TEL", True)).line("EMAIL:", p.email("EMAIL"))
        d.line("ADR:;;", p.address("-", "ADR", building=False), ";;;;").line("END:VCARD")
    share.add(d, UNCLEAR)


@family("print-list")
def prints(share):
    d = share.document("人事/帳票/PRT01.txt", share.pick("cp932", "utf-8"), "\r\n")
    for page in range(1, share.rng.randint(3, 5)):
        d.line(f"                    従業員台帳                 2026年10月05日   PAGE  {page}")
        d.line("社員番号  氏名            生年月日      個人番号        支給額").line("-" * 72)
        for p in share.people(5, 12):
            d.line(Value("employee-number", numbers.digits(share.rng, 6), "社員番号"), "    ", p.name("　", "氏名"), "      ",
                   p.birth("/0", "生年月日"), "    ", p.my_number("", "個人番号"), "    ", f"{share.rng.randint(150, 500)},000")
        d.line("\f" if share.chance(0.5) else "")
    share.add(d, "employee")


def _zengin(document, items, width):
    """Writes items and pads with blanks to the width in stored bytes (half-width kana are one)."""
    used = sum(len(i.text if isinstance(i, Value) else i) for i in items)
    document.write(items, " " * (width - used))


@family("zengin-120-byte-records")
def zengin(share):
    from .. import lists
    in_lines = share.chance(0.7)
    d = share.document(share.pick("経理/振込/総合振込.txt", "人事/給与振込/FB.dat"), "cp932", "\r\n")
    end = "\n" if in_lines else ""
    ours = share.pick(*lists.rows("banks"))
    d.write("1", "210", "1234567890", lists.zengin("カ）ケンショウ").ljust(40), "1025", ours[0], lists.zengin(ours[2])[:15].ljust(15),
            ours[3], lists.zengin(ours[5])[:15].ljust(15), "1", "7654321", " " * 17, end)
    people, total = share.people(5, 60), 0
    for i, p in enumerate(people):
        bank, account = p.bank()
        amount = share.rng.randint(100000, 500000)
        total += amount
        name = " ".join(map(lists.zengin, p.kana))[:30]
        d.row = i + 2
        d.write("2", bank[0], lists.zengin(bank[2])[:15].ljust(15), bank[3], lists.zengin(bank[5])[:15].ljust(15), "0000", "1")
        d.write(Value("bank-account", account))
        _zengin(d, [Value("person-name", name, None, p.given)], 30)
        d.write(f"{amount:010d}", "0", " " * 20, " ", " " * 8, end)
    d.write("8", f"{len(people):06d}", f"{total:012d}", " " * 101, end)
    d.write("9", " " * 119, end)
    share.add(d, "employee" if d.path.startswith("人事") else UNCLEAR)


@family("bank-and-yucho-tables")
def accounts(share):
    d = share.document(share.pick("人事/給与振込/口座一覧.csv", "経理/返金先.csv"))
    yucho = share.chance(0.4)
    name, = columns(share, "name")
    d.record([name[0]] + (["ゆうちょ記号", "ゆうちょ番号"] if yucho else ["金融機関コード", "金融機関名", "支店コード", "支店名", "預金種目", share.pick("口座番号", "KOZA_NO")]))
    for p in share.people(6, 40):
        if yucho:
            symbol, number = numbers.yucho(share.rng)
            d.record([name[1](p), Value("yucho-account", symbol, "ゆうちょ記号"), Value("yucho-account", number, "ゆうちょ番号", part=True)])
        else:
            bank, account = p.bank()
            d.record([name[1](p), Value("bank-account", bank[0], part=True), bank[1] + "銀行", Value("bank-account", bank[3], part=True), bank[4] + "支店", share.pick("普通", "当座"), Value("bank-account", account, "口座番号")])
    share.add(d, "employee" if d.path.startswith("人事") else UNCLEAR)
