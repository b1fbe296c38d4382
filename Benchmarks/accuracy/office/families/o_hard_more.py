"""More of what is not personal data: flags, masters, extensions, codes of the right shape."""

from ..document import Value
from ..people import date_text, landline
from ..share import NOBODY, UNCLEAR, family
from ..tables import any_day, columns, table
from .. import lists, numbers


def _table(share, path, heading, row, low=8, high=200):
    d = share.document(path)
    if heading:
        d.record(heading)
    for i in range(share.rng.randint(low, high)):
        d.record(row(i))
    share.add(d, NOBODY)


@family("flags-under-personal-headings", distractor=True)
def flags(share):
    _table(share, "システム/配信設定.csv", ["id", "email_verified", "tel_flag", "住所区分", "氏名表示", "個人番号有無"], lambda i: [
        str(i + 1), share.pick("0", "1"), share.pick("0", "1"), share.pick("1", "2", "3"), share.pick("可", "否"), share.pick("有", "無")])


@family("bank-master", distractor=True)
def banks(share):
    def row(i):
        bank = share.pick(*lists.rows("banks"))
        return [bank[0], bank[1], lists.zengin(bank[2]), bank[3], bank[4], lists.zengin(bank[5])]
    _table(share, "システム/金融機関マスタ.csv", ["金融機関コード", "金融機関名", "カナ", "支店コード", "支店名", "支店カナ"], row)


@family("branch-offices", distractor=True)
def branches(share):
    def row(i):
        p = share.person()
        return [f"{p.city[-3:]}営業所", f"{p.zip[:3]}-{p.zip[3:]}", p.address("-", building=False).text, "-".join(landline(share.rng)), "-".join(landline(share.rng))]
    _table(share, "総務/拠点一覧.csv", ["拠点名", "郵便番号", "所在地", "代表電話", "FAX"], row, 5, 40)


@family("extension-numbers", distractor=True)
def extensions(share):
    _table(share, "総務/内線表.csv", ["部署", "内線", "短縮"], lambda i: [
        share.pick("営業部", "総務部", "守衛室", "会議室A", "食堂"), f"{share.rng.randint(1000, 9999)}", f"*{i:03d}"], 8, 60)


@family("codes-shaped-like-passports", distractor=True)
def parts(share):
    _table(share, "製造/部品表.csv", ["部品コード", "図面番号", "版", "数量"], lambda i: [
        f"{share.pick('TK', 'MU', 'AB', 'ZX')}{numbers.digits(share.rng, 7)}", f"{share.pick('DR', 'AA')}{numbers.digits(share.rng, 8)}{share.pick('A', 'B')}",
        share.pick("A", "B", "C"), str(share.rng.randint(1, 500))])


@family("company-registry-numbers", distractor=True)
def registry(share):
    _table(share, "経理/会社法人等番号.csv", ["商号", "会社法人等番号", "設立"], lambda i: [
        share.pick(*lists.words("companies")), numbers.corporate_number(share.rng)[1:], date_text(any_day(share.rng, 1970), "era")])


@family("document-dates", distractor=True)
def dates(share):
    style = share.pick("", "era", "serial", "S.", "/")
    _table(share, "総務/文書台帳.csv", share.pick(["文書番号", "件名", "起案日", "決裁日"], None), lambda i: [
        f"総第{share.rng.randint(1, 999)}号", share.pick("規程の改定", "備品購入", "契約更新"), date_text(any_day(share.rng, 1960), style), date_text(any_day(share.rng), style)])


@family("fiscal-years-and-codes", distractor=True)
def years(share):
    _table(share, "経理/予算コード.csv", ["年度コード", "科目コード", "CVV区分", "当初", "補正"], lambda i: [
        str(share.rng.randint(2010, 2026)), numbers.digits(share.rng, 7), numbers.digits(share.rng, 3), numbers.digits(share.rng, 8), numbers.digits(share.rng, 10)])


@family("brand-and-place-words", distractor=True)
def brands(share):
    _table(share, "営業/銘柄.csv", ["コード", "品名", "産地", "備考"], lambda i: [
        f"{i:04d}", share.pick("松本", "高橋", "宮崎マンゴー", "大和", "清水もなか", "石川", "千葉さんの落花生"), share.pick("宮崎", "石川", "福島", "山口", "千葉"), share.pick("太郎", "一番", "特選", "")])


