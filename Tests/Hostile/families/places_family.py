"""What is no plain file, and names made to mislead."""

import os
import socket

from case import ONE, Case, line

NAMES = {
    'line-break': b'a\nb', 'carriage-return': b'a\rb', 'escape': b'\x1b[2J\x1b]0;x\x07', 'bell': b'\x07', 'backspace': b'abc\x08\x08',
    'delete': b'\x7f', 'c1': '\u009b31m'.encode(), 'c1-raw': b'\x9b31m', 'not-utf-8': b'\xff\xfe\xfd', 'cp932': '名簿'.encode('cp932'),
    'euc-jp': '名簿'.encode('euc_jp'), 'overlong': b'\xc0\xaf..\xc0\xaf', 'surrogate': b'\xed\xa0\x80', 'right-to-left': 'a\u202etxt.exe'.encode(),
    'isolate': 'a\u2067b\u2069'.encode(), 'zero-width': 'a\u200bb\ufeff'.encode(), 'line-separator': 'a\u2028b\u2029'.encode(),
    'composed': 'が'.encode(), 'decomposed': 'か\u3099'.encode(), 'emoji': '👨‍👩‍👧'.encode(), 'blank-first': b' a', 'blank-last': b'a ',
    'wide-blank': '　'.encode(), 'dash-first': b'-rf', 'option': b'--output=x', 'backslash': b'a\\b', 'backslash-escape': b'\\u{1b}',
    'backslash-x': b'\\xff', 'quotes': b'"\'`', 'shell': b'$(touch x);|&', 'markup': b'<script>alert(1)<', 'formula': b'=1+1',
    'percent': b'%s%n%00', 'tilde': b'~', 'glob': b'*?[a]', 'longest': b'x' * 251, 'longest-wide': '名'.encode() * 83, 'comma': b'a,b;c',
    'json-end': b'"}]}', 'dots': b'...', 'tab': b'a\tb', 'number': b'123456789018', 'wide-number': '１２３４５６７８９０１８'.encode(),
}


def name_cases():
    for name, raw in NAMES.items():
        yield Case('names', name, line(1).encode(), found=ONE, path=b'names/' + raw + (b'.txt' if len(raw) < 249 else b''))


def deep(path):
    """A file in folders whose path is longer than a path may be (4,096 bytes)."""
    here = os.open(os.path.dirname(path), os.O_RDONLY)
    for _ in range(60):
        os.mkdir('d' * 100, dir_fd=here)
        below = os.open('d' * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open('deep.txt', os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=here)
    os.write(file, line(1).encode())
    os.close(file)
    os.close(here)


def bound_socket(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    server = socket.socket(socket.AF_UNIX)
    server.bind(os.path.basename(path))
    server.close()
    os.chdir(here)


def sparse(path):
    with open(path, 'wb') as file:
        file.write(line(1).encode())
        file.seek(2_000_000)
        file.write(line(2).encode())


def hole(path):
    with open(path, 'wb') as file:
        file.truncate(8 << 30)


def link(target):
    return lambda path: os.symlink(target, path)


def hard_link(path):
    first = os.path.join(os.path.dirname(path), b'hard-link-first')
    with open(first, 'wb') as file:
        file.write(line(1).encode())
    os.link(first, path)


def place_cases(outside):
    def place(name, make, expect, found=None, path=None):
        return Case('places', name, make, '', expect, found or {}, path=path and path.encode())

    yield place('fifo', os.mkfifo, 'skipped:special-file')
    yield place('socket', bound_socket, 'skipped:special-file')
    yield place('link-outside', link(outside), 'skipped:link')
    yield place('link-to-folder-outside', link(os.path.dirname(outside)), 'skipped:link')
    yield place('link-to-itself', link('link-to-itself'), 'skipped:link')
    yield place('link-nowhere', link('nowhere'), 'skipped:link')
    yield place('link-up', link('..'), 'skipped:link')
    yield place('link-to-device', link('/dev/zero'), 'skipped:link')
    yield place('link-to-processes', link('/proc/self/fd/0'), 'skipped:link')
    yield place('hard-link', hard_link, 'scanned', ONE)
    yield place('hard-link-first', None, 'scanned', ONE)
    yield place('deep', deep, 'scanned', ONE, 'places/' + '/'.join(['d' * 100] * 60) + '/deep.txt')
    yield place('hole-within', sparse, 'skipped:unsupported-format')
    yield place('hole', hole, 'skipped:unsupported-format')
    yield place('empty', b'', 'skipped:empty')
    yield place('read-only', lambda path: (open(path, 'wb').write(line(1).encode()), os.chmod(path, 0o444)), 'scanned', ONE)
    if os.geteuid() == 0:
        yield place('device', lambda path: os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5)), 'skipped:special-file')
    else:
        yield place('not-ours', lambda path: (open(path, 'wb').write(line(1).encode()), os.chmod(path, 0)), 'failed:permission')
