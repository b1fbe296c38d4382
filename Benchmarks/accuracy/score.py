#!/usr/bin/env python3
"""Scans a generated share with the program and compares every reported place with the labels.

Prints Markdown. Values of the (synthetic) share are never printed, except on stderr with --show, for debugging the program.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from scoring import matching, packs, tables  # noqa: E402

REPOSITORY = HERE.parent.parent
ACCEPTED = 0.5  # findings from this confidence on count, as contract and README say


def scan(program, root, policy, options):
    """The file records of one scan."""
    with tempfile.NamedTemporaryFile(suffix=".ndjson") as output:
        command = [str(program), "scan", str(root), "--format", "ndjson", "--places", "all", "--output", output.name,
                   "--no-progress", *options]
        if policy:
            command += ["--policy", str(policy)]
        result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if result.returncode not in (0, 1, 3):
            sys.exit(f"{program} ended with status {result.returncode}: {result.stderr.decode(errors='replace')[:2000]}")
        records, ended = [], False
        with open(output.name, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                kind = record.get("record") or record.get("kind") or record.get("type")
                if kind == "file" or "path" in record:
                    records.append(record.get("file", record) if isinstance(record.get("file"), dict) else record)
                elif kind == "end" or "coverage" in record:
                    ended = True
        if not ended:
            sys.exit("the stream has no end record: not a result")
        return records


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score(folder, records, options):
    files = {f["file"]: f for f in read(folder / "files.jsonl")
             if f["family"] not in options.without and (not options.only or f["family"] in options.only)}
    labels = collections.defaultdict(list)
    known = packs.words(REPOSITORY / "Patterns")
    for label in read(folder / "labels.jsonl"):
        label["unseen"] = packs.unseen(label, known)
        labels[label["file"]].append(label)
    found = {r["path"]: r for r in records}
    results = [matching.match(labels[name], found.get(name)) for name in files]
    outcomes = [o for r in results for o in r]
    print(tables.by_type(outcomes, ACCEPTED, "all"))
    print(tables.by_type([o for o in outcomes if o.unseen or not o.expected], ACCEPTED, "unseen part"))
    print(tables.families(outcomes, files, ACCEPTED))
    print(tables.categories(files, found))
    print(tables.verdicts(files, found))
    print(tables.reliability(outcomes))
    if options.show:
        for o in outcomes:
            if (not options.family or files[o.file]["family"] == options.family) and o.wrong(ACCEPTED):
                print(o.describe(), file=sys.stderr)


def distractors(folder, records):
    size = sum(p.stat().st_size for p in (folder / "distractors").rglob("*") if p.is_file())
    print(tables.distractors(records, size, ACCEPTED))


def ground(program, root, options):
    """Findings in real public text that holds nobody's data."""
    size = sum(p.stat().st_size for p in root.rglob("*") if p.is_file() and not p.is_symlink())
    print(tables.distractors(scan(program, root, None, options), size, ACCEPTED).replace("Distractors", f"{root}", 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, nargs="?", help="what generate.py wrote")
    parser.add_argument("--ground", type=pathlib.Path, action="append", default=[],
                        help="scan a real directory without personal data, such as /usr/include, instead")
    parser.add_argument("--program", type=pathlib.Path, default=REPOSITORY / ".build/static/release/tanaoroshi")
    parser.add_argument("--records", type=pathlib.Path, help="NDJSON of an earlier scan instead of scanning")
    parser.add_argument("--option", action="append", default=[], help="handed on to `scan`")
    parser.add_argument("--without", metavar="FAMILY", action="append", default=[], help="leave this family out")
    parser.add_argument("--only", metavar="FAMILY", action="append", default=[], help="score these families only")
    parser.add_argument("--show", action="store_true", help="each error with its value, on stderr")
    parser.add_argument("--family", help="with --show: this family only")
    options = parser.parse_args()
    for root in options.ground:
        ground(options.program, root, options.option)
    if not options.folder:
        return
    if (options.folder / "distractors").is_dir():
        distractors(options.folder, scan(options.program, options.folder / "distractors", None, options.option))
    if (options.folder / "share").is_dir():
        records = [r for r in read(options.records) if "path" in r] if options.records else scan(
            options.program, options.folder / "share", options.folder / "policy.yaml", options.option)
        score(options.folder, records, options)


if __name__ == "__main__":
    main()
