"""Large files without any personal data, made of what scanners take for it."""

import random
import shutil

from . import numbers


def _log(rng):
    request = "".join(rng.choice("0123456789abcdef") for _ in range(32))
    return (f"2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}T{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:"
            f"{rng.randint(0, 59):02d}.{numbers.digits(rng, 3)}Z INFO [worker-{rng.randint(1, 16)}] request_id={request} "
            f"job={numbers.digits(rng, 12)} epoch={rng.randint(1500000000000, 1799999999999)} took={rng.randint(1, 900)}ms\n")


def _csv_random(rng):
    return (f"{rng.randint(1, 10**6)},{numbers.digits(rng, 12)},{rng.choice(['完了', '保留', '取消'])},"
            f"{rng.randint(100, 99999)},{numbers.digits(rng, 12)}\n")


def _parcel(rng):
    return f"{numbers.tracking(rng)},{rng.choice(['配達完了', '輸送中', '持出中'])},{numbers.stamp_minute(rng)},{rng.randint(1, 30)}kg\n"


def _goods(rng):
    return f"{numbers.jan(rng)},{numbers.upc(rng)},{rng.choice(['ボールペン', '電池', 'ノート', '茶', '洗剤'])},{rng.randint(80, 9800)}\n"


def _stamps(rng):
    return f"{numbers.stamp_minute(rng)},{numbers.stamp_minute(rng)},{rng.randint(0, 40)}.{rng.randint(0, 9)}\n"


def _orders(rng):
    return f"{numbers.order_number(rng)}\t{rng.randint(1, 9)}\t{numbers.digits(rng, 12)}\tLOT{numbers.digits(rng, 8)}\n"


def _text(rng):
    return (f"伝票{numbers.digits(rng, 12)}を処理しました。数量は{rng.randint(1, 900)}、ロットは{numbers.digits(rng, 12)}です。"
            f"型番{numbers.digits(rng, 4)}-{numbers.digits(rng, 4)}-{numbers.digits(rng, 4)}の在庫を確認してください。\n")


def _round(rng):
    return f"{numbers.digits(rng, 8)}0000,{numbers.digits(rng, 11)}0,{numbers.drivers_licence(rng)[:10]}{numbers.digits(rng, 2)}\n"


def _json(rng):
    return (f'{{"order":"{numbers.order_number(rng)}","trace":"{numbers.digits(rng, 12)}","amount":{rng.randint(1, 10**6)},'
            f'"account_id":"{numbers.digits(rng, 12)}"}}\n')


def _xml(rng):
    return (f'<item id="{numbers.digits(rng, 12)}"><slip>{numbers.digits(rng, 12)}</slip><qty>{rng.randint(1, 99)}</qty>'
            f"<updated>{numbers.stamp_minute(rng)}</updated></item>\n")


def _sql(rng):
    return (f"INSERT INTO `stock` VALUES ({rng.randint(1, 10**9)},'{numbers.digits(rng, 12)}','{numbers.jan(rng)}',"
            f"'{numbers.order_number(rng)}','2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}');\n")


def _devices(rng):
    return f"{numbers.imei(rng)},8981{numbers.digits(rng, 15)},{numbers.digits(rng, 7)},{rng.randint(10, 99)}.{numbers.digits(rng, 6)}\n"


def _grouped(rng):
    return f"品番 {numbers.digits(rng, 4)}-{numbers.digits(rng, 4)}-{numbers.digits(rng, 4)}  棚{rng.randint(1, 90)}  {numbers.digits(rng, 6)}\n"


WORDS = "雨 町 橋 駅 川 工場 書類 機械 部品 春 夏 秋 冬 朝 夜 山 海 道 電車 会議 予定 図面 検査 出荷 契約 規程 個人情報 氏名 住所 健康診断".split()


def _prose(rng):
    w = rng.choices(WORDS, k=6)
    return f"{w[0]}の{w[1]}は{w[2]}で決まる。{w[3]}と{w[4]}を比べると、第{rng.randint(1, 40)}条の{w[5]}が先である。\n"


def _totals(rng):
    return f"{numbers.digits(rng, 7)}\t{numbers.digits(rng, 10)}\t{rng.randint(10**6, 10**8)}\t{rng.randint(10**11, 10**12 - 1)}\t{rng.randint(1, 12)}\n"


KINDS = [("app.log", None, _log), ("処理結果.csv", "通番,処理番号,状態,金額,照合番号\n", _csv_random),
         ("配送.csv", "送り状番号,状態,更新,重量\n", _parcel), ("商品.csv", "JAN,UPC,品名,単価\n", _goods),
         ("計測.csv", None, _stamps), ("受注.tsv", "受注番号\t数量\t管理番号\tロット\n", _orders),
         ("作業メモ.txt", None, _text), ("番号一覧.csv", None, _round), ("events.ndjson", None, _json),
         ("items.xml", "<items>\n", _xml), ("stock.sql", None, _sql), ("端末.csv", "IMEI,ICCID,資産番号,緯度\n", _devices),
         ("棚卸.txt", None, _grouped), ("文章.txt", None, _prose), ("集計.tsv", None, _totals)]


def write(seed, folder, size):
    """At least `size` bytes; line counts vary from ten to whole files, so that short series occur too."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    total, index = 0, 0
    while total < size:
        rng = random.Random(f"{seed}/distractor/{index}")
        name, heading, make = KINDS[index % len(KINDS)]
        lines = rng.choice([3, 5, 5, 10, 10, 20, 40, 200, 2000, 20000, 40000])
        encoding = "utf-8" if rng.random() < 0.6 else "cp932"
        data = ((heading or "") + "".join(make(rng) for _ in range(lines))
                + ("</items>\n" if make is _xml else "")).encode(encoding)
        sub = folder / f"{index % 20:02d}"
        sub.mkdir(exist_ok=True)
        (sub / f"{index:05d}_{name}").write_bytes(data)
        total += len(data)
        index += 1
    return total
