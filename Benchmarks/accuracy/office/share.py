"""The share under construction: families register here and add their documents."""

import random

from . import lists
from .document import Document
from .people import Person

FAMILIES = {}

# category truth values besides the policy's keys
NOBODY = "none"  # nobody's data: no category, no location verdict
UNDECLARED = "undeclared"  # people of no declared category
UNCLEAR = "unclear"  # people's data whose category cannot be told from this file; not scored

ENCODINGS = ([("cp932", "\r\n", False)] * 8 + [("utf-8", "\n", False)] * 5 + [("utf-8", "\r\n", True)] * 4
             + [("euc_jp", "\n", False), ("utf-16-le", "\r\n", True), ("utf-8", "\r", False)])


def family(name, distractor=False):
    """Registers one way in which offices write data (or what merely looks like it)."""

    def register(function):
        assert name not in FAMILIES, name
        FAMILIES[name] = (function, distractor)
        return function

    return register


class Share:
    """Context that a family gets: its own random source, people, words, and a place to put files."""

    def __init__(self, rng, name, index):
        self.rng, self.name, self.index = rng, name, index
        self.documents = []

    def person(self):
        return Person(self.rng)

    def people(self, low, high):
        return [Person(self.rng) for _ in range(self.rng.randint(low, high))]

    def pick(self, *choices):
        return self.rng.choice(choices)

    def chance(self, share):
        return self.rng.random() < share

    def heading(self, kind):
        return self.rng.choice(lists.headings()[kind])

    def document(self, path, encoding=None, newline=None, bom=None):
        """A document at `path`; without `encoding` one of those that an office mixes."""
        if encoding is None:
            chosen = self.rng.choice(ENCODINGS)
        else:
            chosen = (encoding, newline or "\n", bool(bom))
        stem, dot, extension = path.rpartition(".")
        document = Document(f"{stem}_{self.index + 1}{dot}{extension}", *chosen)
        document.family = self.name
        return document

    def add(self, document, category, modified_days=30, mode=0o640):
        document.category, document.modified, document.mode = category, modified_days, mode
        self.documents.append(document)
        return document


def build(seed, copies):
    """All documents of all families, `copies` each."""
    from . import families  # noqa: F401
    from .families import load
    load()
    documents = []
    for name, (function, _) in FAMILIES.items():
        for index in range(copies):
            share = Share(random.Random(f"{seed}/{name}/{index}"), name, index)
            function(share)
            documents += share.documents
    return documents
