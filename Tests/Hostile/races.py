#!/usr/bin/env python3
"""Changes a tree all the time until it is told to stop: races.py FOLDER OUTSIDE, ended by closing its standard input.

Files grow, shrink, vanish, come back, become links to OUTSIDE, FIFOs, folders; folders become links. Prints how often.
"""

import os
import random
import select
import shutil
import sys

folder, outside = sys.argv[1:]
chance = random.Random(7)
TEXT = 'これは一行です。\n' * 20


def clear(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        os.unlink(path)


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def change(path):
    kind = chance.randrange(8)
    if kind == 0 and os.path.isfile(path) and not os.path.islink(path):
        with open(path, 'a') as file:
            file.write(TEXT)
    elif kind == 1 and os.path.isfile(path) and not os.path.islink(path):
        os.truncate(path, chance.randrange(100))
    elif kind == 2:
        clear(path)
    elif kind == 3:
        clear(path)
        os.symlink(os.path.join(outside, 'secret.txt'), path)
    elif kind == 4:
        clear(path)
        os.mkfifo(path)
    elif kind == 5:
        clear(path)
        os.mkdir(path)
        write(os.path.join(path, 'inner.txt'), TEXT)
    elif kind == 6:
        clear(path)
        os.symlink(outside, path)
    else:
        new = path + '.new'
        clear(new)
        write(new, TEXT * chance.randrange(1, 40))
        clear(path)
        os.rename(new, path)


count = 0
while not select.select([sys.stdin], [], [], 0)[0]:
    for _ in range(20):
        path = os.path.join(folder, f'd{chance.randrange(4)}', f'f{chance.randrange(30)}.txt')
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            change(path)
        except OSError:
            pass
        count += 1
print(count)
