#!/usr/bin/env python3
"""Seeded corpora for the speed benchmark. All personal data in them is synthetic and drawn at random.

log: one personal value in 530 lines, many look-alikes. prose: Japanese sentences, one in 100 lines. csv: nine personal fields a row.
csv932: the same in CP932. xml: ten elements a row. tree: many small files of all kinds. parts: 16 files of 64 MiB (of --mib, where that is less), all with the same rows.
line: one line without an end. wide: two tables of 10,000 columns, each of personal data.
"""

import argparse
import pathlib
import random
import shutil

SURNAMES = "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 松本 井上 木村 清水 斎藤 阿部 森 池田".split()
GIVEN = "誠 健一 花子 美咲 大輔 直樹 陽子 恵子 拓也 翔太 愛 彩 隆史 裕子 千尋 浩二 結愛 湊斗 葵 蓮".split()
KANA = "サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ".split()
TOWNS = ["東京都新宿区西新宿", "大阪府大阪市北区梅田", "神奈川県横浜市中区本町", "愛知県名古屋市中区栄", "北海道札幌市中央区大通西",
         "福岡県福岡市博多区祇園町", "京都府京都市中京区西ノ京", "宮城県仙台市青葉区一番町", "広島県広島市中区紙屋町", "兵庫県神戸市中央区三宮町"]
ZIPS = ["160-0023", "530-0001", "231-0005", "460-0008", "060-0042", "812-0038", "604-8301", "980-0811", "730-0031", "650-0021"]
WORDS = ("会議 資料 予定 確認 報告 計画 製品 部門 担当 検討 実施 結果 改善 工程 品質 納期 仕様 変更 連絡 共有 方針 予算 見積 契約 更新 保守 点検 "
         "開発 試験 設計 運用 監視 障害 対応 記録 申請 承認 手順 教育 安全 環境 設備 在庫 物流 営業 市場 調査 分析").split()
ENDS = ["について検討した。", "を確認してください。", "は来週までに提出する。", "の見直しが必要である。", "に関する説明があった。", "を予定どおり実施した。"]
WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def my_number(rng):
    body = f"{rng.randrange(10 ** 11):011d}"
    rest = sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11
    return body + ("0" if rest <= 1 else str(11 - rest))


def log_line(rng, i):
    bits = rng.getrandbits(128)
    second = i % 86400
    line = (f"2026-10-05T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}.{bits % 1000:03d}Z INFO [worker-{bits % 16}] "
            f"id={bits:032x} seq={bits % 10 ** 12:012d} epoch={1700000000000 + bits % 10 ** 11} took={bits % 997}ms status=200")
    if i % 530 == 7:
        line += f" mail=user{bits % 99999}@kx-asagiri.co.jp" if bits & 1 else f" my_number={my_number(rng)}"
    return line + "\n"


def prose_line(rng, i):
    words = rng.choices(WORDS, k=12)
    line = f"{words[0]}の{words[1]}と{words[2]}{rng.choice(ENDS)}{words[3]}{words[4]}、{words[5]}および{words[6]}の{words[7]}{rng.choice(ENDS)}"
    if i % 100 == 3:
        line += rng.choice([f"連絡先は{phone(rng)}です。", f"個人番号は{my_number(rng)}です。", f"担当の{rng.choice(SURNAMES)}{rng.choice(GIVEN)}様まで。"])
    return line + "\n"


def phone(rng):
    return f"0{rng.choice('789')}0-{rng.randrange(1000, 9999)}-{rng.randrange(10000):04d}"


CSV_HEADING = "社員番号,氏名,フリガナ,生年月日,郵便番号,住所,電話番号,メールアドレス,個人番号,備考\n"


def csv_fields(rng, i):
    bits = rng.getrandbits(64)
    town = bits % 10
    return (f"{i % 1000000:06d}", f"{SURNAMES[bits // 10 % 20]}　{GIVEN[bits // 200 % 20]}", f"{KANA[bits // 4000 % 10]}　ハナコ",
            f"{1950 + bits // 40000 % 55}-{1 + bits // 2200000 % 12:02d}-{1 + bits // 26400000 % 28:02d}", ZIPS[town],
            f"{TOWNS[town]}{1 + bits % 9}-{1 + bits // 9 % 30}-{1 + bits // 270 % 20}", phone(rng), f"user{bits % 10 ** 6}@kx-asagiri.co.jp", my_number(rng), "")


def csv_line(rng, i):
    return ",".join(csv_fields(rng, i)) + "\n"


TAGS = ("shainNo", "name", "kana", "birth", "zip", "address", "tel", "mail", "myNumber", "note")


def xml_line(rng, i):
    return "<row>" + "".join(f"<{t}>{v}</{t}>" for t, v in zip(TAGS, csv_fields(rng, i))) + "</row>\n"