@family("git-history", distractor=True)
def history(share):
    lines = []
    d = share.document("開発/changelog.md", "utf-8")
    for i in range(share.rng.randint(10, 60)):
        lines.append(f"- {''.join(share.rng.choice('0123456789abcdef') for _ in range(40))} fix #{share.rng.randint(1, 9999)} 個人番号の検査桁 (v1.{i}.0, build {numbers.digits(share.rng, 12)})")
    for line in lines:
        d.line(line)
    share.add(d, NOBODY)


@family("toll-free-and-hotlines", distractor=True)
def hotlines(share):
    d = share.document("総務/案内/問い合わせ窓口.txt", share.pick("cp932", "utf-8"), "\r\n")
    d.line("製品に関するお問い合わせ窓口").line(f"フリーダイヤル 0120-{numbers.digits(share.rng, 3)}-{numbers.digits(share.rng, 3)}")
    d.line(f"ナビダイヤル 0570-{numbers.digits(share.rng, 3)}-{numbers.digits(share.rng, 3)}").line("受付時間 9:00-17:00（土日祝を除く）")
    d.line("代表 ", Value("phone", "-".join(landline(share.rng)), optional=True)).line("Web: www.kx-asagiri.co.jp")
    share.add(d, NOBODY)


@family("glued-to-kana")
def glued(share):
    d = share.document("共有/下書き/申送り.txt", share.pick("utf-8", "cp932"), "\n")
    for p in share.people(2, 5):
        d.line("個人番号", p.my_number(share.pick("", "full")), "です。控えは破棄のこと。")
    d.line("管理番号", numbers.digits(share.rng, 12), "です。")
    share.add(d, UNCLEAR)


@family("dummy-mail-beside-real-data")
def dummies(share):
    d = share.document("営業/会員/テスト混在.csv")
    member, name, phone = columns(share, "member", "name", "phone")
    d.record([member[0], name[0], phone[0], "メールアドレス"])
    d.record(["00000000", Value("person-name", "テスト　太郎", optional=True), Value("phone", "090-0000-0000", optional=True), Value("email", "test@example.com", optional=True)])
    for p in share.people(6, 30):
        d.record([member[1](p), name[1](p), phone[1](p), p.email("メールアドレス")])
    share.add(d, "customer")


@family("seminar-sign-up-sheet")
def seminar(share):
    d = share.document(share.pick("営業/セミナー/参加申込.csv", "営業/セミナー/参加者.csv"))
    company, name, mail = columns(share, "company", "name", "email")
    d.record([company[0], "役職", name[0], mail[0], "携帯", "アンケート同意"])
    for p in share.people(6, 40):
        d.record([company[1](p), share.pick("部長", "課長", "", "代表"), name[1](p), mail[1](p), p.phone("-", "携帯", True), share.pick("○", "")])
    share.add(d, UNCLEAR)


@family("surnames-in-a-shift-table")
def shifts(share):
    d = share.document("人事/勤怠/シフト表.csv")
    h = share.pick("氏名", "職員", "担当")
    d.record([h, *[f"{i}日" for i in range(1, 11)]])
    for p in share.people(6, 25):
        d.record([p.surname(h), *[share.pick("早", "遅", "休", "夜") for _ in range(10)]])
    share.add(d, "employee")


@family("members-of-a-labour-union")
def union(share):
    d = share.document(share.pick("総務/組合/組合費控除.csv", "共有/信条.csv"))
    emp, name = columns(share, "emp", "name")
    h = share.pick("宗教", "前科", "障害者手帳等級", "加害被害の別")
    values = {"宗教": ["仏教", "キリスト教", "神道"], "前科": ["有 傷害", "有 窃盗"], "障害者手帳等級": ["身体２級", "療育B", "精神３級"], "加害被害の別": ["犯罪被害者", "DV被害"]}[h]
    table(d, [emp, name, (h, lambda p: Value("special-care", share.pick(*values), h) if share.chance(0.7) else share.pick("なし", ""))], share.people(6, 40))
    share.add(d, "employee")
