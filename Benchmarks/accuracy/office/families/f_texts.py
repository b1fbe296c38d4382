"""Running text of an office: mails, minutes, chats, forms, logs."""

import base64
import quopri

from ..document import Raw, Value
from ..people import date_text
from ..share import UNCLEAR, family
from ..tables import any_day
from .. import lists, numbers


@family("plain-mail")
def mail(share):
    p, q = share.person(), share.person()
    d = share.document("共有/メール保存/受信.txt", share.pick("cp932", "utf-8"), "\r\n")
    d.line("差出人: ", p.name(" ", "差出人"), " <", p.email(), ">").line("宛先: ", q.name(" ", "宛先"), " <", q.email(), ">").line("件名: 年末調整書類の件").line("")
    d.line(q.surname(), "様").line("").line("いつもお世話になっております。営業部の", p.surname(), "です。")
    d.line("ご依頼の私の個人番号は", p.my_number(share.pick("", "-", " ")), "です。")
    d.line("受付番号は", numbers.digits(share.rng, 12), "、伝票番号は", numbers.tracking(share.rng), "でした。").line("")
    d.line("-" * 30).line(p.name(" ")).line("株式会社けんしょう　営業部").line("〒", p.postal().maybe(), " ", p.address("-").maybe())
    d.line("TEL: ", p.phone("-", "TEL", False), "  携帯: ", p.phone("-", "携帯", True)).line("E-mail: ", p.email())
    d.optional_verdicts |= {"outside-declared-location", "no-declared-purpose"}
    share.add(d, UNCLEAR)


@family("encoded-mail")
def encoded(share):
    kind = share.pick("base64", "quoted-printable", "7bit")
    d = share.document("共有/メール保存/message.eml", "ascii", "\r\n")
    d.by_line = True
    p = share.person()
    charset = "ISO-2022-JP" if kind == "7bit" else share.pick("UTF-8", "Shift_JIS")
    codec = {"ISO-2022-JP": "iso2022_jp", "UTF-8": "utf-8", "Shift_JIS": "cp932"}[charset]
    d.line(Value("email", "", optional=True), "From: <office@kx-asagiri.co.jp>").line(Value("email", "", optional=True), "To: <soumu@kx-asagiri.co.jp>").line("Subject: =?UTF-8?B?" + base64.b64encode("ご連絡".encode()).decode() + "?=")
    d.line("MIME-Version: 1.0").line(f"Content-Type: text/plain; charset={charset}").line(f"Content-Transfer-Encoding: {kind}").line("")
    name = p.name("　").text.replace("𠮷", "吉").replace("髙", "高").replace("﨑", "崎").replace("濵", "浜").replace("\U000e0100", "")
    try:
        name.encode(codec)
    except UnicodeEncodeError:
        name = "佐藤　誠"
    address = f"{p.prefecture}{p.city}{p.town}{p.street('-')}"
    number, phone = p.number, p.phone("-").text
    lines = [("氏名：", name, "person-name"), ("住所：", address, "address"), ("電話：", phone, "phone"), ("個人番号：", number, "my-number"), ("以上", "", None)]
    if kind == "base64":
        body, marks = "", []
        for label, value, type_ in lines:
            marks.append((type_, len((body + label).encode(codec)), value))
            body += label + value + "\r\n"
        raw = base64.encodebytes(body.encode(codec)).decode().split("\n")
        for index, text in enumerate(t for t in raw if t):
            for type_, offset, value in marks:
                if type_ and offset // 57 == index:
                    d.write(Value(type_, ""))
            d.line(text)
    else:
        for label, value, type_ in lines:
            stored = (label + value).encode(codec)
            if kind == "quoted-printable":
                stored = quopri.encodestring(stored)
            if type_:
                d.write(Value(type_, ""))
            d.write(Raw(stored + b"\r\n"))
    share.add(d, UNCLEAR)


@family("minutes")
def minutes(share):
    people = [share.person() for _ in range(5)]
    d = share.document("共有/議事録/定例.txt", share.pick("utf-8", "cp932"), "\n")
    d.line("第12回定例会議　議事録").line("日時：", date_text(any_day(share.rng), "年"), " 10:00～11:30").line("場所：本社３階会議室")
    d.write("出席者：")
    for i, p in enumerate(people):
        d.write("、" if i else "", p.name("", "出席者"))
    d.line("").line("")
    d.line(people[0].surname(), "部長より、次年度の採用計画について説明があった。")
    d.line("予算は12,345,678円、案件番号は", numbers.digits(share.rng, 12), "。")
    d.line(people[1].surname(), "さん（内線1234）が取引先の窓口となる。").line("次回までに資料を作成する（担当：", people[2].name(""), "）。")
    d.optional_verdicts |= {"outside-declared-location", "no-declared-purpose"}
    share.add(d, UNCLEAR)


@family("chat-log")
def chat(share):
    p, q = share.person(), share.person()
    d = share.document("共有/チャット/書き出し.txt", "utf-8")
    t = "[2026/10/0{} 09:{:02d}] "
    d.line(t.format(1, 2), p.name(" "), ": おはようございます")
    d.line(t.format(1, 4), q.name(" "), ": すみません、マイナンバーを教えてください")
    d.line(t.format(1, 7), p.name(" "), ": ", p.my_number(share.pick("", "-", "full")))
    d.line(t.format(1, 8), q.name(" "), ": ありがとうございます。伝票は", numbers.digits(share.rng, 12), "で登録します")
    d.line(t.format(1, 9), p.name(" "), ": 携帯は", p.phone("-", None, True), "です")
    share.add(d, UNCLEAR)


