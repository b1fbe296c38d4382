#!/usr/bin/env python3
"""A tree of files that somebody could put on a share to break, stop, mislead or use a scanner.

    tree.py make FOLDER                  makes FOLDER/tree, FOLDER/outside and FOLDER/cases.json
    tree.py judge FOLDER RECORDS         holds the records of a scan (NDJSON, all files) against what must come of each case

Every value in it is synthetic.
"""

import base64
import json
import os
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), 'families')]

import encodings_family  # noqa: E402
import forms_family  # noqa: E402
import others_family  # noqa: E402
import places_family  # noqa: E402
import seams_family  # noqa: E402
import tables_family  # noqa: E402
import trees_family  # noqa: E402
from case import line  # noqa: E402


def all_cases(outside):
    yield from encodings_family.cases()
    yield from tables_family.cases()
    yield from forms_family.cases()
    yield from trees_family.xml_cases(outside)
    yield from trees_family.json_cases()
    yield from others_family.mail_cases()
    yield from others_family.page_cases()
    yield from others_family.packed_cases()
    yield from others_family.explosive_cases()
    yield from seams_family.cases()
    yield from places_family.name_cases()
    yield from places_family.place_cases(outside)


def make(folder):
    outside = os.path.join(folder, 'outside', 'secret.txt')
    os.makedirs(os.path.dirname(outside))
    with open(outside, 'w') as file:
        file.write(line(77))
    told = []
    for case in all_cases(outside):
        path = os.path.join(os.fsencode(folder), b'tree', case.place)
        if case.path is None or case.family == 'names':
            os.makedirs(os.path.dirname(path), exist_ok=True)
        if callable(case.data):
            case.data(path if case.path is None else os.path.join(os.fsencode(folder), b'tree', case.family.encode(), b'x'))
        elif case.data is not None:
            with open(path, 'wb') as file:
                file.write(case.data)
        told.append({
            'case': f'{case.family}/{case.name}', 'path': base64.b64encode(case.place).decode(), 'expect': case.expect,
            'found': case.found, 'exactly': case.exactly, 'encoding': case.encoding,
        })
    with open(os.path.join(folder, 'cases.json'), 'w') as file:
        json.dump(told, file)


def shown(record):
    """The bytes of a path as a record tells it."""
    if 'path_b64' in record:
        return base64.b64decode(record['path_b64'])
    out, text, index = '', record['path'], 0
    while index < len(text):
        end = text.find('}', index)
        if text.startswith('\\u{', index) and end > 0:
            out += chr(int(text[index + 3:end], 16))
            index = end + 1
        else:
            out += text[index]
            index += 1
    return out.encode()


def counted(record):
    counts = {}
    for finding in record['findings']:
        if finding['confidence'] >= 0.5:
            counts[finding['type']] = counts.get(finding['type'], 0) + finding['count']
    return counts


def mistakes(case, record):
    status = record['status'] + (':' + record['reason'] if record['reason'] else '')
    if status not in case['expect'].split('|'):
        yield f'is {status}, not {case["expect"]}'
    if case['encoding'] not in [None, record['encoding']]:
        yield f'is read as {record["encoding"]}, not {case["encoding"]}'
    counts = counted(record)
    for kind, least in case['found'].items():
        count = counts.get(kind, 0)
        if count < least or case['exactly'] and count > least:
            yield f'has {count} {kind}, not {least}'
    if not case['found'] and counts.get('my-number'):
        yield 'has a My Number'


def judge(folder, records):
    with open(os.path.join(folder, 'cases.json')) as file:
        cases = json.load(file)
    found, wrong = {}, []
    with open(records, encoding='utf-8') as file:
        for text in file:
            record = json.loads(text)
            if record['record'] == 'file':
                found[shown(record)] = record
    for case in cases:
        path = base64.b64decode(case['path'])
        # Digits in names are masked, so that such a name cannot come back.
        keys = [path] if case['case'] not in ['names/number', 'names/wide-number'] else [
            key for key in found if key.startswith(b'names/') and '＊'.encode() in key]
        record = next((found[key] for key in keys if key in found), None)
        if record is None:
            wrong.append(f'{case["case"]}: is not told')
            continue
        wrong += [f'{case["case"]}: {mistake}' for mistake in mistakes(case, record)]
    paths = [os.path.join(top, name) for top, folders, files in os.walk(os.path.join(folder, 'tree'))
             for name in files + [f for f in folders if os.path.islink(os.path.join(top, f))]]
    if len(paths) != len(found):
        wrong.append(f'{len(found)} paths are told, {len(paths)} are there')
    print('\n'.join(wrong + [f'{len(cases)} cases, {len(wrong)} wrong']))
    return 1 if wrong else 0


if sys.argv[1] == 'make':
    make(os.path.realpath(sys.argv[2]))
else:
    sys.exit(judge(os.path.realpath(sys.argv[2]), sys.argv[3]))
