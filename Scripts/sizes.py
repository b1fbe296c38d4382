"""Lists source files too long to read at a sitting; tables of data (`+Table`, `Table`) may be long."""

import pathlib
import sys

LIMIT = 400


def main():
    wrong = []
    for file in sorted(pathlib.Path("Sources").rglob("*.swift")):
        count = file.read_text("utf-8").count("\n")
        if count > LIMIT and not file.stem.endswith(("Table", "Tables")):
            wrong.append(f"{file}: {count} lines, at most {LIMIT}")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
