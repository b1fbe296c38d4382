#!/usr/bin/env python3
"""The same score for what others find, on a share that generate.py wrote: `peers.py DIR`.

Every peer is helped: it gets each file decoded as the truth says and widths folded, line by line. A hit is right when its
line holds a value of its type. Rules of our own to compare with:
- `12 digits`: any twelve digits, 4-4-4 with any separator too.
- `heading words`: those in a column, or after a label on the line, of 個人番号, マイナンバー or my number.
Packages of PyPI, as they come:
- `python-stdnum`: twelve digits that `stdnum.jp.in_` accepts; `both`: under heading words as well.
- `fuseji`, `kakushi`, `namemask`: maskers of Japanese personal data, without their optional language models;
  `fuseji, sure`: only what it scores at 0.9 or more.
"""

import argparse
import collections
import json
import pathlib
import re
import unicodedata

CANDIDATE = re.compile(r"(?<![0-9A-Za-z])[0-9]{4}[ ‐‑‒–—―−ー.-]?[0-9]{4}[ ‐‑‒–—―−ー.-]?[0-9]{4}(?![0-9A-Za-z])")
HEADING = re.compile(r"個人番号|マイナンバー|my.?number", re.IGNORECASE)
TYPES = ["my-number", "phone", "email", "postal-code", "credit-card"]
# What the packages call the types.
NAMES = {"MY_NUMBER": "my-number", "MYNUMBER": "my-number", "JP_PHONE_NUMBER": "phone", "PHONE": "phone", "EMAIL": "email",
         "JP_POSTAL_CODE": "postal-code", "POSTAL": "postal-code", "POSTAL_CODE": "postal-code", "CREDIT_CARD": "credit-card",
         "CARD": "credit-card"}


def twelve_digits(lines, accepts=None, heading=False):
    columns = set()
    for number, line in enumerate(lines, 1):
        cells = re.split(r"[,\t;|]", line)
        headed = {i for i, c in enumerate(cells) if HEADING.search(c)}
        if headed and not CANDIDATE.search(line):
            columns = headed
        for index, cell in enumerate(cells):
            for match in CANDIDATE.finditer(cell):
                digits = "".join(c for c in match.group() if c.isdigit())
                if accepts and not accepts(digits):
                    continue
                if heading and index not in columns and not HEADING.search(line[:line.find(match.group())]):
                    continue
                yield "my-number", number


def by_line(detect):
    """A peer that takes a text and gives (name of a type) for each hit."""

    def found(lines):
        for number, line in enumerate(lines, 1):
            for name in detect(line):
                if kind := NAMES.get(str(name).rsplit(".", 1)[-1].upper()):
                    yield kind, number

    return found


def peers():
    known = {"12 digits": twelve_digits, "heading words": lambda lines: twelve_digits(lines, heading=True)}
    try:
        from stdnum.jp import in_
        known["python-stdnum"] = lambda lines: twelve_digits(lines, in_.is_valid)
        known["both"] = lambda lines: twelve_digits(lines, in_.is_valid, True)
    except ImportError:
        pass
    try:
        from fuseji import Masker
        masker, strict = Masker(), Masker(threshold=0.9)
        known["fuseji"] = by_line(lambda line: [e.type for e in masker.detect(line)])
        known["fuseji, sure"] = by_line(lambda line: [e.type for e in strict.detect(line)])
    except ImportError:
        pass
    try:
        from kakushi.patterns import find_regex_matches
        from kakushi.resolver import resolve_overlaps
        known["kakushi"] = by_line(lambda line: [m.entity_type.name for m in resolve_overlaps(find_regex_matches(line))])
    except ImportError:
        pass
    try:
        from namemask.detectors.regex_ja import RegexDetector
        detector = RegexDetector()
        known["namemask"] = by_line(lambda line: [s.type for s in detector.detect_shadow(line)])
    except ImportError:
        pass
    return known


class Score:
    def __init__(self):
        self.right = self.surplus = self.missed = 0

    def add(self, hits, expected, optional):
        for line in set(hits) | set(expected):
            both = min(hits[line], expected[line])
            self.right += both
            self.missed += expected[line] - both
            if line not in optional:
                self.surplus += hits[line] - both

    def cells(self):
        if not self.right and not self.surplus:
            return ["–"] * 3
        return [f"{x:.3f}" for x in (self.right / max(1, self.right + self.surplus), self.right / max(1, self.right + self.missed),
                                     2 * self.right / max(1, 2 * self.right + self.surplus + self.missed))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    truth = collections.defaultdict(collections.Counter)
    optional = collections.defaultdict(set)
    with open(options.folder / "labels.jsonl", encoding="utf-8") as lines:
        for label in map(json.loads, lines):
            key = label["file"], label["type"]
            if label.get("optional"):
                optional[key].add(label["line"])
            else:
                truth[key][label["line"]] += 1
    known = peers()
    scores = {name: {kind: Score() for kind in TYPES} for name in known}
    with open(options.folder / "files.jsonl", encoding="utf-8") as records:
        for record in map(json.loads, records):
            data = (options.folder / "share" / record["file"]).read_bytes()
            text = unicodedata.normalize("NFKC", data.decode(record["encoding"], "replace").lstrip("\ufeff"))
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for name, find in known.items():
                hits = collections.defaultdict(collections.Counter)
                for kind, line in find(lines):
                    hits[kind][line] += 1
                for kind in TYPES:
                    key = record["file"], kind
                    scores[name][kind].add(hits[kind], truth[key], optional[key])
    print("| peer | My Number: precision | recall | F1 | " + " | ".join(f"{kind}: F1" for kind in TYPES[1:]) + " |")
    print("|---" * (4 + len(TYPES) - 1) + "|")
    for name in known:
        cells = scores[name]["my-number"].cells() + [scores[name][kind].cells()[2] for kind in TYPES[1:]]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
