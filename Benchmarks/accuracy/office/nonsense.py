"""Renames every heading of a document to syllables that say nothing, so that only the values can speak."""

import re

from .document import END, Cell, Raw, Value

KANA = "ヌムヘモヨワユホノメ"
LATIN = ("zu", "qo", "vex", "wib", "jub", "xof", "gyl", "kwa", "pyz", "huv")


def word(rng):
    if rng.random() < 0.5:
        return "".join(rng.choice(KANA) for _ in range(rng.randint(3, 5)))
    return "".join(rng.choice(LATIN) for _ in range(rng.randint(2, 3)))


def rename(document, rng):
    """Replaces the headings of `document` in place: all cells of heading rows, and keys and labels wherever they stand."""
    known = {part.heading for part in document.parts if isinstance(part, Value) and part.heading}
    names = {}

    def renamed(text):
        if text not in names:
            new = word(rng)
            while new in names.values():
                new = word(rng)
            names[text] = new
        return names[text]

    rows = list(_heading_rows(document.parts, known))
    for start, end in rows:
        for index in range(start, end):
            part = document.parts[index]
            if isinstance(part, str) and part.strip(' \u3000",;\t\r\n|'):
                core = part.strip('" ')
                document.parts[index] = part.replace(core, renamed(core))
    inside = {index for start, end in rows for index in range(start, end)}
    # A word inside a longer one is no heading: 名 in 名簿.
    keys = sorted((key for key in known if len(key) > 1), key=lambda key: (-len(key), key))
    pattern = re.compile("|".join(map(re.escape, keys))) if keys else None
    for index, part in enumerate(document.parts):
        if isinstance(part, str) and index not in inside and pattern:
            document.parts[index] = pattern.sub(lambda match: renamed(match.group()), part)
        elif isinstance(part, Value) and part.heading:
            part.heading = renamed(part.heading)


def _heading_rows(parts, known):
    """Ranges of parts that are the cells of a row with a known heading and no value in it, or of one in other words below."""
    known = {"".join(word.split()) for word in known}
    start, is_below = None, False
    for index, part in enumerate(parts):
        if isinstance(part, Cell) and part is not END and part.row and part.column == 1:
            start = index
        elif start is not None and isinstance(part, str) and part.endswith(("\n", "\r")):
            row = parts[start:index]
            cells = {"".join(p.strip('"').split()) for p in row if isinstance(p, str)}
            has_values = any(isinstance(p, (Value, Raw)) for p in row)
            is_words = not any(c.isdigit() for cell in cells for c in cell)
            is_heading = not has_values and (bool(known & cells) or is_below and is_words)
            if is_heading:
                yield start, index
            start, is_below = None, is_heading
