"""Lists every use of `unsafe` outside the edges, and every file at the edge that gives no reason for its own."""

import pathlib
import re
import sys

EDGES = {"Posix", "Regexes", "ScanKernels", "XMLPush", "YAMLTree"}
# The two places that read what is compiled into the program: the packs, and the word lists.
READER_OF_EMBEDDED_BYTES = re.compile(r"Sources/Rules/(Bundled\w+|Words/StaticBytes)\.swift")


def code(line):
    return re.sub(r'"(?:\\.|[^"\\])*"', '""', line).split("//")[0]


def main():
    wrong = []
    for file in sorted(pathlib.Path("Sources").rglob("*.swift")):
        text = file.read_text("utf-8")
        uses = [
            number
            for number, line in enumerate(text.splitlines(), 1)
            if re.search(r"\bunsafe\b|@unsafe\b", code(line))
        ]
        if not uses:
            continue
        if file.parts[1] not in EDGES and not READER_OF_EMBEDDED_BYTES.fullmatch(str(file)):
            wrong += [f"{file}:{number}: unsafe outside the edges" for number in uses]
        elif "// Safety:" not in text:
            wrong.append(f"{file}:{uses[0]}: unsafe without a `// Safety:` line")
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


sys.exit(main())
