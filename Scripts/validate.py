"""Validates findings against docs/findings.schema.json, strictly: `validate.py FILE...`

A name that ends in .ndjson is read as a stream of records, any other as one document. Keys that stand
twice, numbers that are not JSON's, and text behind the document are mistakes too. A mistake is named by its place
and kind; the text of the file is not repeated.
"""

import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).parent.parent / "docs" / "findings.schema.json"


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key stands twice")
    return dict(pairs)


def never(_):
    raise ValueError("not a number of JSON")


def strict(text):
    return json.loads(text, object_pairs_hook=once, parse_constant=never)


def validator(name):
    schema = json.loads(SCHEMA.read_text("utf-8"))
    chosen = {"$defs": schema["$defs"], "$ref": f"#/$defs/{name}"}
    return jsonschema.Draft202012Validator(chosen)


def mistakes(instance, name):
    for error in validator(name).iter_errors(instance):
        while error.context:
            error = max(error.context, key=lambda inner: len(inner.absolute_path))
        place = "/".join(str(part) for part in error.absolute_path)
        yield f"{name}: /{place}: {error.validator}"


def check(path):
    text = pathlib.Path(path).read_bytes().decode("utf-8", errors="strict")
    if not path.endswith(".ndjson"):
        yield from mistakes(strict(text), "document")
        return
    lines = text.split("\n")
    if lines[-1] != "":
        yield "the last line has no end"
    records = [strict(line) for line in lines[:-1]]
    kinds = [record.get("record") for record in records]
    if kinds[:1] != ["header"] or kinds[-1:] != ["end"] or set(kinds[1:-1]) - {"file"}:
        yield "the records are not header, file..., end"
    if records and records[-1].get("records") != len(records) - 1:
        yield "the end record counts wrong"
    for record in records:
        yield from mistakes(record, f"{record['record']}Record")


def main():
    failed = False
    for path in sys.argv[1:]:
        try:
            found = list(check(path))
        except (ValueError, KeyError) as error:
            found = [f"not valid: {type(error).__name__}"]
        for mistake in found:
            print(f"{path}: {mistake}")
            failed = True
    return 1 if failed else 0


sys.exit(main())
