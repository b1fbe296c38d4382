#!/usr/bin/env python3
"""Full names that nothing points out, measured on word lists that nobody wrote for this program.

    bare_names.py FOLDER [--program PROGRAM]

FOLDER holds the SKK dictionaries (Debian: skkdic and skkdic-extra, /usr/share/skk). Each word of three to six kanji is
set into a sentence of its own, 昨日はWORDが来た。, and scanned. SKK-JISYO.fullname is a list of persons: what is found of it is
recall. The words of the other lists are places, laws, offices, words of the language; what is found of them and is not
a person of SKK-JISYO.fullname or SKK-JISYO.jinmei is printed, to be read by eye: it may be a person all the same.
"""

import argparse
import json
import pathlib
import re
import subprocess
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent

OTHERS = ["L", "geo", "law", "hukugougo", "okinawa", "edict", "propernoun", "assoc", "noregist", "requested"]
KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff々]{3,6}")
# Names are looked for in the first 64 KiB of a text.
WORDS_A_FILE = 1_000


def words(path):
    """The words of three to six kanji of a dictionary."""
    found = set()
    for line in path.read_text(encoding="euc-jp", errors="replace").splitlines():
        if line.startswith(";") or " " not in line:
            continue
        for entry in line.split(" ", 1)[1].strip("/").split("/"):
            word = entry.split(";")[0]
            if KANJI.fullmatch(word):
                found.add(word)
    return found


def found(program, listed):
    """Those of the words that are reported as bare names."""
    listed = sorted(listed)
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for start in range(0, len(listed), WORDS_A_FILE):
            files.append(listed[start:start + WORDS_A_FILE])
            text = "".join(f"昨日は{word}が来た。\n" for word in files[-1])
            pathlib.Path(folder, f"{len(files) - 1}.txt").write_text(text, encoding="utf-8")
        output = subprocess.run([program, "scan", folder, "--format", "ndjson", "--places", "all"],
                                capture_output=True, check=False).stdout
        names = set()
        for line in output.splitlines():
            record = json.loads(line)
            if record["record"] != "file":
                continue
            number = int(pathlib.Path(record["path"]).stem)
            for finding in record["findings"]:
                if {"kind": "note", "note": "bare-name"} in finding["evidence"] and finding["confidence"] >= 0.5:
                    names.update(files[number][place["line"] - 1] for place in finding["places"])
        return names


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=REPOSITORY / ".build/static/release/tanaoroshi")
    options = parser.parse_args()
    persons = words(options.folder / "SKK-JISYO.fullname")
    hits = found(options.program, persons)
    print(f"SKK-JISYO.fullname: {len(hits)} of {len(persons)} persons found, recall {len(hits) / len(persons):.3f}")
    known = persons | words(options.folder / "SKK-JISYO.jinmei")
    seen, right, rest = set(), 0, []
    for name in OTHERS:
        new = words(options.folder / f"SKK-JISYO.{name}") - seen
        seen |= new
        hits = found(options.program, new)
        right += len(hits & known)
        rest += sorted(hits - known)
    print(f"other lists: of {len(seen)} words {right + len(rest)} found, {right} of them listed as persons; the rest, to be read:")
    print(" ".join(rest))


if __name__ == "__main__":
    main()