@family("label-value-form")
def form(share):
    d = share.document(share.pick("人事/入社書類/身上書.txt", "人事/入社書類/届出書.txt"), share.pick("cp932", "utf-8"), "\r\n")
    boxes = share.chance(0.4)
    colon = share.pick("：", ": ", "　　")
    for p in share.people(1, 6):
        number = p.my_number("")
        if boxes:
            number = ["│", number.replaced("│".join(number.text)), "│"]
        birth = p.birth(share.pick("era", "年", "S."))
        d.line("【", "従業員届出", "】").line("氏　　名", colon, p.name("　", "氏　　名")).line("フリガナ", colon, p.name("kana", "フリガナ"))
        d.line("生年月日", colon, birth).line("性　　別", colon, Value("sex", "女" if p.sex == "f" else "男"))
        d.line("住　　所", colon, "〒", p.postal(), "　", p.address()).line("電　　話", colon, p.phone())
        if share.chance(0.5):
            d.line("個人番号").line(number)
        else:
            d.line("個人番号", colon, number)
        d.line("入社日", colon, date_text(p.hired, "年")).line("書類番号", colon, numbers.digits(share.rng, 12)).line("")
    share.add(d, "employee")


@family("fax-cover-sheet")
def fax(share):
    p, q = share.person(), share.person()
    d = share.document("営業/FAX/送付状.txt", "cp932", "\r\n")
    d.line("ＦＡＸ送信のご案内").line("").line("宛先：", share.pick(*lists.words("companies")), "　", q.name(" "), "様")
    d.line("FAX：", Value("phone", q.phone("-", None, False).text, optional=True)).line("発信：株式会社けんしょう　営業部　", p.name(" "))
    d.line("電話：", p.phone("-", None, False).maybe()).line("枚数：本状含め３枚").line("件名：御見積書の送付（見積番号 ", numbers.order_number(share.rng), "）")
    d.optional_verdicts |= {"outside-declared-location"}
    share.add(d, UNCLEAR)


@family("application-log-with-people")
def log(share):
    d = share.document("システム/log/app.log", "utf-8")
    for i in range(share.rng.randint(30, 200)):
        head = f"2026-10-05 10:{i // 60 % 60:02d}:{i % 60:02d},123 INFO [http-{i % 8}] traceId={numbers.digits(share.rng, 12)} "
        if share.chance(0.1):
            p = share.person()
            d.line(head, "user registered mail=", p.email(), " tel=", p.phone("-", None, True))
        elif share.chance(0.05):
            p = share.person()
            d.line(head, "my_number=", p.my_number(), " saved")
        else:
            d.line(head, f"GET /items/{share.rng.randint(1, 9999)} 200 {share.rng.randint(1, 900)}ms")
    share.add(d, UNCLEAR)


@family("access-log-with-addresses-in-urls")
def access(share):
    d = share.document("システム/log/access.log", "utf-8")
    for i in range(share.rng.randint(30, 150)):
        p = share.person()
        ip = Value("ip-address", ".".join(str(share.rng.randint(11, 223)) for _ in range(4)), optional=True)
        query = ["?mail=", p.email().replaced(p.email().text.replace("@", "%40"))] if share.chance(0.15) else [f"?page={i}"]
        d.line(ip, f" - - [05/Oct/2026:10:00:{i % 60:02d} +0900] \"GET /mypage", query, f' HTTP/1.1" 200 {share.rng.randint(100, 99999)}')
    share.add(d, UNCLEAR)


@family("notes-with-labelled-numbers")
def notes(share):
    p, q, s = share.person(), share.person(), share.person()
    d = share.document("総務/メモ/引継ぎ.txt", share.pick("utf-8", "cp932"), "\r\n")
    d.line("・", p.name(""), "さんの免許証番号は", Value("drivers-licence", numbers.drivers_licence(share.rng)), "、パスポート番号: ",
           Value("passport", numbers.passport(share.rng)))
    d.line("・在留カード番号 ", Value("residence-card", numbers.residence_card(share.rng)), "（", q.name("　"), "様）")
    bank, account = s.bank()
    d.line("・振込先　", bank[1], "銀行 ", bank[4], "支店 普通 ", Value("bank-account", account), "　", s.name("half"))
    d.line("・カード番号 ", Value("credit-card", numbers.credit_card(share.rng)), " 期限 08/29")
    d.line("・基礎年金番号：", Value("basic-pension-number", numbers.pension(share.rng)), "　雇用保険被保険者番号：",
           Value("employment-insurance-number", "-".join((lambda n: (n[:4], n[4:10], n[10:]))(numbers.employment_insurance(share.rng)))))
    d.line("・複合機の管理番号は", numbers.digits(share.rng, 12), "、保守は0120-000-000まで")
    share.add(d, UNCLEAR)


@family("one-number-in-a-letter")
def letter(share):
    p = share.person()
    d = share.document("共有/下書き/手紙.txt", share.pick("iso2022_jp", "utf-8", "utf-16-le"), "\r\n")
    d.line("担当者殿").line("").line("お預かりした通知カードの写しに記載の番号（マイナンバー）を下記のとおり連絡いたします。").line("")
    d.line("　　　　", p.my_number(share.pick(" ", "full", "-"))).line("").line("なお、整理番号", numbers.digits(share.rng, 12), "は弊社の管理用です。")
    share.add(d, UNCLEAR)
