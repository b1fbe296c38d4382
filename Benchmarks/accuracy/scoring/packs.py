"""Which of the generator's headings and given names the program's packs contain. Used for that mark only."""

import functools
import struct
import unicodedata

GIVEN = 2 | 8 | 1024  # given name as written, by reading, foreign: Lexicon.swift
MASK = (1 << 64) - 1


def normal(text):
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


class Words:
    """Heading words of the packs, and a test for given names."""

    def __init__(self, headings, names=None):
        self.headings, self.names = headings, names if names is not None else set()


class Lexicon:
    """Reads `words/lexicon.bin` as WordTable.swift does: fingerprints and kinds by hash."""

    def __init__(self, folder):
        self.data = (folder / "lexicon.bin").read_bytes()
        self.variants = {}
        for line in (folder / "variants.txt").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                first, *others = line.split()
                for other in "".join(others):
                    self.variants[other] = first
        _, self.slots, self.width, _, _ = struct.unpack_from("<5I", self.data)

    def __contains__(self, word):
        hash_ = 0xCBF29CE484222325
        for unit in "".join(self.variants.get(c, c) for c in normal(word)):
            hash_ = ((hash_ ^ ord(unit)) * 0x9E3779B97F4A7C15) & MASK
            hash_ ^= hash_ >> 29
        key, slot = max(hash_ & 0xFFFFFFFF, 1), ((hash_ >> 32) * self.slots) >> 32
        keys = 20 + 16384
        while True:
            found, = struct.unpack_from("<I", self.data, keys + 4 * slot)
            if found == key:
                at = keys + 4 * self.slots + self.width * slot
                value, = struct.unpack_from("<I" if self.width == 4 else "<H", self.data, at)
                return bool(value & GIVEN)
            if not found:
                return False
            slot = (slot + 1) % self.slots


def words(folder):
    """The words of all packs below Patterns/, taken apart at whatever separates words in YAML."""
    headings = set()
    for path in sorted(folder.rglob("*.yaml")) if folder.is_dir() else []:
        text = path.read_text(encoding="utf-8")
        for mark in "[]{},\"'\t:#\r":
            text = text.replace(mark, "\n")
        headings.update(normal(word) for word in text.split("\n") if word.strip())
    lists = folder / "words"
    return Words(headings, Lexicon(lists) if (lists / "lexicon.bin").exists() else None)


@functools.lru_cache(maxsize=10_000)
def _normal(text):
    return normal(text)


def unseen(label, known):
    """True when the heading over the value, or the given name in it, stands in no pack."""
    heading, given = label.get("heading"), label.get("given")
    if heading and _normal(heading) not in known.headings:
        return True
    return bool(given) and label["type"] == "person-name" and given not in known.names
