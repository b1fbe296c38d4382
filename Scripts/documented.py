"""Lists package types and functions that no doc comment introduces.

Initialisers and plain properties are left to the comment of their type, and so is what a protocol of
the standard library asks for.
"""

import pathlib
import re
import sys

DECLARATION = re.compile(
    r"\s*(?:(?:static|final|indirect|mutating|borrowing|consuming|nonisolated) )*package "
    r"(?:(?:static|final|indirect|mutating|borrowing|consuming|nonisolated) )*"
    r"(struct|enum|class|protocol|func|typealias)\s+(`?[\w<=>+\-*/&|^~!]+)"
)
ASKED_FOR = {"==", "<", "hash", "encode"}


def main():
    wrong = []
    for file in sorted(pathlib.Path("Sources").rglob("*.swift")):
        lines = file.read_text("utf-8").splitlines()
        for index, line in enumerate(lines):
            found = DECLARATION.match(line)
            if not found or found[2] in ASKED_FOR:
                continue
            above = index - 1
            while above >= 0 and lines[above].strip().startswith(("@", "// ")):
                above -= 1
            if above < 0 or not lines[above].strip().startswith("///"):
                wrong.append(f"{file}:{index + 1}: {found[1]} {found[2]} has no doc comment")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
