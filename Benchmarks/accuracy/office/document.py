"""A file in the making: text with marked values, encoded once, so that every label knows its byte."""

import codecs

# Characters that an older encoding lacks, and what an office types instead.
PLAIN = {"髙": "高", "﨑": "崎", "𠮷": "吉", "濵": "浜", "①": "(1)", "②": "(2)", "㈱": "(株)", "㍼": "昭和",
         "㍻": "平成", "│": "|", "−": "－", "～": "〜", "〜": "～", "—": "-", "–": "-", "‐": "-", "é": "e",
         "德": "徳", "朗": "朗", "\U000e0100": "", "Ⅱ": "II", "№": "No."}


class Value:
    """One value with its truth. `text` is what is stored."""

    __slots__ = ("text", "type", "heading", "given", "damaged", "optional", "bare", "part")

    def __init__(self, type, text, heading=None, given=None, damaged=None, optional=False, bare=False,
                 part=False):
        # `part`: a further piece of the value labelled before it on the same line; either place will do.
        self.type, self.text, self.part = type, text, part
        self.heading, self.given, self.damaged = heading, given, damaged
        self.optional, self.bare = optional or part, bare

    def replaced(self, text, damaged=None):
        return Value(self.type, text, self.heading, self.given, damaged or self.damaged, self.optional, self.bare,
                     self.part)

    def maybe(self):
        """The same value where reporting it is neither right nor wrong."""
        return Value(self.type, self.text, self.heading, self.given, self.damaged, True, self.bare, self.part)


class Cell:
    """Begins a cell (or element): labels up to the next one stand in it."""

    __slots__ = ("row", "column", "path")

    def __init__(self, row=None, column=None, path=None):
        self.row, self.column, self.path = row, column, path


END = Cell()


class Raw(bytes):
    """Bytes stored as they are."""


class Document:
    """What a family writes. Text uses `\\n`; `newline` is what is stored."""

    def __init__(self, path, encoding="utf-8", newline="\n", bom=False):
        self.path, self.encoding, self.newline, self.bom = path, encoding, newline, bom
        self.parts = []
        self.row = 0
        self.by_line = False
        self.category, self.family = None, None
        self.modified, self.mode = None, 0o640
        self.extra_verdicts, self.optional_verdicts = set(), set()

    def write(self, *items):
        for item in items:
            if isinstance(item, (list, tuple)):
                self.write(*item)
            elif item is not None:
                self.parts.append(item if isinstance(item, (Value, Cell, Raw)) else str(item))
        return self

    def line(self, *items):
        self.write(*items)
        self.parts.append("\n")
        return self

    def record(self, cells, delimiter=",", quote=False, ending="\n"):
        """One row of a delimited table."""
        self.row += 1
        for index, cell in enumerate(cells):
            if index:
                self.parts.append(delimiter)
            items = list(flatten(cell))
            plain = "".join(i.text if isinstance(i, Value) else i for i in items)
            quoted = quote or any(c in plain for c in (delimiter, '"', "\n", "\r"))
            self.parts.append(Cell(self.row, index + 1))
            if quoted:
                self.parts.append('"')
            for item in items:
                if isinstance(item, Value):
                    self.parts.append(item.replaced(item.text.replace('"', '""')) if quoted else item)
                else:
                    self.parts.append(item.replace('"', '""') if quoted else item)
            if quoted:
                self.parts.append('"')
            self.parts.append(END)
        self.parts.append(ending)

    def finish(self):
        """The stored bytes and the labels."""
        name = self.encoding
        encoder = codecs.getincrementalencoder(name)()
        out = bytearray()
        if self.bom:
            out += {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[name]
        labels, line, column = [], 1, 1
        cell, cell_line, open_labels = None, 1, []

        def store(text):
            nonlocal line, column
            text = "".join(self._plain(c, name) for c in text)
            out.extend(encoder.encode(text.replace("\n", self.newline)))
            breaks = text.count("\n")
            line += breaks
            column = len(text) - text.rfind("\n") if breaks else column + len(text)
            return text

        for part in self.parts:
            if isinstance(part, Raw):
                out += part
                line += part.count(b"\n")
                column = len(part) - part.rfind(b"\n") if b"\n" in part else column + len(part)
            elif isinstance(part, Cell):
                for label in open_labels:
                    label["cell_end"] = len(out)
                open_labels = []
                cell, cell_line = (None if part is END else (len(out), part)), line
            elif isinstance(part, Value):
                label = {"file": self.path, "type": part.type, "line": cell_line if cell else line,
                         "row": cell[1].row if cell else None,
                         "column": (cell[1].column if cell else column),
                         "byte": len(out)}
                if cell:
                    label["cell"] = cell[0]
                    if cell[1].path:
                        label["path"] = cell[1].path
                    open_labels.append(label)
                label["value"] = store(part.text)
                label["end"] = len(out)
                for key in ("heading", "given", "damaged"):
                    if getattr(part, key):
                        label[key] = getattr(part, key)
                if part.optional:
                    label["optional"] = True
                if part.bare:
                    label["bare"] = True
                if part.part:
                    label["part"] = True
                if self.by_line:
                    label["by_line"] = True
                labels.append(label)
            else:
                store(part)
        out += encoder.encode("", True)
        return bytes(out), labels

    @staticmethod
    def _plain(character, encoding):
        if character < "\x80" or encoding.startswith("utf"):
            return character
        try:
            return character.encode(encoding).decode(encoding)
        except UnicodeEncodeError:
            replacement = PLAIN.get(character, "〓")
            try:
                return replacement.encode(encoding).decode(encoding)
            except UnicodeEncodeError:
                return "?"


def flatten(item):
    if isinstance(item, (list, tuple)):
        for inner in item:
            yield from flatten(inner)
    elif item is not None:
        yield item if isinstance(item, Value) else str(item)
