"""Texts that talk about personal data, or look like it, and hold none."""

from ..document import Value
from ..share import NOBODY, family
from .. import lists, numbers


def _lines(share, path, lines, encoding=None, newline="\n"):
    d = share.document(path, encoding, newline)
    for line in lines:
        d.line(line)
    share.add(d, NOBODY)


@family("regulations-and-policies", distractor=True)
def policy(share):
    _lines(share, "総務/規程/特定個人情報取扱規程.txt", [
        "特定個人情報取扱規程", "第１条　この規程は、個人番号（マイナンバー）の適正な取扱いを定める。",
        "第２条　従業者は、氏名、住所、生年月日、病歴、健康診断の結果その他の要配慮個人情報を目的外に利用してはならない。",
        "第３条　個人番号は12桁の数字とし、検査用数字を含む。運転免許証番号、旅券番号、在留カード番号、基礎年金番号についても同様とする。",
        "第４条　うつ病その他の精神疾患により休職する者の情報は人事部長が管理する。", f"附則　この規程は令和5年2月8日から施行する。文書番号{numbers.digits(share.rng, 12)}",
        "問い合わせ先：総務部（内線2201）"])


@family("manuals", distractor=True)
def manual(share):
    _lines(share, "システム/手順書/操作説明.md", [
        "# 社員登録の手順", "1. 「氏名」欄に姓名を入力します（例：山田　太郎）。", "2. 「個人番号」欄に12桁の番号を入力します。", "3. 「電話番号」はハイフンなしで入力します。",
        f"4. エラーコード {numbers.digits(share.rng, 12)} が表示された場合は管理者へ連絡してください。", "| 項目 | 型 | 桁 |", "|---|---|---|", "| 個人番号 | 数字 | 12 |", "| 郵便番号 | 数字 | 7 |"][:])


@family("source-code", distractor=True)
def code(share):
    _lines(share, "開発/src/validator.py", [
        "import re", "MY_NUMBER = re.compile(r'^\\d{12}$')  # 個人番号", "def check(my_number: str) -> bool:", "    weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]",
        "    # 氏名と住所は別テーブル", f"    BUILD = {numbers.digits(share.rng, 12)}", f"    MAGIC = 0x{numbers.digits(share.rng, 12)}", "    return sum(w * int(d) for w, d in zip(weights, my_number)) % 11 < 2",
        f"VERSION = '1.{share.rng.randint(1, 9)}.0'  # 2026-10-05", f"port = 8{numbers.digits(share.rng, 3)}"])


@family("test-fixtures", distractor=True)
def fixtures(share):
    d = share.document("開発/tests/fixtures/users.json", "utf-8")
    d.line("[")
    for i in range(3):
        d.line('  {"id": ', str(i), ', "name": "', Value("person-name", f"テスト{i}郎", optional=True), '", "my_number": "',
               Value("my-number", "123456789018", optional=True), '", "card": "', Value("credit-card", "4111111111111111", optional=True),
               '", "email": "', Value("email", f"test{i}@example.com", optional=True), '"}', "," if i < 2 else "")
    d.line("]")
    share.add(d, NOBODY)


@family("api-specification", distractor=True)
def api(share):
    _lines(share, "開発/docs/openapi.yaml", [
        "openapi: 3.0.0", "paths:", "  /employees:", "    get:", "      parameters:", "        - name: my_number", "          schema: {type: string, pattern: '^[0-9]{12}$'}",
        "        - name: email", "          schema: {type: string, format: email}", "components:", "  schemas:", "    Employee:", "      properties:",
        "        氏名: {type: string, example: ''}", "        生年月日: {type: string, format: date}", f"      x-trace: '{numbers.digits(share.rng, 12)}'"], "utf-8")


@family("novel", distractor=True)
def novel(share):
    d = share.document("共有/文芸部/短編.txt", share.pick("utf-8", "cp932"), "\r\n")
    a, b = share.person(), share.person()
    for text in ("　{}は雨の町を歩いていた。駅前の時計は十時を指している。", "　「昨日の手紙を読んだか」と{}が言った。", "　病のことは誰にも話していない。胃がんだと告げられたのは三月だった。",
                 "　電車が鉄橋を渡ると、川面に灯が揺れた。{}は黙って切符を見た。番号は一二三四五六七八九〇一二。", "　大正七年の春、祖父はこの家を建てた。"):
        head, _, tail = text.partition("{}")
        d.line(head, Value("person-name", share.pick(a, b).family, optional=True, bare=True) if "{}" in text else None, tail)
    share.add(d, NOBODY)


@family("parcel-mail-and-invoices", distractor=True)
def invoice(share):
    company = share.pick(*lists.words("companies"))
    _lines(share, "経理/請求書/控.txt", [
        "御請求書", f"{company}　御中", f"請求番号：{numbers.order_number(share.rng)}", f"お問い合わせ番号 {numbers.tracking(share.rng)}",
        "品名　　　　数量　　単価", f"部品A-{numbers.digits(share.rng, 4)}　12　{share.rng.randint(100, 999)}円", f"合計金額 ￥{share.rng.randint(10, 99)},{numbers.digits(share.rng, 3)}-",
        "お支払期限：2026年11月30日"])


@family("system-log", distractor=True)
def log(share):
    lines = []
    for i in range(share.rng.randint(50, 500)):
        lines.append(f"Oct  5 10:00:{i % 60:02d} srv1 kernel: [{numbers.digits(share.rng, 12)}] eth0: rx={numbers.digits(share.rng, 12)} tx={numbers.digits(share.rng, 11)} "
                     f"uuid=550e8400-e29b-41d4-a716-{numbers.digits(share.rng, 12)} epoch={share.rng.randint(1500000000000, 1799999999999)}")
    _lines(share, "システム/log/syslog.log", lines, "utf-8")


@family("random-ids-as-text", distractor=True)
def ids(share):
    _lines(share, "システム/バッチ/処理済みID.txt", [numbers.digits(share.rng, 12) for _ in range(share.pick(4, 20, 300, 900))], share.pick("utf-8", "cp932"))


@family("questionnaire-without-names", distractor=True)
def questionnaire(share):
    _lines(share, "総務/アンケート/自由記述.txt", [
        "Q1 健康診断の案内は分かりやすかったですか", "・高血圧の説明がほしい", "・特になし", "Q2 ご意見", "・糖尿病予防の講座を希望", f"回答ID {numbers.digits(share.rng, 12)}",
        "・駐車場の番号が分かりにくい"])
