"""Markdown tables of the comparison."""

import collections


def f1(right, surplus, missed):
    precision = right / (right + surplus) if right + surplus else None
    recall = right / (right + missed) if right + missed else None
    both = 2 * right / (2 * right + surplus + missed) if right + surplus + missed else None
    return precision, recall, both


def cell(number):
    return "–" if number is None else f"{number:.3f}"


def by_type(outcomes, accepted, title):
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for o in outcomes:
        if o.optional:
            continue
        if o.expected:
            counts[o.type][0 if o.found(accepted) else 2] += 1
        elif o.found(accepted):
            counts[o.type][1] += 1
    lines = [f"### Values, {title}", "", "| type | values | precision | recall | F1 |", "|---|---|---|---|---|"]
    total = [0, 0, 0]
    for kind in sorted(counts):
        row = counts[kind]
        total = [a + b for a, b in zip(total, row)]
        lines.append(f"| {kind} | {row[0] + row[2]} | " + " | ".join(cell(x) for x in f1(*row)) + " |")
    lines.append(f"| **all** | {total[0] + total[2]} | " + " | ".join(cell(x) for x in f1(*total)) + " |")
    return "\n".join(lines) + "\n"


def families(outcomes, files, accepted):
    """Where the errors are."""
    errors = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    for o in outcomes:
        if o.wrong(accepted):
            errors[files[o.file]["family"]][o.type][0 if o.expected else 1] += 1
    ranked = sorted(errors.items(), key=lambda e: -sum(sum(v) for v in e[1].values()))
    lines = ["### Errors by family (missed / surplus)", "", "| family | errors |", "|---|---|"]
    for name, kinds in ranked:
        text = ", ".join(f"{k} {m}/{s}" for k, (m, s) in sorted(kinds.items(), key=lambda e: -sum(e[1])))
        lines.append(f"| {name} | {text} |")
    return "\n".join(lines) + "\n"


def predicted_category(record):
    if record is None:
        return "none"
    key = (record.get("category") or {}).get("key")
    if key:
        return key
    rules = {v["rule"] for v in record.get("verdicts", [])}
    return "undeclared" if "no-declared-purpose" in rules else "none"


def categories(files, found):
    confusion, right, total = collections.Counter(), 0, 0
    for name, truth in files.items():
        if truth["category"] == "unclear":
            continue
        total += 1
        guess = predicted_category(found.get(name))
        if guess == truth["category"]:
            right += 1
        else:
            confusion[truth["family"], truth["category"], guess] += 1
    lines = [f"### Category of persons: {right}/{total} = {right / max(1, total):.3f}", "", "| family | truth | said | files |", "|---|---|---|---|"]
    lines += [f"| {f} | {t} | {g} | {n} |" for (f, t, g), n in confusion.most_common(40)]
    return "\n".join(lines) + "\n"


def verdicts(files, found):
    counts = collections.defaultdict(lambda: [0, 0, 0])
    where = collections.Counter()
    for name, truth in files.items():
        said = {v["rule"] for v in found[name].get("verdicts", [])} if name in found else set()
        must, may = set(truth["verdicts"]), set(truth["optional_verdicts"])
        for rule in must & said:
            counts[rule][0] += 1
        for rule in said - must - may:
            counts[rule][1] += 1
            where[truth["family"], "surplus " + rule] += 1
        for rule in must - said:
            counts[rule][2] += 1
            where[truth["family"], "missing " + rule] += 1
    total = [sum(c[i] for c in counts.values()) for i in range(3)]
    lines = [f"### Verdicts: micro-F1 {cell(f1(*total)[2])}", "", "| rule | expected | precision | recall | F1 |", "|---|---|---|---|---|"]
    for rule in sorted(counts):
        row = counts[rule]
        lines.append(f"| {rule} | {row[0] + row[2]} | " + " | ".join(cell(x) for x in f1(*row)) + " |")
    lines += ["", "| family | error | files |", "|---|---|---|"]
    lines += [f"| {f} | {what} | {n} |" for (f, what), n in where.most_common(40)]
    return "\n".join(lines) + "\n"


def reliability(outcomes):
    """Share of right findings by confidence; optional ones say nothing."""
    bins = [[0, 0, 0.0] for _ in range(10)]
    for o in outcomes:
        if o.optional or o.confidence is None:
            continue
        row = bins[min(9, int(o.confidence * 10))]
        row[0] += 1
        row[1] += o.expected
        row[2] += o.confidence
    total = sum(b[0] for b in bins)
    error = sum(abs(b[1] - b[2]) for b in bins) / total if total else 0
    lines = [f"### Reliability (expected calibration error {error:.3f})", "", "| confidence | findings | mean | right |", "|---|---|---|---|"]
    for i, (n, right, mass) in enumerate(bins):
        if n:
            lines.append(f"| {i / 10:.1f}–{i / 10 + .1:.1f} | {n} | {mass / n:.3f} | {right / n:.3f} |")
    return "\n".join(lines) + "\n"


def distractors(records, size, accepted):
    counts = collections.Counter()
    where = collections.Counter()
    for record in records:
        for finding in record.get("findings", []):
            if finding["confidence"] >= accepted:
                counts[finding["type"]] += finding["count"]
                where[finding["type"], record["path"].split("_", 1)[-1]] += finding["count"]
    gigabytes = size / 1e9
    lines = [f"### Distractors: {size / 1e6:.0f} MB without personal data", "", "| type | false findings | per GB | where |", "|---|---|---|---|"]
    for kind, n in counts.most_common():
        listed = [f"{p} {c}" for (k, p), c in where.most_common() if k == kind]
        places = ", ".join(listed[:5]) + (f" and {len(listed) - 5} more files" if len(listed) > 5 else "")
        lines.append(f"| {kind} | {n} | {n / gigabytes:.0f} | {places} |")
    if not counts:
        lines.append("| any | 0 | 0 | |")
    return "\n".join(lines) + "\n"
