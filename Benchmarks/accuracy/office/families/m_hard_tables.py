"""Tables that hold nobody's data and look as if they did."""

from ..document import Value
from ..people import Person, date_text, landline
from ..share import NOBODY, UNCLEAR, family
from ..tables import any_day, columns
from .. import lists, numbers


def _table(share, path, heading, row, low=5, high=400, delimiter=",", category=NOBODY):
    d = share.document(path)
    if heading:
        d.record(heading, delimiter)
    for i in range(share.rng.randint(low, high)):
        d.record(row(i), delimiter)
    return share.add(d, category)


@family("parcel-list", distractor=True)
def parcels(share):
    h = ["送り状番号", "荷受状況", "更新日時", "個数"] if share.chance(0.7) else None
    _table(share, "営業/発送/送り状.csv", h, lambda i: [numbers.tracking(share.rng), share.pick("配達完了", "輸送中"),
           numbers.stamp_minute(share.rng), "1"])


@family("slip-numbers", distractor=True)
def slips(share):
    h = share.pick(["伝票番号", "品番", "数量", "金額"], ["管理番号", "ロット", "数", "円"], None)
    _table(share, "営業/伝票一覧.csv", h, lambda i: [numbers.digits(share.rng, 12), f"AB{numbers.digits(share.rng, 7)}",
           str(share.rng.randint(1, 99)), str(share.rng.randint(1, 900) * 100)], delimiter=share.pick(",", "\t"))


@family("order-numbers-from-dates", distractor=True)
def orders(share):
    _table(share, "営業/受注.csv", share.pick(["受注番号", "品名", "数量"], None),
           lambda i: [numbers.order_number(share.rng, i + 1), share.pick("ノート", "電池", "鉛筆"), str(share.rng.randint(1, 30))])


@family("timestamps", distractor=True)
def stamps(share):
    half = share.chance(0.5)
    _table(share, "システム/計測値.csv", share.pick(["日時", "温度", "湿度"], None),
           lambda i: [numbers.stamp_minute(share.rng)[:10] + ("00" if half else f"{share.rng.randint(0, 59):02d}"),
                      f"{share.rng.randint(10, 300) / 10}", str(share.rng.randint(20, 90))])


@family("goods-codes", distractor=True)
def goods(share):
    _table(share, "営業/商品マスタ.csv", share.pick(["JANコード", "UPC", "商品名", "単価"], None),
           lambda i: [numbers.jan(share.rng), numbers.upc(share.rng), share.pick("高橋印のノート", "松本みそ", "青柳ういろう", "山田錦"), "980"])


@family("books", distractor=True)
def books(share):
    _table(share, "総務/図書目録.csv", ["ISBN", "書名", "出版年"], lambda i: [
        numbers.isbn(share.rng), share.pick("銀河の夜", "会計入門", "佐藤さんの料理帖", "民法概説"), str(share.rng.randint(1980, 2026))])


@family("member-numbers-with-the-same-check-digit", distractor=True)
def members(share):
    h = share.pick("会員番号", "会員証番号", "契約番号", "ポイントカード番号")
    _table(share, "営業/会員/ポイント残高.csv", [h, "残高", "更新日"], lambda i: [
        Value("employee-number", numbers.my_number(share.rng), h, optional=True), str(share.rng.randint(0, 9000)), date_text(any_day(share.rng), "/")],
        category=UNCLEAR)


@family("sequences", distractor=True)
def sequences(share):
    start = share.rng.randrange(10**11, 9 * 10**11)
    step = share.pick(1, 1, 10, 7)
    _table(share, "システム/採番.csv", share.pick(["ID", "状態"], None), lambda i: [str(start + i * step), share.pick("OK", "NG")])


@family("international-mobile-numbers-of-devices", distractor=True)
def devices(share):
    _table(share, "システム/SIM管理.csv", ["IMEI", "ICCID", "回線種別", "端末名"], lambda i: [
        numbers.imei(share.rng), "8981" + numbers.digits(share.rng, 15), "M2M", f"GW-{i + 1:03d}"])


@family("cloud-account-ids", distractor=True)
def cloud(share):
    _table(share, "システム/aws_accounts.csv", ["account_id", "alias", "arn"], lambda i: (lambda a: [a, f"prod-{i}", f"arn:aws:iam::{a}:role/ops"])(
        numbers.digits(share.rng, 12)))


