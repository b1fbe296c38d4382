"""Lists package types and functions that no doc comment introduces.

Initialisers and plain properties are left to the comment of their type. What a protocol asks for is left to the
protocol: one of the standard library, or one of our own whose requirement has its comment.
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
PROTOCOL = re.compile(r"^package protocol (\w+)")
REQUIREMENT = re.compile(r"^  (?:mutating )?func (\w+)")


def requirements():
    """Documented requirements of our own protocols: pairs of protocol and function."""
    asked = set()
    for file in pathlib.Path("Sources").rglob("*.swift"):
        protocol = None
        above = ""
        for line in file.read_text("utf-8").splitlines():
            if opened := PROTOCOL.match(line):
                protocol = opened[1]
            elif line.startswith("}"):
                protocol = None
            elif protocol and (asks := REQUIREMENT.match(line)) and above.strip().startswith("///"):
                asked.add((protocol, asks[1]))
            above = line
    return asked


def conforms(text, protocol):
    return re.search(rf"^[^/\n]*\b(?:struct|class|enum|extension) [^{{\n]*:[^{{\n]*\b{protocol}\b", text, re.M)


def main():
    wrong = []
    asked = requirements()
    for file in sorted(pathlib.Path("Sources").rglob("*.swift")):
        text = file.read_text("utf-8")
        lines = text.splitlines()
        witnesses = {name for protocol, name in asked if conforms(text, protocol)}
        for index, line in enumerate(lines):
            found = DECLARATION.match(line)
            if not found or found[2] in ASKED_FOR | witnesses:
                continue
            above = index - 1
            while above >= 0 and lines[above].strip().startswith(("@", "// ")):
                above -= 1
            if above < 0 or not lines[above].strip().startswith("///"):
                wrong.append(f"{file}:{index + 1}: {found[1]} {found[2]} has no doc comment")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
