"""Pairs the places of findings with the labels of one file."""

import collections


class Outcome:
    """A label with or without its finding, or a finding without a label."""

    __slots__ = ("file", "type", "expected", "confidence", "unseen", "family", "optional", "label", "place", "bare")

    def __init__(self, file, type, label=None, confidence=None, place=None):
        self.file, self.type, self.label, self.place = file, type, label, place
        self.expected = label is not None
        self.optional = bool(label and label.get("optional"))
        self.unseen = bool(label and label.get("unseen"))
        self.bare = bool(label and label.get("bare"))
        self.confidence = confidence

    def found(self, accepted):
        return self.confidence is not None and self.confidence >= accepted

    def wrong(self, accepted):
        if self.optional:
            return False
        return self.expected != self.found(accepted) if self.expected else self.found(accepted)

    def describe(self):
        label, place = self.label or {}, self.place or {}
        kind = "missed" if self.expected else "surplus"
        at = f"line {label.get('line', place.get('line'))} column {label.get('column', place.get('column'))}"
        return f"{kind}\t{self.type}\t{self.file}\t{at}\t{label.get('value', place)}\theading={label.get('heading')}\t{self.confidence}"


def places(record):
    """(type, confidence, place) of every reported value."""
    for finding in record.get("findings", []):
        for place in finding.get("places", []):
            yield finding["type"], place.get("confidence", finding["confidence"]), place


def match(labels, record):
    """Outcomes of one file. Each label takes at most one finding; a second one for the same value is a surplus."""
    name = labels[0]["file"] if labels else record["path"] if record else ""
    taken = {}
    surplus = []
    by_type = collections.defaultdict(list)
    for index, label in enumerate(labels):
        by_type[label["type"]].append(index)
    reported = sorted(places(record), key=lambda p: -p[1]) if record else []
    finders = [Finder(labels, indices) for indices in by_type.values()]
    by_type = dict(zip(by_type, finders))
    for type_, confidence, place in reported:
        finder = by_type.get(type_)
        index = finder.find(place, taken) if finder else None
        if index is None:
            surplus.append(Outcome(name, type_, confidence=confidence, place=place))
        else:
            taken[index] = (confidence, place)
    _parts(labels, taken)
    outcomes = [Outcome(name, label["type"], label, *(taken.get(i) or (None, None))) for i, label in enumerate(labels)]
    return outcomes + surplus


def _parts(labels, taken):
    """A value in pieces counts as found when a further piece was reported instead of the first."""
    first = {}
    for index, label in enumerate(labels):
        key = (label["type"], label["line"])
        if label.get("part"):
            if index in taken and key in first and first[key] not in taken:
                taken[first[key]] = taken[index]
        else:
            first[key] = index


class Finder:
    """Labels of one type, looked up by byte, by cell, by line."""

    def __init__(self, labels, indices):
        self.labels = labels
        self.spans = sorted((min(labels[i].get("cell", labels[i]["byte"]), labels[i]["byte"]),
                             max(labels[i].get("cell_end", 0), labels[i]["end"]), i) for i in indices)
        self.by_cell = collections.defaultdict(list)
        self.by_line = collections.defaultdict(list)
        for i in indices:
            label = labels[i]
            if label.get("row") and label.get("column"):
                self.by_cell[label["row"], label["column"]].append(i)
            self.by_line[label["line"]].append(i)

    def find(self, place, taken):
        import bisect
        byte = place.get("byte")
        candidates = []
        if byte is not None:
            at = bisect.bisect_right(self.spans, (byte, float("inf"), 0))
            for low, high, index in self.spans[max(0, at - 4):at + 1]:
                if low - 1 <= byte <= high:
                    candidates.append((abs(byte - self.labels[index]["byte"]), index))
        for _, index in sorted(candidates, key=lambda c: (self.labels[c[1]].get("optional", False), c[0])):
            if index not in taken:
                return index
        if candidates:
            return None
        if place.get("row") and place.get("column"):
            for index in self.by_cell.get((place["row"], place["column"]), []):
                if index not in taken:
                    return index
        line = place.get("line")
        for index in self.by_line.get(line, []) if line else []:
            if index not in taken and (place.get("path") or self.labels[index].get("by_line")
                                       or (byte is None and not place.get("column"))):
                return index
        for near in (line - 1, line + 1) if line else ():
            for index in self.by_line.get(near, []):
                if index not in taken and self.labels[index].get("by_line"):
                    return index
        return None
