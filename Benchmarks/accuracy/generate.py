#!/usr/bin/env python3
"""Writes a labelled office share: DIR/share, DIR/labels.jsonl, DIR/files.jsonl, DIR/policy.yaml.

With --nonsense-headings every heading, key and label in front of a value is renamed to syllables that say nothing.
With --distractors MIB it writes DIR/distractors instead: at least so much text without any personal data.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from office import distractors, nonsense, regime, share  # noqa: E402

COPIES = {"small": 3, "full": 12}


def write(seed, out, copies, nonsense_headings=False):
    documents = share.build(seed, copies)
    root = out / "share"
    shutil.rmtree(root, ignore_errors=True)
    now = time.time()
    seen = set()
    with open(out / "labels.jsonl", "w", encoding="utf-8") as labels_file, \
            open(out / "files.jsonl", "w", encoding="utf-8") as files_file:
        for document in documents:
            assert document.path not in seen, document.path
            seen.add(document.path)
            if nonsense_headings:
                nonsense.rename(document, random.Random(f"{seed}/{document.path}"))
            data, labels = document.finish()
            target = root / document.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            os.chmod(target, document.mode)
            stamp = now - 86400 * document.modified
            os.utime(target, (stamp, stamp))
            must, maybe = regime.expected(document, labels)
            record = {"file": document.path, "family": document.family, "category": document.category,
                      "verdicts": sorted(must), "optional_verdicts": sorted(maybe), "encoding": document.encoding,
                      "bytes": len(data)}
            files_file.write(json.dumps(record, ensure_ascii=False) + "\n")
            for label in labels:
                label["family"] = document.family
                labels_file.write(json.dumps(label, ensure_ascii=False) + "\n")
    (out / "policy.yaml").write_text(regime.policy_text(), encoding="utf-8")
    return len(documents)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--size", choices=sorted(COPIES), default="full")
    parser.add_argument("--distractors", type=int, metavar="MIB")
    parser.add_argument("--nonsense-headings", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.distractors:
        total = distractors.write(options.seed, options.out / "distractors", options.distractors << 20)
        print(f"{total} bytes of distractors in {options.out / 'distractors'}")
        return
    count = write(options.seed, options.out, COPIES[options.size], options.nonsense_headings)
    print(f"{count} files of {len(share.FAMILIES)} families in {options.out / 'share'}")


if __name__ == "__main__":
    main()
