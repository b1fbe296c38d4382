"""Which of the generator's headings and given names the program's packs contain. Used for that mark only."""

import functools
import unicodedata


def normal(text):
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class Words:
    def __init__(self, headings, dictionary):
        self.headings, self.dictionary = headings, dictionary


def words(folder):
    """All text below Patterns/, taken apart at whatever separates words there."""
    headings, dictionary = set(), set()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for mark in "[]{},\"'\t:|#\r":
            text = text.replace(mark, "\n")
        target = headings if path.suffix in (".yaml", ".yml") else dictionary
        target.update(normal(w) for w in text.split("\n") if w.strip())
        for word in text.split():
            target.add(normal(word))
    return Words(headings, dictionary | headings)


@functools.lru_cache(maxsize=10_000)
def _normal(text):
    return normal(text)


def unseen(label, known):
    """True when the heading over the value, or the given name in it, stands in no pack."""
    heading, given = label.get("heading"), label.get("given")
    if heading and _normal(heading) not in known.headings:
        return True
    return bool(given) and _normal(given) not in known.dictionary
