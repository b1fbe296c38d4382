"""Compares the import lines of every Swift target with the table of modules in docs/architecture.md.

A row of the table reads | `Target` | what it does | what it may import |; the names in backticks of
the last cell are what it may import besides the standard library.
"""

import pathlib
import re
import sys


def table():
    allowed = {}
    for line in pathlib.Path("docs/architecture.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) < 3:
            continue
        name = re.fullmatch(r"`(\w+)`", cells[0])
        if name and pathlib.Path("Sources", name[1]).is_dir():
            allowed[name[1]] = set(re.findall(r"`(\w+)`", cells[-1]))
    return allowed


def main():
    allowed = table()
    wrong = []
    for folder in sorted(pathlib.Path("Sources").iterdir()):
        files = sorted(folder.rglob("*.swift"))
        if not files:
            continue
        if folder.name not in allowed:
            wrong.append(f"docs/architecture.md: no row for `{folder.name}`")
            continue
        for file in files:
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                found = re.match(
                    r"\s*(?:@\w+ )*(?:(?:package|internal|private|public|fileprivate) )?import (?:\w+ )?(\w+)",
                    line,
                )
                if found and found[1] not in allowed[folder.name]:
                    wrong.append(f"{file}:{number}: {folder.name} may not import {found[1]}")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
