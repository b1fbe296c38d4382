#!/usr/bin/env python3
"""One row for each step of the inference: F1 of some types with the later steps left out. Prints Markdown."""

import argparse
import collections
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from scoring import matching, tables  # noqa: E402

STEPS = ["check-digits", "series-odds", "neighbours", "dictionaries", "repair"]
TYPES = ["my-number", "drivers-licence", "residence-record-code", "credit-card", "bank-account", "person-name", "address",
         "phone"]
ACCEPTED = 0.5


def read(lines):
    return [json.loads(line) for line in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="what generate.py wrote")
    parser.add_argument("--program", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with open(options.folder / "files.jsonl", encoding="utf-8") as lines:
        files = {f["file"]: f for f in read(lines)}
    labels = collections.defaultdict(list)
    with open(options.folder / "labels.jsonl", encoding="utf-8") as lines:
        for label in read(lines):
            labels[label["file"]].append(label)
    print("| steps | " + " | ".join(TYPES) + " | all | categories | verdicts |")
    print("|---" * (len(TYPES) + 4) + "|")
    for count in range(len(STEPS) + 1):
        left_out = STEPS[count:]
        run = subprocess.run([options.program, options.folder / "share", options.folder / "policy.yaml", *left_out],
                             stdout=subprocess.PIPE, check=True)
        found = {r["path"]: r for r in read(run.stdout.decode().splitlines()) if r["record"] == "file"}
        counts = collections.defaultdict(lambda: [0, 0, 0])
        for name in files:
            for o in matching.match(labels[name], found.get(name)):
                if o.optional:
                    continue
                for kind in (o.type, "all"):
                    if o.expected:
                        counts[kind][0 if o.found(ACCEPTED) else 2] += 1
                    elif o.found(ACCEPTED):
                        counts[kind][1] += 1
        cells = [tables.cell(tables.f1(*counts[kind])[2]) for kind in [*TYPES, "all"]]
        category = tables.categories(files, found).split(" = ")[1].split("\n")[0]
        verdicts = tables.verdicts(files, found).split("micro-F1 ")[1].split("\n")[0]
        print(f"| {'+ ' + STEPS[count - 1] if count else 'heading only'} | " + " | ".join([*cells, category, verdicts]) + " |",
              flush=True)


if __name__ == "__main__":
    main()