KINDS = {"log": ("app.log", log_line, "utf-8", "", ""), "prose": ("prose.txt", prose_line, "utf-8", "", ""),
         "csv": ("dense.csv", csv_line, "utf-8", CSV_HEADING, ""), "csv932": ("dense932.csv", csv_line, "cp932", CSV_HEADING, ""),
         "xml": ("export.xml", xml_line, "utf-8", '<?xml version="1.0" encoding="UTF-8"?>\n<rows>\n', "</rows>\n")}


def text(rng, kind, size, start=0):
    """Chunks of stored bytes, at least `size` together."""
    _, make, encoding, head, tail = KINDS[kind]
    total, i = 0, start
    first = head.encode(encoding)
    yield first
    while total < size:
        chunk = "".join(make(rng, i + k) for k in range(2000 if size > 1 << 20 else 8)).encode(encoding)
        i += 2000
        total += len(chunk)
        yield chunk
    yield tail.encode(encoding)


def write(path, chunks):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "wb") as out:
        for chunk in chunks:
            out.write(chunk)


def tree(rng, folder, count):
    """Small files, sizes lognormal around 1 KiB, cut from a few megabytes of each kind at line ends."""
    pools = {}
    for kind in ("log", "prose", "csv", "csv932", "xml"):
        head = KINDS[kind][3].encode(KINDS[kind][2])
        lines = b"".join(text(rng, kind, 2 << 20))[len(head):].split(b"\n")
        pools[kind] = (head, lines)
    extension = {"log": "log", "prose": "txt", "csv": "csv", "csv932": "csv", "xml": "xml"}
    for i in range(count):
        kind = rng.choice(["log", "prose", "prose", "csv", "csv932", "xml"])
        head, lines = pools[kind]
        size = min(65536, int(rng.lognormvariate(7.0, 1.0)))
        start = rng.randrange(max(1, len(lines) - 400))
        out, used = [], 0
        for line in lines[start:start + 400]:
            out.append(line)
            used += len(line)
            if used >= size:
                break
        target = folder / f"d{i // 2000:03d}" / f"s{i // 100 % 20:02d}"
        if i % 100 == 0:
            target.mkdir(parents=True, exist_ok=True)
        tail = b"\n</rows>\n" if kind == "xml" else b"\n"
        (target / f"f{i:06d}.{extension[kind]}").write_bytes(head + b"\n".join(out) + tail)


def one_line(path, size):
    """One line without an end: what a careless reader takes into memory whole."""
    block = (b"0123456789abcdef," * 61680)[:1 << 20]
    with open(path, "wb") as out:
        for _ in range(size >> 20):
            out.write(block)


def wide(rng, path, columns=10_000, records=30):
    """A table whose every column is a series with a finding: what a scan that keeps too much of each takes most memory for."""
    kinds = [("氏名", lambda: f"{rng.choice(SURNAMES)}　{rng.choice(GIVEN)}"), ("個人番号", lambda: my_number(rng)), ("電話番号", lambda: phone(rng))]
    rows = [",".join(f"{kinds[column % 3][0]}{column}" for column in range(columns))]
    rows += [",".join(kinds[column % 3][1]() for column in range(columns)) for _ in range(records)]
    write(path, ["\n".join(rows).encode() + b"\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mib", type=int, default=64)
    # Start-up, which has a row of its own, would be a sixth of the time of 64 MiB of them, a fortieth of 512.
    parser.add_argument("--large-mib", type=int, default=512, help="MiB of log, prose and dense tables where --mib is 64 or more")
    parser.add_argument("--files", type=int, default=20000)
    parser.add_argument("--line-mib", type=int, default=1024)
    options = parser.parse_args()
    large = max(options.mib, options.large_mib) if options.mib >= 64 else options.mib
    stamp = f"{options.seed} {options.mib} {large} {options.files} {options.line_mib} whole parts, wide, large text"
    done = options.out / "made"
    if done.exists() and done.read_text() == stamp:
        return
    shutil.rmtree(options.out, ignore_errors=True)
    for kind, (name, *_) in KINDS.items():
        size = options.mib if kind == "xml" else large
        write(options.out / kind / name, text(random.Random(f"{options.seed}/{kind}"), kind, size << 20))
    # Less would be over before a second worker has started.
    part = options.out / "parts" / "part00.csv"
    write(part, text(random.Random(f"{options.seed}/parts"), "csv", min(64, options.mib) << 20))
    for number in range(1, 16):
        shutil.copyfile(part, options.out / "parts" / f"part{number:02d}.csv")
    tree(random.Random(f"{options.seed}/tree"), options.out / "tree", options.files)
    for name in ("left.csv", "right.csv"):
        wide(random.Random(f"{options.seed}/{name}"), options.out / "wide" / name)
    (options.out / "line").mkdir()
    one_line(options.out / "line" / "line.txt", options.line_mib << 20)
    (options.out / "empty").mkdir()
    done.write_text(stamp)


if __name__ == "__main__":
    main()