def _place(share):
    p = Person(share.rng)
    return p


@family("open-data-facilities", distractor=True)
def facilities(share):
    def row(i):
        p = _place(share)
        return [str(i + 1), share.pick(*lists.words("facilities")), f"{p.zip[:3]}-{p.zip[3:]}", p.address(None, building=False).text,
                "-".join(landline(share.rng)), f"{share.rng.randint(30, 45)}.{numbers.digits(share.rng, 5)}"]
    _table(share, "共有/オープンデータ/公共施設一覧.csv", ["番号", "施設名", "郵便番号", "所在地", "電話番号", "緯度"], row)


@family("open-data-clinics", distractor=True)
def clinics(share):
    def row(i):
        p = _place(share)
        return [share.pick(*[w for w in lists.words("facilities") if "院" in w or "クリニック" in w or "診療所" in w]) + str(i),
                p.address("-", building=False).text, "-".join(landline(share.rng)), share.pick("内科 糖尿病外来", "精神科 うつ病", "がん検診", "整形外科")]
    _table(share, "共有/オープンデータ/医療機関.csv", ["医療機関名称", "所在地", "電話", "診療科目・対応疾患"], row)


@family("corporate-number-list", distractor=True)
def corporations(share):
    def row(i):
        p = _place(share)
        return [Value("corporate-number", numbers.corporate_number(share.rng), "法人番号"), share.pick(*lists.words("companies")),
                p.address("-", building=False).text, "2026-04-01"]
    _table(share, "経理/法人番号公表データ.csv", ["法人番号", "商号又は名称", "本店所在地", "更新年月日"], row)


@family("company-master", distractor=True)
def companies(share):
    def row(i):
        p = _place(share)
        corporate = numbers.corporate_number(share.rng)
        return [f"C{i:04d}", share.pick(*lists.words("companies")), p.zip, p.address("-", building=False).text, "-".join(landline(share.rng)),
                Value("invoice-registration-number", "T" + corporate, "登録番号")]
    _table(share, "経理/取引先マスタ.csv", ["取引先コード", "取引先名", "郵便番号", "所在地", "代表電話", "登録番号"], row)


@family("hire-and-contract-dates", distractor=True)
def contracts(share):
    _table(share, "総務/契約管理.csv", ["契約番号", "件名", "契約日", "更新日", "契約額"], lambda i: [
        f"K-{numbers.digits(share.rng, 6)}", share.pick("清掃業務", "複合機保守", "警備"), date_text(any_day(share.rng, 1995), "/"),
        date_text(any_day(share.rng), "era"), str(share.rng.randint(1, 90) * 10000)])


@family("sales-figures", distractor=True)
def figures(share):
    _table(share, "営業/売上集計.csv", ["部門コード", "科目コード", "当月", "累計", "前年比"], lambda i: [
        numbers.digits(share.rng, 7), numbers.digits(share.rng, 10), str(share.rng.randint(10**6, 10**8)), str(share.rng.randint(10**10, 10**11)), "103.2"])


@family("postal-code-master", distractor=True)
def postal(share):
    def row(i):
        p = _place(share)
        return [p.zip, p.prefecture, p.city, p.town]
    _table(share, "システム/郵便番号マスタ.csv", ["郵便番号", "都道府県名", "市区町村名", "町域名"], row)


@family("blank-form", distractor=True)
def blank(share):
    cols = columns(share, "emp", "name", "birth", "address", "my-number", "phone")
    d = share.document("人事/様式/記入用.csv")
    d.record([h for h, _ in cols])
    for _ in range(share.pick(0, 1, 10)):
        d.record([""] * len(cols))
    share.add(d, NOBODY)


@family("sample-row-form", distractor=True)
def sample(share):
    d = share.document("人事/様式/記入例.csv")
    d.record(["社員番号", "氏名", "フリガナ", "個人番号", "電話番号"])
    d.record([Value("employee-number", "000001", optional=True), Value("person-name", "見本　太郎", optional=True),
              Value("person-name", "ミホン　タロウ", optional=True), Value("my-number", "123456789018", optional=True),
              Value("phone", "090-0000-0000", optional=True)])
    d.record(["※記入例です。提出時は削除してください", "", "", "", ""])
    share.add(d, NOBODY)
