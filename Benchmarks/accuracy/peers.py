#!/usr/bin/env python3
"""The same score for what others do with My Numbers, on a share that generate.py wrote: `peers.py DIR`.

Every peer is helped: it gets each file decoded as the truth says and widths folded, and may look for 4-4-4 with any separator.
- `12 digits`: any twelve digits, as a plain pattern does.
- `python-stdnum`: those that `stdnum.jp.in_` accepts (PyPI python-stdnum).
- `heading words`: twelve digits in a column, or after a label on the line, of 個人番号, マイナンバー or my number.
- `both`.
"""

import argparse
import collections
import json
import pathlib
import re
import unicodedata

CANDIDATE = re.compile(r"(?<![0-9A-Za-z])[0-9]{4}[ ‐‑‒–—―−ー.-]?[0-9]{4}[ ‐‑‒–—―−ー.-]?[0-9]{4}(?![0-9A-Za-z])")
HEADING = re.compile(r"個人番号|マイナンバー|my.?number", re.IGNORECASE)


def stdnum_accepts():
    try:
        from stdnum.jp import in_
        return in_.is_valid
    except ImportError:
        return None


def found(text, check, heading):
    """Lines with a hit: (line, count)."""
    lines = unicodedata.normalize("NFKC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    columns, hits = set(), collections.Counter()
    for number, line in enumerate(lines, 1):
        cells = re.split(r"[,\t;|]", line)
        headed = {i for i, c in enumerate(cells) if HEADING.search(c)}
        if headed and not CANDIDATE.search(line):
            columns = headed
        for index, cell in enumerate(cells):
            for match in CANDIDATE.finditer(cell):
                digits = "".join(c for c in match.group() if c.isdigit())
                if check and not check(digits):
                    continue
                if heading and index not in columns and not HEADING.search(line[:line.find(match.group())]):
                    continue
                hits[number] += 1
    return hits


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    check = stdnum_accepts()
    peers = {"12 digits": (None, False), "heading words": (None, True)}
    if check:
        peers |= {"python-stdnum": (check, False), "both": (check, True)}
    truth = collections.defaultdict(collections.Counter)
    optional = collections.defaultdict(set)
    with open(options.folder / "labels.jsonl", encoding="utf-8") as lines:
        for label in map(json.loads, lines):
            if label["type"] == "my-number":
                if label.get("optional"):
                    optional[label["file"]].add(label["line"])
                else:
                    truth[label["file"]][label["line"]] += 1
    print("| peer | precision | recall | F1 |\n|---|---|---|---|")
    for name, (accepts, heading) in peers.items():
        right = surplus = missed = 0
        with open(options.folder / "files.jsonl", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                data = (options.folder / "share" / record["file"]).read_bytes()
                hits = found(data.decode(record["encoding"], "replace").lstrip("\ufeff"), accepts, heading)
                expected = truth[record["file"]]
                for line in set(hits) | set(expected):
                    both = min(hits[line], expected[line])
                    right += both
                    missed += expected[line] - both
                    if line not in optional[record["file"]]:
                        surplus += hits[line] - both
        precision, recall = right / max(1, right + surplus), right / max(1, right + missed)
        print(f"| {name} | {precision:.3f} | {recall:.3f} | {2 * right / max(1, 2 * right + surplus + missed):.3f} |")


if __name__ == "__main__":
    main()
