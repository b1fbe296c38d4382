#!/usr/bin/env python3
"""Scans made-up inputs in two sizes with two workers, and says how much memory that took: memory.py FOLDER PROGRAM

Prints JSON: for each input the highest sum of VmHWM over all processes, that of the parent, and the highest of a worker,
in KiB, for the small and for the large one, with what the records say. Every value is synthetic.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from case import LABEL, my_number

MIB = 1 << 20


def text(size):
    return ('これは名簿ではなく、ただの文章です。\n' * 2_000).encode() * (size // 110_000 + 1)


def table(size):
    rows = ''.join(f'見本太郎,{my_number(n)},090-0000-{n % 10_000:04}\n' for n in range(1_000)).encode()
    return '氏名,個人番号,電話番号\n'.encode() + rows * (size // len(rows) + 1)


def different_values(size):
    rows = ''.join(f'{n},x{n},{my_number(n)}\n' for n in range(size // 30)).encode()
    return '番号,コード,個人番号\n'.encode() + rows


def hits(size):
    lines = ''.join(f'{LABEL}{my_number(n)}\n' for n in range(1_000)).encode()
    return lines * (size // len(lines) + 1)


def columns(size):
    row = ','.join(['x1'] * 9_999)
    return (','.join(f'c{n}' for n in range(9_999)) + ',個人番号\n').encode() + ''.join(
        f'{row},{my_number(n)}\n' for n in range(size // len(row) + 1)).encode()


KINDS = [lambda n: '見本太郎', my_number, lambda n: f'090-0000-{n % 10_000:04}']
HEADINGS = '氏名', '個人番号', '電話番号'


def cells(count, first):
    return [KINDS[n % 3](first + n) for n in range(count)]


def people(rows):
    """A table of 5,000 columns, each with a finding."""
    head = ','.join(HEADINGS[n % 3] + str(n) for n in range(5_000)) + '\n'
    return head.encode() + ''.join(','.join(cells(5_000, row * 7)) + '\n' for row in range(rows)).encode()


def remarks(rows):
    """A table of 2,500 columns of running text, each with hits of several rules."""
    kinds = [lambda n: f'担当は見本太郎様 090-0000-{n % 10_000:04} {LABEL}{my_number(n)}',
             lambda n: f'連絡は見本花子様 a{n}@example.co.jp 〒100-{n % 10_000:04}']
    head = ','.join(f'備考{n}' for n in range(2_500)) + '\n'
    return head.encode() + ''.join(
        ','.join(kinds[(n + row) % 2](row * 7 + n) for n in range(2_500)) + '\n' for row in range(rows)).encode()


def page(tables, columns, heading):
    """A page of tables with three records each."""
    def row(tag, texts):
        return '<tr>' + ''.join(f'<{tag}>{text}</{tag}>' for text in texts) + '</tr>'
    return ('<html><body>' + '\n'.join(
        '<table>' + row('th', [heading(t, n) for n in range(columns)])
        + ''.join(row('td', cells(columns, t + r)) for r in range(3)) + '</table>'
        for t in range(tables)) + '</body></html>').encode()


def lists(tables):
    """Tables of 500 columns below each other, each with headings of its own."""
    return ''.join(
        ','.join(HEADINGS[n % 3] if n < 200 else f'項目{t}の{n}' for n in range(500)) + '\n'
        + ''.join(','.join(cells(500, t + r)) + '\n' for r in range(3)) for t in range(tables)).encode()


def statements(count):
    """Records for two tables in turns."""
    names = 'name, my_number', 'my_number, name'
    return ''.join(
        f"INSERT INTO members{n % 2} ({names[n % 2]}) VALUES "
        + ("('見本太郎', '%s');\n" if n % 2 == 0 else "('%s', '見本太郎');\n") % my_number(n)
        for n in range(count)).encode()


def markup(size):
    person = ''.join(f'<社員><氏名>見本太郎</氏名><個人番号>{my_number(n)}</個人番号></社員>\n' for n in range(500)).encode()
    return '<名簿>\n'.encode() + person * (size // len(person) + 1) + '</名簿>\n'.encode()


def objects(size):
    person = ''.join(f'{{"氏名":"見本太郎","個人番号":"{my_number(n)}"}},\n' for n in range(500)).encode()
    return b'[' + person * (size // len(person) + 1) + b'0]\n'


TAIL = ('\n' + LABEL + my_number(7) + '\n').encode()

# Name of the file, content of a size, and the sizes: small, large. A debug build reads a few MB a second.
INPUTS = {
    'words.txt': (lambda size: b'lorem ipsum dolor sit ' * (size // 22) + TAIL, 2 * MIB, 8 * MIB),
    'prose.txt': (text, MIB, 4 * MIB),
    'broken.txt': (lambda size: (bytes(range(128, 256)) * 500 + b'\n') * (size // 64_000) + TAIL, MIB, 4 * MIB),
    'hits.txt': (hits, MIB // 8, MIB // 2),
    'table.csv': (table, MIB, 5 * MIB),
    'different.csv': (different_values, MIB, 5 * MIB),
    'columns.csv': (columns, MIB // 8, MIB // 2),
    'blanks.csv': (lambda size: (b',' * 16_383 + b'x\n') * (size // 16_385), 70 * 16_385, 140 * 16_385),
    'open.csv': (lambda size: b'a,b\n"' + b'x,y\n' * (size // 4) + TAIL, MIB, 8 * MIB),
    'markup.xml': (markup, MIB, 6 * MIB),
    'objects.json': (objects, MIB // 2, 3 * MIB),
    'deep.json': (lambda size: b'[' * size, MIB, 6 * MIB),
}
# Two files of each are read at once.
TWICE = {
    # Rows between two sizes of the tables that count distinct values.
    'people.csv': (people, 34, 60),
    'remarks.csv': (remarks, 6, 12),
    'lists.csv': (lists, 80, 120),
    'same.html': (lambda tables: page(tables, 2, lambda t, n: HEADINGS[n]), 6_000, 24_000),
    'different.html': (lambda tables: page(tables, 2, lambda t, n: f'{HEADINGS[n]}{t}'), 9_000, 18_000),
    'wide.html': (lambda tables: page(tables, 2_000, lambda t, n: f'{HEADINGS[n % 3]}{t}の{n}'), 5, 10),
    'statements.sql': (statements, 10_000, 40_000),
}
FILES = 300, 3_000


def scan(program, path, output):
    command = [program, 'scan', path, '--jobs', '2', '--format', 'ndjson', '--all-files', '--no-progress', '--output', output]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = parent = worker = 0
    while process.poll() is None:
        total = 0
        for number in [process.pid] + children(process.pid):
            try:
                status = pathlib.Path(f'/proc/{number}/status').read_text()
            except OSError:
                continue
            match = re.search(r'VmHWM:\s+(\d+)', status)
            size = int(match.group(1)) if match else 0
            total += size
            if number == process.pid:
                parent = max(parent, size)
            else:
                worker = max(worker, size)
        peak = max(peak, total)
        time.sleep(0.003)
    return {'sum': peak, 'parent': parent, 'worker': worker, 'status': process.returncode, **told(output)}


def children(number):
    try:
        return list(map(int, pathlib.Path(f'/proc/{number}/task/{number}/children').read_text().split()))
    except OSError:
        return []


def told(output):
    paths = findings = 0
    with open(output, encoding='utf-8') as file:
        for record in map(json.loads, file):
            if record['record'] == 'file':
                paths += 1
                findings += sum(f['count'] for f in record['findings'] if f['type'] == 'my-number')
    return {'paths': paths, 'numbers': findings}


def main():
    folder, program = sys.argv[1:]
    share, output = os.path.join(folder, 'share'), os.path.join(folder, 'o.ndjson')
    results = {}
    for inputs, copies in (TWICE, ('left ', 'right ')), (INPUTS, ('',)):
        for name, (make, small, large) in inputs.items():
            for size in small, large:
                os.makedirs(share)
                for copy in copies:
                    with open(os.path.join(share, copy + name), 'wb') as file:
                        file.write(make(size))
                results.setdefault(name, []).append(scan(program, share, output))
                shutil.rmtree(share)
    for count in FILES:
        os.makedirs(share)
        for number in range(count):
            with open(os.path.join(share, f'file {number}.txt'), 'w') as file:
                file.write(LABEL + my_number(number) + '\n')
        results.setdefault('files', []).append(scan(program, share, output))
        shutil.rmtree(share)
    json.dump(results, sys.stdout, indent=1)


main()
