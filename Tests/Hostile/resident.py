#!/usr/bin/env python3
"""Searches all memory of a process, which is stopped meanwhile: resident.py PROCESS TEXT...

Prints megabytes searched, how often a text was there, and how many regions could not be read.
"""

import os
import signal
import sys

# What the kernel maps into every process for itself, and gives to nobody.
KERNEL = ('[vvar', '[vsyscall]')
PIECE = 1 << 24


def search(maps, memory, needles):
    searched = found = unread = 0
    overlap = max(map(len, needles)) - 1
    for region in maps:
        span, rights, *rest = region.split()
        if rights[0] != 'r' or any(word.startswith(KERNEL) for word in rest):
            continue
        start, end = (int(part, 16) for part in span.split('-'))
        kept = b''
        for place in range(start, end, PIECE):
            count = min(PIECE, end - place)
            try:
                data = os.pread(memory, count, place)
            except OSError:
                data = b''
            if len(data) < count:
                unread += 1
                break
            searched += count
            text = kept + data
            found += sum(text.count(needle) - kept.count(needle) for needle in needles)
            kept = text[-overlap:] if overlap else b''
    return searched, found, unread


def main():
    number = int(sys.argv[1])
    needles = [text.encode(code) for text in sys.argv[2:] for code in ('utf-8', 'utf-16-le')]
    os.kill(number, signal.SIGSTOP)
    try:
        memory = os.open(f'/proc/{number}/mem', os.O_RDONLY)
        with open(f'/proc/{number}/maps') as maps:
            searched, found, unread = search(maps, memory, needles)
    finally:
        os.kill(number, signal.SIGCONT)
    print(searched >> 20, found, unread)


main()
