"""Tables whose first columns sort the rows: department, kind of employment, shop, kind of insurance."""

from ..share import NOBODY, UNDECLARED, family
from ..tables import any_day, column, columns, table
from ..people import date_text
from .. import numbers

EMPLOYMENT = ["正社員", "契約社員", "パートタイマー", "嘱託", "出向"]
SHOPS = ["駅前店", "みなみ店", "大通店", "港店"]


def _kind(share, heading, words):
    """A column of few words, which come again and again."""
    return heading, lambda p: share.rng.choice(words)


@family("staff-sorted-by-employment")
def staff(share):
    d = share.document(share.pick("人事/年末調整/雇用区分別.csv", "人事/社会保険/所属別.csv"))
    first = [_kind(share, share.pick("雇用区分", "雇用形態", "社員区分"), EMPLOYMENT), column(share, "dept")]
    share.rng.shuffle(first)
    if share.chance(0.4):
        first.append(_kind(share, share.pick("等級", "役職"), ["1級", "2級", "主任", "係長", ""]))
    cols = first + columns(share, *share.pick(["name", "my-number", "birth"], ["emp", "name", "my-number"],
                                              ["name", "kana", "my-number", "phone"]))
    if share.chance(0.3):
        d.record([share.pick("個人番号管理台帳", "令和8年度 提出一覧")] + [""] * (len(cols) - 1))
    table(d, cols, share.people(6, 50))
    share.add(d, "employee")


@family("customers-sorted-by-shop")
def customers(share):
    d = share.document(share.pick("営業/顧客/店舗別会員.csv", "営業/DM/店別.csv"))
    first = [_kind(share, share.pick("店舗", "来店店舗", "登録店"), SHOPS),
             _kind(share, share.pick("会員区分", "ランク", "会員種別"), ["一般", "シルバー", "ゴールド"])]
    cols = first[:share.pick(1, 2)] + columns(share, *share.pick(["name", "phone", "email"], ["member", "name", "zip", "address"],
                                                                 ["name", "kana", "birth", "phone"]))
    table(d, cols + [("購入回数", lambda p: str(share.rng.randint(1, 40)))], share.people(6, 60))
    share.add(d, "customer")


@family("patients-sorted-by-insurance")
def patients(share):
    d = share.document("共有/診療/患者一覧.csv")
    first = [_kind(share, share.pick("保険種別", "保険区分"), ["社保", "国保", "後期高齢", "自費"]),
             _kind(share, share.pick("診療科", "受診科"), ["内科", "外科", "眼科"])]
    share.rng.shuffle(first)
    cols = first[:share.pick(1, 2)] + columns(share, "name", "sex", "birth", "special-care")
    table(d, [("患者番号", lambda p: numbers.digits(share.rng, 8))] + cols if share.chance(0.3) else cols, share.people(6, 40))
    share.add(d, UNDECLARED)


@family("applicants-sorted-by-medium")
def applicants(share):
    d = share.document("採用/媒体別応募.csv")
    cols = [_kind(share, share.pick("応募媒体", "求人媒体"), ["自社サイト", "紹介会社", "合同説明会"]),
            _kind(share, share.pick("選考状況", "選考段階"), ["書類選考", "一次面接", "内定"])] + columns(share, "name", "phone", "email")
    table(d, cols + [("志望動機", lambda p: share.pick("通勤が近い", "経験を生かしたい", ""))], share.people(6, 40))
    share.add(d, "applicant")


@family("invoices-sorted-by-branch", distractor=True)
def invoices(share):
    """Kinds and branches first, and nobody behind them."""
    d = share.document("経理/拠点別請求.csv")
    company = column(share, "company")
    d.record([share.pick("拠点", "店舗", "部門"), share.pick("請求区分", "種別"), share.pick("請求番号", "伝票番号"), company[0], "請求日", "金額"])
    for p in share.people(10, 200):
        d.record([share.rng.choice(SHOPS), share.pick("掛", "現金"), numbers.digits(share.rng, 12), company[1](p),
                  date_text(any_day(share.rng), "/"), str(share.rng.randint(1, 900) * 1000)])
    share.add(d, NOBODY)


@family("stock-sorted-by-warehouse", distractor=True)
def stock(share):
    d = share.document("倉庫会社/在庫/棚別.csv")
    d.record([share.pick("倉庫", "保管場所"), share.pick("棚区分", "温度帯"), share.pick("管理番号", "ロット番号"), "JANコード", "数量"])
    for _ in range(share.rng.randint(10, 200)):
        d.record([share.pick("東倉庫", "西倉庫"), share.pick("常温", "冷蔵"), numbers.digits(share.rng, 12), numbers.jan(share.rng),
                  str(share.rng.randint(1, 400))])
    share.add(d, NOBODY)
