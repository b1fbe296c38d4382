#!/usr/bin/env python3
"""Scans bad input of full size with two workers, and prints time, memory and outcome of each as Markdown.

Bars: at most 128 MiB over all processes (highest sum of VmHWM), at most 5 s and 0.1 s a megabyte of CPU, the outcome as expected.
All values are synthetic.
"""

import argparse
import json
import os
import pathlib
import random
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "speed"))
sys.path.insert(0, str(HERE.parent.parent / "Tests/Hostile"))

from case import LABEL, my_number  # noqa: E402
import run as speed  # noqa: E402

GIB = 1 << 30


def pieces(piece, size):
    return (piece for _ in range(size // len(piece)))


def entity_bomb():
    names = ''.join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    yield f'<!DOCTYPE a [<!ENTITY e0 "lol">{names}]><a><個人番号>{my_number(1)}</個人番号>&e8;\n{LABEL}{my_number(2)}\n</a>'.encode()


def wide_table(size):
    yield (','.join(f'c{n}' for n in range(9_999)) + ',個人番号\n').encode()
    for serial in range(size // 30_000):
        yield (','.join(['x1'] * 9_999) + f',{my_number(serial)}\n').encode()


def values(size):
    for start in range(size // 320_000):
        yield ''.join(f'{LABEL}{my_number(start * 10_000 + n)}\n' for n in range(10_000)).encode()


HIGH = bytes(128 | n & 127 for n in range(256))
HIGH_LINES = bytes(10 if n & 127 == 127 else 128 | n & 127 for n in range(256))
LETTERS = bytes(97 + n % 26 for n in range(256))


def random_bytes(size, table, seed):
    chance = random.Random(seed)
    return (chance.randbytes(1 << 20).translate(table) for _ in range(size >> 20))


def tiny_records(size, seed):
    """Records of two random letters and one."""
    chance, rows = random.Random(seed), 100_000
    yield b'a,b\n'
    for _ in range(size // (5 * rows)):
        block = bytearray(5 * rows)
        for place in 0, 1, 3:
            block[place::5] = chance.randbytes(rows).translate(LETTERS)
        block[2::5], block[4::5] = b',' * rows, b'\n' * rows
        yield bytes(block)


def inputs(size):
    """Name, file, content in pieces, status that must come, values that must be found."""
    tail = f'\n{LABEL}{my_number(7)}\n'.encode()
    yield 'one line, words', 'line.txt', [*pieces(b'lorem ipsum dolor sit ' * 4096, size), tail], ('scanned', None), 1
    yield 'one line, no blank', 'run.txt', [*pieces(b'x' * 65_536, size), tail], ('scanned', None), 1
    yield 'one line, digits', 'digits.txt', [*pieces(b'0123456789' * 6_000, size), tail], ('scanned', None), 1
    yield 'zeros', 'zeros.txt', pieces(bytes(65_536), size), ('skipped', 'unsupported-format'), 0
    yield '10,000 columns', 'wide.csv', wide_table(size // 4), ('scanned', None), size // 4 // 30_000
    yield 'a cell that is never closed', 'open.csv', [b'a,b\n"', *pieces(b'x,y\n' * 16_384, size // 4), tail], ('scanned', None), 1
    yield 'values without end', 'values.txt', values(size // 8), ('scanned', None), size // 8 // 320_000 * 10_000
    yield 'entity bomb', 'bomb.xml', entity_bomb(), ('partly', 'structure-broken'), 2
    yield 'depth without end', 'deep.json', pieces(b'[' * 65_536, size // 8), ('partly', 'structure-broken'), 0
    yield 'random bytes, one line', 'random.txt', [*random_bytes(size // 4, HIGH, 1), tail], ('scanned', None), 1
    yield 'random bytes, lines', 'random.log', [*random_bytes(size // 4, HIGH_LINES, 2), tail], ('scanned', None), 1
    yield 'tiny random records', 'tiny.csv', tiny_records(size // 4, 3), ('scanned', None), 0
    yield 'bytes of no encoding', 'broken.txt', [*pieces(bytes(range(128, 256)) * 500 + b'\n', size // 4), tail], ('scanned', None), 1


def measure(program, path):
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, 'o.ndjson')
        command = [program, 'scan', path, '--jobs', '2', '--format', 'ndjson', '--all-files', '--no-progress', '--output', output]
        before, begin = os.times(), time.perf_counter()
        peak = speed.peak_memory(command)
        wall, after = time.perf_counter() - begin, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        with open(output, encoding='utf-8') as file:
            record = next(r for r in map(json.loads, file) if r['record'] == 'file')
    return wall, cpu, peak, record


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--program', default=str(HERE.parent.parent / '.build/static/release/tanaoroshi'))
    parser.add_argument('--size', type=int, default=GIB, help='bytes of the largest inputs (1 GiB)')
    parser.add_argument('--folder', help='where the inputs are made, one at a time; default: a temporary one')
    options = parser.parse_args()
    good = True
    print('| input | MB | wall s | CPU s | CPU bar | MiB, all processes | outcome | My Numbers | |')
    print('|---|---|---|---|---|---|---|---|---|')
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for name, file, content, outcome, found in inputs(options.size):
            path = os.path.join(folder, file)
            with open(path, 'wb') as out:
                for piece in content:
                    out.write(piece)
            size = os.path.getsize(path) / 1e6
            wall, cpu, peak, record = measure(options.program, path)
            os.unlink(path)
            count = sum(f['count'] for f in record['findings'] if f['type'] == 'my-number' and f['confidence'] >= 0.5)
            bar = 5 + 0.1 * size
            holds = cpu <= bar and peak <= 128 and (record['status'], record['reason']) == outcome and count >= found
            good = good and holds
            print(f"| {name} | {size:.0f} | {wall:.1f} | {cpu:.1f} | {bar:.0f} | {peak:.0f} | {record['status']} {record['reason'] or ''} | "
                  f"{count} of {found} | {'holds' if holds else '**no**'} |", flush=True)
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
